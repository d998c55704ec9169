import { compilePolicy } from '../../../../nodes/shared/criteria/compile';
import { effectWhenUnknown, reachableOutcomes, unknownConditions } from '../../../../nodes/shared/criteria/evaluateRules';
import { effectivePolicy } from '../../../../nodes/shared/criteria/effectivePolicy';
import { CLEAN, decided, outcomeOf, policyOf, ruled } from './evaluations';

const lead = (changes: object) => ({ ...CLEAN, ...changes });
const score = (value: number, action: string, whenUnknown = 'default') => ({
	field: 'fraud_score',
	operator: 'greaterOrEqual',
	value,
	action,
	whenUnknown,
});
const voip = (action: string, whenUnknown = 'default') => ({ field: 'VOIP', operator: 'isTrue', action, whenUnknown });

describe('hit policies', () => {
	const policy = ruled(voip('accept'), score(50, 'qa'), score(80, 'reject'), { field: 'risky', operator: 'isTrue', action: 'reject' });

	it('first: the first rule that matches decides, and all rules that match are reasons', () => {
		expect(decided(policy, lead({ fraud_score: 90 }))).toMatchObject({ outcome: 'qa', rule: 'Rule 1', codes: 'FRAUD_SCORE' });
		expect(decided(policy, lead({ fraud_score: 90, VOIP: true })).reasons).toEqual([
			{ code: 'VOIP', rule: 'Rule 0', action: 'accept' },
			{ code: 'FRAUD_SCORE', rule: 'Rule 1', action: 'qa' },
			{ code: 'FRAUD_SCORE', rule: 'Rule 2', action: 'reject' },
		]);
	});

	it('worst: the most severe action decides, and of two equal ones the earlier rule', () => {
		expect(decided({ ...policy, hitPolicy: 'worst' }, lead({ fraud_score: 90, VOIP: true, risky: true }))).toMatchObject({
			outcome: 'reject',
			rule: 'Rule 2',
		});
		expect(outcomeOf({ ...policy, hitPolicy: 'worst' }, lead({ fraud_score: 60, VOIP: true }))).toBe('qa');
		expect(outcomeOf({ ...policy, hitPolicy: 'worst' }, lead({ VOIP: true }))).toBe('accept');
	});

	it.each(['first', 'worst'])('%s: the default action applies only if no rule matches', (hitPolicy) => {
		const rejecting = { ...ruled(voip('accept')), hitPolicy, defaultAction: 'reject' };
		expect(decided(rejecting, lead({ VOIP: true }))).toMatchObject({ outcome: 'accept', source: 'rule' });
		expect(decided(rejecting, CLEAN)).toMatchObject({ outcome: 'reject', source: 'default', rule: null });
	});
});

describe('a lead that no rule matches and the default does not accept', () => {
	const rule = (name: string, ...conditions: object[]) => ({ name, action: 'accept', whenUnknown: 'skip', conditions });
	const low = { field: 'fraud_score', operator: 'lessThan', value: 20 };
	const mobile = { field: 'line_type', operator: 'equals', value: 'Wireless' };
	const active = { field: 'active', operator: 'isTrue' };
	const reasonOf = (changes: object, ...rules: object[]) => decided({ rules, defaultAction: 'reject' }, lead(changes));

	it('has a code of its own, and is told what the rule that is closest misses', () => {
		const rules = [rule('Any', low), rule('Best', low, mobile, active)];
		expect(reasonOf({ fraud_score: 52 }, ...rules)).toMatchObject({
			...{ outcome: 'reject', source: 'default', codes: 'NO_RULE' },
			reason: "No rule matched. The closest is 'Best', but Fraud Score is 52",
		});
		expect(reasonOf({ fraud_score: 52, line_type: null }, ...rules).reason).toBe(
			"No rule matched. The closest is 'Best', but Fraud Score is 52 and Line Type is unknown",
		);
	});

	it('is told the first of those that are equally close, even if all conditions are false', () => {
		expect(reasonOf({ fraud_score: 52 }, rule('One', low, mobile), rule('Two', mobile, low)).reason).toMatch(/ closest is 'One', /);
		expect(reasonOf({ fraud_score: 52, active: false }, rule('One', low), rule('Two', active)).reason).toMatch(/ closest is 'One', /);
	});

	it('is told each field once', () => {
		const range = { field: 'fraud_score', operator: 'between', value: [10, 20] };
		expect(reasonOf({ fraud_score: 52 }, rule('One', low, range)).reason).toMatch(/, but Fraud Score is 52$/);
	});
});

