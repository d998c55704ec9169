import { compilePolicy } from '../../../../nodes/shared/criteria/compile';
import { effectivePolicy } from '../../../../nodes/shared/criteria/effectivePolicy';
import { evaluatePolicy, type ExtractedResults } from '../../../../nodes/shared/criteria/evaluateResults';
import { UNUSABLE_NUMBER_REASONS, type ExtractedResult } from '../../../../nodes/shared/criteria/extractResult';
import { CLEAN, policyOf } from './evaluations';

const evaluate = (policy: object, extracted: ExtractedResults) =>
	evaluatePolicy(compilePolicy(effectivePolicy(policyOf(policy))), extracted, 'ipqs');

const PHONE: ExtractedResult = { kind: 'result', result: CLEAN, sandbox: false };
const HIGH_SCORE: ExtractedResult = { kind: 'result', result: { ...CLEAN, fraud_score: 99 }, sandbox: false };
const EMAIL: ExtractedResult = { kind: 'result', result: { valid: true, disposable: false }, sandbox: false };
const FAILED: ExtractedResult = { kind: 'failed', reason: 'timeout', sandbox: false };
const MISSING: ExtractedResult = { kind: 'missing', sandbox: false };
const NONE: ExtractedResult = { kind: 'none' };
const unusable = (reason: (typeof UNUSABLE_NUMBER_REASONS)[number]): ExtractedResult => ({ kind: 'unusable', reason, sandbox: false });

describe('an unusable number', () => {
	it.each([
		['qa', ['qa', 'qa', 'qa']],
		['rejectMissing', ['reject', 'qa', 'qa']],
		['reject', ['reject', 'reject', 'reject']],
		['accept', ['accept', 'accept', 'accept']],
	])('goes with the action %s, whether missing, unreadable or without a country, to %j', (onUnusableNumber, outcomes) => {
		const policy = { preset: 'standard', onUnusableNumber, onFailedLookup: 'reject' };
		const decided = UNUSABLE_NUMBER_REASONS.map((reason) => evaluate(policy, { phone: unusable(reason) }));
		expect(decided.map(({ outcome }) => outcome)).toEqual(outcomes);
	});

	it('has its own code and reason', () => {
		const decided = UNUSABLE_NUMBER_REASONS.map((reason) => evaluate({ preset: 'standard' }, { phone: unusable(reason) }));
		expect(decided.map(({ source, codes, reason }) => [source, codes, reason])).toEqual([
			['unusable_number', 'NUMBER_MISSING', 'The phone number is missing'],
			['unusable_number', 'NUMBER_UNREADABLE', 'The phone number cannot be read'],
			['unusable_number', 'COUNTRY_MISSING', 'The phone number has no country code and the country is unknown'],
		]);
	});
});

/** Rules about two results; an unknown value decides nothing. */
const condition = (field: string, operator: string, value?: unknown) => ({ field, operator, value });
const TWO = {
	rules: [
		{ name: 'Score', conditions: [condition('fraud_score', 'greaterOrEqual', 85)], action: 'reject', whenUnknown: 'skip' },
		{ name: 'Disposable', conditions: [condition('email.disposable', 'isTrue')], action: 'reject', whenUnknown: 'skip' },
	],
};

