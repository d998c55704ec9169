import { InvalidParameter } from '../parameters/validate';

/** Where a credential puts the key; in a `path` request the marker says where. */
export type KeyLocation = 'header' | 'path';

/** Stands in a path where the credential puts the key. Braces are no URL characters, so nothing else looks like it. */
export const KEY_MARKER = '{key}';

export const REQUEST_METHODS = ['GET', 'POST'] as const;

export type RequestMethod = (typeof REQUEST_METHODS)[number];

/** Parameters by name; an array becomes `name[]=…` for each value, the form PHP servers read as a list. */
export type RequestParameters = Readonly<Record<string, string | readonly string[]>>;

/** A request to IPQS, without host and credential. */
export interface ApiRequest {
	readonly method: RequestMethod;
	readonly path: string;
	/** Sent as query (GET) or as a form body (POST). */
	readonly parameters: RequestParameters;
	/** Whether IPQS charges a credit for a result. */
	readonly costsCredit: boolean;
	/** Whether an error about the number itself is a result, `valid: false`. */
	readonly invalidNumberIsResult?: true;
	/** Whether an error without a message means that IPQS has no match. */
	readonly emptyErrorMeansNotFound?: true;
	/** Whether processing it twice does harm, so that it is not sent again when it may have arrived. */
	readonly nonIdempotent?: true;
}

/** A parameter that is one text; empty where it is none. */
export const parameterOf = ({ parameters }: ApiRequest, name: string): string => {
	const value = parameters[name];
	return typeof value === 'string' ? value : '';
};

/** What a lookup is about, under the name that IPQS gives it. */
export interface LookupTarget {
	readonly endpoint: string;
	readonly parameter: string;
	readonly value: string;
	/** What the form calls it, where that is not IPQS's name. */
	readonly label?: string;
}

/** Steps of a path, which an address loses in every spelling and with them what they stand for (RFC 3986, 5.2.4). */
export const isDotSegment = (text: string): boolean => text === '.' || text === '..';

/** @throws {InvalidParameter} for a text that cannot be a segment of a path, with what to do instead */
export function assertPathSegment(label: string, text: string, instead: string): void {
	if (isDotSegment(text)) throw new InvalidParameter(label, `must not be . or .., which no address can hold; ${instead}`);
}

/**
 * A lookup of one value, `/api/json/{endpoint}` (IPQS documentation, submitting data). With the key in a header the value has
 * to be a parameter, for a path segment there is read as the key; with the key in the path a GET takes the value as the
 * documented next segment.
 *
 * @param parameters beside the value, which they do not replace
 * @throws {InvalidParameter} for a value that cannot be a segment, where it has to be one
 */
export function lookupRequest(
	{ endpoint, parameter, value, label = parameter }: LookupTarget,
	parameters: RequestParameters,
	method: RequestMethod,
	keyLocation: KeyLocation,
): ApiRequest {
	const inPath = keyLocation === 'path' && method === 'GET';
	if (inPath) assertPathSegment(label, value, "set 'Request Method' to POST");
	const others = Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== parameter));
	return {
		method,
		path: `/api/json/${endpoint}${keyLocation === 'path' ? `/${KEY_MARKER}` : ''}${inPath ? `/${encodeURIComponent(value)}` : ''}`,
		parameters: inPath ? others : { ...others, [parameter]: value },
		costsCredit: true,
	};
}