describe('rules with several conditions', () => {
	const rule = (match: string) => ({
		rules: [
			{
				name: 'Two',
				match,
				conditions: [
					{ field: 'fraud_score', operator: 'greaterOrEqual', value: 85 },
					{ field: 'VOIP', operator: 'isTrue' },
				],
				action: 'reject',
				whenUnknown: 'qa',
			},
		],
	});

	it.each([
		['all', 90, true, 'reject'],
		['all', 90, false, 'accept'],
		['all', 90, null, 'qa'],
		['all', 10, null, 'accept'],
		['all', null, null, 'qa'],
		['any', 90, false, 'reject'],
		['any', 90, null, 'reject'],
		['any', 10, null, 'qa'],
		['any', 10, false, 'accept'],
	])('%s of score %p and VOIP %p gives %s', (match, fraud_score, VOIP, outcome) => {
		expect(outcomeOf(rule(match), lead({ fraud_score, VOIP }))).toBe(outcome);
	});

	it('the code joins the fields, the reason names the conditions that are true or unknown', () => {
		expect(decided(rule('all'), lead({ fraud_score: 90, VOIP: true }))).toMatchObject({
			codes: 'FRAUD_SCORE_VOIP',
			reason: 'Fraud Score 90 is at or above 85 and VOIP is true',
		});
		expect(decided(rule('any'), lead({ fraud_score: 90, VOIP: false })).reason).toBe('Fraud Score 90 is at or above 85');
		expect(decided(rule('all'), lead({ fraud_score: null, VOIP: null }))).toMatchObject({
			codes: 'UNKNOWN_FRAUD_SCORE_VOIP',
			reason: 'Fraud Score and VOIP are unknown',
		});
	});
});

