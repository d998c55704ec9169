import { readBoolean } from '../json/coerce';
import { isJsonObject, type JsonObject } from '../json/json';
import { PHONE_RESOURCE } from './phoneFields';
import { FAILURES, type FailureReason } from './failures';

const REASON_BY_REMEDY: ReadonlyMap<unknown, FailureReason> = new Map(
	Object.entries(FAILURES).map(([reason, { remedy }]) => [remedy, reason as FailureReason]),
);

const ERROR_FIELDS = ['error', 'message', 'details'];

/** A lookup of an item that gave no result, known from n8n's error output. */
export interface LookupFailure {
	/** What was looked up; null if n8n's version does not say. */
	readonly resource: string | null;
	readonly reason: string;
	readonly sandbox: boolean;
}

/** Field that keeps the failures of an item for which something else was looked up afterwards. */
export const FAILURES_FIELD = 'ipqs_failures';

const NO_FAILURES: readonly LookupFailure[] = [];

function readFailure(value: unknown): LookupFailure[] {
	if (!isJsonObject(value) || typeof value.reason !== 'string') return [];
	const { reason, resource, sandbox } = value;
	return [{ resource: typeof resource === 'string' && resource !== '' ? resource : null, reason, sandbox: readBoolean(sandbox) === true }];
}

const readList = (value: unknown): LookupFailure[] => (Array.isArray(value) ? value.flatMap(readFailure) : []);

/**
 * JSON for n8n's error output. n8n takes items with other members for results.
 *
 * @param message what happened
 * @param metadata of the lookup; undefined if n8n does not support `details`
 * @param earlier other lookups of the item that failed before
 */
export const toErrorOutput = (
	message: string,
	reason: FailureReason,
	metadata: object | undefined,
	earlier: readonly LookupFailure[] = NO_FAILURES,
): JsonObject => ({
	error: message,
	message: FAILURES[reason].remedy,
	...(metadata === undefined ? {} : { details: { ...metadata, ...(earlier.length === 0 ? {} : { [FAILURES_FIELD]: earlier }) } }),
});

/** Why the lookup of an item from the error output failed; undefined for all other items. */
export const readErrorOutput = ({ error, message }: JsonObject): FailureReason | undefined =>
	typeof error === 'string' ? REASON_BY_REMEDY.get(message) : undefined;

/**
 * The lookups of an item that failed, the latest first. n8n adds the input fields to items of the error output, so a result of one
 * of these in the item is older.
 */
export function readFailures(json: JsonObject): readonly LookupFailure[] {
	const reason = readErrorOutput(json);
	if (reason === undefined) return json[FAILURES_FIELD] === undefined ? NO_FAILURES : readList(json[FAILURES_FIELD]);
	const details = isJsonObject(json.details) ? json.details : {};
	return [...readFailure({ ...details, reason }), ...readList(details[FAILURES_FIELD]), ...readList(json[FAILURES_FIELD])];
}

/** The failures that a lookup does not make out of date: those of other resources. One that n8n does not name was the phone's. */
export const failuresOfOthers = (json: JsonObject, resource: string): LookupFailure[] =>
	readFailures(json)
		.map((failure) => ({ ...failure, resource: failure.resource ?? PHONE_RESOURCE }))
		.filter((failure) => failure.resource !== resource);

/** An item for the result of another lookup: without what an error output added, but with the failures of other resources. */
export function withoutErrorFields(json: JsonObject, resource: string): JsonObject {
	if (readFailures(json).length === 0) return json;
	const failures = failuresOfOthers(json, resource);
	const removed = readErrorOutput(json) === undefined ? [FAILURES_FIELD] : [...ERROR_FIELDS, FAILURES_FIELD];
	const kept = Object.entries(json).filter(([name]) => !removed.includes(name));
	return Object.fromEntries(failures.length === 0 ? kept : [...kept, [FAILURES_FIELD, failures]]);
}
