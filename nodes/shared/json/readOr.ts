/** What a function returns, or the fallback if it throws: fields of items can be getters of an expression's or a node's own. */
export function readOr<Value>(read: () => Value, fallback: Value): Value {
	try {
		return read();
	} catch {
		return fallback;
	}
}
