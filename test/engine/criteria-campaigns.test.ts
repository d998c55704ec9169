import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { decisionsOf, hintsOf, lead, places, route, rule, rules } from '../support/criteriaRun';

const scored = (fraud_score: number, own: IDataObject = {}): INodeExecutionData => lead({ fraud_score }, own);
const overrides = (...values: IDataObject[]): IDataObject => ({ values });
const VOIP = { field: 'VOIP', booleanOperator: 'isTrue' };
const SCORE = { field: 'fraud_score', numberOperator: 'reachesThreshold' };

describe('rules next to a preset', () => {
	const rulesBeside = (...values: IDataObject[]) => ({ preset: 'standard', rules: { values } });

	it('reject or send to QA before the rules of the preset', async () => {
		const parameters = rulesBeside(rule('DNC', { field: 'do_not_call', booleanOperator: 'isTrue' }, { whenUnknown: 'skip' }));
		const run = await route([lead({ do_not_call: true, VOIP: true }), lead({ VOIP: true }), lead({ do_not_call: false })], { parameters });
		expect(places(run)).toEqual([[2], [1], [0]]);
	});

	it('accept only what the preset does not reject', async () => {
		const trusted = rule('Trusted', { field: 'user_activity', choiceOperator: 'equals', choiceValue: 'high' }, { action: 'accept' });
		const leads = [lead({ user_activity: 'high', VOIP: true }), lead({ user_activity: 'high', fraud_score: 100 }), lead({ VOIP: true })];
		const run = await route(leads, { parameters: rulesBeside(trusted) });
		expect(places(run)).toEqual([[0], [2], [1]]);
		expect(decisionsOf(run, 0)[0]).toMatchObject({ rule: 'Trusted', codes: 'VOIP' });
	});

	it('leave out rules of the preset', async () => {
		const parameters = { options: { disableRules: ['Prepaid', 'VOIP'] } };
		expect(places(await route([lead({ prepaid: true, VOIP: true }), lead({ valid: false })], { parameters }))).toEqual([[0], [], [1]]);
	});

	it('can have no name that a rule of the preset has', async () => {
		const run = await route([lead()], { parameters: rulesBeside(rule('voip', VOIP)) });
		expect(run.error?.message).toBe("Rule 1: 'Name' must be unique, but another rule has this name");
	});
});

describe('the fraud threshold of own rules', () => {
	it('is 85, what the form says, or what the campaign says', async () => {
		const leads = [scored(84), scored(85), scored(60, { campaign: 'Solar' })];
		const own = rules(rule('', SCORE));
		expect(places(await route(leads, { parameters: own }))).toEqual([[0, 2], [], [1]]);
		expect(places(await route(leads, { parameters: { ...own, fraudThreshold: 60 } }))).toEqual([[], [], [0, 1, 2]]);
		const perCampaign = { ...own, campaignField: 'campaign', overrides: overrides({ campaign: 'Solar', fraudThreshold: '55' }) };
		const run = await route(leads, { parameters: perCampaign });
		expect(places(run)).toEqual([[0], [], [1, 2]]);
		expect(decisionsOf(run, 2).map(({ rule: name, reason }) => [name, reason])).toEqual([
			['Fraud Score is at or above the Fraud Threshold', 'Fraud Score 85 is at or above 85'],
			['Fraud Score is at or above the Fraud Threshold', 'Fraud Score 60 is at or above 55'],
		]);
	});

	it('is an error if no rule uses it, which says what to choose', async () => {
		const fixed = rules(rule('', { field: 'fraud_score', numberOperator: 'greaterOrEqual', numberValue: 85 }));
		const cure = "must be removed, or used by a rule: set the operator of its condition to 'Reaches the Fraud Threshold'";
		const forAll = await route([lead()], { parameters: { ...fixed, fraudThreshold: 60 } });
		expect(forAll.error?.message).toBe(`'Fraud Threshold' ${cure}`);
		const campaigns = { ...fixed, campaignField: 'campaign', overrides: overrides({ campaign: 'Solar', fraudThreshold: '55' }) };
		expect((await route([lead()], { parameters: campaigns })).error?.message).toBe(`Override 1: 'Fraud Threshold' ${cure}`);
	});

	it('cannot be compared with other fields', async () => {
		const run = await route([lead()], { parameters: rules(rule('', { field: 'dialing_code', numberOperator: 'reachesThreshold' })) });
		expect(run.error?.message).toBe("Rule 1, condition 1: 'Value' must be a number");
	});
});

