import { isJsonObject, type JsonObject } from './json';

const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);

const own = (value: unknown, key: string): unknown =>
	typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as JsonObject)[key] : undefined;

/** Limits recursion: an expression may supply any text as a path. */
const MAX_STEPS = 50;

/** Whether `withPath` accepts a path: no empty step, no access to prototypes, at most 50 steps. */
export function isWritablePath(path: string): boolean {
	const steps = path.split('.', MAX_STEPS + 1);
	return steps.length <= MAX_STEPS && steps.every((step) => step.trim() !== '' && !FORBIDDEN.has(step));
}

/**
 * Returns the value at a path such as `ipqs` or `result.ipqs`; undefined if there is none. A field whose name contains dots takes
 * precedence over nested fields. An empty path is the whole item.
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
 * Returns a copy of an object with a member. Not by a spread: V8 (Node.js 20) gives each object that is spread and then extended a
 * hidden class of its own, 300 bytes for each item. Not by `Object.assign`: it loses a member called `__proto__`.
 */
export const withMember = (object: JsonObject, name: string, value: unknown): JsonObject =>
	Object.fromEntries([...Object.entries(object), [name, value]]);

function withSteps(json: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
	if (step === undefined) return value;
	const object = isJsonObject(json) ? json : {};
	return withMember(object, step, withSteps(own(object, step), rest, value));
}

/**
 * Returns a copy of an item's JSON with the value at a path, where `readPath` finds it: in an existing field whose name contains
 * the dots, else in nested fields. An existing value is replaced. The original is not modified.
 */
export function withPath(json: JsonObject, path: string, value: unknown): JsonObject {
	const isLiteral = own(json, path) !== undefined;
	return withSteps(json, isLiteral ? [path] : path.split('.'), value) as JsonObject;
}
