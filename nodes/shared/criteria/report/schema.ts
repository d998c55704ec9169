import type { JsonObject } from '../../json/json';
import { OUTCOMES } from '../types';
import { MOVES } from './types';

const TEXT: JsonObject = { type: 'string' };
const NUMBER: JsonObject = { type: 'number' };

const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
const numbers = (names: readonly string[]): JsonObject => Object.fromEntries(names.map((name) => [name, NUMBER]));

const OUTCOME_COUNTS = object(numbers(OUTCOMES));

/** An item of the report as JSON Schema. n8n shows it before the first run. */
export const reportSchema = (): JsonObject => ({
	...object({
		variant: TEXT,
		group: TEXT,
		...numbers(['leads', ...OUTCOMES, 'acceptRate', 'qaRate', 'rejectRate', 'unjudged', 'unknownDecided']),
		topCodes: { type: 'array', items: object({ code: TEXT, leads: NUMBER }) },
		changed: object(numbers([...MOVES.map(({ name }) => name), 'notCompared'])),
		known: object({ good: OUTCOME_COUNTS, bad: OUTCOME_COUNTS, ...numbers(['precision', 'recall']) }),
		money: object(numbers(['spentOnLookups', 'savedOnRejected', 'lostOnGoodRejected'])),
		policy: object({ name: TEXT, hash: TEXT }),
		small: { type: 'boolean' },
	}),
	version: 1,
});
