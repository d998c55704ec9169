import type { AuthMode } from '../shared/lookupNode/connection';
import { readBooleanParameter, InvalidParameter } from '../shared/parameters/readParameter';
import { toText } from '../shared/parameters/text';
import type { UnsentResult } from '../shared/client/itemResult';
import { trimInvisible } from '../shared/ipqs/formats';
import { saysNoValue } from '../shared/ipqs/noValue';
import {
	KEY_MARKER,
	lookupRequest,
	type ApiRequest,
	type KeyLocation,
	type RequestMethod,
	type RequestParameters,
	type LookupTarget,
} from '../shared/ipqs/request';
import { readCustomVariables, readRequestMethod } from '../shared/lookupNode/readRequestOptions';
import type { ItemParameters } from '../shared/lookupNode/itemParameters';

/** This node does not support custom integrations, so the fallback is never used. */
const keyLocationOf = (auth: AuthMode): KeyLocation => ('keyLocation' in auth ? auth.keyLocation : 'header');

/** @throws {InvalidParameter} when the parameter is empty, an object or a list */
export function requiredText(item: ItemParameters, name: string, label: string): string {
	const value = item.read(name, '');
	if (typeof value === 'object' && value !== null)
		throw new InvalidParameter(label, 'must be text; map a single field, not an object or list');
	const text = toText(value);
	if (text === '') throw new InvalidParameter(label, 'is empty; map the field that contains it');
	return text;
}

/** A value to look up: the text that is sent, or the result of an item without a usable one. */
type LookupValue = { readonly value: string } | { readonly unsent: UnsentResult };

/**
 * Reads the value to look up. A lead without one, or with one that cannot be looked up, gets a result without a request.
 *
 * @param normalize the text to send; undefined if it cannot be looked up
 * @param expectation what the parameter must be, as the rest of a sentence
 * @throws {InvalidParameter} for an object or a list
 */
export function readLookupValue(
	item: ItemParameters,
	name: string,
	label: string,
	normalize: (text: string) => string | undefined,
	expectation: string,
): LookupValue {
	const value = item.read(name, '');
	if (typeof value === 'object' && value !== null)
		throw new InvalidParameter(label, 'must be text; map a single field, not an object or list');
	const text = trimInvisible(toText(value));
	if (text === '') return { unsent: { status: 'not_sent', reason: 'value_missing', detail: `'${label}' is empty` } };
	const normalized = normalize(text);
	if (normalized !== undefined) return { value: normalized };
	if (saysNoValue(text)) return { unsent: { status: 'not_sent', reason: 'value_missing', detail: `'${label}' says that there is none` } };
	return { unsent: { status: 'not_sent', reason: 'value_unusable', detail: `'${label}' ${expectation}` } };
}

/** 'true' if an option is on, '' if it is off or was not added. */
export const trueOrEmpty = (label: string, value: unknown): string => (readBooleanParameter(label, value ?? false) ? 'true' : '');

/** Removes empty parameters, which are not sent. */
export const omitEmpty = (parameters: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));

/** Builds a lookup of one value, with the custom variables added to its parameters. */
export const buildLookup = (target: LookupTarget, parameters: RequestParameters, item: ItemParameters, auth: AuthMode): ApiRequest =>
	lookupRequest(target, { ...readCustomVariables(item.options), ...parameters }, readRequestMethod(item.options), keyLocationOf(auth));

/**
 * Builds a request that costs no credit and that IPQS only documents with the key in the path.
 *
 * @param path with the key marker
 */
export const buildFreePathRequest = (
	method: RequestMethod,
	path: string,
	parameters: RequestParameters,
	item: ItemParameters,
): ApiRequest => ({
	method,
	path,
	parameters: { ...readCustomVariables(item.options), ...parameters },
	costsCredit: false,
});

/**
 * Builds a request that costs no credit and for which IPQS accepts the key in the header, or in the path after the endpoint.
 *
 * @param rest path after the key, such as `/list`
 */
export const buildFreeRequest = (
	method: RequestMethod,
	endpoint: string,
	parameters: RequestParameters,
	item: ItemParameters,
	auth: AuthMode,
	rest = '',
): ApiRequest =>
	buildFreePathRequest(method, `/api/json/${endpoint}${keyLocationOf(auth) === 'path' ? `/${KEY_MARKER}` : ''}${rest}`, parameters, item);
