import { isWritablePath } from '../json/path';
import { readBoolean, readNumber } from '../json/coerce';

/** A parameter has an invalid value. The message contains the parameter's label and what it expects, never the value. */
export class InvalidParameter extends Error {
	constructor(label: string, expectation: string) {
		super(`'${label}' ${expectation}`);
	}
}

/** The message of an invalid parameter, or `fallback` for any other error. */
export const errorMessageOf = (thrown: unknown, fallback: string): string =>
	thrown instanceof InvalidParameter ? thrown.message : fallback;

/** @throws {InvalidParameter} unless the value is a whole number (or text of one) within the bounds */
export function readInteger(label: string, value: unknown, { min, max }: { min: number; max: number }): number {
	const number = readNumber(value);
	if (number === null || !Number.isInteger(number) || number < min || number > max) {
		throw new InvalidParameter(label, `must be a whole number from ${min} to ${max}`);
	}
	return number;
}

/** @throws {InvalidParameter} unless the value is a boolean, or 1, 0 or text of one */
export function readBooleanParameter(label: string, value: unknown): boolean {
	const read = readBoolean(value);
	if (read === null) throw new InvalidParameter(label, 'must be true or false');
	return read;
}

/** @throws {InvalidParameter} unless the value is one of the choices */
export function readChoice<T extends string>(label: string, value: unknown, choices: readonly T[]): T {
	const found = choices.find((one) => one === value);
	if (found === undefined) throw new InvalidParameter(label, `must be one of ${choices.join(', ')}`);
	return found;
}

/**
 * Reads the path of a field to write, such as `ipqs` or `result.ipqs`.
 *
 * @throws {InvalidParameter} unless the value is one
 */
export function readFieldPath(label: string, value: unknown): string {
	const path = typeof value === 'string' ? value.trim() : '';
	if (!isWritablePath(path)) throw new InvalidParameter(label, 'must be the name of a field, such as ipqs');
	// n8n treats an item with a field of this name as failed.
	if (path.split('.', 1)[0] === 'error')
		throw new InvalidParameter(label, 'must not be "error": n8n treats items with this field as failed');
	return path;
}
