import { RESULT_KINDS } from '../../../../nodes/shared/criteria/resultKinds';
import { explainFailedLookup, explainMissingValue, explainNoResult, failedLookupCode } from '../../../../nodes/shared/criteria/reasons';
import { CLEAN, decided, ruled } from './evaluations';

const reasonOf = (field: string, operator: string, value: unknown, actual: unknown) =>
	decided(ruled({ field, operator, ...(value === undefined ? {} : { value }) }), { ...CLEAN, [field]: actual });

describe('reasons', () => {
	it.each([
		['fraud_score', 'equals', 85, 85, 'Fraud Score is 85', 'FRAUD_SCORE'],
		['fraud_score', 'notEquals', 85, 84, 'Fraud Score 84 is not 85', 'FRAUD_SCORE'],
		['fraud_score', 'greaterThan', 85, '92', 'Fraud Score 92 is above 85', 'FRAUD_SCORE'],
		['fraud_score', 'greaterOrEqual', 85, 92, 'Fraud Score 92 is at or above 85', 'FRAUD_SCORE'],
		['fraud_score', 'lessThan', 85, 10, 'Fraud Score 10 is below 85', 'FRAUD_SCORE'],
		['fraud_score', 'lessOrEqual', 85, 85, 'Fraud Score 85 is at or below 85', 'FRAUD_SCORE'],
		['fraud_score', 'between', [50, 84], 60, 'Fraud Score 60 is between 50 and 84', 'FRAUD_SCORE'],
		['fraud_score', 'isUnknown', undefined, null, 'Fraud Score is unknown', 'UNKNOWN_FRAUD_SCORE'],
		['fraud_score', 'isKnown', undefined, 0, 'Fraud Score is known', 'FRAUD_SCORE'],
		['VOIP', 'isTrue', undefined, 'true', 'VOIP is true', 'VOIP'],
		['VOIP', 'isFalse', undefined, false, 'VOIP is false', 'NOT_VOIP'],
		['valid', 'isFalse', undefined, false, 'Valid is false', 'INVALID_NUMBER'],
		['active', 'isFalse', undefined, 0, 'Active is false', 'INACTIVE'],
		['active_status', 'equals', 'Phone Turned Off', 'Phone Turned Off', 'Active Status is Phone Turned Off', 'PHONE_TURNED_OFF'],
		['active_status', 'notEquals', 'Phone Turned Off', 'Active Line', 'Active Status Active Line is not Phone Turned Off', 'ACTIVE_STATUS'],
		['active_status', 'equals', 'Disconnected Line', 'Disconnected Line', 'Active Status is Disconnected Line', 'ACTIVE_STATUS'],
		['line_type', 'in', ['VOIP', 'Pager'], 'voip', 'Line Type VOIP is one of VOIP, Pager', 'LINE_TYPE'],
		['line_type', 'notIn', ['Wireless', 'Landline'], 'Toll-Free', 'Line Type Toll Free is not Wireless or Landline', 'LINE_TYPE'],
		['carrier', 'contains', 'onvoy', 'ONVOY, LLC', 'Carrier ONVOY, LLC contains onvoy', 'CARRIER'],
		['carrier', 'startsWith', 'at', 'AT&T', 'Carrier AT&T starts with at', 'CARRIER'],
		['line_type', 'equals', 'Landline', 'Landline', 'Line Type is Landline', 'LINE_TYPE'],
	])('%s %s %p with %p reads "%s"', (field, operator, value, actual, reason, code) => {
		expect(reasonOf(field, operator, value, actual)).toMatchObject({ outcome: 'reject', reason, codes: code });
	});

	it('a code that two conditions share appears once', () => {
		const conditions = [
			['greaterOrEqual', 50],
			['lessThan', 90],
		].map(([operator, value]) => ({ field: 'fraud_score', operator, value }));
		const range = { rules: [{ name: 'Range', conditions, action: 'qa' }] };
		expect([60, null].map((fraud_score) => decided(range, { ...CLEAN, fraud_score }))).toMatchObject([
			{ codes: 'FRAUD_SCORE', reason: 'Fraud Score 60 is at or above 50 and Fraud Score 60 is below 90' },
			{ codes: 'UNKNOWN_FRAUD_SCORE', reason: 'Fraud Score is unknown' },
		]);
	});

	it('the reason of a rule with several unknown fields names them all', () => {
		const conditions = ['fraud_score', 'valid', 'VOIP'].map((field) => ({ field, operator: 'isUnknown' }));
		const missing = { rules: [{ name: 'Missing', conditions, action: 'qa' }] };
		expect(decided(missing, { ...CLEAN, fraud_score: null, valid: null, VOIP: null }).codes).toBe(
			'UNKNOWN_FRAUD_SCORE_UNKNOWN_VALID_UNKNOWN_VOIP',
		);
		const bad = {
			rules: [
				{
					name: 'Bad',
					match: 'any',
					conditions: [
						{ field: 'valid', operator: 'isFalse' },
						{ field: 'VOIP', operator: 'isTrue' },
					],
					action: 'reject',
				},
			],
		};
		expect(decided(bad, { ...CLEAN, valid: null, VOIP: null })).toMatchObject({
			codes: 'UNKNOWN_VALID_VOIP',
			reason: 'Valid and VOIP are unknown',
		});
	});

	it('the reason of each lead has its own value', () => {
		const conditions = [
			{ field: 'fraud_score', operator: 'greaterOrEqual', value: 85 },
			{ field: 'line_type', operator: 'notEquals', value: 'Wireless' },
		];
		const either = { rules: [{ name: 'Either', match: 'any', conditions, action: 'reject' }] };
		const results = [{ fraud_score: 90 }, { fraud_score: 100 }, { line_type: 'Pager' }, { fraud_score: 90, line_type: 'Toll-Free' }];
		expect(results.map((changes) => decided(either, { ...CLEAN, ...changes }).reason)).toEqual([
			'Fraud Score 90 is at or above 85',
			'Fraud Score 100 is at or above 85',
			'Line Type Pager is not Wireless',
			'Fraud Score 90 is at or above 85 and Line Type Toll Free is not Wireless',
		]);
	});

	it('the reason says that no rule matched', () => {
		expect(decided({ preset: 'standard' }, CLEAN)).toMatchObject({ reason: 'No rule matched', codes: '' });
	});

	it('the reason of a failed lookup includes the cause, if it is known', () => {
		expect(decided({ preset: 'standard' }, { success: false })).toMatchObject({ reason: 'The lookup failed' });
		expect(decided({ preset: 'standard' }, { lookup: { status: 'failed', reason: 'timeout' } })).toMatchObject({
			reason: 'The lookup failed (timeout)',
		});
	});

	it('the reason of an item without a result names the result field, if there is one', () => {
		expect(['', 'ipqs'].map((field) => explainNoResult(['phone'], field))).toEqual([
			'The item has no IPQS phone result',
			"The item has no IPQS phone result in 'ipqs'",
		]);
	});

	it('the reason calls each result by its name', () => {
		expect(RESULT_KINDS.map((kind) => explainNoResult([kind], ''))).toEqual(
			['phone', 'email', 'IP', 'URL', 'device', 'leak'].map((name) => `The item has no IPQS ${name} result`),
		);
		expect(explainNoResult(['phone', 'email', 'ip'], 'ipqs')).toBe('The item has no IPQS phone, email or IP result');
		expect(RESULT_KINDS.map(explainMissingValue)).toEqual(
			['phone number', 'email address', 'IP address', 'URL', 'device', 'leak check'].map((noun) => `The lead has no ${noun}`),
		);
		expect(explainFailedLookup('ip', null)).toBe('The IP lookup failed');
		expect(failedLookupCode('ip')).toBe('IP_LOOKUP_FAILED');
	});

	it('the decision is marked for a sandbox result, but not for a real one', () => {
		expect(decided({ preset: 'standard' }, { ...CLEAN, lookup: { sandbox: true } }).sandbox).toBe(true);
		expect(decided({ preset: 'standard' }, { success: false, lookup: { sandbox: true } }).sandbox).toBe(true);
		expect('sandbox' in decided({ preset: 'standard' }, { ...CLEAN, lookup: { sandbox: false } })).toBe(false);
	});
});
