import { engine } from '../../support/examples';
import expected from '../../fixtures/workflows/what-if-agent.json';
import whatIfAgent from '../../../workflows/what-if-agent.json';

const ask = async (threshold: number) =>
	await engine.run(whatIfAgent, { start: 'Agent Asks', pinData: { 'Agent Asks': [{ json: { threshold } }] } });

describe('the workflow with which an agent tests thresholds', () => {
	it('gives the agent the numbers of the policy as it is set and of the threshold, and no lead', async () => {
		const run = await ask(expected.threshold);
		expect(run.error).toBeUndefined();
		expect(run.items('Numbers for Agent').map(({ json }) => json)).toEqual(expected.numbers);
	});

	it('tells the agent what is wrong with a threshold', async () => {
		expect((await ask(175)).error?.message).toContain("'Thresholds' must be numbers from 0 to 100");
	});
});
