import { omitEmpty, buildLookup, readLookupValue, trueOrEmpty } from '../../requestBuilders';
import type { IpqsOperation } from '../../ipqsOperation';
import { readOptionalStrictness, strictnessProperty } from '../../../shared/lookupNode/strictness';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import type { AuthMode } from '../../../shared/lookupNode/connection';
import { normalizeUrl } from '../../../shared/ipqs/formats';
import { URL_FIELDS } from '../../../shared/ipqs/urlFields';
import { URL_SANDBOX } from './urlSandbox';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';

function buildRequest(item: ItemParameters, auth: AuthMode): ItemRequest {
	const { options } = item;
	const url = readLookupValue(item, 'url', 'URL', normalizeUrl, 'must be a URL such as https://example.com/page');
	const parameters = omitEmpty({
		strictness: readOptionalStrictness('Strictness', options.strictness, 2),
		fast: trueOrEmpty('Fast', options.fast),
	});
	if ('unsent' in url) return url;
	return { request: buildLookup({ endpoint: 'url', parameter: 'url', value: url.value }, parameters, item, auth) };
}

/** `GET|POST /api/json/url` (IPQS documentation, malicious URL scanner). */
export const scan: IpqsOperation = {
	name: 'scan',
	label: 'Scan',
	action: 'Scan URL',
	description: 'Scan a URL for phishing, malware, parked domains and other risks',
	costsCredit: true,
	outputField: 'ipqs_url',
	properties: [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/page',
			description: 'The URL or domain to scan',
		},
	],
	options: [
		{
			displayName: 'Fast',
			name: 'fast',
			type: 'boolean',
			default: false,
			description: 'Whether to use lighter checks for a faster response',
		},
		strictnessProperty('Strictness', 'strictness', 2, 'How strictly IPQS scans the URL'),
	],
	fields: URL_FIELDS,
	sandbox: URL_SANDBOX,
	buildRequest,
};
