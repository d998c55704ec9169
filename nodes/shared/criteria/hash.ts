import { isJsonObject } from '../json/json';

const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

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
	let hash = OFFSET_BASIS;
	for (const byte of Buffer.from(canonicalJson(value))) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
	return hash.toString(16).padStart(16, '0');
}
