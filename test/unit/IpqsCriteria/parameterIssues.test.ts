import { policyOf } from '../../../nodes/IpqsCriteria/policyFromParameters';
import { formatIssues } from '../../../nodes/IpqsCriteria/parameterIssues';
import { FORM } from '../shared/criteria/evaluations';

/** What the node says about parameters that were set by hand; empty where they make a policy. */
const said = (parameters: object): string => {
	const reading = policyOf({ ...FORM, ...parameters }, () => false);
	return 'issues' in reading ? formatIssues(reading.issues) : '';
};

const json = (policy: object): string => said({ policySource: 'json', hitPolicy: 'first', policyJson: JSON.stringify(policy) });
const rules = (...values: object[]): string => said({ policySource: 'rules', hitPolicy: 'first', rules: { values } });
const overrides = (...values: object[]): string => said({ overrides: { values } });

const SCORE = 'must be a number from 0 to 100';
const OUTCOME = 'must be accept, qa or reject';
const PRESET = 'must be standard, ipqsHighRisk, clearAbuse, strict or outreach';
const ONCE = "'Campaign' must name each campaign once; it is listed before";

describe('several issues in one message', () => {
	test('a policy without a issue has none', () => {
		expect([said({}), json({ preset: 'strict' }), formatIssues([])]).toEqual(['', '', '']);
	});

	test('the parameter that holds JSON is named once', () => {
		expect(json({ preset: 'standard', fraudThreshold: 101 })).toBe(`'Policy JSON': fraudThreshold ${SCORE}`);
		expect(json({ preset: 'standard', fraudThreshold: 101, defaultAction: 'drop' })).toBe(
			`'Policy JSON': fraudThreshold ${SCORE}; also defaultAction ${OUTCOME}`,
		);
	});

	test('three are named, and more are counted', () => {
		const three = `'Policy JSON': preset ${PRESET}; also fraudThreshold ${SCORE}; also qaThreshold ${SCORE}`;
		const flawed = { preset: 'x', fraudThreshold: 101, qaThreshold: -1 };
		expect(json(flawed)).toBe(three);
		expect(json({ ...flawed, defaultAction: 'drop' })).toBe(`${three}; and 1 more`);
		expect(json({ ...flawed, defaultAction: 'drop', onFailedLookup: 'drop' })).toBe(`${three}; and 2 more`);
	});

	test('issues of the JSON and of the form beside it are told apart', () => {
		const both = { policySource: 'json', policyJson: '{"preset":"x"}', defaultAction: 'drop' };
		expect(said(both).split('; also ').sort()).toEqual([`'Policy JSON': preset ${PRESET}`, `'When No Rule Matches' ${OUTCOME}`]);
	});

	test('issues of several fields, rules and conditions of the form are named', () => {
		expect(said({ fraudThreshold: 101, qaThreshold: 'high' })).toBe(`'Fraud Threshold' ${SCORE}; also 'QA Threshold' ${SCORE}`);
		const emptyChoice = { field: 'line_type', choiceOperator: 'equals', choiceValue: '' };
		expect(
			rules({ action: 'qa' }, { action: 'qa', conditions: { values: [emptyChoice, { ...emptyChoice, field: 'active_status' }] } }),
		).toBe(
			'Rule 1: the conditions must hold a condition: a rule without one says nothing of a lead; ' +
				'also Rule 2, condition 1: the value must be a text that is not empty; ' +
				'also Rule 2, condition 2: the value must be a text that is not empty',
		);
	});

	test('an override that repeats another does not hide the issues of the first', () => {
		expect(overrides({ campaign: 'Solar', fraudThreshold: '101' }, { campaign: 'solar' })).toBe(
			`Override 1: 'Fraud Threshold' ${SCORE}; also Override 2: ${ONCE}`,
		);
	});

	test('a condition that no menu of the form can make is told by its part', () => {
		const flawOf = (condition: object): string => rules({ action: 'qa', conditions: { values: [condition] } });
		expect(flawOf({ field: 'credit_limit', textOperator: 'equals', textValue: '1' })).toBe(
			'Rule 1, condition 1: the field must be an IPQS response field with a single value, such as fraud_score',
		);
		expect(flawOf({ field: 'line_type', choiceOperator: 'in' })).toBe(
			'Rule 1, condition 1: the value must be a list of texts with at least one entry',
		);
	});

	test('a policy without a preset is told by where it comes from', () => {
		expect(said({ preset: undefined })).toBe("'Policy' must have either a preset or rules");
	});

	test('an override without a campaign is told by its row', () => {
		expect(overrides({ campaign: 'Solar' }, { fraudThreshold: '70' })).toBe("Override 2: 'Campaign' must name a campaign");
	});

	test('what an override chooses is read whatever its capitals, and told by its field where it is no choice', () => {
		expect(overrides({ campaign: 'Solar', defaultAction: 'Reject', onFailedLookup: ' QA ' })).toBe('');
		expect(overrides({ campaign: 'Solar', defaultAction: 'drop' })).toBe(`Override 1: 'When No Rule Matches' ${OUTCOME}`);
	});

	test('the same issue is named once', () => {
		expect(overrides({ campaign: 'Solar, solar, SOLAR' })).toBe(`Override 1: ${ONCE}`);
	});

	test('a issue of the policy does not hide a campaign that is listed twice, but what an override may change waits', () => {
		const condition = { field: 'VOIP', operator: 'isTrue' };
		const rule = { name: 'One', conditions: [condition], action: 'qa' };
		expect(json({ rules: [rule, rule], overrides: { Solar: {}, solar: {}, Roofing: { disableRules: ['Two'] } } })).toBe(
			"'Policy JSON': rules[1].name must differ from the names of the other rules; also overrides.solar must name each campaign once; it is listed before",
		);
	});
});
