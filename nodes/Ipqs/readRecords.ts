import { isJsonObject, type JsonObject } from '../shared/json/json';

/** Reads a list of records; undefined if it is not one. PHP encodes an array with gaps as an object with numeric keys. */
export function readRecords(list: unknown): JsonObject[] | undefined {
	const records = isJsonObject(list) ? Object.values(list) : list;
	return Array.isArray(records) && records.every(isJsonObject) ? records : undefined;
}
