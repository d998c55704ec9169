import { policyOf } from '../../../../nodes/shared/policyNode/policyFromParameters';
import { parsePolicyJson, type PolicyParseResult } from '../../../../nodes/shared/criteria/parsePolicy';
import { PRESETS } from '../../../../nodes/shared/criteria/presets';
import { OUTCOMES, type Decision } from '../../../../nodes/shared/criteria/types';
import { CLEAN, decided, FORM, ruled } from './evaluations';

/** Rows of 'Rules', as the form stores them. */
const ROWS = [
	{ action: 'reject', conditions: { values: [{ field: 'fraud_score', numberOperator: 'greaterOrEqual', numberValue: 85 }] } },
	{ action: 'reject', conditions: { values: [{ field: 'valid', booleanOperator: 'isFalse' }] } },
	{ action: 'qa', conditions: { values: [{ field: 'VOIP', booleanOperator: 'isTrue' }] } },
];

const JSON_POLICY = {
	...ruled(
		{ field: 'fraud_score', operator: 'greaterOrEqual', value: 'threshold' },
		{ field: 'valid', operator: 'isFalse' },
		{ field: 'VOIP', operator: 'isTrue', action: 'qa' },
	),
	fraudThreshold: '85',
};

type Source = readonly [label: string, threshold: number, read: (settings: object) => PolicyParseResult | ReturnType<typeof policyOf>];

const SOURCES: readonly Source[] = [
	...PRESETS.map(
		({ name, label, fraudThreshold }): Source => [
			`the preset ${label}`,
			fraudThreshold,
			(settings) => policyOf({ ...FORM, preset: name, ...settings }, () => false),
		],
	),
	...['first', 'worst'].flatMap((hitPolicy): Source[] => [
		[
			`rules of the form, ${hitPolicy}`,
			85,
			(settings) => policyOf({ ...FORM, policySource: 'rules', rules: { values: ROWS }, hitPolicy, ...settings }, () => false),
		],
		[`policy JSON, ${hitPolicy}`, 85, (settings) => parsePolicyJson(JSON.stringify({ ...JSON_POLICY, hitPolicy, ...settings }))],
	]),
];

describe.each(SOURCES)('values that conditions often get wrong, under %s', (_, threshold, read) => {
	const judged = (result: object, settings: object = {}): Decision => {
		const parsed = read(settings);
		if ('issues' in parsed) throw new TypeError(JSON.stringify(parsed.issues));
		return decided(parsed.policy, result);
	};
	const UNKNOWN_SCORE = { outcome: 'qa', source: 'unknown', codes: 'UNKNOWN_FRAUD_SCORE', reason: 'Fraud Score is unknown' };

	it('a score as text, "95", is rejected', () => {
		expect(judged({ ...CLEAN, fraud_score: '95' })).toMatchObject({
			outcome: 'reject',
			source: 'rule',
			reason: `Fraud Score 95 is at or above ${threshold}`,
		});
	});

	it('a score of null goes to QA', () => {
		expect(judged({ ...CLEAN, fraud_score: null })).toMatchObject(UNKNOWN_SCORE);
	});

	it('a missing score goes to QA', () => {
		const { fraud_score: score, ...withoutScore } = CLEAN;
		expect(score).toBe(0);
		expect(judged(withoutScore)).toMatchObject(UNKNOWN_SCORE);
	});

	it('a score of "N/A" goes to QA', () => {
		expect(judged({ ...CLEAN, fraud_score: 'N/A' })).toMatchObject(UNKNOWN_SCORE);
	});

	it('a validity of null goes to QA', () => {
		expect(judged({ ...CLEAN, valid: null })).toMatchObject({
			outcome: 'qa',
			source: 'unknown',
			codes: 'UNKNOWN_VALID',
			reason: 'Valid is unknown',
		});
	});

	it('VOIP as the text "false" is not VOIP', () => {
		expect(judged({ ...CLEAN, VOIP: 'false' })).toMatchObject({ outcome: 'accept', source: 'default', codes: '' });
	});

	it('the body of a failed lookup is a failed lookup', () => {
		const body = { success: false, message: 'You have insufficient credits', lookup: { status: 'failed', reason: 'insufficient_credits' } };
		for (const onFailedLookup of OUTCOMES) {
			expect(judged(body, { onFailedLookup })).toMatchObject({
				outcome: onFailedLookup,
				rule: null,
				source: 'failed_lookup',
				codes: 'LOOKUP_FAILED',
				reason: 'The lookup failed (insufficient_credits)',
			});
		}
	});
});
