import { policyOf } from '../../../../nodes/shared/policyNode/policyFromParameters';
import { formatIssues } from '../../../../nodes/shared/policyNode/parameterIssues';
import type { IssuePath } from '../../../../nodes/shared/criteria/policyIssue';
import { FORM } from '../criteria/evaluations';

type IsExpression = (path: IssuePath) => boolean;

/** The policy of parameters; the message of the node if they make none. */
function read(parameters: object, isExpression: IsExpression = () => false): unknown {
	const parsed = policyOf({ ...FORM, ...parameters }, isExpression);
	return 'issues' in parsed ? formatIssues(parsed.issues) : parsed.policy;
}

const rulesForm = { policySource: 'rules', hitPolicy: 'first' };
const actions = { defaultAction: 'accept', onFailedLookup: 'qa' };
const voip = { field: 'VOIP', booleanOperator: 'isTrue' };
const isVoip = { field: 'VOIP', operator: 'isTrue' };

/** How a row of 'Conditions' is read. */
function conditionOf(row: object): unknown {
	const policy = read({ ...rulesForm, rules: { values: [{ name: 'One', action: 'qa', conditions: { values: [row] } }] } });
	return typeof policy === 'string' ? policy : (policy as { rules: [{ conditions: [unknown] }] }).rules[0].conditions[0];
}

/** How an entry of 'Overrides' for one campaign is read. */
function overrideOf(row: object, isExpression?: IsExpression): unknown {
	const policy = read({ overrides: { values: [{ campaign: 'Solar', ...row }] } }, isExpression);
	return typeof policy === 'string' ? policy : (policy as { overrides: { Solar: unknown } }).overrides.Solar;
}

describe('the form with a preset', () => {
	it('is the preset with what is filled in', () => {
		expect(read({})).toEqual({ preset: 'standard', ...actions });
		expect(
			read({
				judge: ['phone', 'email'],
				fraudThreshold: ' 70 ',
				qaThreshold: 40,
				disableRules: 'VOIP, Prepaid',
				onUnusableNumber: 'REJECTMISSING',
				onMissingValue: ' Ignore ',
				defaultAction: ' QA ',
				onFailedLookup: 'Reject',
			}),
		).toEqual({
			preset: 'standard',
			judge: ['phone', 'email'],
			fraudThreshold: 70,
			qaThreshold: 40,
			disableRules: ['VOIP', 'Prepaid'],
			onUnusableNumber: 'rejectMissing',
			onMissingValue: 'ignore',
			defaultAction: 'qa',
			onFailedLookup: 'reject',
		});
	});

	it('can have rules of its own in front', () => {
		const rules = { values: [{ name: 'One', action: 'qa', conditions: { values: [voip] } }] };
		expect(read({ rules })).toMatchObject({ preset: 'standard', rules: [{ name: 'One', action: 'qa', conditions: [isVoip] }] });
		expect(read({ rules: {} })).not.toHaveProperty('rules');
	});

	it('takes the names of rules to leave out as a list too', () => {
		expect(read({ disableRules: ['VOIP', 'Prepaid'] })).toMatchObject({ disableRules: ['VOIP', 'Prepaid'] });
	});

	it.each(['fraudThreshold', 'qaThreshold'])('has an issue if an expression leaves %s empty, which the user did not', (name) => {
		const label = name === 'qaThreshold' ? 'QA Threshold' : 'Fraud Threshold';
		for (const value of ['', null, undefined]) {
			expect(read({ [name]: value }, ([first]) => first === name)).toBe(`'${label}' must be a number from 0 to 100`);
			expect(read({ [name]: value }, () => false)).toEqual({ preset: 'standard', ...actions });
		}
	});

	it.each<[string, object, string]>([
		['an action that is missing', { defaultAction: null }, "'When No Rule Matches' must be accept, qa or reject"],
		['another action that is missing', { onFailedLookup: undefined }, "'When the Lookup Failed' must be accept, qa or reject"],
		[
			'an action of an expression that is none',
			{ onUnusableNumber: 'drop' },
			"'When the Number Is Unusable' must be qa, rejectMissing, reject or accept",
		],
	])('has an issue about %s', (_what, parameters, issue) => {
		expect(read(parameters)).toBe(issue);
	});
});