describe('unknown rules', () => {
	it.each(['accept', 'qa', 'reject'])('an unknown rule with %s acts like a rule that matched with that action', (action) => {
		const policy = { ...ruled(score(85, 'reject', action), voip('qa')), defaultAction: 'qa' };
		expect(decided(policy, lead({ fraud_score: null, VOIP: true }))).toMatchObject({
			outcome: action,
			rule: 'Rule 0',
			source: 'unknown',
			reason: 'Fraud Score is unknown',
		});
	});

	it('an unknown rule with skip has no effect, but is listed in the reasons', () => {
		expect(decided(ruled(score(85, 'reject', 'skip')), lead({ fraud_score: null }))).toMatchObject({
			outcome: 'accept',
			source: 'default',
			codes: '',
			reasons: [{ code: 'UNKNOWN_FRAUD_SCORE', rule: 'Rule 0', action: 'skip' }],
		});
	});

	it.each(['first', 'worst'])('%s: Automatic uses the outcome if it is the same with and without the rule', (hitPolicy) => {
		const policy = { ...ruled(score(85, 'reject'), { field: 'valid', operator: 'isFalse' }), hitPolicy };
		expect(decided(policy, lead({ fraud_score: null, valid: false }))).toMatchObject({
			outcome: 'reject',
			rule: 'Rule 1',
			source: 'rule',
			codes: 'INVALID_NUMBER',
		});
		expect(decided(policy, lead({ fraud_score: null }))).toMatchObject({ outcome: 'qa', rule: 'Rule 0', source: 'unknown' });
		expect(decided({ ...policy, defaultAction: 'reject' }, lead({ fraud_score: null }))).toMatchObject({
			outcome: 'reject',
			rule: null,
			source: 'default',
		});
	});

	it('codes include an unknown field only if it decided, reasons always do', () => {
		const policy = ruled(score(85, 'reject'), voip('qa'), { field: 'risky', operator: 'isTrue' });
		const codesOf = (changes: object) => decided(policy, lead(changes)).codes;
		expect(codesOf({ fraud_score: null })).toBe('UNKNOWN_FRAUD_SCORE');
		expect(codesOf({ fraud_score: null, risky: true })).toBe('RISKY');
		expect(codesOf({ fraud_score: null, VOIP: true })).toBe('UNKNOWN_FRAUD_SCORE, VOIP');
		expect(codesOf({ fraud_score: 90, VOIP: true, risky: null })).toBe('FRAUD_SCORE, VOIP');
		expect(decided(policy, lead({ fraud_score: 90, risky: null })).reasons.map(({ code }) => code)).toEqual([
			'FRAUD_SCORE',
			'UNKNOWN_RISKY',
		]);
	});

	it('the same code of two rules appears once', () => {
		expect(decided(ruled(score(50, 'qa'), score(80, 'reject')), lead({ fraud_score: 90 })).codes).toBe('FRAUD_SCORE');
	});

	it('first: an unknown rule before the deciding rule can change the outcome, one after it cannot', () => {
		expect(decided(ruled(voip('accept'), score(85, 'reject')), lead({ VOIP: true, fraud_score: null }))).toMatchObject({
			outcome: 'accept',
			source: 'rule',
		});
		expect(decided(ruled(score(85, 'reject'), voip('accept')), lead({ VOIP: true, fraud_score: null }))).toMatchObject({
			outcome: 'qa',
			source: 'unknown',
		});
	});

	it('worst: an unknown rule that is milder than the worst match changes nothing', () => {
		const worst = (policy: object) => ({ ...policy, hitPolicy: 'worst' });
		expect(
			decided(worst(ruled(score(50, 'qa'), { field: 'valid', operator: 'isFalse' })), lead({ fraud_score: null, valid: false })),
		).toMatchObject({ outcome: 'reject', rule: 'Rule 1' });
		expect(decided(worst(ruled(score(50, 'accept'))), lead({ fraud_score: null }))).toMatchObject({ outcome: 'accept', source: 'default' });
	});

	it.each([
		['first', score(85, 'qa'), voip('reject')],
		['first', score(85, 'accept'), voip('reject')],
		['worst', score(85, 'reject'), voip('accept')],
		['worst', score(85, 'reject'), voip('qa')],
	])(
		'%s: a lead goes to QA where an open rule would have sent it elsewhere than the one that matched, milder or not',
		(hitPolicy, open, matched) => {
			const decision = decided({ ...ruled(open, matched), hitPolicy }, lead({ fraud_score: null, VOIP: true }));
			const codes = matched.action === 'accept' ? 'UNKNOWN_FRAUD_SCORE' : 'UNKNOWN_FRAUD_SCORE, VOIP';
			expect(decision).toMatchObject({ outcome: 'qa', rule: 'Rule 0', source: 'unknown', codes });
			expect(decision.reasons.map(({ action }) => action)).toEqual(['qa', matched.action]);
		},
	);

	it('a skipped rule gives no code, even if another unknown rule decided', () => {
		const policy = ruled(score(85, 'reject'), { field: 'risky', operator: 'isTrue', whenUnknown: 'skip' });
		expect(decided(policy, lead({ fraud_score: null, risky: null })).codes).toBe('UNKNOWN_FRAUD_SCORE');
	});

	it('several unknown rules: QA if one of them could change the outcome', () => {
		const open = lead({ fraud_score: null, VOIP: null });
		expect(outcomeOf(ruled(score(85, 'accept'), voip('accept')), open)).toBe('accept');
		expect(decided(ruled(score(85, 'accept'), voip('reject')), open)).toMatchObject({
			outcome: 'qa',
			rule: 'Rule 1',
			reason: 'VOIP is unknown',
		});
		expect(outcomeOf({ ...ruled(score(85, 'reject'), voip('reject')), defaultAction: 'reject' }, open)).toBe('reject');
	});

	it('Automatic skips a rule if all its unknown fields are often empty', () => {
		expect(outcomeOf(ruled({ field: 'prepaid', operator: 'isTrue' }), lead({ prepaid: null }))).toBe('accept');
		const mixed = {
			rules: [
				{
					conditions: [
						{ field: 'prepaid', operator: 'isTrue' },
						{ field: 'VOIP', operator: 'isTrue' },
					],
					action: 'reject',
				},
			],
		};
		expect(outcomeOf(mixed, lead({ prepaid: null, VOIP: true }))).toBe('accept');
		expect(outcomeOf(mixed, lead({ prepaid: null, VOIP: null }))).toBe('qa');
	});

	it.each([
		['US', 'qa'],
		['CA', 'qa'],
		['United States', 'qa'],
		['GB', 'accept'],
		[null, 'qa'],
		['Atlantis', 'qa'],
	])('an empty do-not-call flag in %p gives %s', (country, outcome) => {
		expect(outcomeOf(ruled({ field: 'do_not_call', operator: 'isTrue' }), lead({ do_not_call: null, country }))).toBe(outcome);
	});

	it('Is Known and Is Unknown are never unknown', () => {
		expect(decided(ruled({ field: 'fraud_score', operator: 'isUnknown' }), lead({ fraud_score: null }))).toMatchObject({
			outcome: 'reject',
			source: 'rule',
			codes: 'UNKNOWN_FRAUD_SCORE',
			reason: 'Fraud Score is unknown',
		});
	});
});

