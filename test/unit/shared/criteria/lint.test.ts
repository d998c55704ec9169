import { compilePolicy } from '../../../../nodes/shared/criteria/compile';
import { conditionField } from '../../../../nodes/shared/criteria/conditionFields';
import { CLEAN_RESULTS, acceptsCleanLead, findUnreachableRules, hasField } from '../../../../nodes/shared/criteria/lint';
import { effectivePolicy } from '../../../../nodes/shared/criteria/effectivePolicy';
import { PRESETS } from '../../../../nodes/shared/criteria/presets';
import { policyOf, ruled } from './evaluations';

const compiled = (policy: unknown) => compilePolicy(effectivePolicy(policyOf(policy)));
const bound = (operator: string, value: unknown) => ({ field: 'fraud_score', operator, value });
const score = (operator: string, value: unknown, whenUnknown = 'default') => ({ field: 'fraud_score', operator, value, whenUnknown });

describe('policy hints', () => {
	it.each(PRESETS.map(({ name }) => name))('%s has no hints, whichever results it judges', (preset) => {
		for (const judge of [['phone'], ['email'], ['ip'], ['phone', 'email', 'ip']]) {
			expect(acceptsCleanLead(compiled({ preset, judge }))).toBe(true);
			expect(findUnreachableRules(compiled({ preset, judge }))).toEqual([]);
		}
	});

	it.each([
		['a reversed condition', ruled({ field: 'valid', operator: 'isTrue' })],
		['a score compared the wrong way round', ruled(score('lessOrEqual', 85))],
		['a threshold of 0', { preset: 'standard', fraudThreshold: 0 }],
		['a default that accepts nothing', { preset: 'standard', defaultAction: 'qa' }],
	])('a clean number cannot be accepted under %s', (_, policy) => {
		expect(acceptsCleanLead(compiled(policy))).toBe(false);
	});

	it('a clean number has a score and flags, but no line type, place or transaction', () => {
		expect(CLEAN_RESULTS.phone).toMatchObject({ valid: true, active: true, fraud_score: 0, VOIP: false, recent_abuse: false });
		const { fraud_score: score, ...flags } = CLEAN_RESULTS.phone ?? {};
		expect([score, Object.keys(flags).filter((name) => name.includes('.') || conditionField(name)?.type !== 'boolean')]).toEqual([0, []]);
	});

	it('a clean lead has the best value of every score and flag', () => {
		expect(CLEAN_RESULTS).toMatchObject({
			email: { valid: true, dns_valid: true, disposable: false, fraud_score: 0, smtp_score: 3, overall_score: 4 },
			ip: { proxy: false, fraud_score: 0, trusted_network: true },
			url: { unsafe: false, risk_score: 0, dns_valid: true },
			device: { fraud_chance: 0, guid_confidence: 100 },
			leak: { exposed: false },
		});
		expect(CLEAN_RESULTS.ip).not.toHaveProperty('latitude');
	});

	it('a policy without a rule for the campaigns of a lead has no hint', () => {
		const policy = { rules: [{ campaigns: 'Solar', conditions: [{ field: 'VOIP', operator: 'isTrue' }], action: 'reject' }] };
		expect(findUnreachableRules(compiled(policy))).toEqual([]);
	});

	it('rules about the line type and place give no hint', () => {
		const policy = ruled(
			{ field: 'country', operator: 'notIn', value: ['CA'] },
			{ field: 'line_type', operator: 'notEquals', value: 'Landline', whenUnknown: 'reject' },
		);
		expect(acceptsCleanLead(compiled(policy))).toBe(true);
	});

	it.each([
		['a lower bound before a higher one', [score('greaterOrEqual', 75), score('greaterOrEqual', 85)], 'Rule 0'],
		[
			'the same condition twice',
			[
				{ field: 'VOIP', operator: 'isTrue' },
				{ field: 'VOIP', operator: 'isTrue' },
			],
			'Rule 0',
		],
		[
			'one value of several',
			[
				{ field: 'line_type', operator: 'in', value: ['VOIP', 'Toll-Free'] },
				{ field: 'line_type', operator: 'equals', value: 'Toll Free' },
			],
			'Rule 0',
		],
		['a range within a range', [score('between', [10, 90]), score('between', [20, 30])], 'Rule 0'],
		['a score within a range', [score('greaterOrEqual', 75), score('equals', 90)], 'Rule 0'],
		[
			'a value that is none of those excluded',
			[
				{ field: 'country', operator: 'notIn', value: ['US', 'CA'] },
				{ field: 'country', operator: 'in', value: ['GB', 'FR'] },
			],
			'Rule 0',
		],
		['a bound, and a range that begins at it', [score('greaterOrEqual', 75), score('between', [75, 80])], 'Rule 0'],
		['a bound, and a range that ends at it', [score('lessOrEqual', 25), score('between', [20, 25])], 'Rule 0'],
		['a bound, and what is above it', [score('greaterOrEqual', 75), score('greaterThan', 75)], 'Rule 0'],
		['a bound, and what is below it', [score('lessOrEqual', 25), score('lessThan', 25)], 'Rule 0'],
		['what is below a bound, and below a lower one', [score('lessThan', 25), score('lessThan', 20)], 'Rule 0'],
		[
			'the same part of a text twice',
			[
				{ field: 'carrier', operator: 'contains', value: 'onvoy' },
				{ field: 'carrier', operator: 'contains', value: 'ONVOY' },
			],
			'Rule 0',
		],
		[
			'a rule that passes over what it cannot tell, after one that does not',
			[score('greaterOrEqual', 75), score('greaterOrEqual', 85, 'skip')],
			'Rule 0',
		],
		[
			'a field that is known, and one of its values',
			[
				{ field: 'line_type', operator: 'isKnown' },
				{ field: 'line_type', operator: 'startsWith', value: 'Toll' },
			],
			'Rule 0',
		],
		[
			'a value beside an excluded one',
			[
				{ field: 'country', operator: 'notEquals', value: 'US' },
				{ field: 'country', operator: 'equals', value: 'CA' },
			],
			'Rule 0',
		],
	])('%s: the second rule can never be reached', (_, rules, because) => {
		expect(findUnreachableRules(compiled(ruled(...rules)))).toEqual([{ rule: 'Rule 1', because }]);
		expect(findUnreachableRules(compiled({ ...ruled(...rules), hitPolicy: 'worst' }))).toEqual([]);
	});

	it.each([
		['a higher bound before a lower one', [score('greaterOrEqual', 85), score('greaterOrEqual', 75)]],
		['the bound itself', [score('greaterThan', 75), score('greaterOrEqual', 75)]],
		['what is below a bound, and the bound too', [score('lessThan', 25), score('lessOrEqual', 25)]],
		['a range, and what is beyond its end', [score('between', [10, 50]), score('greaterOrEqual', 20)]],
		['ranges apart', [score('between', [10, 20]), score('between', [30, 40])]],
		['a bound, and any score but one', [score('greaterOrEqual', 75), score('notEquals', 90)]],
		[
			'one value of several before the others',
			[
				{ field: 'country', operator: 'in', value: ['US'] },
				{ field: 'country', operator: 'in', value: ['US', 'CA'] },
			],
		],
		[
			'two excluded values before one of them',
			[
				{ field: 'country', operator: 'notIn', value: ['US', 'CA'] },
				{ field: 'country', operator: 'notIn', value: ['US'] },
			],
		],
		[
			'a part of a text before another text',
			[
				{ field: 'carrier', operator: 'contains', value: 'onvoy' },
				{ field: 'carrier', operator: 'equals', value: 'Verizon' },
			],
		],
		[
			'an open rule that says where to, after one that leaves it open',
			[score('greaterOrEqual', 75), score('greaterOrEqual', 85, 'reject')],
		],
		['an excluded score before those above it', [score('notEquals', 90), score('greaterThan', 90)]],
		[
			'an excluded value before one of several',
			[
				{ field: 'country', operator: 'notIn', value: ['US', 'CA'] },
				{ field: 'country', operator: 'in', value: ['GB', 'CA'] },
			],
		],
		[
			'a field that is known, and that it is not',
			[
				{ field: 'line_type', operator: 'isKnown' },
				{ field: 'line_type', operator: 'isUnknown' },
			],
		],
		[
			'a value before a part of it',
			[
				{ field: 'line_type', operator: 'equals', value: 'Toll Free' },
				{ field: 'line_type', operator: 'startsWith', value: 'Toll' },
			],
		],
		[
			'other fields',
			[
				{ field: 'VOIP', operator: 'isTrue' },
				{ field: 'prepaid', operator: 'isTrue' },
			],
		],
		['an open rule that only the second catches', [score('greaterOrEqual', 75, 'skip'), score('greaterOrEqual', 85, 'reject')]],
	])('%s: both rules can be reached', (_, rules) => {
		expect(findUnreachableRules(compiled(ruled(...rules)))).toEqual([]);
	});

	type Row = { field: string; operator: string; value?: unknown };

	const VOIP: Row = { field: 'VOIP', operator: 'isTrue' };
	const RISKY: Row = { field: 'risky', operator: 'isTrue' };

	type Side = readonly [match: string, ...conditions: Row[]];

	const dead = ([match, ...conditions]: Side, [secondMatch, ...others]: Side): string[] => {
		const rules = [
			{ name: 'First', match, conditions, action: 'qa' },
			{ name: 'Second', match: secondMatch, conditions: others, action: 'reject' },
		];
		return findUnreachableRules(compiled({ rules })).map(({ rule }) => rule);
	};

	it.each<[string, Side, Side]>([
		['one of its conditions', ['all', VOIP], ['all', VOIP, RISKY]],
		['any of two conditions of which it asks for one', ['any', VOIP, RISKY], ['all', VOIP]],
		[
			'a bound below all that it asks for any of',
			['all', bound('greaterThan', 75)],
			['any', bound('greaterThan', 90), bound('equals', 80)],
		],
	])('a rule can never be reached after one with %s', (_, first, second) => {
		expect(dead(first, second)).toEqual(['Second']);
	});

	it.each<[string, Side, Side]>([
		['its condition and another', ['all', VOIP, RISKY], ['all', VOIP]],
		['one of two conditions of which it asks for any', ['all', VOIP], ['any', VOIP, RISKY]],
		[
			'a bound below one that it asks for any of',
			['all', bound('greaterThan', 85)],
			['any', bound('greaterThan', 90), bound('equals', 80)],
		],
	])('a rule can be reached after one with %s', (_, first, second) => {
		expect(dead(first, second)).toEqual([]);
	});

	it.each<[string, Row, Row]>([
		['apart', bound('greaterThan', 90), bound('lessThan', 10)],
		['touching without the bound', bound('greaterThan', 50), bound('lessOrEqual', 50)],
		['a score beside a range', bound('equals', 50), bound('greaterThan', 60)],
		['a score at an open bound', bound('lessThan', 50), bound('equals', 50)],
		['ranges that do not meet', bound('between', [10, 20]), bound('between', [30, 40])],
		['a score that is excluded', bound('equals', 50), bound('notEquals', 50)],
		['true and false', { field: 'VOIP', operator: 'isTrue' }, { field: 'VOIP', operator: 'isFalse' }],
		['known and unknown', { field: 'VOIP', operator: 'isUnknown' }, { field: 'VOIP', operator: 'isTrue' }],
		[
			'a value that is excluded',
			{ field: 'country', operator: 'equals', value: 'US' },
			{ field: 'country', operator: 'notEquals', value: 'us' },
		],
		[
			'values that are all excluded',
			{ field: 'country', operator: 'in', value: ['US', 'CA'] },
			{ field: 'country', operator: 'notIn', value: ['CA', 'GB', 'US'] },
		],
		[
			'two values of one field',
			{ field: 'country', operator: 'equals', value: 'US' },
			{ field: 'country', operator: 'in', value: ['CA', 'GB'] },
		],
	])('conditions that are %s can never all be true, but any of them can', (_, ...conditions) => {
		const policy = (match: string) => ({ rules: [{ name: 'Odd', match, conditions, action: 'reject' }] });
		expect(findUnreachableRules(compiled(policy('all')))).toEqual([{ rule: 'Odd', because: null }]);
		expect(findUnreachableRules(compiled(policy('any')))).toEqual([]);
	});

	it.each<[string, Row, Row]>([
		['of different fields', { field: 'VOIP', operator: 'isTrue' }, { field: 'prepaid', operator: 'isFalse' }],
		[
			'of which one leaves a value to the other',
			{ field: 'country', operator: 'in', value: ['US', 'CA'] },
			{ field: 'country', operator: 'notEquals', value: 'US' },
		],
		[
			'of which two lists share a value',
			{ field: 'country', operator: 'in', value: ['US', 'CA'] },
			{ field: 'country', operator: 'in', value: ['CA', 'GB'] },
		],
		[
			'of a text and its part',
			{ field: 'carrier', operator: 'equals', value: 'Onvoy' },
			{ field: 'carrier', operator: 'contains', value: 'onvoy' },
		],
		['of a bound and an excluded score', bound('greaterThan', 10), bound('notEquals', 50)],
		['of ranges that meet', bound('lessOrEqual', 50), bound('greaterOrEqual', 50)],
		['of a field that is known', { field: 'VOIP', operator: 'isKnown' }, { field: 'VOIP', operator: 'isTrue' }],
		['of overlapping ranges', bound('greaterThan', 10), bound('lessThan', 90)],
	])('conditions %s can all be true', (_, ...conditions) => {
		expect(findUnreachableRules(compiled({ rules: [{ name: 'Both', match: 'all', conditions, action: 'reject' }] }))).toEqual([]);
	});

	it('a result has a field unless it is left out or not in the plan', () => {
		const activity = conditionField('user_activity');
		if (activity === undefined) throw new TypeError('user_activity');
		expect(
			[{}, { user_activity: 'Enterprise L4+ required.' }, { user_activity: null, lookup: { not_in_plan: { user_activity: 'x' } } }].map(
				(phone) => hasField(activity, { phone }),
			),
		).toEqual([false, false, false]);
		expect(
			[{ user_activity: 'low' }, { user_activity: null, lookup: { not_in_plan: {} } }, { user_activity: null }].map((phone) =>
				hasField(activity, { phone }),
			),
		).toEqual([true, true, true]);
	});

	it('a plan notice is not a value, except in a text field', () => {
		const [activity, carrier] = [conditionField('user_activity'), conditionField('carrier')];
		if (activity === undefined || carrier === undefined) throw new TypeError('no such field');
		const sentence = 'Enterprise L4+ required.';
		expect(hasField(activity, { phone: { user_activity: sentence, lookup: { not_in_plan: {} } } })).toBe(false);
		expect(hasField(carrier, { phone: { carrier: sentence } })).toBe(true);
		expect(hasField(activity, { phone: { user_activity: { toString: null } } })).toBe(true);
	});
});