describe('the form with rules', () => {
	const rule = { name: 'One', action: 'reject', conditions: { values: [voip] } };
	const rules = (...values: object[]) => read({ ...rulesForm, rules: { values } });

	it('is those rules, in order, without a preset', () => {
		expect(rules(rule, { ...rule, name: 'Two', match: 'any', whenUnknown: 'qa' })).toEqual({
			name: 'Custom Rules',
			hitPolicy: 'first',
			...actions,
			rules: [
				{ name: 'One', action: 'reject', conditions: [isVoip] },
				{ name: 'Two', match: 'any', action: 'reject', whenUnknown: 'qa', conditions: [isVoip] },
			],
		});
	});

	it('has a threshold that its conditions can refer to', () => {
		const values = [{ ...rule, conditions: { values: [{ field: 'fraud_score', numberOperator: 'reachesThreshold' }] } }];
		expect(read({ ...rulesForm, fraudThreshold: '70', rules: { values } })).toMatchObject({
			fraudThreshold: 70,
			rules: [{ conditions: [{ field: 'fraud_score', operator: 'greaterOrEqual', value: 'threshold' }] }],
		});
	});

	it('takes the campaigns of a rule as text or as a list', () => {
		expect(rules({ ...rule, campaigns: 'Solar, Roofing' })).toMatchObject({ rules: [{ campaigns: 'Solar, Roofing' }] });
		expect(rules({ ...rule, campaigns: ['Solar', 4711] })).toMatchObject({ rules: [{ campaigns: 'Solar,4711' }] });
		expect(rules({ ...rule, campaigns: '' })).not.toHaveProperty('rules.0.campaigns');
	});

	it('takes a name that an expression gives as a number', () => {
		expect(rules({ ...rule, name: 4711 })).toMatchObject({ rules: [{ name: '4711' }] });
	});
});

describe('a condition of the form', () => {
	it.each<[string, object, object]>([
		['of a flag', voip, isVoip],
		[
			'with a number',
			{ field: 'fraud_score', numberOperator: 'greaterOrEqual', numberValue: 85, numberTo: 100 },
			{ field: 'fraud_score', operator: 'greaterOrEqual', value: 85 },
		],
		[
			'with a range',
			{ field: 'fraud_score', numberOperator: 'between', numberValue: 50, numberTo: 84 },
			{ field: 'fraud_score', operator: 'between', value: [50, 84] },
		],
		[
			'without a value',
			{ field: 'fraud_score', numberOperator: 'isUnknown', numberValue: 85 },
			{ field: 'fraud_score', operator: 'isUnknown' },
		],
		[
			'with text',
			{ field: 'carrier', textOperator: 'contains', textValue: 'Wireless' },
			{ field: 'carrier', operator: 'contains', value: 'Wireless' },
		],
		[
			'with a list in text',
			{ field: 'country', textOperator: 'in', textValue: 'US, CA,' },
			{ field: 'country', operator: 'in', value: ['US', 'CA'] },
		],
		[
			'with a list of an expression',
			{ field: 'country', textOperator: 'in', textValue: ['US', 'CA'] },
			{ field: 'country', operator: 'in', value: ['US', 'CA'] },
		],
		[
			'with a choice',
			{ field: 'line_type', choiceOperator: 'equals', choiceValues: ['VOIP'] },
			{ field: 'line_type', operator: 'equals', value: 'VOIP' },
		],
		[
			'with several choices, any of them',
			{ field: 'line_type', choiceOperator: 'equals', choiceValues: ['VOIP', 'Pager'] },
			{ field: 'line_type', operator: 'in', value: ['VOIP', 'Pager'] },
		],
		[
			'with several choices, none of them',
			{ field: 'line_type', choiceOperator: 'notEquals', choiceValues: ['VOIP', 'Pager'] },
			{ field: 'line_type', operator: 'notIn', value: ['VOIP', 'Pager'] },
		],
		[
			'with several choices of a list operator',
			{ field: 'line_type', choiceOperator: 'in', choiceValues: ['VOIP', 'Pager'] },
			{ field: 'line_type', operator: 'in', value: ['VOIP', 'Pager'] },
		],
		[
			'with choices in the text of an expression',
			{ field: 'line_type', choiceOperator: 'equals', choiceValues: 'VOIP, Pager' },
			{ field: 'line_type', operator: 'in', value: ['VOIP', 'Pager'] },
		],
		[
			'with part of a choice',
			{ field: 'line_type', choiceOperator: 'contains', choiceValues: [], choiceText: 'Toll', choiceValue: 'VOIP' },
			{ field: 'line_type', operator: 'contains', value: 'Toll' },
		],
		[
			'with a choice as text, from before the menus',
			{ field: 'line_type', choiceOperator: 'equals', choiceValues: [], choiceText: '', choiceValue: 'VOIP' },
			{ field: 'line_type', operator: 'equals', value: 'VOIP' },
		],
		[
			'with the threshold of the policy',
			{ field: 'fraud_score', numberOperator: 'reachesThreshold', numberValue: 85 },
			{ field: 'fraud_score', operator: 'greaterOrEqual', value: 'threshold' },
		],
	])('%s', (_what, row, condition) => {
		expect(conditionOf(row)).toEqual(condition);
	});

	it('has the threshold by its operator only', () => {
		expect(conditionOf({ field: 'fraud_score', numberOperator: 'greaterThan', numberValue: 'threshold' })).toBe(
			"Rule 1, condition 1: 'Value' must be a number",
		);
		expect(conditionOf({ field: 'carrier', textOperator: 'equals', textValue: 'threshold' })).toEqual({
			field: 'carrier',
			operator: 'equals',
			value: 'threshold',
		});
	});

	it('has an issue about a field that does not exist, and about an operator that is missing', () => {
		expect(conditionOf({ field: 'nothing', textOperator: 'equals', textValue: 'x' })).toMatch(/^Rule 1, condition 1: 'Field' /);
		expect(conditionOf({ field: 'VOIP' })).toMatch(/^Rule 1, condition 1: 'Operator' /);
	});
});