describe('the reachable outcomes of a lead', () => {
	const reachable = (policy: object, changes: object) =>
		[...reachableOutcomes(compilePolicy(effectivePolicy(policyOf(policy))), { phone: lead(changes) })].sort();

	it('are those of the known rules, and of every unknown rule, including those to be skipped', () => {
		const policy = ruled(score(85, 'reject', 'skip'), voip('qa', 'accept'));
		expect(reachable(policy, {})).toEqual(['accept']);
		expect(reachable(policy, { VOIP: true })).toEqual(['qa']);
		expect(reachable(policy, { fraud_score: null })).toEqual(['accept', 'reject']);
		expect(reachable(policy, { fraud_score: null, VOIP: null })).toEqual(['accept', 'qa', 'reject']);
	});
});

describe('failed lookups', () => {
	it.each([
		['success false', { ...CLEAN, success: false }],
		['success as the text false', { ...CLEAN, success: 'false' }],
		['success null', { ...CLEAN, success: null }],
		['a failed status', { ...CLEAN, lookup: { status: 'failed', reason: 'timeout' } }],
		['a status of not attempted', { lookup: { status: 'not_attempted', reason: 'max_lookups' } }],
		['a status in a column of its own', { fraud_score: 0, 'lookup.status': 'failed' }],
	])('%s: the parameter decides, before any rule', (_, result) => {
		const policy = { ...ruled({ field: 'fraud_score', operator: 'isKnown', action: 'accept' }), defaultAction: 'accept' };
		expect(decided(policy, result)).toMatchObject({ outcome: 'qa', source: 'failed_lookup', rule: null });
		expect(outcomeOf({ ...policy, onFailedLookup: 'reject' }, result)).toBe('reject');
		expect(decided({ ...policy, onFailedLookup: 'accept' }, result).reasons).toEqual([
			{ code: 'LOOKUP_FAILED', rule: null, action: 'accept' },
		]);
	});

	it('results with success as text, and impossible numbers that were not sent, are judged by the rules', () => {
		expect(decided({ preset: 'standard' }, lead({ success: 'true' })).source).toBe('default');
		const malformed = { success: true, valid: false, fraud_score: null, lookup: { status: 'not_sent', reason: 'phone_impossible' } };
		expect(decided({ preset: 'standard' }, malformed)).toMatchObject({
			outcome: 'reject',
			rule: 'Invalid Number',
			codes: 'INVALID_NUMBER',
			reason: 'The phone number is impossible',
		});
		const other = { ...malformed, lookup: { status: 'ok', reason: null } };
		expect(decided({ preset: 'standard' }, other).reason).toBe('Valid is false');
		const isInactive = { ...malformed, valid: true, fraud_score: 0, active: false };
		expect(decided(ruled({ field: 'active', operator: 'isFalse' }), isInactive).reason).toBe('Active is false');
	});

	it.each([
		['prepaid', 'isTrue', undefined],
		['active', 'isFalse', undefined],
		['active_status', 'equals', 'Disconnected Line'],
	])('an impossible number is not accepted because %s is empty: nothing was asked', (field, operator, value) => {
		const lookup = { status: 'not_sent', reason: 'phone_impossible' };
		const empty = { success: true, valid: false, fraud_score: null, [field]: null };
		const policy = { ...ruled({ field, operator, value, action: 'reject' }), defaultAction: 'accept' };
		expect(outcomeOf(policy, { ...empty, lookup })).toBe('qa');
		expect(outcomeOf(policy, { ...empty, 'lookup.status': 'not_sent' })).toBe('qa');
		expect(outcomeOf(policy, { ...empty, lookup: { status: 'ok' } })).toBe('accept');
	});

	it('IPQS fields without success, as in a sheet row, are judged by the rules', () => {
		const row = { ...CLEAN, fraud_score: '99', success: undefined };
		expect(decided({ preset: 'standard' }, row)).toMatchObject({ outcome: 'reject', source: 'rule' });
		expect(decided({ preset: 'standard' }, JSON.parse(JSON.stringify(row)))).toMatchObject({ outcome: 'reject', source: 'rule' });
	});

	it.each([
		[undefined],
		[null],
		['text'],
		[[]],
		[{}],
		[{ phone: '+12015550123' }],
		[{ success: true, message: 'ok', request_id: 'x', lookup: { status: 'ok' } }],
	])('%p is not a result and goes to QA under every policy', (result) => {
		const policy = { ...ruled(score(85, 'accept', 'accept')), onFailedLookup: 'accept' };
		expect(decided(policy, result)).toMatchObject({
			outcome: 'qa',
			source: 'no_result',
			codes: 'NO_RESULT',
			reason: "The item has no IPQS phone result in 'ipqs'",
		});
	});
});

