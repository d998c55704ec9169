import { filled, lookupOf, requiredText, whenOn } from '../../asking';
import type { SuiteOperation } from '../../operation';
import { chosenLevel, strictness } from '../../../lookup/strictness';
import type { ItemParameters, Question } from '../../../lookup/operation';
import type { Access } from '../../../lookup/way';
import { InvalidParameter } from '../../../shared/item/readers';
import { isWebAddress } from '../../../shared/ipqs/hosts';
import { URL_FIELDS } from './fields';
import { URL_SANDBOX } from './sandbox';

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
