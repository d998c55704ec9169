import type { JsonObject } from '../json/json';
import { REQUEST_METHODS, type RequestMethod } from '../ipqs/request';
import { readFreeParameter } from '../ipqs/readTransaction';
import { fixedCollectionRows } from '../parameters/fixedCollection';
import { toText } from '../parameters/text';
import { InvalidParameter, readChoice } from '../parameters/readParameter';

/** Variable names that would put a key into a URL. */
const SECRET_NAMES = new Set(['key', 'secret', 'ipqs-key']);

/** @throws {InvalidParameter} when a variable has no name, the name of a key, or a value that must not be sent */
export function readCustomVariables(options: JsonObject): Record<string, string> {
	const variables: Record<string, string> = {};
	for (const row of fixedCollectionRows(options.customVariables)) {
		const name = toText(row.name);
		const value = toText(row.value);
		if (value === '') continue;
		if (name === '') throw new InvalidParameter('Custom Variables', 'has a value without a name');
		if (SECRET_NAMES.has(name.toLowerCase()))
			throw new InvalidParameter('Custom Variables', 'must not contain a key: the credential adds it');
		variables[name] = readFreeParameter('Custom Variables', name, value);
	}
	return variables;
}

/** @throws {InvalidParameter} unless it is GET or POST */
export const readRequestMethod = (options: JsonObject): RequestMethod =>
	readChoice('Request Method', options.requestMethod ?? 'GET', REQUEST_METHODS);
