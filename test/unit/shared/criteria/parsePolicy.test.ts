import { formatIssue } from '../../../../nodes/shared/criteria/policyIssue';
import { parsePolicyJson } from '../../../../nodes/shared/criteria/parsePolicy';
import { CLEAN, outcomeOf } from './evaluations';

const condition = { field: 'fraud_score', operator: 'greaterOrEqual', value: 85 };
const rule = { name: 'One', conditions: [condition], action: 'reject' };
const withCondition = (changes: object) => ({ rules: [rule, { name: 'Two', action: 'qa', conditions: [{ ...condition, ...changes }] }] });

const issuesOf = (policy: unknown): string[] => {
	const parsed = parsePolicyJson(policy);
	return 'issues' in parsed ? parsed.issues.map(formatIssue) : [];
};

describe('policy JSON', () => {
	it.each([
		[{ preset: 'strict', fraudThreshold: 70 }],
		[{ preset: 'strict', fraudThreshold: '70' }],
		[{ rules: [rule] }],
		[
			{
				rules: [
					{ conditions: [condition], action: 'qa' },
					{ conditions: [condition], action: 'qa' },
				],
			},
		],
		[
			{
				name: 'All',
				fraudThreshold: 80,
				hitPolicy: 'worst',
				rules: [{ ...rule, match: 'any', whenUnknown: 'skip', conditions: [{ ...condition, value: 'threshold' }] }],
				defaultAction: 'qa',
				onFailedLookup: 'reject',
			},
		],
		[withCondition({ operator: 'between', value: [10, 20] })],
		[withCondition({ field: 'VOIP', operator: 'isTrue', value: undefined })],
		[withCondition({ field: 'line_type', operator: 'in', value: ['Wireless'] })],
		[withCondition({ field: 'mcc', operator: 'in', value: [310, '311'] })],
		[withCondition({ value: 'threshold' })],
		[withCondition({ field: 'email.fraud_score', value: 'threshold' })],
		[withCondition({ field: 'country', operator: 'in', value: 'USA; UK' })],
		[{ preset: 'standard', rules: [rule], judge: ['phone', 'email'], onUnusableNumber: 'rejectMissing', onMissingValue: 'ignore' }],
		[{ preset: 'standard', disableRules: ['prepaid'], rules: [{ ...rule, campaigns: 'Solar, Roofing' }] }],
		[{ rules: [{ ...rule, campaigns: ['Solar', 'Roofing'] }] }],
		[{ rules: [rule], judge: ['email'], overrides: { Solar: { preset: 'strict' } } }],
		[{ rules: [rule], overrides: { Solar: { defaultAction: 'qa' } } }],
		[{ preset: 'standard', rules: [] }],
		[{ preset: 'standard', qaThreshold: 50 }],
		[{ preset: 'standard', judge: ['phone', 'email'], qaThreshold: 50 }],
		[{ rules: [rule], judge: ['email'], qaThreshold: 50, overrides: { Solar: { preset: 'strict' } } }],
		[{ preset: 'clearAbuse', disableRules: ['Recent Abuse'], fraudThreshold: 70 }],
		[{ preset: 'clearAbuse', overrides: { Solar: { disableRules: ['Recent Abuse', 'Fraud Score'], rules: [rule] } } }],
		[
			{
				rules: [rule],
				fraudThreshold: 70,
				overrides: {
					Solar: {
						rules: [
							{ ...rule, name: 'Two', conditions: [{ ...condition, value: 'threshold' }] },
							{ ...rule, name: 'Three' },
						],
					},
				},
			},
		],
		[
			{
				preset: 'standard',
				overrides: { Solar: { fraudThreshold: 70, disableRules: ['voip'], rules: [rule] }, 'Roofing, Windows': { preset: 'strict' } },
			},
		],
	])('%j is valid, as text and as an object', (policy) => {
		expect(issuesOf(policy)).toEqual([]);
		expect(issuesOf(JSON.stringify(policy))).toEqual([]);
	});

	it.each([
		['', 'The policy must be a JSON object such as {"preset": "standard"}'],
		['strict', 'The policy must be a JSON object such as {"preset": "standard"}'],
		['{', 'The policy is not valid JSON. Line 1, column 2: expected a key in double quotes or }'],
		[' {"preset": "strict"\n', 'The policy is not valid JSON. Line 2, column 1: expected a comma or }'],
		[
			'{"preset": "strict", "overrides": {"solar": {"fraudThreshold": 90}, "solar": {"fraudThreshold": 60}}}',
			'The policy has "solar" twice in the same object. Remove one of them',
		],
		[
			'{"preset": "strict", "fraudThreshold": 90, "fraudThreshold": 60}',
			'The policy has "fraudThreshold" twice in the same object. Remove one of them',
		],
		[null, 'The policy must be a JSON object such as {"preset": "standard"}'],
		[[rule], 'The policy must be a JSON object such as {"preset": "standard"}'],
		[{}, 'The policy must have a preset or rules'],
		[{ preset: 'standard', rules: [{ ...rule, name: 'voip' }] }, 'rules[0].name must be unique, but another rule has this name'],
		[{ rules: [rule], judge: ['phone'] }, 'judge must be removed, because it only applies to a preset'],
		[{ rules: [rule], judge: ['phone'], overrides: { Solar: {} } }, 'judge must be removed, because it only applies to a preset'],
		[{ preset: 'standard', judge: 'phone' }, 'judge must be a list of results'],
		[{ preset: 'standard', judge: [] }, 'judge must name at least one result'],
		[{ preset: 'standard', judge: ['url'] }, 'judge[0] must be phone, email or ip'],
		[
			{ preset: 'standard', judge: ['email'], qaThreshold: 50 },
			'qaThreshold must be removed, because it applies to the phone fraud score, which this policy does not check',
		],
		[
			{ preset: 'standard', judge: ['email'], overrides: { Solar: { qaThreshold: 50 } } },
			'overrides.Solar.qaThreshold must be removed, because it applies to the phone fraud score, which this policy does not check',
		],
		[{ preset: 'standard', onUnusableNumber: 'drop' }, 'onUnusableNumber must be qa, rejectMissing, reject or accept'],
		[{ preset: 'standard', onMissingValue: 'drop' }, 'onMissingValue must be qa or ignore'],
		[
			{ preset: 'clearAbuse', disableRules: ['VOIP'] },
			'disableRules[0] must be one of the rules: Invalid Number, Recent Abuse, Fraud Score',
		],
		[
			{ preset: 'clearAbuse', disableRules: ['invalid number', 'Recent Abuse', 'FRAUD SCORE'] },
			'disableRules must leave at least one rule',
		],
		[withCondition({ value: 900 }), 'rules[1].conditions[0].value must be from 0 to 100, because Fraud Score has no other values'],
		[
			withCondition({ field: 'country', operator: 'equals', value: 'Atlantis' }),
			'rules[1].conditions[0].value must be a country, such as US',
		],
		[
			withCondition({ field: 'ip.country_code', operator: 'equals', value: 'US; CA' }),
			"rules[1].conditions[0].value must be one country. Use 'Is One Of' for several",
		],
		[{ rules: [] }, 'rules must have at least one rule'],
		[{ preset: 'gentle' }, 'preset must be standard, ipqsHighRisk, clearAbuse, strict or outreach'],
		[{ preset: 'standard', fraudThreshold: 101 }, 'fraudThreshold must be a number from 0 to 100'],
		[{ preset: 'standard', fraudThreshold: '' }, 'fraudThreshold must be a number from 0 to 100'],
		[{ preset: 'standard', fraudThreshold: { valueOf: 1 } }, 'fraudThreshold must be a number from 0 to 100'],
		[{ preset: 'standard', defaultAction: 'Accept' }, 'defaultAction must be accept, qa or reject'],
		[{ preset: 'standard', fraudThreshold: null }, 'fraudThreshold must be a number from 0 to 100'],
		[{ preset: 'standard', fraudThreshold: -1 }, 'fraudThreshold must be a number from 0 to 100'],
		[{ preset: 'standard', name: 1 }, 'name must be text'],
		[{ preset: 'standard', overrides: { Solar: undefined } }, 'overrides.Solar must be an object such as {"fraudThreshold": 70}'],
		[{ preset: 'standard', overrides: [] }, 'overrides must be an object with a key for each campaign'],
		[{ preset: 'standard', overrides: { Solar: 70 } }, 'overrides.Solar must be an object such as {"fraudThreshold": 70}'],
		[{ preset: 'standard', overrides: { Solar: { disableRules: 'VOIP' } } }, 'overrides.Solar.disableRules must be a list of rule names'],
		[{ rules: {} }, 'rules must be a list of rules'],
		[{ rules: ['One'] }, 'rules[0] must be a rule with conditions and an action'],
		[{ rules: [{ ...rule, conditions: condition }] }, 'rules[0].conditions must be a list of conditions'],
		[{ rules: [{ ...rule, conditions: ['VOIP'] }] }, 'rules[0].conditions[0] must be a condition with a field and an operator'],
		[
			{ preset: 'standard', treshold: 1 },
			'treshold does not exist. Use preset, fraudThreshold, qaThreshold, defaultAction, onFailedLookup, onUnusableNumber, onMissingValue, disableRules, rules, name, hitPolicy, judge or overrides',
		],
		[{ rules: [{ ...rule, conditions: [] }] }, 'rules[0].conditions must have at least one condition'],
		[{ rules: [{ ...rule, action: undefined }] }, 'rules[0].action must be accept, qa or reject'],
		...[[], [' '], ['Solar', 1], 1].map((campaigns): [object, string] => [
			{ rules: [{ ...rule, campaigns }] },
			'rules[0].campaigns must be text, or a list of texts that are not empty',
		]),
		[{ rules: [{ ...rule, when: 1 }] }, 'rules[0].when does not exist. Use name, match, conditions, action, whenUnknown or campaigns'],
		[{ rules: [rule, { ...rule, name: 'one ' }] }, 'rules[1].name must be unique, but another rule has this name'],
		[
			{ rules: [rule], fraudThreshold: 50 },
			'fraudThreshold must be removed, because no condition on fraud_score has the value "threshold"',
		],
		[
			{ rules: [rule], fraudThreshold: 50, overrides: { Solar: { defaultAction: 'qa' } } },
			'fraudThreshold must be removed, because no condition on fraud_score has the value "threshold"',
		],
		[
			{ preset: 'clearAbuse', disableRules: ['fraud score'], fraudThreshold: 70 },
			'fraudThreshold must be removed, because no condition on fraud_score has the value "threshold"',
		],
		[
			{ rules: [rule], overrides: { Solar: { preset: 'clearAbuse', disableRules: ['One'] } } },
			'overrides.Solar.disableRules[0] must be one of the rules: Invalid Number, Recent Abuse, Fraud Score',
		],
		[withCondition({ value: 'high' }), 'rules[1].conditions[0].value must be a number or "threshold"'],
		[withCondition({ value: undefined }), 'rules[1].conditions[0].value must be a number or "threshold"'],
		[withCondition({ field: 'dialing_code', value: 'threshold' }), 'rules[1].conditions[0].value must be a number'],
		[
			withCondition({ operator: 'between', value: [20, 10] }),
			'rules[1].conditions[0].value must be two numbers, the lower one first, such as [50, 84]',
		],
		[
			withCondition({ operator: 'between', value: '10, 20' }),
			'rules[1].conditions[0].value must be two numbers, the lower one first, such as [50, 84]',
		],
		[
			withCondition({ operator: 'contains' }),
			'rules[1].conditions[0].operator cannot be used with Fraud Score. Use equals, notEquals, greaterThan, greaterOrEqual, lessThan, lessOrEqual, between, isKnown or isUnknown',
		],
		[
			withCondition({ operator: '>=' }),
			'rules[1].conditions[0].operator must be equals, notEquals, greaterThan, greaterOrEqual, lessThan, lessOrEqual, between, isKnown or isUnknown',
		],
		[
			withCondition({ field: 'voip', operator: 'isTrue' }),
			'rules[1].conditions[0].field must be an IPQS response field with a single value, such as VOIP',
		],
		[
			withCondition({ field: 'identity_data', operator: 'isKnown' }),
			'rules[1].conditions[0].field must be an IPQS response field with a single value, such as fraud_score',
		],
		[
			withCondition({ field: 'VOIP', operator: 'isTrue', value: true }),
			'rules[1].conditions[0].value must be removed, because isTrue takes no value',
		],
		[withCondition({ field: 'line_type', operator: 'in', value: [] }), 'rules[1].conditions[0].value must be a list of at least one text'],
		[
			withCondition({ field: 'line_type', operator: 'in', value: 'Wireless' }),
			'rules[1].conditions[0].value must be a list of at least one text',
		],
		[withCondition({ field: 'mcc', operator: 'equals', value: NaN }), 'rules[1].conditions[0].value must be text that is not empty'],
		[withCondition({ field: 'line_type', operator: 'equals', value: ' ' }), 'rules[1].conditions[0].value must be text that is not empty'],
		[withCondition({ values: 1 }), 'rules[1].conditions[0].values does not exist. Use field, operator or value'],
		[
			{ preset: 'standard', overrides: { Solar: { threshold: 1 } } },
			'overrides.Solar.threshold does not exist. Use preset, fraudThreshold, qaThreshold, defaultAction, onFailedLookup, onUnusableNumber, onMissingValue, disableRules or rules',
		],
		[
			{ preset: 'standard', overrides: { 'Solar Energy': { preset: 'x' } } },
			'overrides["Solar Energy"].preset must be standard, ipqsHighRisk, clearAbuse, strict or outreach',
		],
		[{ preset: 'standard', overrides: { Solar: {}, ' solar': {} } }, 'overrides[" solar"] repeats the campaign \'solar\''],
		[{ preset: 'standard', overrides: { ',': {} } }, 'overrides[","] must name a campaign'],
		[
			{ rules: [rule], overrides: { Solar: { fraudThreshold: 1 } } },
			'overrides.Solar.fraudThreshold must be removed, because no condition on fraud_score has the value "threshold"',
		],
		[
			{ rules: [rule, { ...rule, name: 'Two' }], overrides: { Solar: { disableRules: ['Three'] } } },
			'overrides.Solar.disableRules[0] must be one of the rules: One, Two',
		],
		[{ rules: [rule], overrides: { Solar: { disableRules: ['One'] } } }, 'overrides.Solar.disableRules must leave at least one rule'],
		[
			{ rules: [rule], overrides: { Solar: { rules: [rule] } } },
			'overrides.Solar.rules[0].name must be unique, but another rule has this name',
		],
	])('%j is invalid, with the path and what to do', (policy, sentence) => {
		expect(issuesOf(policy)).toContain(sentence);
	});

	it('names of rules are trimmed, and rules without a name are named by their first condition', () => {
		const parsed = parsePolicyJson({
			rules: [
				{ ...rule, name: ' One ' },
				{ ...rule, name: ' ' },
				{ ...rule, name: undefined },
			],
		});
		expect('policy' in parsed && parsed.policy.rules?.map(({ name }) => name)).toEqual([
			'One',
			'Fraud Score is at or above 85',
			'Fraud Score is at or above 85 (2)',
		]);
	});

	it('rules without a name have one that no other rule has, those of campaigns included', () => {
		const unnamed = { ...rule, name: undefined };
		const usesThreshold = { ...unnamed, conditions: [{ ...condition, value: 'threshold' }] };
		const parsed = parsePolicyJson({
			rules: [unnamed, { ...rule, name: 'fraud score is at or above 85 ' }, usesThreshold],
			overrides: { Solar: { rules: [unnamed] }, Debt: { defaultAction: 'qa' } },
		});
		if ('issues' in parsed) throw new TypeError(JSON.stringify(parsed.issues));
		const namesOf = ({ rules = [] }: Pick<typeof parsed.policy, 'rules'>) => rules.map(({ name }) => name);
		expect([parsed.policy, ...Object.values(parsed.policy.overrides ?? {})].map(namesOf)).toEqual([
			['Fraud Score is at or above 85 (2)', 'fraud score is at or above 85', 'Fraud Score is at or above the Fraud Threshold'],
			['Fraud Score is at or above 85 (3)'],
			[],
		]);
	});

	it('every override has its own settings', () => {
		const overrides = { Solar: { qaThreshold: 40 }, Debt: { qaThreshold: 50 }, Aged: { qaThreshold: 40 } };
		const parsed = parsePolicyJson({ preset: 'standard', overrides });
		expect('policy' in parsed && parsed.policy.overrides).toEqual(overrides);
	});

	it('an issue lists the names of 30 rules at most', () => {
		const rules = Array.from({ length: 31 }, (_, index) => ({ ...rule, name: `R${index + 1}` }));
		const named = (count: number) =>
			rules
				.slice(0, count)
				.map(({ name }) => name)
				.join(', ');
		const message = (count: number) => issuesOf({ rules: rules.slice(0, count), disableRules: ['None'] });
		expect(message(30)).toEqual([`disableRules[0] must be one of the rules: ${named(30)}`]);
		expect(message(31)).toEqual([`disableRules[0] must be one of the rules: ${named(30)} and others`]);
	});

	it('a number can be compared with a text field', () => {
		const policy = withCondition({ field: 'mcc', operator: 'equals', value: 310 });
		expect(['310', 310, '311'].map((mcc) => outcomeOf(policy, { ...CLEAN, mcc }))).toEqual(['qa', 'qa', 'accept']);
	});
});
