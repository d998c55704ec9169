import { isWritablePath } from '../json/path';
import { readBoolean, readNumber } from '../json/coerce';

/** A parameter whose value cannot be used. The message names the parameter and what it takes, never the value. */
export class InvalidParameter extends Error {
	constructor(label: string, expectation: string) {
		super(`'${label}' ${expectation}`);
	}
}

/** The message of an invalid parameter, or `otherwise` for any other error. */
export const errorMessageOf = (thrown: unknown, otherwise: string): string =>
	thrown instanceof InvalidParameter ? thrown.message : otherwise;

/** @throws {InvalidParameter} unless the value is a whole number (or text of one) within the bounds */
export function readInteger(label: string, value: unknown, { min, max }: { min: number; max: number }): number {
	const number = readNumber(value);
	if (number === null || !Number.isInteger(number) || number < min || number > max) {
		throw new InvalidParameter(label, `must be a whole number from ${min} to ${max}`);
	}
	return number;
}

/** @throws {InvalidParameter} unless the value is true or false, or text of it */
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

/** @throws {InvalidParameter} unless the value can name a field of an item */
export function readFieldPath(label: string, value: unknown): string {
	const path = typeof value === 'string' ? value.trim() : '';
	if (!isWritablePath(path)) throw new InvalidParameter(label, 'must be the name of a field, such as ipqs');
	// n8n takes a lead with a field of that name for one that failed.
	if (path.split('.', 1)[0] === 'error')
		throw new InvalidParameter(label, 'must be another name, for n8n gives this one a meaning of its own');
	return path;
}
