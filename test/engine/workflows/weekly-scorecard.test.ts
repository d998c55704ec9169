import { engine, withParameters } from '../../support/examples';
import expected from '../../fixtures/workflows/weekly-scorecard.json';
import weeklyScorecard from '../../../workflows/weekly-scorecard.json';
import type { EngineRun } from '../../../scripts/engine';

/** The columns that every example with kept decisions shares. */
const COLUMNS = [
	'request_id',
	'key',
	'decided_at',
	'source',
	'campaign',
	'outcome',
	'codes',
	'policy_hash',
	'billable',
	'known_result',
	'result',
];

describe('the workflow that scores lead sources every week', () => {
	let run: EngineRun;

	beforeAll(async () => {
		run = await engine.run(weeklyScorecard);
	});

	it('gives one line for each source, with the week before', () => {
		expect(run.error).toBeUndefined();
		expect(run.items('Send Scorecard').map(({ json }) => json)).toEqual(expected.scorecard);
	});

	it('decides all leads as it was done, under the same policy', () => {
		expect(run.items('Decided Differently')).toEqual([]);
		const hashes = new Set(run.items('Score Sources').map(({ json }) => (json.policy as { hash: string }).hash));
		expect([...hashes]).toEqual([...new Set(weeklyScorecard.pinData['Kept Decisions'].map(({ json }) => json.policy_hash))]);
	});

	it('passes on the leads that another policy would decide otherwise', async () => {
		const stricter = await engine.run(withParameters(weeklyScorecard, 'Score Sources', { fraudThreshold: 60 }));
		expect(stricter.items('Decided Differently').length).toBeGreaterThan(0);
	});

	it('keeps decisions with the columns of the table', () => {
		const { parameters } = weeklyScorecard.nodes.find(({ name }) => name === 'Keep Decision') ?? {};
		const { value, schema } = (parameters as { columns: { value: object; schema: Array<{ id: string }> } }).columns;
		expect([Object.keys(value), schema.map(({ id }) => id)]).toEqual([COLUMNS, COLUMNS]);
		for (const { json } of weeklyScorecard.pinData['Kept Decisions']) expect(Object.keys(json)).toEqual(COLUMNS);
	});
});
