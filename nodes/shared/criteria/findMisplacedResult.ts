import type { JsonObject } from '../json/json';
import { isJsonObject } from '../json/json';
import { extractResult } from './extractResult';
import { RESULT_KINDS, type ResultKind } from './resultKinds';
import { hasSignature, SIGNATURES } from './signatures';

/** Where the result of a kind is in an item that has none at the expected path. */
export type ResultLocation =
	/** The expected path holds a result of another kind. */
	| { readonly place: 'otherKind'; readonly kind: ResultKind }
	/** Another field holds it; an empty path is the item itself. */
	| { readonly place: 'elsewhere'; readonly path: string };

/** Names that are safe to show: longer or odd ones could be values. */
const PLAIN_NAME = /^[A-Za-z_][\w -]{0,39}$/;

/** Whether a path certainly holds a lookup of a kind: fields that several kinds share are not enough. */
function holds(json: JsonObject, path: string, kind: ResultKind): boolean {
	const extracted = extractResult(json, path, kind);
	if (extracted.kind === 'none') return false;
	const value = path.split('.').reduce<unknown>((one, step) => (isJsonObject(one) ? one[step] : undefined), json);
	if (!isJsonObject(value)) return false;
	return isJsonObject(value.lookup) ? typeof value.lookup.resource === 'string' : hasSignature(value, kind);
}

const namesOf = (value: unknown): string[] => (isJsonObject(value) ? Object.keys(value).filter((name) => PLAIN_NAME.test(name)) : []);

const SCORE = 'fraud_score';

/** Path of the fields of a result that all begin with the same text: `phone_*`. */
function locatePrefix(json: JsonObject, kind: ResultKind): string | undefined {
	const prefixes = namesOf(json).flatMap((name) => (name.endsWith(SCORE) && name !== SCORE ? [name.slice(0, -SCORE.length)] : []));
	const isOfKind = (prefix: string): boolean =>
		SIGNATURES[kind].some((name) => name !== SCORE && json[prefix + name] !== undefined) &&
		extractResult(json, `${prefix}*`, kind).kind !== 'none';
	const found = prefixes.find(isOfKind);
	return found === undefined ? undefined : `${found}*`;
}

/** Finds out why an item has no result of a kind at a path. */
export function findMisplacedResult(json: JsonObject, path: string, kind: ResultKind): ResultLocation | undefined {
	const other = RESULT_KINDS.find((one) => one !== kind && holds(json, path, one));
	if (other !== undefined) return { place: 'otherKind', kind: other };
	if (kind === 'phone' && path !== '' && extractResult(json, '', kind).kind === 'result') return { place: 'elsewhere', path: '' };
	const names = namesOf(json);
	const paths = [...names, ...names.flatMap((name) => namesOf(json[name]).map((inner) => `${name}.${inner}`))];
	const found = paths.find((one) => one !== path && holds(json, one, kind));
	const elsewhere = found ?? locatePrefix(json, kind);
	return elsewhere === undefined ? undefined : { place: 'elsewhere', path: elsewhere };
}