describe('rules of campaigns', () => {
	const own = {
		...rules(rule('Solar Only', VOIP, { campaigns: 'Solar, Roofing' }), rule('', { field: 'valid', booleanOperator: 'isFalse' })),
		campaignField: 'campaign',
	};

	it('are for their campaigns alone, whatever the case', async () => {
		const leads = ['solar', ' ROOFING ', 'Debt', undefined].map((campaign) =>
			lead({ VOIP: true }, campaign === undefined ? {} : { campaign }),
		);
		const run = await route(leads, { parameters: own });
		expect(places(run)).toEqual([[2, 3], [], [0, 1]]);
		expect(decisionsOf(run, 2).map(({ policy }) => (policy as IDataObject).campaign)).toEqual(['solar', 'ROOFING']);
	});

	it('decide with the default action if no rule is for the campaign, but never without a result', async () => {
		const parameters = { ...rules(rule('', VOIP, { campaigns: 'Solar' })), campaignField: 'campaign', options: { includePolicy: true } };
		const leads = [
			lead({ VOIP: true }, { campaign: 'Debt' }),
			{ json: { campaign: 'Debt' } },
			{ json: { campaign: 'Debt', ipqs: { success: false } } },
		];
		const run = await route(leads, { parameters });
		expect(places(run)).toEqual([[0], [1, 2], []]);
		const { json, hash } = decisionsOf(run, 0)[0]?.policy as IDataObject;
		const again = await route(leads, {
			parameters: { policySource: 'json', policyJson: JSON.stringify(json), options: { includePolicy: true } },
		});
		expect(places(again)).toEqual(places(run));
		expect(decisionsOf(again, 0)[0]?.policy).toMatchObject({ hash });
	});
});

describe('several campaign fields', () => {
	const parameters = {
		campaignField: 'campaign, lead_type',
		overrides: overrides(
			{ campaign: 'Solar', fraudThreshold: '70' },
			{ campaign: 'Aged', fraudThreshold: '60', defaultAction: 'qa' },
			{ campaign: 'Debt', preset: 'clearAbuse' },
		),
	};

	it('have the strongest first, and overrides member by member', async () => {
		const leads = [
			scored(65, { campaign: 'Solar', lead_type: 'Aged' }),
			scored(65, { lead_type: 'Aged' }),
			scored(65, { campaign: 'Solar' }),
			scored(89, { campaign: 'Debt', lead_type: 'Aged' }),
			scored(65, { campaign: 'Aged', lead_type: 'Solar' }),
		];
		const run = await route(leads, { parameters });
		expect(places(run)).toEqual([[2], [0, 3], [1, 4]]);
		const campaigns = [0, 1, 2].flatMap((output) => decisionsOf(run, output).map(({ policy }) => (policy as IDataObject).campaign));
		expect(campaigns).toEqual(['Solar', 'Solar, Aged', 'Debt, Aged', 'Aged', 'Aged, Solar']);
	});

	it('apply the same campaign or override once', async () => {
		const twice = { ...parameters, overrides: overrides({ campaign: 'Solar, Aged', fraudThreshold: '60' }) };
		const leads = [scored(65, { campaign: 'Solar', lead_type: 'solar' }), scored(65, { campaign: 'Solar', lead_type: 'Aged' })];
		expect(places(await route(leads, { parameters: twice }))).toEqual([[], [], [0, 1]]);
		const policyJson = JSON.stringify({
			preset: 'standard',
			overrides: { 'Solar, Aged': { rules: [{ name: 'Own', conditions: [{ field: 'VOIP', operator: 'isTrue' }], action: 'reject' }] } },
		});
		const json = { campaignField: 'campaign, lead_type', policySource: 'json', policyJson, options: { includeTrace: true } };
		const run = await route(leads, { parameters: json });
		expect((decisionsOf(run, 0)[1]?.trace as IDataObject[]).filter(({ rule: name }) => name === 'Own')).toHaveLength(1);
	});
});