describe('a policy about two results', () => {
	it('decides by its rules if the lead has both', () => {
		expect(evaluate(TWO, { phone: PHONE, email: EMAIL })).toMatchObject({ outcome: 'accept', source: 'default', codes: '' });
		expect(evaluate(TWO, { phone: HIGH_SCORE, email: EMAIL })).toMatchObject({ outcome: 'reject', rule: 'Score' });
	});

	it('decides by its rules about the other one if a lookup failed, and says so', () => {
		expect(evaluate(TWO, { phone: PHONE, email: FAILED })).toMatchObject({
			...{ outcome: 'accept', source: 'default', codes: 'EMAIL_LOOKUP_FAILED' },
			reasons: [
				{ code: 'EMAIL_LOOKUP_FAILED', rule: null, action: 'skip' },
				{ code: 'UNKNOWN_EMAIL_DISPOSABLE', rule: 'Disposable', action: 'skip' },
			],
		});
		expect(evaluate(TWO, { phone: FAILED, email: EMAIL }).codes).toBe('LOOKUP_FAILED');
		expect(evaluate(TWO, { phone: HIGH_SCORE, email: FAILED })).toMatchObject({
			...{ outcome: 'reject', rule: 'Score', codes: 'EMAIL_LOOKUP_FAILED, FRAUD_SCORE' },
		});
	});

	it('rejects a lead of which one lookup failed, if that is where failed lookups go', () => {
		expect(evaluate({ ...TWO, onFailedLookup: 'reject' }, { phone: PHONE, email: FAILED })).toMatchObject({
			...{ outcome: 'reject', rule: null, source: 'failed_lookup', codes: 'EMAIL_LOOKUP_FAILED' },
			reason: 'The email lookup failed (timeout)',
		});
	});

	it('decides by its settings if both lookups failed', () => {
		expect(evaluate({ ...TWO, onFailedLookup: 'accept' }, { phone: FAILED, email: FAILED })).toMatchObject({
			...{ outcome: 'accept', source: 'failed_lookup', codes: 'LOOKUP_FAILED, EMAIL_LOOKUP_FAILED', reason: 'The lookup failed (timeout)' },
		});
	});

	it('counts an unusable number as a failed lookup too', () => {
		const decided = (onUnusableNumber: string, onFailedLookup: string) =>
			evaluate({ ...TWO, onUnusableNumber, onFailedLookup }, { phone: unusable('phone_unreadable'), email: NONE }).outcome;
		expect([decided('accept', 'reject'), decided('reject', 'accept'), decided('accept', 'accept')]).toEqual(['reject', 'reject', 'accept']);
	});

	it('sends a lead without any of them to QA', () => {
		expect(evaluate(TWO, {})).toMatchObject({
			...{ outcome: 'qa', source: 'no_result', codes: 'NO_RESULT', reason: 'The item has no IPQS phone or email result' },
		});
		expect(evaluate({ rules: TWO.rules.slice(1) }, {}).reason).toBe('The item has no IPQS email result');
		expect(evaluate({ rules: TWO.rules.slice(0, 1) }, {}).reason).toBe("The item has no IPQS phone result in 'ipqs'");
	});
});

describe('a value that the lead does not have', () => {
	it('is a reason for QA if there is no result at all', () => {
		expect(evaluate(TWO, { phone: MISSING, email: MISSING })).toMatchObject({
			...{ outcome: 'qa', source: 'no_result', codes: 'PHONE_MISSING, EMAIL_MISSING', reason: 'The lead has no phone number' },
		});
		expect(evaluate(TWO, { phone: NONE, email: MISSING }).reason).toBe('The lead has no email address');
	});

	it('leaves the rules about it unknown, without a code of its own', () => {
		const policy = { rules: TWO.rules.map((rule) => ({ ...rule, whenUnknown: 'default' })) };
		expect(evaluate(policy, { phone: PHONE, email: MISSING })).toMatchObject({
			...{ outcome: 'qa', rule: 'Disposable', source: 'unknown', codes: 'UNKNOWN_EMAIL_DISPOSABLE' },
		});
		expect(evaluate(TWO, { phone: PHONE, email: MISSING })).toMatchObject({ outcome: 'accept', codes: '' });
	});

	it('passes over the rules about it if the policy ignores it', () => {
		const policy = { rules: TWO.rules.map((rule) => ({ ...rule, whenUnknown: 'default' })), onMissingValue: 'ignore' };
		expect(evaluate(policy, { phone: PHONE, email: MISSING })).toMatchObject({ outcome: 'accept', source: 'default' });
		expect(evaluate(policy, { phone: PHONE, email: NONE })).toMatchObject({ outcome: 'qa', source: 'unknown' });
		expect(evaluate(policy, { phone: MISSING, email: MISSING })).toMatchObject({ outcome: 'qa', source: 'no_result' });
	});

	it('that is ignored leaves the other result as the only one', () => {
		const policy = { ...TWO, onMissingValue: 'ignore', onUnusableNumber: 'accept', onFailedLookup: 'reject' };
		expect(evaluate(policy, { phone: unusable('phone_unreadable'), email: MISSING })).toMatchObject({
			...{ outcome: 'accept', source: 'unusable_number', codes: 'NUMBER_UNREADABLE' },
		});
		expect(evaluate(policy, { phone: NONE, email: MISSING }).reason).toBe("The item has no IPQS phone result in 'ipqs'");
	});

	it('decides if that is more severe than a failed lookup, whose code comes first all the same', () => {
		const policy = { ...TWO, onFailedLookup: 'accept' };
		expect(evaluate(policy, { phone: FAILED, email: MISSING })).toMatchObject({
			...{ outcome: 'qa', source: 'no_result', codes: 'LOOKUP_FAILED, EMAIL_MISSING' },
		});
		expect(evaluate(policy, { phone: MISSING, email: FAILED })).toMatchObject({
			...{ outcome: 'qa', source: 'no_result', codes: 'EMAIL_LOOKUP_FAILED, PHONE_MISSING' },
		});
	});

	it('does not decide before a failed lookup that is as severe', () => {
		expect(evaluate(TWO, { phone: FAILED, email: MISSING })).toMatchObject({ outcome: 'qa', source: 'failed_lookup' });
	});
});
