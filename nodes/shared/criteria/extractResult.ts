import { readPath } from '../json/path';
import { readErrorOutput } from '../ipqs/errorOutput';
import type { FailureReason } from '../ipqs/errors';
import { PHONE_FIELDS, PHONE_RESOURCE } from '../ipqs/phoneFields';
import type { ResponseField } from '../ipqs/responseField';
import { readValue } from '../ipqs/readValue';
import { isJsonObject, parseJson, type JsonObject } from '../json/json';
import { readBoolean } from '../json/coerce';

/** What stands at the result's place in an item. */
export type ExtractedResult =
	| { readonly kind: 'result'; readonly result: JsonObject; readonly sandbox: boolean }
	| { readonly kind: 'failed'; readonly reason: string | null; readonly sandbox: boolean }
	| { readonly kind: 'none' };

const NUMBER_FIELDS = PHONE_FIELDS.filter(({ isMetadata }) => !isMetadata);
const TELLING_FIELDS = NUMBER_FIELDS.filter(({ ambiguousName }) => !ambiguousName);
/** Fields of answers about something else, which share names such as `fraud_score` and `valid` with a number's. */
const FOREIGN_FIELDS = [
	'smtp_score',
	'deliverability',
	'disposable',
	'proxy',
	'vpn',
	'ASN',
	'unsafe',
	'phishing',
	'exposed',
	'fraud_chance',
];

/** Whether a result or a row tells anything of a number. A row may have the columns and nothing in them; a lookup's own result was read before. */
const hasPhoneData = (result: JsonObject, fields: readonly ResponseField[]): boolean =>
	fields.some((field) => {
		const value = readPath(result, field.name);
		return isJsonObject(result.lookup) ? value !== undefined : readValue(field, value) !== null;
	});

/** What the lookup node noted, also where a row keeps it in columns such as `lookup.status`. */
function readLookup(result: JsonObject): JsonObject {
	if (isJsonObject(result.lookup)) return result.lookup;
	return {
		status: result['lookup.status'],
		reason: result['lookup.reason'],
		sandbox: result['lookup.sandbox'],
		resource: result['lookup.resource'],
	};
}

function hasFailed({ success }: JsonObject, lookup: JsonObject): boolean {
	if (success !== undefined && readBoolean(success) !== true) return true;
	return lookup.status === 'failed' || lookup.status === 'not_attempted' || lookup.reason === 'country_missing';
}

/** Whether the lookup node noted that it looked up something else, such as an e-mail address. */
const isOtherResource = ({ resource }: JsonObject): boolean =>
	typeof resource === 'string' && resource !== '' && resource !== PHONE_RESOURCE;

/** Why the lookup failed by whose error output the item came: any result that it still holds is an earlier one. */
const errorOutputReason = (json: JsonObject): FailureReason | undefined =>
	isJsonObject(json.details) && isOtherResource(json.details) ? undefined : readErrorOutput(json);

/**
 * Finds the result in an item: one that rules can judge, a lookup that was not answered, or none.
 *
 * @param resultField path in the item; empty for the item itself
 */
export function extractResult(json: JsonObject, resultField: string): ExtractedResult {
	// A result that went through a sheet's cell or a model is the JSON text of one.
	const result = parseJson(readPath(json, resultField));
	const lookup = isJsonObject(result) ? readLookup(result) : {};
	const sandbox = readBoolean(lookup.sandbox) === true;
	const left = errorOutputReason(json);
	if (left !== undefined) return { kind: 'failed', reason: left, sandbox };
	if (!isJsonObject(result) || isOtherResource(lookup)) return { kind: 'none' };
	if (hasFailed(result, lookup)) {
		const { reason } = lookup;
		return { kind: 'failed', reason: typeof reason === 'string' && reason !== '' ? reason : null, sandbox };
	}
	// A row of a CRM may hold anything beside the number's fields; an answer is about one thing.
	if (resultField !== '' && FOREIGN_FIELDS.some((name) => result[name] !== undefined)) return { kind: 'none' };
	return hasPhoneData(result, resultField === '' ? TELLING_FIELDS : NUMBER_FIELDS) ? { kind: 'result', result, sandbox } : { kind: 'none' };
}
