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

const parseIpv6 = (text: string): URL | undefined => (/^[0-9a-f:.]+$/i.test(text) ? parseUrl(`http://[${text}]/`) : undefined);

/** Whether text is an IPv4 or IPv6 address. */
export const isIpAddress = (text: string): boolean => IPV4.test(text) || parseIpv6(text) !== undefined;

/** Whether text is an IPv4 or IPv6 address, or a hostname, which IPQS also accepts. */
export const isHost = (text: string): boolean => isIpAddress(text) || HOSTNAME.test(text);

/**
 * Text whose host has a label separator, or is an IPv6 address. `new URL()` accepts a bare number as a host; users do not mean one.
 */
const SEPARATED_HOST = /^(?:https?:\/\/)?[^/?#\\]*[.\u3002\uff0e\uff61[]/i;

/** Whether text is a URL with a host, with or without `http://` or `https://`. */
export function isUrl(text: string): boolean {
	const url = parseUrl(/^https?:\/\//i.test(text) ? text : `http://${text}`);
	return !/\s/.test(text) && SEPARATED_HOST.test(text) && url !== undefined && isHost(url.hostname.replace(/[[\]]/g, ''));
}

/** RFC 5321, 4.5.3.1.3, less the angle brackets. */
const MAX_EMAIL_LENGTH = 254;

const EMAIL = /^[^\s@<>()[\],;:\\"]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/** Whether text has the form of an email address. Whether it exists is for IPQS to say. */
export const isEmailAddress = (text: string): boolean => text.length <= MAX_EMAIL_LENGTH && EMAIL.test(text);

/** Invisible and control characters, which copying and spreadsheets leave at the ends of values. */
const INVISIBLE_ENDS = /^[\s\p{C}]+|[\s\p{C}]+$/gu;

export const trimInvisible = (text: string): string => text.replace(INVISIBLE_ENDS, '');

/**
 * An email address without invisible characters at its ends and without `mailto:`, its domain in lower case, which is the same
 * domain; undefined if the text is not one.
 */
export function normalizeEmail(text: string): string | undefined {
	const email = trimInvisible(trimInvisible(text).replace(/^mailto:/i, ''));
	if (/\p{C}/u.test(email) || !isEmailAddress(email)) return undefined;
	const domain = email.lastIndexOf('@');
	return email.slice(0, domain) + email.slice(domain).toLowerCase();
}

/**
 * A URL that a visitor could open: http or https, a host with a dot, no login before it; spaces are encoded. Undefined if the text
 * is not one. Without a scheme it stays without, as IPQS takes domains too.
 */
export function normalizeUrl(text: string): string | undefined {
	const url = trimInvisible(text).replace(/ /g, '%20');
	const hasScheme = /^https?:\/\//i.test(url);
	if (!hasScheme && (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(url) || !/^[^/?#]*\p{L}/u.test(url))) return undefined;
	const parsed = parseUrl(hasScheme ? url : `http://${url}`);
	return parsed === undefined || parsed.username !== '' || parsed.password !== '' || !isUrl(url) ? undefined : url;
}

/** Addresses that no visitor has (RFC 6890): this host, private and shared networks, loopback, link-local, multicast, reserved. */
const NOT_PUBLIC = [
	/^(?:0|10|127|22[4-9]|23\d|24\d|25[0-5])\./,
	/^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
	/^169\.254\./,
	/^172\.(?:1[6-9]|2\d|3[01])\./,
	/^192\.168\./,
	/^198\.1[89]\./,
	/^(?:::1?|::ffff:.*|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|ff[0-9a-f]{2}:.*)$/i,
];

/** IPv4 addresses as servers store them that listen for IPv6 (RFC 4291, 2.5.5.2). */
const MAPPED_IPV4 = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/;

function unmapIpv4(ip: string): string {
	const halves = MAPPED_IPV4.exec(ip)
		?.slice(1)
		.map((half) => Number.parseInt(half, 16));
	return halves === undefined ? ip : halves.flatMap((half) => [half >> 8, half & 0xff]).join('.');
}

/**
 * The public IP address of a visitor, or a hostname, in the one spelling of it: lower case, IPv6 shortened (RFC 5952) or as the
 * IPv4 address it contains. Undefined if the text is neither.
 */
export function normalizeHost(text: string): string | undefined {
	if (!isIpAddress(text)) return isHost(text) ? text.toLowerCase() : undefined;
	const ip = unmapIpv4(parseIpv6(text)?.hostname.slice(1, -1) ?? text);
	return NOT_PUBLIC.some((pattern) => pattern.test(ip)) ? undefined : ip;
}
