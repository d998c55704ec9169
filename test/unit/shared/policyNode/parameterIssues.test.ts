import { policyOf } from '../../../../nodes/shared/policyNode/policyFromParameters';
import { formatIssues } from '../../../../nodes/shared/policyNode/parameterIssues';
import { readPath } from '../../../../nodes/shared/json/path';
import { FORM } from '../criteria/evaluations';

/** The message of the node for parameters; empty if they make a valid policy. */
const messageOf = (parameters: object): string => {
	const parsed = policyOf({ ...FORM, ...parameters }, () => false);
	return 'issues' in parsed ? formatIssues(parsed.issues) : '';
};

const json = (policy: object): string => messageOf({ policySource: 'json', hitPolicy: 'first', policyJson: JSON.stringify(policy) });
const rules = (...values: object[]): string => messageOf({ policySource: 'rules', hitPolicy: 'first', rules: { values } });
const overrides = (...values: object[]): string => messageOf({ overrides: { values } });

const SCORE = 'must be a number from 0 to 100';
const OUTCOME = 'must be accept, qa or reject';
const PRESET = 'must be standard, ipqsHighRisk, clearAbuse, strict or outreach';

describe('several issues in one message', () => {
	it('a valid policy has no message', () => {
		expect([messageOf({}), json({ preset: 'strict' }), formatIssues([])]).toEqual(['', '', '']);
	});

	it("'Policy JSON' is named once", () => {
		expect(json({ preset: 'standard', fraudThreshold: 101 })).toBe(`'Policy JSON': fraudThreshold ${SCORE}`);
		expect(json({ preset: 'standard', fraudThreshold: 101, defaultAction: 'drop' })).toBe(
			`'Policy JSON': fraudThreshold ${SCORE}. defaultAction ${OUTCOME}`,
		);
	});

	it('three are listed, and more are counted', () => {
		const three = `'Policy JSON': preset ${PRESET}. fraudThreshold ${SCORE}. qaThreshold ${SCORE}`;
		const invalid = { preset: 'x', fraudThreshold: 101, qaThreshold: -1 };
		expect(json(invalid)).toBe(three);
		expect(json({ ...invalid, defaultAction: 'drop' })).toBe(`${three}. And 1 more issue`);
		expect(json({ ...invalid, defaultAction: 'drop', onFailedLookup: 'drop' })).toBe(`${three}. And 2 more issues`);
	});

	it('issues of the JSON and of the rest of the form name their parameter', () => {
		const both = { policySource: 'json', policyJson: '{"preset":"x"}', defaultAction: 'drop' };
		expect(messageOf(both).split('. ').sort()).toEqual([`'Policy JSON': preset ${PRESET}`, `'When No Rule Matches' ${OUTCOME}`]);
	});

	it('issues of several fields, rules and conditions of the form are listed', () => {
		expect(messageOf({ fraudThreshold: 101, qaThreshold: 'high' })).toBe(`'Fraud Threshold' ${SCORE}. 'QA Threshold' ${SCORE}`);
		const emptyChoice = { field: 'line_type', choiceOperator: 'equals', choiceValue: '' };
		expect(
			rules({ action: 'qa' }, { action: 'qa', conditions: { values: [emptyChoice, { ...emptyChoice, field: 'active_status' }] } }),
		).toBe(
			'Rule 1 has no condition. Add one, or remove the rule. ' +
				"Rule 2, condition 1: 'Values' is empty; select at least one. " +
				"Rule 2, condition 2: 'Values' is empty; select at least one",
		);
	});

	it('an override that repeats another one does not hide issues of the first', () => {
		expect(overrides({ campaign: 'Solar', fraudThreshold: '101' }, { campaign: 'solar' })).toBe(
			`Override 1: 'Fraud Threshold' ${SCORE}. 'solar' is listed twice under Overrides`,
		);
	});

	it('a condition that the menus cannot produce has an issue that names its part', () => {
		const issueOf = (condition: object): string => rules({ action: 'qa', conditions: { values: [condition] } });
		expect(issueOf({ field: 'credit_limit', textOperator: 'equals', textValue: '1' })).toBe(
			"Rule 1, condition 1: 'Field' must be an IPQS response field with a single value, such as fraud_score",
		);
	});

	it.each([
		[{ field: 'line_type', choiceOperator: 'equals', choiceValues: [] }, "'Values' is empty; select at least one"],
		[{ field: 'line_type', choiceOperator: 'in' }, "'Values' is empty; select at least one"],
		[{ field: 'line_type', choiceOperator: 'contains', choiceText: ' ' }, "'Text' must be text that is not empty"],
		[{ field: 'fraud_score', numberOperator: 'greaterThan', numberValue: '' }, "'Value' must be a number"],
		[
			{ field: 'fraud_score', numberOperator: 'between', numberValue: 84, numberTo: 50 },
			"'Value' and 'And' must be two numbers, the lower one first",
		],
		[{ field: 'carrier', textOperator: 'equals', textValue: '' }, "'Value' must be text that is not empty"],
		[{ field: 'carrier', textOperator: 'in', textValue: ' , ' }, "'Value' must be text that is not empty"],
	])('a value names the inputs that the form shows for it: %j', (condition, issue) => {
		expect(rules({ action: 'qa', conditions: { values: [condition] } })).toBe(`Rule 1, condition 1: ${issue}`);
	});

	it('a syntax error of the JSON says where it is and what is expected', () => {
		const policyJson = '{\n  "preset": "strict",\n}';
		expect(messageOf({ policySource: 'json', policyJson })).toBe(
			"'Policy JSON' is not valid JSON. Line 3, column 1: expected a key in double quotes",
		);
	});

	it('text that is not JSON at all has an example', () => {
		const message = '\'Policy JSON\' must be a JSON object such as {"preset": "standard"}';
		expect(['', 'strict', '[]', null].map((policyJson) => messageOf({ policySource: 'json', policyJson }))).toEqual(Array(4).fill(message));
	});

	it('without a rule says to add one', () => {
		expect(rules()).toBe('Add at least one rule');
	});

	it("an issue without a preset names 'Policy'", () => {
		expect(messageOf({ preset: undefined })).toBe("'Policy' must have a preset or rules");
	});

	it('an issue of a rule names its label', () => {
		const rule = { name: 'One', action: 'qa', conditions: { values: [{ field: 'VOIP', booleanOperator: 'isTrue' }] } };
		expect(rules(rule, { ...rule, action: 'drop' })).toBe(`Rule 2: 'When This Is True, Send To' ${OUTCOME}`);
		expect(rules(rule, rule)).toBe("Rule 2: 'Name' must be unique, but another rule has this name");
	});

	it('an issue about a threshold that no rule uses says how to use it', () => {
		const rule = { name: 'One', action: 'qa', conditions: { values: [{ field: 'VOIP', booleanOperator: 'isTrue' }] } };
		expect(messageOf({ policySource: 'rules', hitPolicy: 'first', fraudThreshold: '70', rules: { values: [rule] } })).toBe(
			"'Fraud Threshold' must be removed, or used by a rule: set the operator of its condition to 'Reaches the Fraud Threshold'",
		);
	});

	it('an issue about an entry of a list names the parameter with the list', () => {
		expect(messageOf({ judge: ['phone', 'fax'] })).toBe("'Results to Check' must be phone, email or ip");
	});

	it('an override without a campaign has an issue that names its row', () => {
		expect(overrides({ campaign: 'Solar' }, { fraudThreshold: '70' })).toBe("Override 2: 'Campaign' must name a campaign");
	});

	it('menu values of an override are read in any case, and invalid ones name the field', () => {
		expect(overrides({ campaign: 'Solar', defaultAction: 'Reject', onFailedLookup: ' QA ' })).toBe('');
		expect(overrides({ campaign: 'Solar', defaultAction: 'drop' })).toBe(`Override 1: 'When No Rule Matches' ${OUTCOME}`);
	});

	it('the same issue is listed once', () => {
		expect(overrides({ campaign: 'Solar, solar, SOLAR' })).toBe("Override 1: 'Campaign' repeats the campaign 'solar'");
	});

	it('issues of the policy do not hide a campaign that is listed twice, but overrides are checked later', () => {
		const condition = { field: 'VOIP', operator: 'isTrue' };
		const rule = { name: 'One', conditions: [condition], action: 'qa' };
		expect(json({ rules: [rule, rule], overrides: { Solar: {}, solar: {}, Roofing: { disableRules: ['Two'] } } })).toBe(
			"'Policy JSON': rules[1].name must be unique, but another rule has this name. overrides.solar repeats the campaign 'solar'",
		);
	});
});

