import { compileCampaignPolicies, decide, type DecisionOptions, type ResolvedPolicy } from '../../../../nodes/shared/criteria/decide';
import type { ExtractedResult } from '../../../../nodes/shared/criteria/extractResult';
import type { Policy } from '../../../../nodes/shared/criteria/types';
import { CLEAN } from './evaluations';

const POLICY: Policy = { preset: 'standard', overrides: { Solar: { fraudThreshold: 70 } } };
const RECORDING: DecisionOptions = { resultField: 'ipqs', enforced: true, includeTrace: false, includePolicy: false };
const UNUSABLE: ResolvedPolicy = { error: 'The policy cannot be read' };
const RESULT: ExtractedResult = { kind: 'result', result: { ...CLEAN, fraud_score: 75 }, sandbox: false };

const policy = (campaign: string | null = null) => compileCampaignPolicies(POLICY)(campaign);
const decision = (changes: Partial<DecisionOptions> = {}, extracted: ExtractedResult = RESULT, shadow?: ResolvedPolicy) =>
	decide(policy(), shadow, extracted, { ...RECORDING, ...changes });

describe('the policies of campaigns', () => {
	test('are compiled once, however a campaign is spelled', () => {
		const policies = compileCampaignPolicies(POLICY);
		expect(policies('Solar')).toBe(policies(' SOLAR '));
		expect(policies('Solar').compiled.policy.campaign).toBe('Solar');
	});

	test('are the policy itself for every campaign that changes nothing, so that a run knows it as one', () => {
		const policies = compileCampaignPolicies(POLICY);
		expect(policies('Roofing')).toBe(policies(null));
		expect(policies('')).toBe(policies(null));
		expect(policies(null).compiled.policy.campaign).toBeNull();
		expect(policies('Solar')).not.toBe(policies(null));
	});
});

describe('a decision', () => {
	test('has its evaluation and policy, and no more than was asked for', () => {
		expect(decision()).toStrictEqual({
			...{ outcome: 'accept', rule: null, source: 'default', reason: 'No rule matched', codes: '', reasons: [] },
			...{ policy: { name: 'Standard', hash: policy().compiled.hash, campaign: null }, enforced: true },
		});
		expect(decision({ enforced: false }).enforced).toBe(false);
	});

	test('writes its policy out in full where that was asked for', () => {
		expect(decision({ includePolicy: true }).policy).toMatchObject({
			name: 'Standard',
			json: { name: 'Standard', hitPolicy: 'first', onFailedLookup: 'qa' },
		});
	});

	test('has a trace where that was asked for and a result was judged', () => {
		expect(decision({ includeTrace: true }).trace?.[0]).toMatchObject({ rule: 'Fraud Score', actual: 75, result: 'false' });
		expect(decision({ includeTrace: true }, { kind: 'failed', reason: null, sandbox: false })).not.toHaveProperty('trace');
		expect(decide(UNUSABLE, undefined, RESULT, { ...RECORDING, includeTrace: true })).not.toHaveProperty('trace');
	});

	test('is marked where the result is a made-up one, and then alone', () => {
		const findings: ExtractedResult[] = [
			{ ...RESULT, sandbox: true },
			{ kind: 'failed', reason: 'timeout', sandbox: true },
			RESULT,
			{ kind: 'none' },
		];
		expect(findings.map((extracted) => decision({}, extracted).sandbox)).toEqual([true, true, undefined, undefined]);
	});

	test('is QA with the sentence that says why, where the policy is not usable', () => {
		expect(decide(UNUSABLE, undefined, RESULT, { ...RECORDING, includePolicy: true })).toStrictEqual({
			...{ outcome: 'qa', rule: null, source: 'bad_policy', reason: 'The policy cannot be read', codes: 'BAD_POLICY' },
			...{
				reasons: [{ code: 'BAD_POLICY', rule: null, action: 'qa' }],
				policy: { name: null, hash: null, campaign: null },
				enforced: true,
			},
		});
	});

	test('has what a shadow policy says beside it, without changing for it', () => {
		const { shadow, ...own } = decision({ includePolicy: true, includeTrace: true }, RESULT, policy('Solar'));
		expect(own).toEqual(decision({ includePolicy: true, includeTrace: true }));
		expect(shadow).toMatchObject({ outcome: 'reject', rule: 'Fraud Score', reason: 'Fraud Score 75 is at or above 70' });
		expect(shadow?.policy).toStrictEqual({ name: 'Standard', hash: policy('Solar').compiled.hash, campaign: 'Solar' });
	});
});
