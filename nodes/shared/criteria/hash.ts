import { isJsonObject } from '../json/json';

/** The 64-bit offset basis of FNV-1a, in halves. */
const OFFSET_BASIS: readonly [high: number, low: number] = [0xcbf29ce4, 0x84222325];

/** The prime of 64-bit FNV-1a is 2^40 + this. */
const PRIME = 0x1b3;

const hex = (half: number): string => half.toString(16).padStart(8, '0');

/** JSON text that is the same for equal values: keys are sorted, undefined members left out. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (!isJsonObject(value)) return JSON.stringify(value) ?? 'null';
	const names = Object.keys(value).filter((name) => value[name] !== undefined);
	return `{${names
		.sort()
		.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`)
		.join(',')}}`;
}

/** 64-bit FNV-1a of the canonical JSON in UTF-8, as 16 hex digits. Identifies a value on every machine; not cryptographic. */
export function stableHash(value: unknown): string {
	let [high, low]: [number, number] = [...OFFSET_BASIS];
	for (const byte of Buffer.from(canonicalJson(value))) {
		// Multiplies by 2^40 + PRIME modulo 2^64, in halves of 32 bits: BigInt would take 20 times as long.
		const xored = (low ^ byte) >>> 0;
		const product = xored * PRIME;
		high = (Math.imul(high, PRIME) + Math.imul(xored, 0x100) + Math.floor(product / 0x1_0000_0000)) >>> 0;
		low = product >>> 0;
	}
	return hex(high) + hex(low);
}
