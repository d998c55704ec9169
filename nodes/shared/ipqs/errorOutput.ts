import { readBoolean } from '../json/coerce';
import { isJsonObject, parseJson, type JsonObject } from '../json/json';
import { FAILURES, type FailureReason } from './failures';

/** A lookup of an item that gave no result, known from n8n's error output. */
export interface LookupFailure {
	/** What was looked up; null if the item does not say. */
	readonly resource: string | null;
	readonly reason: string;
	readonly sandbox: boolean;
}

/** Field that keeps the failures of an item for which something else was looked up afterwards. */
const FAILURES_FIELD = 'ipqs_failures';

const NO_FAILURES: readonly LookupFailure[] = [];

function readFailure(value: unknown): LookupFailure[] {
	if (!isJsonObject(value) || typeof value.reason !== 'string') return [];
	const { reason, resource, sandbox } = value;
	return [{ resource: typeof resource === 'string' && resource !== '' ? resource : null, reason, sandbox: readBoolean(sandbox) === true }];
}

const readList = (value: unknown): LookupFailure[] => (Array.isArray(value) ? value.flatMap(readFailure) : []);

/**
 * JSON for n8n's error output. All is in `error`: n8n takes items with other members for results, and adds the fields of the input,
 * of which only `error` is overwritten so. Some n8n versions also accept `message` and `details` here, which leads have of their own.
 *
 * @param message what happened
 * @param metadata of the lookup
 * @param earlier other lookups of the item that failed before
 */
export const toErrorOutput = (
	message: string,
	reason: FailureReason,
	metadata: object,
	earlier: readonly LookupFailure[] = NO_FAILURES,
): JsonObject => ({
	error: {
		message,
		description: FAILURES[reason].remedy,
		lookup: metadata,
		...(earlier.length === 0 ? {} : { [FAILURES_FIELD]: earlier }),
	},
});

/** What the error output of a lookup added to an item, whether it is JSON or its text; undefined for all other items. */
function readErrorOutput({ error }: JsonObject): { readonly lookup: JsonObject; readonly earlier: unknown } | undefined {
	const added = parseJson(error);
	if (!isJsonObject(added) || !isJsonObject(added.lookup)) return undefined;
	const { lookup } = added;
	return Object.hasOwn(FAILURES, String(lookup.reason)) ? { lookup, earlier: added[FAILURES_FIELD] } : undefined;
}

/**
 * The lookups of an item that failed, the latest of each resource, the latest first. n8n adds the input fields to items of the error
 * output, so a result of one of these in the item is older.
 */
export function readFailures(json: JsonObject): readonly LookupFailure[] {
	if (json.error === undefined && json[FAILURES_FIELD] === undefined) return NO_FAILURES;
	const latest = readErrorOutput(json);
	const all = [...readFailure(latest?.lookup), ...readList(latest?.earlier), ...readList(json[FAILURES_FIELD])];
	return all.filter(({ resource }, index) => all.findIndex((one) => one.resource === resource) === index);
}

/** The failures that a lookup does not make out of date: those of other resources. */
export const failuresOfOthers = (json: JsonObject, resource: string): LookupFailure[] =>
	readFailures(json).filter((failure) => failure.resource !== resource);

/** An item for the result of another lookup: without what an error output added, but with the failures of other resources. */
export function withoutErrorFields(json: JsonObject, resource: string): JsonObject {
	if (readFailures(json).length === 0) return json;
	const failures = failuresOfOthers(json, resource);
	const removed = readErrorOutput(json) === undefined ? [FAILURES_FIELD] : ['error', FAILURES_FIELD];
	const kept = Object.entries(json).filter(([name]) => !removed.includes(name));
	return Object.fromEntries(failures.length === 0 ? kept : [...kept, [FAILURES_FIELD, failures]]);
}
