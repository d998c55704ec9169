import { readFailures } from '../ipqs/errorOutput';
import type { ResponseField } from '../ipqs/responseField';
import { readResponseValue } from '../ipqs/readResponseValue';
import { readBoolean } from '../json/coerce';
import { isJsonObject, parseJson, type JsonObject } from '../json/json';
import { readPath } from '../json/path';
import { RESULT_KIND_INFO, RESULT_KINDS, type ResultKind } from './resultKinds';
import { isForeign } from './signatures';
import { isResultRow, normalizeRow } from './resultRow';

/** Why nothing was looked up: the phone number itself gives no reason to judge the lead. */
export const UNUSABLE_NUMBER_REASONS = ['phone_missing', 'phone_unreadable', 'country_missing'] as const;
export type UnusableNumberReason = (typeof UNUSABLE_NUMBER_REASONS)[number];

/** What an item has at the path of a result. */
export type ExtractedResult =
	/** A result that rules can judge. */
	| { readonly kind: 'result'; readonly result: JsonObject; readonly sandbox: boolean }
	| { readonly kind: 'failed'; readonly reason: string | null; readonly sandbox: boolean }
	| { readonly kind: 'unusable'; readonly reason: UnusableNumberReason; readonly sandbox: boolean }
	/** The lead has no such value, so that nothing was looked up. */
	| { readonly kind: 'missing'; readonly sandbox: boolean }
	| { readonly kind: 'none' };

/** No result of the kind. */
export const NONE: ExtractedResult = { kind: 'none' };

const DATA_FIELDS: ReadonlyMap<ResultKind, readonly ResponseField[]> = new Map(
	RESULT_KINDS.map((kind) => [kind, RESULT_KIND_INFO[kind].fields.filter(({ isMetadata }) => !isMetadata)]),
);

/**
 * Whether a result has data of its kind. A table row can have the columns without values, so it needs one known value. In a result
 * of this package, a field that is present is enough.
 */
function hasData(result: JsonObject, kind: ResultKind): boolean {
	const fields = DATA_FIELDS.get(kind) ?? [];
	return fields.some((field) => {
		const value = readPath(result, field.name);
		return isJsonObject(result.lookup) ? value !== undefined : readResponseValue(field, value) !== null;
	});
}

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

function hasFailed({ success }: JsonObject, { status }: JsonObject): boolean {
	if (success !== undefined && readBoolean(success) !== true) return true;
	return status === 'failed' || status === 'not_attempted';
}

const isUnusableNumber = (reason: unknown): reason is UnusableNumberReason =>
	UNUSABLE_NUMBER_REASONS.some((unusable) => unusable === reason);

/** What was looked up, as far as the metadata says. */
const resourceOf = ({ resource }: JsonObject): string | undefined =>
	typeof resource === 'string' && resource !== '' ? resource : undefined;

/** Whether the lookup of this kind is known to have failed. A result in the item is then from an earlier lookup. */
function findFailure(json: JsonObject, kind: ResultKind): ExtractedResult | undefined {
	const { resource } = RESULT_KIND_INFO[kind];
	// Where it is not known which lookup failed, it can be each.
	const failure = readFailures(json).find((one) => (one.resource ?? resource) === resource);
	return failure && { kind: 'failed', reason: failure.reason, sandbox: failure.sandbox };
}

/** The fields of an item that begin with a prefix, without it. No lookup writes its metadata there, so these are the lead's own. */
const withoutPrefix = (json: JsonObject, prefix: string): JsonObject =>
	Object.fromEntries(
		Object.keys(json)
			.filter((name) => name.startsWith(prefix))
			.map((name) => [name.slice(prefix.length), json[name]] as const)
			.filter(([name]) => !/^lookup(?:\.|$)/.test(name)),
	);

function readAt(json: JsonObject, path: string): unknown {
	if (path === '') return normalizeRow(json);
	if (path.endsWith('*')) return withoutPrefix(json, path.slice(0, -1));
	// A cell of a sheet, or an AI model, can return the result as JSON text.
	return parseJson(readPath(json, path));
}

/** Why nothing was looked up; undefined if it was, or if the result says all there is to say. */
function readUnsent({ status, reason }: JsonObject, sandbox: boolean): ExtractedResult | undefined {
	if (status !== 'not_sent') return undefined;
	if (reason === 'key_only') return NONE;
	if (reason === 'value_missing') return { kind: 'missing', sandbox };
	return isUnusableNumber(reason) ? { kind: 'unusable', reason, sandbox } : undefined;
}

/**
 * Extracts a result from an item.
 *
 * @param path of the result in the item; empty if the item itself is a row with the fields of the phone result, and `phone_*` if
 *   they all begin with `phone_`
 */
export function extractResult(json: JsonObject, path: string, kind: ResultKind): ExtractedResult {
	const failure = findFailure(json, kind);
	if (failure !== undefined) return failure;
	const result = readAt(json, path);
	if (!isJsonObject(result)) return NONE;
	const lookup = readLookup(result);
	const resource = resourceOf(lookup);
	if (resource !== undefined && resource !== RESULT_KIND_INFO[kind].resource) return NONE;
	const sandbox = readBoolean(lookup.sandbox) === true;
	const unsent = readUnsent(lookup, sandbox);
	if (unsent !== undefined) return unsent;
	if (hasFailed(result, lookup)) {
		const { reason } = lookup;
		return { kind: 'failed', reason: typeof reason === 'string' && reason !== '' ? reason : null, sandbox };
	}
	const isResult = path === '' ? isResultRow(result) : hasData(result, kind) && (resource !== undefined || !isForeign(result, kind));
	return isResult ? { kind: 'result', result, sandbox } : NONE;
}
