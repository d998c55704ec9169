import { isJsonObject, type JsonObject } from '../json/json';

/** Rows of a fixed collection with multiple values, as n8n stores it (`{ values: [...] }`). Empty if the user added none. */
export const fixedCollectionRows = (collection: unknown): JsonObject[] =>
	isJsonObject(collection) && Array.isArray(collection.values) ? collection.values.filter(isJsonObject) : [];
