import { readBoolean } from '../json/coerce';
import { isJsonObject, parseJson, type JsonObject } from '../json/json';
import { readPath } from '../json/path';
import { isTooDeep } from '../ipqs/response';
import type { FieldSelection } from '../ipqs/selectFields';
import type { ItemResult, LookupSource } from './itemResult';

/** What an earlier result must be to be used again. */
export interface WantedResult {
	readonly key: string;
	readonly source: LookupSource;
	readonly fields: FieldSelection;
	/** Names of further fields that the node gives. */
	readonly extraFields: readonly string[];
	/** Names of the fields of a row or an item that may contain the result. */
	readonly places: readonly string[];
	/** Ms. */
	readonly maxAge: number;
	/** Ms since the epoch. */
	readonly now: number;
}

/** A stored result: the fields, and what the node knew about the lookup. */
interface StoredResult {
	readonly body: JsonObject;
	readonly lookup: JsonObject;
}

/** JSON text is not parsed beyond this length, as no response is longer. */
const MAX_TEXT = 2_000_000;

/** A list of items with a row with the result as text is the deepest nesting. */
const MAX_LEVELS = 6;

/** What JSON text of an object or a list contains; undefined if it cannot contain the key, so that most of a list is not parsed. */
const parseText = (text: string, key: string): unknown =>
	text.length <= MAX_TEXT && text.includes(key) && /^\s*[[{]/.test(text) ? parseJson(text) : undefined;

function* storedResults(value: unknown, wanted: WantedResult, levels = MAX_LEVELS): Generator<StoredResult> {
	if (levels === 0) return;
	const { key, places } = wanted;
	const inner = (one: unknown): Generator<StoredResult> => storedResults(one, wanted, levels - 1);
	if (typeof value === 'string') return yield* inner(parseText(value, key));
	if (Array.isArray(value)) {
		for (const one of value) yield* inner(one);
		return;
	}
	if (!isJsonObject(value)) return;
	if (Object.hasOwn(value, 'lookup')) {
		const { lookup: stored, ...body } = value;
		const lookup = typeof stored === 'string' ? parseText(stored, key) : stored;
		if (isJsonObject(lookup) && lookup.key === key) yield { body, lookup };
		return;
	}
	// Only in fields of these names: another one may contain text that a form sent.
	for (const place of places) yield* inner(readPath(value, place));
}

const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

const readTime = ({ checked_at: text }: JsonObject): number =>
	typeof text === 'string' && ISO_DATE.test(text) ? Date.parse(text) : Number.NaN;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Request IDs of the sandbox, see `sandbox/sandbox.ts`. */
const hasSandboxId = ({ request_id: id }: JsonObject): boolean => typeof id === 'string' && id.startsWith('sandbox');

/** Whether a field is in the result, null included, or cannot be because the object that it belongs to is null. */
function holdsField(body: JsonObject, name: string): boolean {
	const value = readPath(body, name);
	if (value !== undefined) return true;
	const dot = name.lastIndexOf('.');
	return dot > 0 && readPath(body, name.slice(0, dot)) === null;
}

function isComplete({ body, lookup }: StoredResult, { fields: { mode, fields, keepUnlisted }, extraFields }: WantedResult): boolean {
	// A raw result is IPQS's whole response, and the only one that is not typed.
	if (mode === 'raw') return lookup.output === 'raw';
	if (keepUnlisted && lookup.output !== mode && lookup.output !== 'raw') return false;
	return [...fields.map(({ name }) => name), ...extraFields].every((name) => holdsField(body, name));
}

/** When a stored result was answered, ms since the epoch; -Infinity unless it can be used. */
function usableTime(stored: StoredResult, wanted: WantedResult): number {
	const { body, lookup } = stored;
	const { source, maxAge, now } = wanted;
	const isAnswered = lookup.status === 'ok' && lookup.resource === source.resource && readBoolean(body.success) === true;
	const isReal = lookup.sandbox === false && !hasSandboxId(lookup) && !hasSandboxId(body);
	const time = readTime(lookup);
	const isCurrent = time <= now && now - time <= maxAge;
	const isAllowed = isReal || (source.sandbox && typeof lookup.sandbox === 'boolean');
	return isAnswered && isAllowed && isCurrent && isComplete(stored, wanted) && !isTooDeep(body) ? time : -Infinity;
}

const textMembers = (value: unknown): Record<string, string> =>
	isJsonObject(value)
		? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
		: {};

const toItemResult = ({ body, lookup }: StoredResult, { key, source }: WantedResult): ItemResult => ({
	result: { kind: 'success', body },
	metadata: {
		status: 'ok',
		reason: null,
		request_id: textOrNull(lookup.request_id),
		checked_at: textOrNull(lookup.checked_at),
		attempts: 0,
		charged_attempts: 0,
		latency_ms: null,
		deduplicated: false,
		billable: false,
		reused: true,
		sandbox: lookup.sandbox === true,
		resource: source.resource,
		key,
		output: source.output,
		not_in_plan: textMembers(lookup.not_in_plan),
	},
});

/**
 * Finds the newest result that can be used instead of a lookup: an answer to the very same lookup, not from the sandbox unless this
 * one is, neither too old nor from the future, with all fields that the node gives. Trusts nothing in the value.
 *
 * @param value a result, a row or an item with one, JSON text of these, or a list of these
 * @returns undefined if there is none, also for a damaged value
 */
export function findEarlierResult(value: unknown, wanted: WantedResult): ItemResult | undefined {
	let newest: { readonly stored: StoredResult; readonly time: number } | undefined;
	try {
		for (const stored of storedResults(value, wanted)) {
			const time = usableTime(stored, wanted);
			if (time > (newest?.time ?? -Infinity)) newest = { stored, time };
		}
	} catch {
		// A value that cannot be read is not a result.
	}
	return newest && toItemResult(newest.stored, wanted);
}
