/**
 * A URL, undefined where the text is none. `URL.canParse` is no help: on Node.js 20 its optimised form refuses any text beyond
 * ASCII after some thousand calls.
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

/** Whether text is an IPv4 or IPv6 address, or a hostname, which IPQS resolves. */
export const isHost = (text: string): boolean => isIpAddress(text) || HOSTNAME.test(text);

/** What divides a host into labels, and what an IPv6 address begins with: a number alone is a host to URLs and to nobody else. */
const HOST_SEPARATOR = /[.\u3002\uff0e\uff61[]/;

/** Whether text is a web address with a host, with `http://` or `https://` or without. */
export function isUrl(text: string): boolean {
	const url = parseUrl(/^https?:\/\//i.test(text) ? text : `http://${text}`);
	const [host = ''] = text.replace(/^https?:\/\//i, '').split(/[/?#\\]/, 1);
	return !/\s/.test(text) && HOST_SEPARATOR.test(host) && url !== undefined && isHost(url.hostname.replace(/^\[|\]$/g, ''));
}

/** No address is longer (RFC 5321, 4.5.3.1.3). */
const LONGEST = 254;

const ADDRESS = /^[^\s@<>()[\],;:\\"]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/** Whether text may be an e-mail address; whether it exists is what IPQS is asked. */
export const isEmailAddress = (text: string): boolean => text.length <= LONGEST && ADDRESS.test(text);
