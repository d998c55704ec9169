import fc from 'fast-check';
import { parseBaseUrl } from '../../../nodes/shared/client/baseUrl';
import { readCountries } from '../../../nodes/shared/ipqs/readCountries';
import { COUNTRIES } from '../../../nodes/shared/ipqs/countries';
import { withKey } from '../../../nodes/shared/client/apiKeyAuth';
import { isWritablePath, readPath, withPath } from '../../../nodes/shared/json/path';
import { frozen } from './arbitraries';

const CODES = COUNTRIES.map(([alpha2]) => alpha2);

const RUNS = { numRuns: 2_000 };

const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: fc.constantFrom(...'0123456789+()-. x#/,;:=extl\u00A0\u200B'.split('')), maxLength: 40 }),
);
describe('whatever stands for countries', () => {
	it('is read as codes of the list, each once, or as the entry that names none', () => {
		fc.assert(
			fc.property(fc.oneof(anyText, fc.jsonValue()), (input) => {
				const countries = readCountries(input);
				if ('unknown' in countries) {
					expect(countries.unknown.trim()).not.toBe('');
				} else {
					expect(countries.codes.filter((code) => !CODES.includes(code))).toEqual([]);
					expect(new Set(countries.codes).size).toBe(countries.codes.length);
				}
			}),
			RUNS,
		);
	});

	it('is an array of any spellings of any countries', () => {
		const spelt = fc
			.constantFrom(...COUNTRIES)
			.chain(([alpha2, alpha3, ...names]) => fc.constantFrom(alpha2, alpha3, ...names).map((spelling) => [alpha2, spelling] as const));
		const changed = fc.constantFrom(
			(text: string) => text,
			(text: string) => text.toLowerCase(),
			(text: string) => ` ${text.toUpperCase()} `,
		);
		fc.assert(
			fc.property(fc.array(spelt), changed, (countries, change) => {
				expect(readCountries(countries.map(([, spelling]) => change(spelling)))).toEqual({
					codes: [...new Set(countries.map(([alpha2]) => alpha2))],
				});
			}),
			RUNS,
		);
	});
});

describe('input', () => {
	it('whatever stands for a base URL, a key goes over https or stays on this machine', () => {
		const addresses = fc.oneof(
			anyText,
			fc.webUrl({ validSchemes: ['http', 'https', 'ftp'] }),
			fc.jsonValue(),
			fc.webUrl().map((url) => url.replace('://', '://ada@')),
		);
		fc.assert(
			fc.property(addresses, (input) => {
				const baseUrl = parseBaseUrl(input);
				if ('url' in baseUrl) {
					const { protocol, hostname, username, search } = new URL(baseUrl.url);
					expect(protocol === 'https:' || ['localhost', '[::1]'].includes(hostname) || hostname.startsWith('127.')).toBe(true);
					expect(`${username}${search}`).toBe('');
					expect(baseUrl.url).not.toMatch(/\/$/);
				} else {
					expect(baseUrl.error).toMatch(/^must /);
				}
			}),
			RUNS,
		);
	});

	it('whatever the key, it is in the address once and encoded, or in the header as it is', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.constantFrom('header' as const, 'path' as const), (key, location) => {
				const request = frozen({ url: 'https://ipqs.test/api/json/phone', headers: { accept: 'application/json' } });
				const { url, headers } = withKey(request, key, location, 'https://ipqs.test') ?? { url: '' };
				if (location === 'header') {
					expect(url).toBe(request.url);
					expect(headers).toEqual({ accept: 'application/json', 'IPQS-KEY': key });
				} else {
					expect(url).toBe(`https://ipqs.test/api/json/phone/${encodeURIComponent(key)}`);
					expect(headers).toEqual({ accept: 'application/json' });
				}
			}),
			RUNS,
		);
	});
});

describe('whatever an item holds', () => {
	const step = fc.oneof(
		fc.constantFrom('a', 'b', 'ipqs', 'lookup', '0', 'toString'),
		fc.string({ minLength: 1, maxLength: 4 }).map((text) => text.replace(/\./g, '_')),
	);
	const path = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('.'));
	const json = fc.dictionary(step, fc.jsonValue({ maxDepth: 3 }));

	it('what is written at a path is read there, and nothing else changes', () => {
		fc.assert(
			fc.property(json, path.filter(isWritablePath), fc.jsonValue(), (original, place, value) => {
				const before = structuredClone(original);
				const copy = withPath(frozen(original), place, value);
				const [first] = place.split('.');
				expect(readPath(copy, place)).toBe(value);
				expect(original).toEqual(before);
				for (const name of Object.keys(original)) if (name !== first) expect(copy[name]).toBe(original[name]);
			}),
			RUNS,
		);
	});

	it('reading any path of anything throws nothing', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.string(), (value, place) => {
				readPath(value, place);
				expect(isWritablePath(place)).toBe(
					place.split('.').every((one) => one.trim() !== '' && !['__proto__', 'prototype', 'constructor'].includes(one)),
				);
			}),
			RUNS,
		);
	});
});
