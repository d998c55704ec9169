import type { AuthMode } from '../shared/lookupNode/connection';
import { readBooleanParameter, InvalidParameter } from '../shared/parameters/validate';
import { toText } from '../shared/parameters/text';
import {
	KEY_MARKER,
	lookupRequest,
	type ApiRequest,
	type KeyLocation,
	type RequestMethod,
	type RequestParameters,
	type LookupTarget,
} from '../shared/ipqs/request';
import { readCustomVariables, readRequestMethod } from '../shared/lookupNode/requestOptions';
import type { ItemParameters } from '../shared/lookupNode/itemParameters';

/** This node has no integrations, so the key goes where its credential says. */
const keyLocationOf = (access: AuthMode): KeyLocation => ('keyLocation' in access ? access.keyLocation : 'header');

/** @throws {InvalidParameter} when the parameter is empty, or an object as a whole item is */
export function requiredText(item: ItemParameters, name: string, label: string): string {
	const value = item.read(name, '');
	if (typeof value === 'object' && value !== null)
		throw new InvalidParameter(label, 'must be text; map the field that holds it, not a whole object or list');
	const text = toText(value);
	if (text === '') throw new InvalidParameter(label, 'is empty; map the field that holds it');
	return text;
}

/** `true` where an option is on; empty where it is off or was not added. */
export const trueOrEmpty = (label: string, value: unknown): string => (readBooleanParameter(label, value ?? false) ? 'true' : '');

/** Parameters without the empty ones, which are not sent. */
export const omitEmpty = (parameters: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));

/** A lookup of one value, with custom variables beside its parameters. */
export const buildLookup = (subject: LookupTarget, parameters: RequestParameters, item: ItemParameters, access: AuthMode): ApiRequest =>
	lookupRequest(subject, { ...readCustomVariables(item.options), ...parameters }, readRequestMethod(item.options), keyLocationOf(access));

/** A free call that IPQS publishes with the key in the path alone; the path says where. */
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

/** A free call whose key IPQS takes in the header or behind the endpoint. */
export const buildFreeRequest = (
	method: RequestMethod,
	endpoint: string,
	parameters: RequestParameters,
	item: ItemParameters,
	access: AuthMode,
	rest = '',
): ApiRequest =>
	buildFreePathRequest(method, `/api/json/${endpoint}${keyLocationOf(access) === 'path' ? `/${KEY_MARKER}` : ''}${rest}`, parameters, item);
