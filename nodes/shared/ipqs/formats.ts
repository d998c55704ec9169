/**
 * Parses a URL; undefined if the text is not one. `URL.canParse` cannot be used: on Node.js 20 its optimized version rejects all
 * non-ASCII text after some thousand calls.
 */
export function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;

const HOSTNAME = /^(?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{1,62}$/u;

const isIpv6 = (text: string): boolean =>
	/^[0-9a-f:.]{2,45}$/i.test(text) && text.includes(':') && parseUrl(`http://[${text}]/`) !== undefined;

/** Whether text is an IPv4 or IPv6 address. */
export const isIpAddress = (text: string): boolean => IPV4.test(text) || isIpv6(text);

/** Whether text is an IPv4 or IPv6 address, or a hostname, which IPQS also accepts. */
export const isHost = (text: string): boolean => isIpAddress(text) || HOSTNAME.test(text);

/** A label separator, or the start of an IPv6 address. `new URL()` accepts a bare number as a host; users do not mean one. */
const HOST_SEPARATOR = /[.\u3002\uff0e\uff61[]/;

/** Whether text is a URL with a host, with or without `http://` or `https://`. */
export function isUrl(text: string): boolean {
	const url = parseUrl(/^https?:\/\//i.test(text) ? text : `http://${text}`);
	const [host = ''] = text.replace(/^https?:\/\//i, '').split(/[/?#\\]/, 1);
	return !/\s/.test(text) && HOST_SEPARATOR.test(host) && url !== undefined && isHost(url.hostname.replace(/^\[|\]$/g, ''));
}

/** RFC 5321, 4.5.3.1.3, less the angle brackets. */
const MAX_EMAIL_LENGTH = 254;

const EMAIL = /^[^\s@<>()[\],;:\\"]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/** Whether text has the form of an email address. Whether it exists is for IPQS to say. */
export const isEmailAddress = (text: string): boolean => text.length <= MAX_EMAIL_LENGTH && EMAIL.test(text);
