import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';
import { createEngine, type EngineRun } from '../../scripts/engine';
import { criteria, lead, rule, rules, TYPE } from '../support/criteriaRun';
import { throwing } from '../support/throwing';

/** Leads as a node gives them: n8n copies pinned data, and a copy has no getters. */
let source: INodeExecutionData[] = [];
const leadsNode = {
	description: {
		name: 'leads',
		displayName: 'Leads',
		inputs: [],
		outputs: ['main'],
		properties: [],
		group: ['trigger'],
		version: 1,
		defaults: {},
	},
	trigger: async () => ({}),
	execute: async () => [source],
} as unknown as INodeType;

const engine = createEngine({ nodeTypes: { [TYPE]: criteria, 'test.leads': leadsNode }, credentialTypes: {} });

async function route(leads: INodeExecutionData[], parameters: IDataObject = {}): Promise<EngineRun> {
	source = leads;
	return await engine.run(
		{
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{ name: 'Leads', type: 'test.leads' },
				{ name: 'Criteria', type: TYPE, parameters },
			],
			connections: {
				Start: { main: [[{ node: 'Leads', type: 'main', index: 0 }]] },
				Leads: { main: [[{ node: 'Criteria', type: 'main', index: 0 }]] },
			},
		},
		{},
	);
}

const counts = (run: EngineRun): number[] => [0, 1, 2].map((output) => run.items('Criteria', output).length);
const decisionsOf = (run: EngineRun, output: number): IDataObject[] =>
	run.items('Criteria', output).map(({ json }) => json.decision as IDataObject);

describe('a lead with a field that cannot be read', () => {
	const good = lead({}, { campaign: 'Solar' });
	const { ipqs } = good.json as { ipqs: IDataObject };

	it.each<[string, IDataObject, IDataObject]>([
		['the result', throwing('ipqs', { campaign: 'Solar' }), {}],
		['a field of the result', { ipqs: throwing('fraud_score', ipqs) }, {}],
		['a field of the result that no rule reads', { ipqs: throwing('spammer', ipqs), campaign: 'Solar' }, {}],
		['the campaign', throwing('campaign', good.json), { campaignField: 'campaign' }],
		['another field', throwing('name', good.json), {}],
		['a field that an expression reads', throwing('limit', good.json), { fraudThreshold: '={{ $json.limit }}' }],
		['a field next to a nested decision', { deep: throwing('other'), ...good.json }, { options: { decisionField: 'deep.decision' } }],
		['the lookup of the result', { ipqs: { ...ipqs, lookup: throwing('status') } }, {}],
	])('leaves with the others: %s', async (_, json, parameters) => {
		const run = await route([good, { json }, good], parameters);
		expect(run.error).toBeUndefined();
		const [accept = 0, qa = 0, reject = 0] = counts(run);
		expect([accept + qa, reject]).toEqual([3, 0]);
		const items = [0, 1].flatMap((output) => run.items('Criteria', output));
		expect(items.map(({ pairedItem }) => (pairedItem as { item: number }).item).sort()).toEqual([0, 1, 2]);
	});

	it('goes to QA if the field was needed', async () => {
		const run = await route([good, { json: { ipqs: throwing('fraud_score', ipqs), name: 'Ada' } }]);
		expect(counts(run)).toEqual([1, 1, 0]);
		expect(decisionsOf(run, 1)[0]).toMatchObject({ source: 'bad_policy', reason: 'The lead could not be checked' });
		expect(run.items('Criteria', 1)[0]?.json.name).toBe('Ada');
	});

	it('is never accepted because of it, whatever the settings', async () => {
		const parameters = {
			onFailedLookup: 'accept',
			options: { onUnusableNumber: 'accept', onMissingValue: 'ignore', shadowPolicy: 'strict' },
		};
		const run = await route([{ json: throwing('ipqs') }, { json: { ipqs: throwing('valid', ipqs) } }], parameters);
		expect(counts(run)).toEqual([0, 2, 0]);
	});
});

describe('a shadow policy whose expression throws', () => {
	it('changes no outcome', async () => {
		const leads = [lead(), lead({ VOIP: true }), lead({ fraud_score: 99 })];
		for (const shadowPolicy of ["={{ $('Nowhere').item.json.x }}", '={{ null.x }}', '={{ $json.missing.deep }}']) {
			const run = await route(leads, { options: { shadowPolicy } });
			expect(run.error).toBeUndefined();
			expect(counts(run)).toEqual([1, 1, 1]);
		}
		const run = await route(leads, { options: { shadowPolicy: "={{ $('Nowhere').item.json.x }}" } });
		expect(decisionsOf(run, 0)[0]).toMatchObject({
			outcome: 'accept',
			shadow: { source: 'bad_policy', reason: "The expression in 'Shadow Policy' could not be evaluated" },
		});
	});
});

describe('large policies', () => {
	it('3,000 overrides and 3,000 campaigns', async () => {
		const names = Array.from({ length: 3_000 }, (_, index) => `Campaign ${index}`);
		const values = names.map((campaign, index) => ({ campaign, fraudThreshold: String(index % 101) }));
		const leads = names.map((campaign, index) => lead({ fraud_score: index % 100 }, { campaign: campaign.toUpperCase() }));
		const run = await route(leads, { campaignField: 'campaign', overrides: { values } });
		expect(run.error).toBeUndefined();
		const rejected = names.filter((_, index) => index % 100 >= index % 101).length;
		expect(counts(run)).toEqual([3_000 - rejected, 0, rejected]);
	});

	it('10,000 rules, of which the last one decides', async () => {
		const values = Array.from({ length: 10_000 }, (_, index) =>
			rule('', { field: 'carrier', textOperator: 'equals', textValue: `Carrier ${index % 500}` }, { whenUnknown: 'skip' }),
		);
		const leads = Array.from({ length: 20 }, (_, index) => lead({ carrier: index % 2 === 0 ? 'Carrier 499' : 'None of them' }));
		const run = await route(leads, rules(...values));
		expect(run.error).toBeUndefined();
		expect(counts(run)).toEqual([10, 0, 10]);
		expect(decisionsOf(run, 2)[0]).toMatchObject({ rule: 'Carrier is Carrier 499' });
	});
});
