import { PerformanceObserver, performance } from 'node:perf_hooks';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { createEngine, type EngineRun } from '../../scripts/engine';
import { criteria, lead, TYPE } from '../support/criteriaRun';

interface Interval {
	readonly from: number;
	readonly to: number;
}

/** Time between two turns of the event loop while the node runs. */
let turns: Interval[] = [];
let collections: Interval[] = [];

/** Pauses of the garbage collector depend on the heap, which holds all of Jest's here. */
const observer = new PerformanceObserver((list) => {
	for (const { startTime, duration } of list.getEntries()) collections.push({ from: startTime, to: startTime + duration });
});

const watched: INodeType = Object.create(criteria, {
	execute: {
		async value(this: IExecuteFunctions) {
			let isRunning = true;
			let from = performance.now();
			const tick = () => {
				const to = performance.now();
				turns.push({ from, to });
				from = to;
				if (isRunning) setImmediate(tick);
			};
			setImmediate(tick);
			const outputs = await criteria.execute.call(this);
			isRunning = false;
			return outputs;
		},
	},
});

const overlap = (one: Interval, other: Interval): number => Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));

/** The longest time without a turn, less what the garbage collector took of it, in ms. */
function longestStall(): number {
	const long = turns.filter(({ from, to }) => to - from > 50);
	return Math.max(0, ...long.map((turn) => turn.to - turn.from - collections.reduce((sum, one) => sum + overlap(turn, one), 0)));
}

/** Whether one of a few runs has no stall over 100 ms: other processes of the machine cause some, too. */
async function staysResponsive(run: () => Promise<unknown>): Promise<boolean> {
	for (let attempt = 0; attempt < 4; attempt++) {
		turns = [];
		collections = [];
		await run();
		await new Promise((resolve) => setTimeout(resolve, 50));
		if (longestStall() < 100) return true;
	}
	return false;
}

const engine = createEngine({ nodeTypes: { [TYPE]: watched }, credentialTypes: {} });

async function route(leads: INodeExecutionData[], parameters: IDataObject): Promise<EngineRun> {
	return await engine.run({
		nodes: [
			{ name: 'Leads', type: 'n8n-nodes-base.manualTrigger' },
			{ name: 'Criteria', type: TYPE, parameters },
		],
		connections: { Leads: { main: [[{ node: 'Criteria', type: 'main', index: 0 }]] } },
		pinData: { Leads: leads },
	});
}

const counts = (run: EngineRun): number[] => [0, 1, 2].map((output) => run.items('Criteria', output).length);

describe('n8n stays responsive while leads are judged', () => {
	beforeAll(() => observer.observe({ entryTypes: ['gc'] }));
	afterAll(() => observer.disconnect());

	it('5,000 with a policy each', async () => {
		const leads = Array.from({ length: 5_000 }, (_, index) =>
			lead({ fraud_score: index % 100 }, { policy: { name: `Policy ${index}`, preset: 'standard', fraudThreshold: (index % 100) + 1 } }),
		);
		const isResponsive = await staysResponsive(async () => {
			const run = await route(leads, { policySource: 'json', policyJson: '={{ $json.policy }}' });
			expect(run.error).toBeUndefined();
			expect(counts(run)).toEqual([5_000, 0, 0]);
		});
		expect(isResponsive).toBe(true);
	}, 240_000);

	it('100,000 by a threshold from an expression', async () => {
		const leads = Array.from({ length: 100_000 }, (_, index) => lead({ fraud_score: index % 100 }, { limit: 80 }));
		const isResponsive = await staysResponsive(async () => {
			const run = await route(leads, { fraudThreshold: '={{ $json.limit }}' });
			expect(run.error).toBeUndefined();
			expect(counts(run)).toEqual([80_000, 0, 20_000]);
		});
		expect(isResponsive).toBe(true);
	}, 240_000);
});