describe('an entry of Overrides', () => {
	it('has the settings that are filled in', () => {
		expect(
			overrideOf({
				preset: 'strict',
				fraudThreshold: '70',
				qaThreshold: 40,
				defaultAction: 'QA',
				onFailedLookup: 'reject',
				onUnusableNumber: 'REJECTmissing',
				disableRules: 'VOIP, Prepaid',
			}),
		).toEqual({
			preset: 'strict',
			fraudThreshold: 70,
			qaThreshold: 40,
			defaultAction: 'qa',
			onFailedLookup: 'reject',
			onUnusableNumber: 'rejectMissing',
			disableRules: ['VOIP', 'Prepaid'],
		});
	});

	it('has none of those that keep the setting of the policy', () => {
		expect(overrideOf({ preset: 'inherit', fraudThreshold: '', defaultAction: ' Inherit ', disableRules: '' })).toEqual({});
	});

	it('has those under More Settings, which count before older ones of the entry', () => {
		expect(overrideOf({ qaThreshold: 40, more: { qaThreshold: 50, defaultAction: 'qa' } })).toEqual({
			qaThreshold: 50,
			defaultAction: 'qa',
		});
		expect(overrideOf({ qaThreshold: 40, more: { qaThreshold: '' } })).toEqual({ qaThreshold: 40 });
		expect(overrideOf({ qaThreshold: '', more: { qaThreshold: '' } })).toEqual({});
		expect(overrideOf({ qaThreshold: 40, more: 'nothing' })).toEqual({ qaThreshold: 40 });
	});

	it('has an issue if an expression leaves a setting empty, by the place of the setting', () => {
		const varying = ['overrides.values.0.disableRules', 'overrides.values.0.more.qaThreshold'];
		expect(overrideOf({ disableRules: '', more: { qaThreshold: null } }, (path) => varying.includes(path.join('.')))).toBe(
			"Override 1: 'QA Threshold' must be a number from 0 to 100. Override 1: 'Skip Rules' must be a list of rule names",
		);
	});

	it('is for the campaigns of a list too', () => {
		expect(read({ overrides: { values: [{ campaign: ['Solar', 'Debt'], qaThreshold: 40 }] } })).toMatchObject({
			overrides: { 'Solar,Debt': { qaThreshold: 40 } },
		});
	});

	it('is the only one of its campaign, whatever its spelling', () => {
		const values = [{ campaign: 'Solar' }, { campaign: 'Debt' }, { campaign: ' SOLAR ' }, { campaign: 'debt' }];
		expect(read({ overrides: { values } })).toBe("'SOLAR' is listed twice under Overrides. 'debt' is listed twice under Overrides");
		const parsed = policyOf({ ...FORM, overrides: { values } }, () => false);
		expect('issues' in parsed && parsed.issues.map(({ path }) => path.join('.'))).toEqual([
			'overrides.values.2.campaign',
			'overrides.values.3.campaign',
		]);
	});
});

