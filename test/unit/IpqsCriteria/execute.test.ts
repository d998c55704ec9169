import type { IDataObject } from 'n8n-workflow';
import { execute } from '../../../nodes/IpqsCriteria/execute';
import { fakeNode, type FakeNodeSetup } from '../../support/fake-node';
import { CLEAN } from '../shared/criteria/evaluations';
import { throwing } from '../../support/throwing';

const LEAD = { ipqs: CLEAN } as IDataObject;

/** Runs leads through a node with the preset Standard; returns the three outputs. */
const judged = (items: IDataObject[], parameters: FakeNodeSetup['parameters'] = {}) =>
	execute(fakeNode({ items, parameters: { preset: 'standard', defaultAction: 'accept', onFailedLookup: 'qa', ...parameters } }).node);

const decisionsOf = async (...leads: Parameters<typeof judged>): Promise<unknown[][]> =>
	(await judged(...leads)).map((output) => output.map(({ json }) => json.decision));

const invalidPolicy = (reason: string) => expect.objectContaining({ outcome: 'qa', source: 'bad_policy', codes: 'BAD_POLICY', reason });

describe('a lead goes to QA and says why', () => {
	it('after an unforeseen error, and the other leads go on', async () => {
		const items = [LEAD, { name: 'Ann', ipqs: throwing('fraud_score') }, LEAD];
		const [accepted = [], checked = [], rejected = []] = await judged(items);
		expect([accepted, rejected].map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([[{ item: 0 }, { item: 2 }], []]);
		expect(checked).toEqual([
			{ json: { name: 'Ann', ipqs: null, decision: invalidPolicy('The lead could not be checked') }, pairedItem: { item: 1 } },
		]);
	});

	it('if the expression of a setting cannot be evaluated', async () => {
		expect(await decisionsOf([LEAD], { resultField: '=!' })).toEqual([
			[],
			[invalidPolicy("The expression in 'Result Field' could not be evaluated")],
			[],
		]);
	});

	it.each(['campaign', 'disableRules'])('if it supplies an object as %s of an override', async (member) => {
		const overrides = { values: [{ campaign: 'Solar', [member]: '=odd' }] };
		const [accepted, checked, rejected] = await judged(
			[
				{ ...LEAD, odd: { toString: null } },
				{ ...LEAD, odd: 'VOIP' },
			],
			{ campaignField: 'name', overrides },
		);
		expect([accepted, checked, rejected].map((output) => output?.length)).toEqual(member === 'campaign' ? [2, 0, 0] : [1, 1, 0]);
	});

	it('if it supplies a value that cannot be written as text', async () => {
		const endless: IDataObject = {};
		endless.again = endless;
		expect(await decisionsOf([{ ...LEAD, endless }], { fraudThreshold: '=endless' })).toEqual([
			[],
			[invalidPolicy('The policy could not be read')],
			[],
		]);
	});
});

describe('the field of the decision', () => {
	it.each([
		['ipqs', {}],
		['ipqs_email', {}],
		['checks.phone', { resultField: 'checks.phone' }],
	])('cannot be that of a result: %s', async (decisionField, parameters) => {
		const message = `'Put Decision in Field' would replace the result in '${decisionField}'. Use a different field`;
		await expect(judged([LEAD], { ...parameters, options: { decisionField } })).rejects.toThrow(message);
	});

	it('leaves the result where it comes from the lead', async () => {
		const lead = { ...LEAD, place: 'ipqs' };
		const [accepted, checked = []] = await judged([lead], { options: { decisionField: '=place' } });
		expect(accepted).toEqual([]);
		expect(checked.map(({ json }) => json)).toEqual([
			{ ...lead, decision: invalidPolicy("'Put Decision in Field' would replace the result in 'ipqs'. Use a different field") },
		]);
	});
});

describe('values from expressions', () => {
	it('the campaigns of an override can be a list', async () => {
		const overrides = { values: [{ campaign: '=campaigns', defaultAction: 'reject' }] };
		const items = ['Solar', 'Roofing', 'Other'].map((name) => ({ ...LEAD, name, campaigns: ['Solar', 'Roofing'] }));
		expect((await judged(items, { campaignField: 'name', overrides })).map((output) => output.map(({ json }) => json.name))).toEqual([
			['Other'],
			[],
			['Solar', 'Roofing'],
		]);
	});

	it('a shadow policy can be an object', async () => {
		const items = [{ preset: 'strict', defaultAction: 'qa' }, { preset: 'gentle' }].map((other) => ({ ...LEAD, other }));
		expect(await decisionsOf(items, { options: { shadowPolicy: '=other' } })).toMatchObject([
			[{ shadow: { outcome: 'qa', source: 'default', policy: { name: 'Cautious' } } }, { shadow: { source: 'bad_policy' } }],
			[],
			[],
		]);
	});
});
