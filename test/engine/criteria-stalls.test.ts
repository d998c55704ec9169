import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { EngineRun } from '../../scripts/engine';
import { lead, route } from '../support/criteriaRun';
import { countTurns, speedUp } from '../support/machine';

const SPEED = 20;

/** Routes leads with a clock that makes work look slow, and counts how often other work of this process gets a turn. */
async function routeSlowly(leads: INodeExecutionData[], parameters: IDataObject): Promise<{ result: EngineRun; turns: number }> {
	const restore = speedUp(SPEED);
	try {
		return await countTurns(async () => await route(leads, { parameters }));
	} finally {
		restore();
	}
}

const counts = (run: EngineRun): number[] => [0, 1, 2].map((output) => run.items('Criteria', output).length);

describe('n8n stays responsive while leads are judged', () => {
	it('1,000 with a policy each', async () => {
		const leads = Array.from({ length: 1_000 }, (_, index) =>
			lead({ fraud_score: index % 100 }, { policy: { name: `Policy ${index}`, preset: 'standard', fraudThreshold: (index % 100) + 1 } }),
		);
		const { result, turns } = await routeSlowly(leads, { policySource: 'json', policyJson: '={{ $json.policy }}' });
		expect(result.error).toBeUndefined();
		expect(counts(result)).toEqual([1_000, 0, 0]);
		expect(turns).toBeGreaterThan(20);
	});

	it('20,000 by a threshold from an expression', async () => {
		const leads = Array.from({ length: 20_000 }, (_, index) => lead({ fraud_score: index % 100 }, { limit: 80 }));
		const { result, turns } = await routeSlowly(leads, { fraudThreshold: '={{ $json.limit }}' });
		expect(result.error).toBeUndefined();
		expect(counts(result)).toEqual([16_000, 0, 4_000]);
		expect(turns).toBeGreaterThan(20);
	});
});
