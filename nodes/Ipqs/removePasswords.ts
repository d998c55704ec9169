import { isJsonObject, type JsonObject } from '../shared/json/json';

function cleaned(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(cleaned);
	return isJsonObject(value) ? removePasswords(value) : value;
}

/** An answer about a leak without what IPQS tells of the password, wherever in it that stands; no output shows it. */
export function removePasswords(body: JsonObject): JsonObject {
	const members = Object.entries(body).filter(([name]) => name !== 'plain_text_password');
	return Object.fromEntries(members.map(([name, value]) => [name, cleaned(value)]));
}
