import { readPath } from '../json/path';
import { readErrorOutput } from '../ipqs/errorOutput';
import type { FailureReason } from '../ipqs/errors';
import { PHONE_FIELDS, PHONE_RESOURCE } from '../ipqs/phoneFields';
import type { ResponseField } from '../ipqs/responseField';
import { readValue } from '../ipqs/readValue';
import { isJsonObject, parseJson, type JsonObject } from '../json/json';
import { readBoolean } from '../json/coerce';

/** What an item has at the path of the result: a result that rules can judge, a failed lookup, or neither. */
export type ExtractedResult =
	| { readonly kind: 'result'; readonly result: JsonObject; readonly sandbox: boolean }
	| { readonly kind: 'failed'; readonly reason: string | null; readonly sandbox: boolean }
	| { readonly kind: 'none' };

const NUMBER_FIELDS = PHONE_FIELDS.filter(({ isMetadata }) => !isMetadata);
const UNAMBIGUOUS_FIELDS = NUMBER_FIELDS.filter(({ ambiguousName }) => !ambiguousName);
/** Fields that only other IPQS responses have. They share `fraud_score`, `valid` and more with phone responses. */
const OTHER_RESOURCE_FIELDS = [
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

/**
 * Whether a result or a table row has phone data. A row can have the columns without values, so it needs one known value. In a
 * result of this package, a field that is present is enough.
 */
const hasPhoneData = (result: JsonObject, fields: readonly ResponseField[]): boolean =>
	fields.some((field) => {
		const value = readPath(result, field.name);
		return isJsonObject(result.lookup) ? value !== undefined : readValue(field, value) !== null;
	});

/** The metadata of the lookup, which a table row has in columns such as `lookup.status`. */
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

/** Whether the metadata says that something other than a phone number was looked up, such as an email address. */
const isOtherResource = ({ resource }: JsonObject): boolean =>
	typeof resource === 'string' && resource !== '' && resource !== PHONE_RESOURCE;

/** Why the lookup failed, if the item comes from the error output of a lookup node. A result in it is then from an earlier lookup. */
const errorOutputReason = (json: JsonObject): FailureReason | undefined =>
	isJsonObject(json.details) && isOtherResource(json.details) ? undefined : readErrorOutput(json);

/**
 * Extracts the result from an item.
 *
 * @param resultField path in the item; empty if the item itself is the result
 */
export function extractResult(json: JsonObject, resultField: string): ExtractedResult {
	// A cell of a sheet, or an AI model, can return the result as JSON text.
	const result = parseJson(readPath(json, resultField));
	const lookup = isJsonObject(result) ? readLookup(result) : {};
	const sandbox = readBoolean(lookup.sandbox) === true;
	const errorReason = errorOutputReason(json);
	if (errorReason !== undefined) return { kind: 'failed', reason: errorReason, sandbox };
	if (!isJsonObject(result) || isOtherResource(lookup)) return { kind: 'none' };
	if (hasFailed(result, lookup)) {
		const { reason } = lookup;
		return { kind: 'failed', reason: typeof reason === 'string' && reason !== '' ? reason : null, sandbox };
	}
	// At the top level, a CRM row can have any other fields. A response is about one resource.
	if (resultField !== '' && OTHER_RESOURCE_FIELDS.some((name) => result[name] !== undefined)) return { kind: 'none' };
	const fields = resultField === '' ? UNAMBIGUOUS_FIELDS : NUMBER_FIELDS;
	return hasPhoneData(result, fields) ? { kind: 'result', result, sandbox } : { kind: 'none' };
}
