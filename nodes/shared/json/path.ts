import { isJsonObject, type JsonObject } from './json';

const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);

const own = (value: unknown, key: string): unknown =>
	typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as JsonObject)[key] : undefined;

/** No lead has fields within each other so deep; an expression may bring any text, and each step is one call deeper. */
const MAX_STEPS = 50;

/** Whether a path can be written: no empty step, none that would reach an object's prototype, and not endless. */
export function isWritablePath(path: string): boolean {
	const steps = path.split('.', MAX_STEPS + 1);
	return steps.length <= MAX_STEPS && steps.every((step) => step.trim() !== '' && !FORBIDDEN.has(step));
}

/**
 * The value at a path such as `ipqs` or `result.ipqs` in an item, undefined when there is none. A field whose own name
 * holds the dots comes first; an empty path is the whole item.
 */
export function readPath(json: unknown, path: string): unknown {
	if (path === '') return json;
	const literal = own(json, path);
	const dot = path.indexOf('.');
	// Most fields that are looked for are not there, and splitting takes longer than looking.
	if (literal !== undefined || dot < 0 || own(json, path.slice(0, dot)) === undefined) return literal;
	return path.split('.').reduce(own, json);
}

/**
 * A copy of an object with a member. Not by a spread: V8 (Node.js 20) gives each object that is spread and then extended a hidden
 * class of its own, 300 bytes for each lead. Not by `Object.assign`: it loses a member that is called `__proto__`.
 */
export const withMember = (object: JsonObject, name: string, value: unknown): JsonObject =>
	Object.fromEntries([...Object.entries(object), [name, value]]);

function nested(json: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
	if (step === undefined) return value;
	const object = isJsonObject(json) ? json : {};
	return withMember(object, step, nested(own(object, step), rest, value));
}

/**
 * A copy of an item's JSON with a value at a path, where `readPath` finds it again: dots make a path, unless a field's own name
 * holds them, and what stood there is replaced. The original and what it shares with the copy stay as they are.
 */
export function withPath(json: JsonObject, path: string, value: unknown): JsonObject {
	const isLiteral = own(json, path) !== undefined;
	return nested(json, isLiteral ? [path] : path.split('.'), value) as JsonObject;
}
