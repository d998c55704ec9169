import type { IDataObject } from 'n8n-workflow';
import { execute } from '../../../nodes/IpqsCriteria/execute';
import { fakeNode, type FakeNodeSetup } from '../../support/fake-node';
import { CLEAN } from '../shared/criteria/evaluations';

const LEAD = { ipqs: CLEAN } as IDataObject;

/** Leads through a node with the Standard preset: what leaves by Accept, QA and Reject. */
const judged = (items: IDataObject[], parameters: FakeNodeSetup['parameters'] = {}) =>
	execute(fakeNode({ items, parameters: { preset: 'standard', defaultAction: 'accept', onFailedLookup: 'qa', ...parameters } }).node);

const decisionsOf = (...leads: Parameters<typeof judged>): unknown[][] =>
	judged(...leads).map((output) => output.map(({ json }) => json.decision));

const unusable = (reason: string) => expect.objectContaining({ outcome: 'qa', source: 'bad_policy', codes: 'BAD_POLICY', reason });

describe('a lead goes to QA and says why', () => {
	test('where it cannot be judged for a cause nobody thought of, and the others go on', () => {
		const unreadable = {
			get fraud_score(): number {
				throw new TypeError('This value is gone');
			},
		};
		const items = [LEAD, { name: 'Ann', ipqs: unreadable }, LEAD];
		const [accepted = [], checked = [], rejected = []] = judged(items);
		expect([accepted, rejected].map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([[{ item: 0 }, { item: 2 }], []]);
		expect(checked).toEqual([
			{ json: { name: 'Ann', ipqs: unreadable, decision: unusable('The lead cannot be judged') }, pairedItem: { item: 1 } },
		]);
	});

	test('where the expression of a setting gives no value', () => {
		expect(decisionsOf([LEAD], { resultField: '=!' })).toEqual([[], [unusable("The expression in 'Result Field' gave no value")], []]);
	});

	test.each(['campaign', 'disableRules'])('where it brings an object as %s of an override', (member) => {
		const overrides = { values: [{ campaign: 'Solar', [member]: '=odd' }] };
		const [accepted, checked, rejected] = judged(
			[
				{ ...LEAD, odd: { toString: null } },
				{ ...LEAD, odd: 'VOIP' },
			],
			{ campaignField: 'name', overrides },
		);
		expect([accepted, checked, rejected].map((output) => output?.length)).toEqual(member === 'campaign' ? [2, 0, 0] : [1, 1, 0]);
	});

	test('where it brings a value that no text can be made of', () => {
		const endless: IDataObject = {};
		endless.again = endless;
		expect(decisionsOf([{ ...LEAD, endless }], { fraudThreshold: '=endless' })).toEqual([[], [unusable('The policy cannot be read')], []]);
	});
});

test('the campaigns of an override may come as a list', () => {
	const overrides = { values: [{ campaign: '=campaigns', defaultAction: 'reject' }] };
	const items = ['Solar', 'Roofing', 'Other'].map((name) => ({ ...LEAD, name, campaigns: ['Solar', 'Roofing'] }));
	expect(judged(items, { campaignField: 'name', overrides }).map((output) => output.map(({ json }) => json.name))).toEqual([
		['Other'],
		[],
		['Solar', 'Roofing'],
	]);
});

test('a shadow policy may come as an object', () => {
	const items = [{ preset: 'strict', defaultAction: 'qa' }, { preset: 'gentle' }].map((other) => ({ ...LEAD, other }));
	expect(decisionsOf(items, { options: { shadowPolicy: '=other' } })).toMatchObject([
		[{ shadow: { outcome: 'qa', source: 'default', policy: { name: 'Cautious' } } }, { shadow: { source: 'bad_policy' } }],
		[],
		[],
	]);
});
