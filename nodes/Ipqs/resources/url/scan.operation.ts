import { filled, lookupOf, requiredText, whenOn } from '../../requestBuilders';
import type { SuiteOperation } from '../../ipqsOperation';
import { chosenLevel, strictness } from '../../../shared/lookupNode/strictness';
import type { ItemParameters, Question } from '../../../shared/lookupNode/operation';
import type { Access } from '../../../shared/lookupNode/connection';
import { InvalidParameter } from '../../../shared/parameters/validate';
import { isWebAddress } from '../../../shared/ipqs/formats';
import { URL_FIELDS } from './urlFields';
import { URL_SANDBOX } from './urlSandbox';

function ask(item: ItemParameters, access: Access): Question {
	const { options } = item;
	const url = requiredText(item, 'url', 'URL');
	if (!isWebAddress(url)) throw new InvalidParameter('URL', 'must be a web address such as https://example.com/page');
	const parameters = filled({ strictness: chosenLevel('Strictness', options.strictness, 2), fast: whenOn('Fast', options.fast) });
	return { request: lookupOf({ endpoint: 'url', parameter: 'url', value: url }, parameters, item, access) };
}

/** `GET|POST /api/json/url` (IPQS documentation, malicious URL scanner). */
export const scan: SuiteOperation = {
	name: 'scan',
	label: 'Scan',
	action: 'Scan URL',
	description: 'Scan a URL for phishing, malware, parked domains and other risks',
	charged: true,
	properties: [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/page',
			description: 'One web address or domain',
		},
	],
	options: [
		{ displayName: 'Fast', name: 'fast', type: 'boolean', default: false, description: 'Whether to leave out the slower checks' },
		strictness('Strictness', 'strictness', 2, 'How readily IPQS flags a URL'),
	],
	fields: URL_FIELDS,
	sandbox: URL_SANDBOX,
	ask,
};
