import type { BatchResult } from '../../../../nodes/shared/client/lookUpBatch';
import { PHONE_FIELDS } from '../../../../nodes/shared/ipqs/phoneFields';
import { isFailure, toItemResult, toUnsentResult, stopsNode } from '../../../../nodes/shared/client/itemResult';
import type { ApiSuccess, ApiFailure } from '../../../../nodes/shared/ipqs/response';

const ORIGIN = { sandbox: false, resource: 'phone', output: 'simplified' as const };
const SANDBOX = { sandbox: true, resource: 'phone', output: 'simplified' as const };

const KEY = ['01234567', '89abcdef'].join('');

const answered = (body: Record<string, unknown>): ApiSuccess => ({ kind: 'success', body });
const failed = (changes: Partial<ApiFailure> = {}): ApiFailure => ({
	kind: 'failed',
	reason: 'unavailable',
	apiMessage: 'Oops',
	status: 503,
	retryAfter: 2_000,
	...changes,
});

const outcome = (changes: Partial<BatchResult>): BatchResult => ({
	status: 'ok',
	result: answered({}),
	attempts: 2,
	chargedAttempts: 2,
	latency: 120,
	checkedAt: Date.UTC(2026, 10, 21, 12, 0, 0, 7),
	billable: true,
	deduplicated: false,
	reused: false,
	...changes,
});

describe('the record of a lookup', () => {
	it('tells how it was answered', () => {
		const result = answered({ success: true, request_id: 'Xy12Zw', user_activity: 'Enterprise L4+ required.' });
		expect(toItemResult(outcome({ result }), PHONE_FIELDS, KEY, ORIGIN)).toEqual({
			result,
			metadata: {
				status: 'ok',
				reason: null,
				request_id: 'Xy12Zw',
				checked_at: '2026-11-21T12:00:00.007Z',
				attempts: 2,
				charged_attempts: 2,
				latency_ms: 120,
				deduplicated: false,
				billable: true,
				reused: false,
				...ORIGIN,
				key: KEY,
				not_in_plan: { user_activity: 'Enterprise L4+ required.' },
			},
		});
	});

	it('tells why it was not', () => {
		const result = failed();
		expect(
			toItemResult(
				outcome({ status: 'failed', result, billable: null, deduplicated: true, checkedAt: 0, latency: 0 }),
				PHONE_FIELDS,
				KEY,
				SANDBOX,
			),
		).toEqual({
			result,
			metadata: {
				status: 'failed',
				reason: 'unavailable',
				request_id: null,
				checked_at: '1970-01-01T00:00:00.000Z',
				attempts: 2,
				charged_attempts: 2,
				latency_ms: 0,
				deduplicated: true,
				billable: null,
				reused: false,
				...SANDBOX,
				key: KEY,
				not_in_plan: {},
			},
		});
	});

	it('has no time when nothing was sent', () => {
		const result = failed({ reason: 'max_lookups', apiMessage: null, status: null, retryAfter: null });
		const { metadata } = toItemResult(
			outcome({ status: 'not_attempted', result, attempts: 0, chargedAttempts: 0, latency: null, checkedAt: null, billable: false }),
			PHONE_FIELDS,
			KEY,
			ORIGIN,
		);
		expect(metadata).toMatchObject({
			status: 'not_attempted',
			reason: 'max_lookups',
			checked_at: null,
			attempts: 0,
			charged_attempts: 0,
			latency_ms: null,
			billable: false,
		});
	});

	it.each([[''], [7], [null], [undefined]])('has no request id when IPQS sent %j', (id) => {
		expect(toItemResult(outcome({ result: answered({ request_id: id }) }), PHONE_FIELDS, KEY, ORIGIN).metadata.request_id).toBeNull();
	});
});

describe('an item that needs no request', () => {
	const EMPTY_RECORD = {
		request_id: null,
		checked_at: null,
		attempts: 0,
		charged_attempts: 0,
		latency_ms: null,
		deduplicated: false,
		billable: false,
		reused: false,
		key: null,
		not_in_plan: {},
	};

	it('may have an answer all the same', () => {
		const body = { success: true, valid: false };
		expect(toUnsentResult({ status: 'not_sent', reason: 'phone_impossible', body }, SANDBOX)).toEqual({
			result: { kind: 'success', body },
			metadata: { ...EMPTY_RECORD, status: 'not_sent', reason: 'phone_impossible', ...SANDBOX },
		});
	});

	it('may have failed, with what exactly is wrong', () => {
		expect(
			toUnsentResult({ status: 'failed', reason: 'invalid_parameter', detail: "'Strictness' must be a whole number" }, ORIGIN),
		).toEqual({
			result: {
				kind: 'failed',
				reason: 'invalid_parameter',
				apiMessage: "'Strictness' must be a whole number",
				status: null,
				retryAfter: null,
			},
			metadata: { ...EMPTY_RECORD, status: 'failed', reason: 'invalid_parameter', ...ORIGIN },
		});
	});

	it('may have failed without more to say', () => {
		expect(toUnsentResult({ status: 'not_sent', reason: 'country_missing' }, ORIGIN)).toEqual({
			result: { kind: 'failed', reason: 'country_missing', apiMessage: null, status: null, retryAfter: null },
			metadata: { ...EMPTY_RECORD, status: 'not_sent', reason: 'country_missing', ...ORIGIN },
		});
	});
});

describe("'On Error'", () => {
	const without = (reason: ApiFailure['reason'], status: 'failed' | 'not_attempted') =>
		toItemResult(outcome({ status, result: failed({ reason }) }), PHONE_FIELDS, KEY, ORIGIN);

	it.each([
		['a failed lookup', without('unavailable', 'failed'), true, true],
		['a lookup that was not attempted', without('invalid_key', 'not_attempted'), true, true],
		['a lookup beyond the limit', without('max_lookups', 'not_attempted'), true, false],
		['a lookup that the user stopped', without('cancelled', 'not_attempted'), true, false],
		['a parameter that cannot be used', toUnsentResult({ status: 'failed', reason: 'invalid_parameter' }, ORIGIN), true, true],
		[
			'a malformed number that is to be invalid',
			toUnsentResult({ status: 'not_sent', reason: 'phone_impossible', body: {} }, ORIGIN),
			false,
			false,
		],
		['a number that needs a country', toUnsentResult({ status: 'not_sent', reason: 'country_missing' }, ORIGIN), false, false],
		['an answered lookup', toItemResult(outcome({}), PHONE_FIELDS, KEY, ORIGIN), false, false],
	])('%s', (_what, result, follows, stops) => {
		expect(isFailure(result)).toBe(follows);
		expect(stopsNode(result)).toBe(stops);
	});
});
