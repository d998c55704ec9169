/** Continues once every promise that could settle by now has settled. */
export function idle(): Promise<void>;