describe("'Policy JSON'", () => {
	const json = (policyJson: unknown, parameters: object = {}) =>
		read({ policySource: 'json', hitPolicy: 'worst', policyJson, ...parameters });

	it('leaves to the form what it does not say', () => {
		const form = { onUnusableNumber: 'reject', onMissingValue: 'ignore' };
		expect(json('{"preset":"strict"}', form)).toEqual({ preset: 'strict', ...actions, ...form });
		expect(json('{"preset":"strict","defaultAction":"reject","onUnusableNumber":"qa"}', form)).toEqual({
			preset: 'strict',
			...{ defaultAction: 'reject', onFailedLookup: 'qa', onUnusableNumber: 'qa', onMissingValue: 'ignore' },
		});
	});

	it('has the hit policy of the form for its own rules, but not for a preset', () => {
		const rules = [{ name: 'One', conditions: [isVoip], action: 'qa' }];
		expect(json({ rules })).toMatchObject({ hitPolicy: 'worst' });
		expect(json({ rules, hitPolicy: 'first' })).toMatchObject({ hitPolicy: 'first' });
		expect(json({ preset: 'strict', rules })).not.toHaveProperty('hitPolicy');
		expect(json({ preset: 'strict' })).not.toHaveProperty('hitPolicy');
	});

	it('has issues of its own and of the form by their parameter', () => {
		expect(json('{"preset":"strict"}', { defaultAction: 'drop' })).toBe("'When No Rule Matches' must be accept, qa or reject");
		expect(json('{"preset":"strict","defaultAction":"drop"}')).toBe("'Policy JSON': defaultAction must be accept, qa or reject");
		expect(json('{}')).toBe("'Policy JSON' must have a preset or rules");
		expect(json('{"preset":"strict","fraudThreshold":101}')).toBe("'Policy JSON': fraudThreshold must be a number from 0 to 100");
		expect(json('[]', { defaultAction: 'drop' })).toBe('\'Policy JSON\' must be a JSON object such as {"preset": "standard"}');
	});
});

describe('settings for campaigns', () => {
	const rule = { name: 'One', action: 'qa', campaigns: 'Solar', conditions: { values: [voip] } };
	const overrides = { values: [{ campaign: 'Solar', qaThreshold: 40 }] };

	it.each<[string, object, string]>([
		['rules', { rules: { values: [rule] } }, "a rule has a value in 'Only for Campaigns'"],
		['own rules', { ...rulesForm, rules: { values: [rule] } }, "a rule has a value in 'Only for Campaigns'"],
		['Overrides', { overrides }, "'Overrides' has settings for campaigns"],
		[
			'Override Rows',
			{ overridesSource: 'rows', overrideRows: [{ campaign: 'Solar', qaThreshold: 40 }] },
			"'Override Rows' has settings for campaigns",
		],
		[
			'Policy JSON',
			{ policySource: 'json', policyJson: { preset: 'strict', overrides: { Solar: { qaThreshold: 40 } } } },
			"'Policy JSON' has settings for campaigns",
		],
		[
			'rules of Policy JSON',
			{ policySource: 'json', hitPolicy: 'first', policyJson: { rules: [{ action: 'qa', campaigns: 'Solar', conditions: [isVoip] }] } },
			"'Policy JSON' has settings for campaigns",
		],
		['rules before Overrides', { rules: { values: [rule] }, overrides }, "a rule has a value in 'Only for Campaigns'"],
	])('in %s need Campaign Field', (_where, parameters, reason) => {
		for (const campaignField of ['', ' , ', null]) {
			expect(read({ ...parameters, campaignField })).toBe(`Fill in 'Campaign Field', because ${reason}`);
		}
		expect(read({ ...parameters, campaignField: 'campaign' })).toBeInstanceOf(Object);
	});

	it('are none where a rule names no campaign', () => {
		expect(read({ rules: { values: [{ ...rule, campaigns: ' , ' }] }, campaignField: '' })).toBeInstanceOf(Object);
		expect(read({ rules: { values: [{ ...rule, campaigns: undefined }] }, campaignField: '' })).toBeInstanceOf(Object);
		expect(read({ overrides: {}, campaignField: '' })).toBeInstanceOf(Object);
	});
});
