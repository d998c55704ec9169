import { omitEmpty, buildLookup, requiredText, trueOrEmpty } from '../../requestBuilders';
import type { IpqsOperation } from '../../ipqsOperation';
import { readOptionalStrictness, strictnessProperty } from '../../../shared/lookupNode/strictness';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import type { AuthMode } from '../../../shared/lookupNode/connection';
import { InvalidParameter } from '../../../shared/parameters/validate';
import { isUrl } from '../../../shared/ipqs/formats';
import { URL_FIELDS } from '../../../shared/ipqs/urlFields';
import { URL_SANDBOX } from './urlSandbox';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

function buildRequest(item: ItemParameters, access: AuthMode): ItemRequest {
	const { options } = item;
	const url = requiredText(item, 'url', 'URL');
	if (!isUrl(url)) throw new InvalidParameter('URL', 'must be a web address such as https://example.com/page');
	const parameters = omitEmpty({
		strictness: readOptionalStrictness('Strictness', options.strictness, 2),
		fast: trueOrEmpty('Fast', options.fast),
	});
	return { request: buildLookup({ endpoint: 'url', parameter: 'url', value: url }, parameters, item, access) };
}

/** `GET|POST /api/json/url` (IPQS documentation, malicious URL scanner). */
export const scan: IpqsOperation = {
	name: 'scan',
	label: 'Scan',
	action: 'Scan URL',
	description: 'Scan a URL for phishing, malware, parked domains and other risks',
	costsCredit: true,
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
		strictnessProperty('Strictness', 'strictness', 2, 'How readily IPQS flags a URL'),
	],
	fields: URL_FIELDS,
	sandbox: URL_SANDBOX,
	buildRequest,
};
