import { engine } from '../../support/examples';
import expected from '../../fixtures/workflows/shadow-policy.json';
import shadowPolicy from '../../../workflows/shadow-policy.json';
import type { EngineRun } from '../../../scripts/engine';

describe('the workflow that compares two policies', () => {
	let run: EngineRun;

	beforeAll(async () => {
		run = await engine.run(shadowPolicy);
	});

	it('the report counts the leads for each pair of outcomes', () => {
		expect(run.error).toBeUndefined();
		expect(run.items('Report').map(({ json }) => json)).toEqual([expected.report]);
	});

	it('the counts are correct', () => {
		const differing = run.items('Both Outcomes').flatMap(({ json: { phone, outcome, shadowOutcome } }) => (outcome === shadowOutcome ? [] : [[phone, [outcome, shadowOutcome]]]));
		expect(Object.fromEntries(differing)).toEqual(expected.different);
		expect(expected.report.same + expected.report.different).toBe(shadowPolicy.pinData.Leads.length);
	});

	it('the second policy routes no lead', () => {
		const outputs = ['accept', 'qa', 'reject'].map((outcome, output) => [outcome, run.items('Decide', output)] as const);
		for (const [outcome, items] of outputs) for (const { json } of items) expect(json.decision).toMatchObject({ outcome });
		expect(outputs.flatMap(([, items]) => items)).toHaveLength(shadowPolicy.pinData.Leads.length);
	});
});
