import { NodeHelpers, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { criteria, decisionsOf, hintsOf, lead, places, route, rule, rules } from '../support/criteriaRun';

const { description } = criteria;
const choice = (choiceOperator: string, value: IDataObject) => ({ field: 'line_type', choiceOperator, ...value });

const LINES = ['Wireless', 'Landline', 'VOIP', 'Toll Free', 'Mobile'].map((line_type) => lead({ line_type }));

describe('values of a choice', () => {
	it.each([
		['equals', ['VOIP'], [2]],
		['equals', ['VOIP', 'Toll Free'], [2, 3]],
		['in', ['VOIP', 'Toll Free'], [2, 3]],
		['notEquals', ['Wireless'], [1, 2, 3]],
		['notEquals', ['Wireless', 'Landline'], [2, 3]],
		['notIn', ['Wireless', 'Landline'], [2, 3]],
	])('that are selected: %s %j', async (choiceOperator, choiceValues, rejected) => {
		const run = await route(LINES, { parameters: rules(rule('', choice(choiceOperator, { choiceValues }))) });
		expect(run.error).toBeUndefined();
		expect(places(run)[2]).toEqual(rejected);
		expect(hintsOf(run)).toBe('');
	});

	it('can be part of the text, or an expression', async () => {
		const part = await route(LINES, { parameters: rules(rule('', choice('contains', { choiceText: 'OI' }))) });
		expect(places(part)[2]).toEqual([2]);
		const land = await route(LINES, { parameters: rules(rule('', choice('startsWith', { choiceText: 'land' }))) });
		expect(places(land)[2]).toEqual([1]);
		const leads = LINES.map(({ json }) => ({ json: { ...json, bad: 'VOIP, Pager' } }));
		const perLead = await route(leads, { parameters: rules(rule('', choice('in', { choiceValues: '={{ $json.bad }}' }))) });
		expect(places(perLead)[2]).toEqual([2]);
	});

	it('must be selected', async () => {
		expect((await route(LINES, { parameters: rules(rule('', choice('equals', { choiceValues: [] }))) })).error?.message).toBe(
			"Rule 1, condition 1: 'Values' is empty; select at least one",
		);
	});
});

describe('a workflow that was saved before the menus', () => {
	it.each([
		['equals', 'VOIP', [2]],
		['in', 'VOIP, Toll-Free', [2, 3]],
		['notIn', 'Wireless, Landline', [2, 3]],
		['contains', 'free', [3]],
		['startsWith', 'land', [1]],
	])('decides alike: %s "%s"', async (choiceOperator, choiceValue, rejected) => {
		const run = await route(LINES, { parameters: rules(rule('', choice(choiceOperator, { choiceValue }))) });
		expect(run.error).toBeUndefined();
		expect(places(run)[2]).toEqual(rejected);
	});

	it('decides alike, with every setting of an override in its entry or in More Settings', async () => {
		const more = {
			qaThreshold: '40',
			defaultAction: 'accept',
			onFailedLookup: 'reject',
			onUnusableNumber: 'reject',
			disableRules: 'VOIP',
		};
		const unsent = { success: false, lookup: { status: 'not_sent', reason: 'phone_missing', resource: 'phone' } };
		const leads = ['Solar', 'Other'].flatMap((campaign) => [
			lead({ VOIP: true }, { campaign }),
			lead({ fraud_score: 45 }, { campaign }),
			{ json: { campaign, ipqs: { success: false } } },
			{ json: { campaign, ipqs: unsent } },
		]);
		const runWith = async (entry: IDataObject) =>
			await route(leads, {
				parameters: {
					...{ campaignField: 'campaign', defaultAction: 'qa' },
					overrides: { values: [{ campaign: 'Solar', fraudThreshold: '70', ...entry }] },
				},
			});
		const saved = await runWith(more);
		const added = await runWith({ more });
		expect(saved.error).toBeUndefined();
		expect(places(saved)).toEqual([[0], [1, 4, 5, 6, 7], [2, 3]]);
		for (const output of [0, 1, 2]) expect(decisionsOf(added, output)).toEqual(decisionsOf(saved, output));
		expect(places(await runWith({ ...more, more: { onFailedLookup: 'accept' } }))).toEqual([[0, 2], [1, 4, 5, 6, 7], [3]]);
	});

	it('says where a setting of an entry is wrong', async () => {
		const parameters = { campaignField: 'campaign', overrides: { values: [{ campaign: 'Solar', more: { qaThreshold: '400' } }] } };
		expect((await route([lead()], { parameters })).error?.message).toBe("Override 1: 'QA Threshold' must be a number from 0 to 100");
		const perLead = { campaignField: 'campaign', overrides: { values: [{ campaign: 'Solar', more: { qaThreshold: '={{ $json.qa }}' } }] } };
		const run = await route([lead({}, { campaign: 'Solar' }), lead({}, { campaign: 'Solar', qa: 50 })], { parameters: perLead });
		expect(run.error).toBeUndefined();
		expect(places(run)).toEqual([[1], [0], []]);
	});

	it('keeps its values when the editor opens it', () => {
		const saved = {
			campaignField: 'campaign',
			rules: {
				values: [
					{
						...{ name: 'A', match: 'all', action: 'qa', whenUnknown: 'default', campaigns: 'Solar' },
						conditions: { values: [choice('in', { choiceValue: 'VOIP, Pager' })] },
					},
				],
			},
			overrides: { values: [{ campaign: 'Solar', preset: 'strict', fraudThreshold: '', qaThreshold: '50', onFailedLookup: 'reject' }] },
		} as unknown as INodeParameters;
		expect(NodeHelpers.getNodeParameters(description.properties, saved, false, false, null, description)).toMatchObject({
			...saved,
			rules: { values: [{ campaigns: 'Solar', conditions: { values: [{ choiceValue: 'VOIP, Pager' }] } }] },
			overrides: { values: [{ campaign: 'Solar', preset: 'strict', qaThreshold: '50', onFailedLookup: 'reject' }] },
		});
	});

	it('has short entries of overrides', () => {
		const entry = NodeHelpers.getNodeParameters(
			description.properties,
			{ campaignField: 'campaign', overrides: { values: [{ campaign: 'Solar' }] } },
			true,
			false,
			null,
			description,
		);
		expect((entry?.overrides as { values: unknown[] }).values).toEqual([
			{ campaign: 'Solar', preset: 'inherit', fraudThreshold: '', more: {} },
		]);
	});
});
