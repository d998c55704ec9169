import type { JsonObject } from './json';
import { readOr } from './readOr';

/** A field with everything in it, or null if any of it cannot be read: n8n could not save it either. */
const readField = (json: JsonObject, name: string): unknown =>
	readOr<unknown>(() => {
		const value = json[name];
		JSON.stringify(value);
		return value;
	}, null);

/** What can be read of an item: fields can be getters of another node's own. Those that cannot be read are null. */
export function readableItem<Item extends { readonly json: object; readonly binary?: unknown }>(item: Item): Pick<Item, 'json' | 'binary'> {
	const json = readOr(() => item.json as JsonObject, {});
	const names = readOr(() => Object.keys(json), []);
	const readable = Object.fromEntries(names.map((name) => [name, readField(json, name)]));
	return { json: readable as Item['json'], binary: readOr<Item['binary']>(() => item.binary, undefined) };
}
