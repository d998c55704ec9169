import type { IDataObject } from 'n8n-workflow';
import type { Random } from './random';
import type { Decoy } from './scenario';

const DAY = 86_400_000;

/** Results that are kept of one value. */
const MAX_RESULTS = 5;

/** Results that a user keeps, such as the rows of a Data Table: the latest that the lookup nodes have given. */
export class ResultStore {
	private readonly byValue = new Map<string, IDataObject[]>();

	constructor(private readonly random: Random) {}

	/** @param value what was looked up */
	add(value: string, result: IDataObject): void {
		this.byValue.set(value, [...(this.byValue.get(value) ?? []), result].slice(-MAX_RESULTS));
	}

	/**
	 * A value for 'Earlier Result': the results about a value, in a form that users have, and one that must not be used.
	 *
	 * @param date ms since the epoch
	 */
	earlierResult(value: string, decoy: Decoy | undefined, date: number): unknown {
		const own = this.byValue.get(value) ?? [];
		const wrong = decoy === undefined ? undefined : this.decoy(value, decoy, date);
		const rows = [...own, ...(wrong === undefined ? [] : [wrong])];
		const form = this.random.pick(['list', 'text', 'rows', 'texts'] as const);
		if (form === 'list') return rows;
		if (form === 'text') return JSON.stringify(rows);
		if (form === 'rows') return rows.map((row, id) => ({ id, ipqs: row }));
		return rows.map((row) => ({ result: JSON.stringify(row) }));
	}

	private decoy(value: string, decoy: Decoy, date: number): IDataObject | string | undefined {
		if (decoy === 'damaged') return '{"lookup":{"key":"';
		const others = [...this.byValue].filter(([other]) => other !== value).flatMap(([, results]) => results);
		const own = this.byValue.get(value)?.at(-1);
		const result = decoy === 'otherNumber' ? others.at(-1) : own;
		if (result === undefined) return undefined;
		const lookup = result.lookup as IDataObject;
		const changes: Partial<Record<Decoy, IDataObject>> = {
			stale: { checked_at: new Date(date - 40 * DAY).toISOString() },
			future: { checked_at: new Date(date + 3 * DAY).toISOString() },
			sandbox: { sandbox: true, checked_at: new Date(date).toISOString() },
			failed: { status: 'failed', checked_at: new Date(date).toISOString() },
			otherKey: { key: 'f'.repeat(16) },
		};
		return { ...result, request_id: 'decoy', lookup: { ...lookup, request_id: 'decoy', ...changes[decoy] } };
	}
}
