/** Continues once every promise that could settle by now has unsent. */
export function idle(): Promise<void>;
