import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { parseUrl } from '../ipqs/formats';
import { isJsonObject } from '../json/json';
import { isLoopback, parseBaseUrl } from './baseUrl';
import { findFieldError, type RequiredFields } from './readCredential';

/** A request as n8n passes it to `authenticate`. n8n's HTTP Request node uses `uri` instead of `url`. */
export type CredentialRequest = IHttpRequestOptions & { readonly uri?: unknown };

/** A request that stays within the base URL of its credential, or why it was refused. */
export type RestrictedRequest = { readonly request: IHttpRequestOptions } | { readonly error: string };

/**
 * Options of n8n's HTTP helpers that are passed on. All others are dropped, because some can send the key elsewhere or let a
 * proxy read it: `agentOptions` with a CA or host, ignored TLS certificates, redirects under their several names.
 */
const SAFE_OPTIONS = [
	['method', 'headers', 'auth', 'allowedDomains'],
	['qs', 'arrayFormat', 'qsStringifyOptions', 'useQuerystring'],
	['body', 'form', 'formData', 'json'],
	['encoding', 'gzip', 'useStream', 'timeout', 'abortSignal'],
	['returnFullResponse', 'resolveWithFullResponse', 'ignoreHttpStatusErrors', 'simple'],
].flat();

/** A proxy only forwards https, and a certificate that is not verified is only safe on this machine. */
const SAFE_REMOTE_OPTIONS = new Set([...SAFE_OPTIONS, 'proxy']);
const SAFE_LOOPBACK_OPTIONS = new Set([...SAFE_OPTIONS, 'rejectUnauthorized', 'skipSslCertificateValidation']);

/** n8n 1.x and 2.x, `httpRequest` and the older `request`, each have names of their own for it. */
const NO_REDIRECTS = { disableFollowRedirect: true, followRedirect: false, followAllRedirects: false, maxRedirects: 0 };

/** Without TRACE, whose response repeats the key. */
const METHODS = /^(?:get|head|post|put|patch|delete|options)$/i;

/** `Host` could make a server or CDN pass the request to another site. */
const isSafeHeader = ([name]: [string, unknown]): boolean => name.trim().toLowerCase() !== 'host';

/** The URL that axios makes of a request: `baseURL` counts unless the URL is absolute. */
function resolveUrl({ url, uri, baseURL }: CredentialRequest): URL | undefined {
	const path = url ?? uri;
	if (typeof path !== 'string' || !['string', 'undefined'].includes(typeof baseURL)) return undefined;
	if (!baseURL || /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(path)) return parseUrl(path);
	return parseUrl(path === '' ? baseURL : `${baseURL.replace(/(?<!\/)\/+$/, '')}/${path.replace(/^\//, '')}`);
}

/** More levels of encoding are refused. */
const MAX_DECODINGS = 8;

/** A segment of a path with its encodings resolved, as leniently as any server; undefined if it is encoded too often. */
function decodeSegment(segment: string): string | undefined {
	let decoded = segment;
	for (let round = 0; round <= MAX_DECODINGS; round++) {
		const next = decoded.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
		if (next === decoded) return decoded;
		decoded = next;
	}
	return undefined;
}

/** `..`, also with path parameters (`..;a`), which some servers ignore. */
const PARENT = /^\.\.(?:;.*)?$/s;

/**
 * Whether a path stays below its start however a server decodes it. Encoded slashes (`..%2f`) count only where they lead up:
 * to a server that does not decode them, they are part of a segment.
 */
function staysBelow(path: string): boolean {
	let depth = 0;
	for (const segment of path.split('/')) {
		const decoded = decodeSegment(segment);
		if (decoded === undefined) return false;
		const parents = decoded.split(/[/\\]/).filter((part) => PARENT.test(part)).length;
		depth += parents > 0 ? -parents : Number(decoded !== '' && !decoded.startsWith('.'));
		if (depth < 0) return false;
	}
	return true;
}

/** Whether a path is the base path or below it, by whole segments. Both come from a URL, which has resolved plain `..`. */
function isWithinPath(path: string, basePath: string): boolean {
	if (basePath === '/') return true;
	return path === basePath || (path.startsWith(`${basePath}/`) && staysBelow(path.slice(basePath.length + 1)));
}

/**
 * Restricts a request to the origin and path of the credential's base URL and forbids redirects, so that whichever node uses the
 * credential, its key goes nowhere else. The URL that was checked is the one that is sent.
 *
 * @param baseUrl parsed, without trailing slash
 */
export function restrictRequest(request: CredentialRequest, baseUrl: string): RestrictedRequest {
	const url = resolveUrl(request);
	if (url === undefined) return { error: 'The URL of the request must be a full URL as text' };
	const base = new URL(baseUrl);
	// A `blob:` URL has the origin of the URL in it.
	const isSameOrigin = url.protocol === base.protocol && url.origin === base.origin && url.username === '' && url.password === '';
	if (!isSameOrigin || !isWithinPath(url.pathname, base.pathname)) {
		return { error: `This credential only sends requests to ${baseUrl}. Change the URL of the request, or 'Base URL' of the credential` };
	}
	const { method, headers } = request;
	if (method !== undefined && !(typeof method === 'string' && METHODS.test(method))) {
		return { error: 'The method of the request is not allowed. Use GET or POST' };
	}
	const safe = isLoopback(base) ? SAFE_LOOPBACK_OPTIONS : SAFE_REMOTE_OPTIONS;
	const passedOn = Object.fromEntries(Object.entries(request).filter(([name]) => safe.has(name)));
	const safeHeaders = isJsonObject(headers) ? { headers: Object.fromEntries(Object.entries(headers).filter(isSafeHeader)) } : {};
	return { request: { ...passedOn, ...safeHeaders, ...NO_REDIRECTS, url: url.href } };
}

/**
 * Checks a credential and restricts a request to its base URL.
 *
 * @param within the part of the base URL that the credential is for
 */
export function restrictToCredential(
	credential: ICredentialDataDecryptedObject,
	fields: RequiredFields,
	within: 'url' | 'apiUrl',
	request: CredentialRequest,
): { readonly request: IHttpRequestOptions; readonly baseUrl: string } | { readonly error: string } {
	const base = parseBaseUrl(credential.baseUrl);
	if ('error' in base) return { error: `'Base URL' of the credential ${base.error}` };
	const field = findFieldError(credential, fields);
	if (field !== undefined) return { error: `'${field.label}' of the credential ${field.error}` };
	const restricted = restrictRequest(request, base[within]);
	return 'error' in restricted ? restricted : { ...restricted, baseUrl: base.url };
}
