import { isJsonObject, type JsonObject } from '../json/json';

/** The rows of a fixed collection, as n8n hands them over; none where the whole of it is missing. */
export const fixedCollectionRows = (collection: unknown): JsonObject[] =>
	isJsonObject(collection) && Array.isArray(collection.values) ? collection.values.filter(isJsonObject) : [];
