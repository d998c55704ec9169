import { isJsonObject, type JsonObject } from '../shared/json/json';

function removeFromValue(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(removeFromValue);
	return isJsonObject(value) ? removePasswords(value) : value;
}

/** Removes leaked passwords from a body, at any depth. No output contains them, not even a raw one. */
export function removePasswords(body: JsonObject): JsonObject {
	const members = Object.entries(body).filter(([name]) => name !== 'plain_text_password');
	return Object.fromEntries(members.map(([name, value]) => [name, removeFromValue(value)]));
}
