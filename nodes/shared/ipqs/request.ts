import { InvalidParameter } from '../parameters/readParameter';
import { lookupKey } from './lookupKey';

/** Where the credential puts the key: in the `IPQS-KEY` header, or in the path in place of the marker. */
export type KeyLocation = 'header' | 'path';

/** Placeholder for the key in a path. URLs contain no unencoded braces, so nothing else looks like it. */
export const KEY_MARKER = '{key}';

export const REQUEST_METHODS = ['GET', 'POST'] as const;

export type RequestMethod = (typeof REQUEST_METHODS)[number];

/** Parameters by name. An array becomes `name[]=…` for each value, which PHP servers read as a list. */
export type RequestParameters = Readonly<Record<string, string | readonly string[]>>;

/** A request to IPQS, without its host and credential. */
export interface ApiRequest {
	readonly method: RequestMethod;
	readonly path: string;
	/** Sent as query (GET) or form body (POST). */
	readonly parameters: RequestParameters;
	/** Whether IPQS charges a credit for a result. */
	readonly costsCredit: boolean;
	/** Identifies a lookup, see `lookupKey`; only of requests that cost a credit. Not sent. */
	readonly key?: string;
	/** Whether an error about the number itself is a result, `valid: false`. */
	readonly invalidNumberIsResult?: true;
	/** Whether an error without a message means that IPQS has no match. */
	readonly emptyErrorMeansNotFound?: true;
	/** Whether processing it twice does harm. It is then not retried if IPQS may have received it. */
	readonly nonIdempotent?: true;
}

/** A parameter with a single value; '' if it is absent or a list. */
export const parameterOf = ({ parameters }: ApiRequest, name: string): string => {
	const value = parameters[name];
	return typeof value === 'string' ? value : '';
};

/** The value to look up. */
export interface LookupTarget {
	/** Path after `/api/json/`, such as `phone` or `leaked/email`. */
	readonly endpoint: string;
	/** IPQS's name of the parameter. */
	readonly parameter: string;
	readonly value: string;
	/** Label in the form; `parameter` if absent. */
	readonly label?: string;
}

/** URL parsers remove these segments from a path, also when encoded (RFC 3986, 5.2.4). */
export const isDotSegment = (text: string): boolean => text === '.' || text === '..';

/**
 * @param remedy what to do instead
 * @throws {InvalidParameter} for text that cannot be a segment of a path
 */
export function assertPathSegment(label: string, text: string, remedy: string): void {
	if (isDotSegment(text)) throw new InvalidParameter(label, `must not be . or .., which a URL cannot contain; ${remedy}`);
}

/**
 * Builds a lookup of one value at `/api/json/{endpoint}` (IPQS documentation, submitting data). With the key in a header the value
 * must be a parameter, because IPQS reads a path segment there as the key. With the key in the path a GET has the value as the
 * next segment, as IPQS documents it.
 *
 * @param parameters in addition to the value; they cannot replace it
 * @throws {InvalidParameter} for a value that must be a path segment and cannot be one
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
		key: lookupKey(endpoint, value, others),
	};
}
