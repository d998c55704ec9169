import { engine } from '../../support/examples';
import expected from '../../fixtures/workflows/back-test.json';
import backTest from '../../../workflows/back-test.json';
import type { EngineRun } from '../../../scripts/engine';

describe('the workflow that tests a policy on past leads', () => {
	let run: EngineRun;

	beforeAll(async () => {
		run = await engine.run(backTest);
	});

	it('reports what the policy and its thresholds would have done', () => {
		expect(run.error).toBeUndefined();
		const outcomes = run.items('Report File').map(({ json: { variant, accept, qa, reject } }) => ({ variant, accept, qa, reject }));
		expect(outcomes).toEqual(expected.outcomes);
	});

	it('gives the report as an HTML file', () => {
		expect(run.items('Report File')[0]?.binary?.data).toMatchObject({ mimeType: 'text/html' });
	});

	it('passes on the leads that change, with both outcomes and the reason', () => {
		const changes = run.items('Leads That Change').map(({ json }) => json.backtest as { from: string; to: string });
		const counts = Object.fromEntries(expected.changes.map(({ change }) => [change, 0]));
		for (const { from, to } of changes) counts[`${from} to ${to}`] = (counts[`${from} to ${to}`] ?? 0) + 1;
		expect(counts).toEqual(Object.fromEntries(expected.changes.map(({ change, leads }) => [change, leads])));
	});
});
