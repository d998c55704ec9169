import { readPath } from '../item/path';
import { PHONE_FIELDS } from '../ipqs/phoneFields';
import { readBoolean } from '../ipqs/values';
import { isJsonObject, type JsonObject } from '../json';

/** What stands at the result's place in an item. */
export type Finding =
	| { readonly kind: 'result'; readonly result: JsonObject; readonly sandbox: boolean }
	| { readonly kind: 'failed'; readonly reason: string | null; readonly sandbox: boolean }
	| { readonly kind: 'none' };

const ABOUT_NUMBER = PHONE_FIELDS.filter(({ aboutLookup }) => !aboutLookup);
const NUMBER_FIELDS = ABOUT_NUMBER.map(({ name }) => name);
const TELLING_FIELDS = ABOUT_NUMBER.filter(({ leadsHaveToo }) => !leadsHaveToo).map(({ name }) => name);
/** Fields of answers about something else, which share names such as `fraud_score` and `valid` with a number's. */
const FOREIGN_FIELDS = ['smtp_score', 'deliverability', 'disposable', 'proxy', 'vpn', 'ASN', 'unsafe', 'phishing', 'exposed', 'fraud_chance'];

const isPresent = (result: JsonObject) => (name: string) => readPath(result, name) !== undefined;

/** What the lookup node noted, also where a row keeps it in columns such as `lookup.status`. */
function lookupOf(result: JsonObject): JsonObject {
	if (isJsonObject(result.lookup)) return result.lookup;
	return { status: result['lookup.status'], reason: result['lookup.reason'], sandbox: result['lookup.sandbox'] };
}

function hasFailed({ success }: JsonObject, lookup: JsonObject): boolean {
	if (success !== undefined && readBoolean(success) !== true) return true;
	return lookup.status === 'failed' || lookup.status === 'not_attempted' || lookup.reason === 'country_missing';
}

/** A result that went through a sheet's cell or a model is the JSON text of one. */
function asResult(value: unknown): unknown {
	if (typeof value !== 'string' || !value.trimStart().startsWith('{')) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

/**
 * Finds the result in an item: one that rules can judge, a lookup that was not answered, or none.
 *
 * @param resultField path in the item; empty for the item itself
 */
export function findResult(json: JsonObject, resultField: string): Finding {
	const result = asResult(readPath(json, resultField));
	if (!isJsonObject(result)) return { kind: 'none' };
	const lookup = lookupOf(result);
	const sandbox = lookup.sandbox === true;
	if (hasFailed(result, lookup)) {
		const { reason } = lookup;
		return { kind: 'failed', reason: typeof reason === 'string' && reason !== '' ? reason : null, sandbox };
	}
	// A row of a CRM may hold anything beside the number's fields; an answer is about one thing.
	if (resultField !== '' && FOREIGN_FIELDS.some((name) => result[name] !== undefined)) return { kind: 'none' };
	const names = resultField === '' ? TELLING_FIELDS : NUMBER_FIELDS;
	return names.some(isPresent(result)) ? { kind: 'result', result, sandbox } : { kind: 'none' };
}