describe('the path of an issue leads to', () => {
	const voip = { field: 'VOIP', booleanOperator: 'isTrue' };
	const rule = { name: 'One', action: 'qa', conditions: { values: [voip] } };
	const ofRules = { policySource: 'rules', hitPolicy: 'first' };
	const noCampaignField = { campaignField: '' };
	const overrideRows = [{ campaign: 'Solar', preset: 'strict' }];
	const rulesForSolar = { values: [{ ...rule, campaigns: 'Solar' }] };
	const solar = { values: [{ campaign: 'Solar', preset: 'strict' }] };
	const solarJson = JSON.stringify({ preset: 'strict', overrides: { Solar: {} } });

	it.each<[string, object, unknown]>([
		['a setting', { fraudThreshold: 101 }, 101],
		['a list with an invalid entry', { judge: ['phone', 'fax'] }, ['phone', 'fax']],
		['names of rules in one text', { disableRules: 'VOIP, No Such Rule' }, 'VOIP, No Such Rule'],
		['a setting of a rule', { ...ofRules, rules: { values: [rule, { ...rule, name: 'Two', action: 'drop' }] } }, 'drop'],
		['the conditions of a rule', { ...ofRules, rules: { values: [{ ...rule, conditions: {} }] } }, {}],
		[
			'a condition of a rule',
			{ ...ofRules, rules: { values: [rule, { ...rule, name: 'Two', conditions: { values: [voip, { field: 'VOIP' }] } }] } },
			{ field: 'VOIP' },
		],
		['a setting of an override', { overrides: { values: [{ campaign: 'Solar' }, { campaign: 'Debt', preset: 'x' }] } }, 'x'],
		['one of More Settings of an override', { overrides: { values: [{ campaign: 'Solar', more: { qaThreshold: 101 } }] } }, 101],
		['the campaign of an override', { overrides: { values: [{ campaign: ' , ' }] } }, ' , '],
		['text that is no JSON', { policySource: 'json', policyJson: '{' }, '{'],
		['JSON with an issue', { policySource: 'json', policyJson: '{"preset":"x"}' }, '{"preset":"x"}'],
		['rows of a table', { overridesSource: 'rows', overrideRows: 7 }, 7],
		['rules for campaigns', { ...noCampaignField, rules: rulesForSolar }, rulesForSolar],
		['overrides', { ...noCampaignField, overrides: solar }, solar],
		['rows of overrides', { ...noCampaignField, overridesSource: 'rows', overrideRows }, overrideRows],
		['JSON with overrides', { ...noCampaignField, policySource: 'json', policyJson: solarJson }, solarJson],
	])('%s', (_what, parameters, value) => {
		const parsed = policyOf({ ...FORM, ...parameters }, () => false);
		const paths = 'issues' in parsed ? parsed.issues.map(({ path }) => path.join('.')) : [];
		expect(paths.map((path) => readPath(parameters, path))).toEqual([value]);
	});
});