const compiled = (policy: unknown) => compilePolicy(effectivePolicy(policyOf(policy)));

describe('an unknown rule', () => {
	const effect = (rule: object, result: object) => {
		const [one] = compiled({ rules: [{ match: 'any', action: 'reject', ...rule }] }).rules;
		return one && effectWhenUnknown(one, unknownConditions(one, { phone: { ...result } }), { phone: { ...result } });
	};
	const prepaid = { field: 'prepaid', operator: 'isTrue' };
	const voip = { field: 'VOIP', operator: 'isTrue' };

	it.each(['accept', 'qa', 'reject', 'skip'])('does what its whenUnknown says, %s, whichever field is unknown', (whenUnknown) => {
		for (const conditions of [[prepaid], [voip]]) expect(effect({ whenUnknown, conditions }, {})).toBe(whenUnknown);
	});

	it('is skipped under Automatic only if all its unknown fields are often empty', () => {
		expect(effect({ conditions: [prepaid] }, {})).toBe('skip');
		expect(effect({ conditions: [voip] }, {})).toBe('fork');
		expect(effect({ conditions: [prepaid, voip] }, {})).toBe('fork');
		expect(effect({ conditions: [prepaid, voip] }, { VOIP: false })).toBe('skip');
	});

	it('lists the conditions that are unknown, and no others', () => {
		const conditions = [{ field: 'fraud_score', operator: 'greaterOrEqual', value: 85 }, voip];
		const [rule] = compiled({ rules: [{ match: 'any', conditions, action: 'reject' }] }).rules;
		const unknownFor = (result: object) => rule && unknownConditions(rule, { phone: { ...result } }).map(({ field }) => field.name);
		expect([{ VOIP: false }, { fraud_score: 10 }, {}].map(unknownFor)).toEqual([['fraud_score'], ['VOIP'], ['fraud_score', 'VOIP']]);
	});
});
