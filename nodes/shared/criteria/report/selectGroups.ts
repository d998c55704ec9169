import { compareText } from './boundedCounter';

export const MAX_GROUPS = 200;

/** The leads of all groups after the largest ones. A group that has this name itself is counted with them. */
export const OTHER_GROUPS = 'other';

/** The group of leads whose field is missing or empty. */
export const NO_GROUP = '(none)';

/** The group of leads whose field is a list or an object. */
const NOT_ONE_VALUE = '(not a single value)';

/** The groups that a report shows, from large to small. */
export interface GroupSelection {
	readonly names: ReadonlySet<string>;
	/** Distinct groups, including those that are not shown. */
	readonly total: number;
}

export function toGroupName(value: unknown): string {
	if (value === null || value === undefined) return NO_GROUP;
	if (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol') return NOT_ONE_VALUE;
	const name = String(value).trim();
	return name === '' ? NO_GROUP : name;
}

/** Selects the largest groups; equal ones by name. */
export function selectGroups(names: Iterable<string>, limit = MAX_GROUPS): GroupSelection {
	const sizes = new Map<string, number>();
	for (const name of names) sizes.set(name, (sizes.get(name) ?? 0) + 1);
	const largest = [...sizes].sort(([a, more], [b, less]) => less - more || compareText(a, b)).slice(0, limit);
	return { names: new Set(largest.map(([name]) => name)), total: sizes.size };
}
