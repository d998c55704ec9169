import { createHash } from 'node:crypto';
import type { RequestParameters } from './request';

/**
 * Standard names of IPQS's tracking variables (its Node.js SDK), in lower case. They label a lookup and do not change its answer.
 */
const TRACKING_NAMES = new Set([
	'campaignid',
	'clickid',
	'conversionid',
	'email',
	'gclid',
	'publisherid',
	'subcampaignid',
	'subuserid',
	'transactionid',
	'userid',
]);

const DIGITS = 16;

/**
 * Identifies a lookup by everything that can change its answer: 16 hex digits, the same on every machine and for every account. A
 * cryptographic hash, so that nobody can find free text that gives the key of another lookup. Not anonymous: whoever knows the
 * options can try all phone numbers.
 *
 * @param endpoint path after `/api/json/`
 * @param value what is looked up, in one spelling
 * @param parameters in addition to the value
 */
export function lookupKey(endpoint: string, value: string, parameters: RequestParameters): string {
	const relevant = Object.entries(parameters).filter(([name]) => !TRACKING_NAMES.has(name.toLowerCase()));
	const sorted = relevant.sort(([one], [other]) => (one < other ? -1 : 1));
	return createHash('sha256')
		.update(JSON.stringify([endpoint, value, sorted]))
		.digest('hex')
		.slice(0, DIGITS);
}
