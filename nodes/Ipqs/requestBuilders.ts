import { requestMethodOf, variablesOf } from '../shared/lookupNode/planItem';
import type { ItemParameters } from '../shared/lookupNode/operation';
import type { Access } from '../shared/lookupNode/connection';
import { flag, InvalidParameter } from '../shared/parameters/validate';
import { textOf } from '../shared/parameters/text';
import { KEY_MARKER, lookupRequest, type ApiRequest, type KeyLocation, type RequestMethod, type RequestParameters, type Subject } from '../shared/ipqs/request';

/** This node has no integrations, so the key goes where its credential says. */
const keyLocationOf = (access: Access): KeyLocation => ('keyLocation' in access ? access.keyLocation : 'header');

/** @throws {InvalidParameter} when the parameter is empty, or an object as a whole item is */
export function requiredText(item: ItemParameters, name: string, label: string): string {
	const value = item.read(name, '');
	if (typeof value === 'object' && value !== null) throw new InvalidParameter(label, 'must be text; map the field that holds it, not a whole object or list');
	const text = textOf(value);
	if (text === '') throw new InvalidParameter(label, 'is empty; map the field that holds it');
	return text;
}

/** `true` where an option is on; empty where it is off or was not added. */
export const whenOn = (label: string, value: unknown): string => (flag(label, value ?? false) ? 'true' : '');

/** Parameters without the empty ones, which are not sent. */
export const filled = (parameters: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));

/** A lookup of one value, with custom variables beside its parameters. */
export const lookupOf = (subject: Subject, parameters: RequestParameters, item: ItemParameters, access: Access): ApiRequest =>
	lookupRequest(subject, { ...variablesOf(item.options), ...parameters }, requestMethodOf(item.options), keyLocationOf(access));

/** A free call that IPQS publishes with the key in the path alone; the path says where. */
export const freeCallByPath = (method: RequestMethod, path: string, parameters: RequestParameters, item: ItemParameters): ApiRequest => ({
	method,
	path,
	parameters: { ...variablesOf(item.options), ...parameters },
	free: true,
});

/** A free call whose key IPQS takes in the header or behind the endpoint. */
export const freeCall = (method: RequestMethod, endpoint: string, parameters: RequestParameters, item: ItemParameters, access: Access, rest = ''): ApiRequest =>
	freeCallByPath(method, `/api/json/${endpoint}${keyLocationOf(access) === 'path' ? `/${KEY_MARKER}` : ''}${rest}`, parameters, item);