describe('settings for campaigns without Campaign Field', () => {
	const policyJson = JSON.stringify({ preset: 'standard', overrides: { Solar: { fraudThreshold: 70 } } });

	it('are an error in JSON, so that no override is forgotten', async () => {
		const run = await route([lead()], { parameters: { policySource: 'json', policyJson } });
		expect(run.error?.message).toBe("Fill in 'Campaign Field', because 'Policy JSON' has settings for campaigns");
		const perLead = await route([lead({}, { policyJson }), lead({}, { policyJson: '{"preset":"standard"}' })], {
			parameters: { policySource: 'json', policyJson: '={{ $json.policyJson }}' },
		});
		expect(places(perLead)).toEqual([[1], [0], []]);
	});

	it('are an error in a rule, which would otherwise be for all campaigns', async () => {
		const run = await route([lead()], { parameters: rules(rule('', VOIP, { campaigns: 'Solar' })) });
		expect(run.error?.message).toBe("Fill in 'Campaign Field', because a rule has a value in 'Only for Campaigns'");
	});

	it('are an error in the form if the field is only spaces', async () => {
		const parameters = { campaignField: ' ', overrides: overrides({ campaign: 'Solar', fraudThreshold: '70' }) };
		expect((await route([lead()], { parameters })).error?.message).toBe(
			"Fill in 'Campaign Field', because 'Overrides' has settings for campaigns",
		);
		const ofRule = { ...rules(rule('', VOIP, { campaigns: 'Solar' })), campaignField: ' ' };
		expect((await route([lead()], { parameters: ofRule })).error?.message).toBe(
			"Fill in 'Campaign Field', because a rule has a value in 'Only for Campaigns'",
		);
	});
});

describe('odd campaigns', () => {
	it('can be called __proto__, constructor or base', async () => {
		const names = ['__proto__', 'constructor', 'base', 'toString'];
		const parameters = {
			campaignField: 'campaign',
			overrides: overrides(...names.slice(0, 3).map((campaign) => ({ campaign, fraudThreshold: '10' }))),
		};
		const run = await route(
			names.map((campaign) => scored(20, { campaign })),
			{ parameters },
		);
		expect(places(run)).toEqual([[3], [], [0, 1, 2]]);
		expect(decisionsOf(run, 2).map(({ policy }) => (policy as IDataObject).campaign)).toEqual(['__proto__', 'constructor', 'base']);
	});

	it('can be called __proto__ in JSON, where an override with a preset replaces the rules', async () => {
		const policyJson = '{"preset":"standard","overrides":{"__proto__":{"fraudThreshold":10},"base":{"preset":"clearAbuse"}}}';
		const parameters = { policySource: 'json', policyJson, campaignField: 'campaign' };
		const run = await route([scored(20, { campaign: '__proto__' }), lead({ VOIP: true }, { campaign: 'base' })], { parameters });
		expect(places(run)).toEqual([[1], [], [0]]);
	});

	it('match with other spaces', async () => {
		const parameters = { campaignField: 'campaign', overrides: overrides({ campaign: 'Solar  Energy', fraudThreshold: '10' }) };
		const leads = ['Solar\u00a0Energy', ' solar energy', 'SOLAR\tENERGY'].map((campaign) => scored(20, { campaign }));
		expect(places(await route(leads, { parameters }))).toEqual([[], [], [0, 1, 2]]);
	});

	it('are reported by a hint if the field is in no lead', async () => {
		const parameters = { campaignField: 'campain', overrides: overrides({ campaign: 'Solar', fraudThreshold: '10' }) };
		expect(hintsOf(await route([lead({}, { campaign: 'Solar' })], { parameters }))).toContain(
			"No lead has a field named in 'Campaign Field'",
		);
		expect(hintsOf(await route([lead({}, { campain: '' }), lead({}, { campain: 'x' })], { parameters }))).toContain(
			'1 lead had no campaign',
		);
	});
});
