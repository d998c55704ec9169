import { compileCampaignPolicies } from '../../../../nodes/shared/criteria/compileCampaignPolicies';
import { decide, type DecisionOptions, type ResolvedPolicy } from '../../../../nodes/shared/criteria/buildDecision';
import type { ExtractedResult } from '../../../../nodes/shared/criteria/extractResult';
import type { Policy } from '../../../../nodes/shared/criteria/types';
import { CLEAN } from './evaluations';

const POLICY: Policy = { preset: 'standard', overrides: { Solar: { fraudThreshold: 70 } } };
const OPTIONS: DecisionOptions = { resultField: 'ipqs', enforced: true, includeTrace: false, includePolicy: false };
const INVALID: ResolvedPolicy = { error: 'The policy could not be read' };
const RESULT: ExtractedResult = { kind: 'result', result: { ...CLEAN, fraud_score: 75 }, sandbox: false };

const policy = (...campaigns: string[]) => compileCampaignPolicies(POLICY)(campaigns);
const decision = (changes: Partial<DecisionOptions> = {}, extracted: ExtractedResult = RESULT, shadow?: ResolvedPolicy) =>
	decide(policy(), shadow, { phone: extracted }, { ...OPTIONS, ...changes });

describe('the policies of campaigns', () => {
	it('are compiled once, whatever the spelling of the campaign', () => {
		const policies = compileCampaignPolicies(POLICY);
		expect(policies(['Solar'])).toBe(policies([' SOLAR ']));
		expect(policies(['Solar']).compiled.policy.campaign).toBe('Solar');
	});

	it('are the same object for all campaigns without an override, so that a run counts one policy', () => {
		const policies = compileCampaignPolicies(POLICY);
		expect(policies(['Roofing'])).toBe(policies([]));
		expect(policies([''])).toBe(policies([]));
		expect(policies([]).compiled.policy.campaign).toBeNull();
		expect(policies(['Solar'])).not.toBe(policies([]));
	});
});

describe('a decision', () => {
	it('has its evaluation and its policy, and nothing that no option asks for', () => {
		expect(decision()).toStrictEqual({
			...{ outcome: 'accept', rule: null, source: 'default', reason: 'No rule matched', codes: '', reasons: [] },
			...{ policy: { name: 'Standard', hash: policy().compiled.hash, campaign: null }, enforced: true },
		});
		expect(decision({ enforced: false }).enforced).toBe(false);
	});

	it('includes the policy as JSON with Include Policy', () => {
		expect(decision({ includePolicy: true }).policy).toMatchObject({
			name: 'Standard',
			json: { name: 'Standard', hitPolicy: 'first', onFailedLookup: 'qa' },
		});
	});

	it('has a trace with Include Trace, if a result was judged', () => {
		expect(decision({ includeTrace: true }).trace?.[0]).toMatchObject({ rule: 'Fraud Score', actual: 75, result: 'false' });
		expect(decision({ includeTrace: true }, { kind: 'failed', reason: null, sandbox: false })).not.toHaveProperty('trace');
		expect(decide(INVALID, undefined, { phone: RESULT }, { ...OPTIONS, includeTrace: true })).not.toHaveProperty('trace');
	});

	it('is marked only if the result comes from the sandbox', () => {
		const results: ExtractedResult[] = [
			{ ...RESULT, sandbox: true },
			{ kind: 'failed', reason: 'timeout', sandbox: true },
			RESULT,
			{ kind: 'none' },
		];
		expect(results.map((extracted) => decision({}, extracted).sandbox)).toEqual([true, true, undefined, undefined]);
	});

	it('is QA with the reason if the policy is invalid', () => {
		expect(decide(INVALID, undefined, { phone: RESULT }, { ...OPTIONS, includePolicy: true })).toStrictEqual({
			...{ outcome: 'qa', rule: null, source: 'bad_policy', reason: 'The policy could not be read', codes: 'BAD_POLICY' },
			...{
				reasons: [{ code: 'BAD_POLICY', rule: null, action: 'qa' }],
				policy: { name: null, hash: null, campaign: null },
				enforced: true,
			},
		});
	});

	it('has the evaluation of the shadow policy, and does not depend on it', () => {
		const { shadow, ...own } = decision({ includePolicy: true, includeTrace: true }, RESULT, policy('Solar'));
		expect(own).toEqual(decision({ includePolicy: true, includeTrace: true }));
		expect(shadow).toMatchObject({ outcome: 'reject', rule: 'Fraud Score', reason: 'Fraud Score 75 is at or above 70' });
		expect(shadow?.policy).toStrictEqual({ name: 'Standard', hash: policy('Solar').compiled.hash, campaign: 'Solar' });
	});
});
