import type { ItemOutcome } from '../../../../nodes/shared/client/lookUpBatch';
import { PHONE_FIELDS } from '../../../../nodes/shared/ipqs/phoneFields';
import { followsOnError, resultOf, resultWithoutRequest, stopsNode } from '../../../../nodes/shared/client/itemResult';
import type { Answered, Failed } from '../../../../nodes/shared/ipqs/response';

const ORIGIN = { sandbox: false, resource: 'phone' };
const SANDBOX = { sandbox: true, resource: 'phone' };

const answered = (body: Record<string, unknown>): Answered => ({ kind: 'answered', body });
const failed = (changes: Partial<Failed> = {}): Failed => ({ kind: 'failed', reason: 'unavailable', said: 'Oops', status: 503, retryAfter: 2_000, ...changes });

const outcome = (changes: Partial<ItemOutcome>): ItemOutcome => ({
	status: 'ok',
	verdict: answered({}),
	attempts: 2,
	latency: 120,
	checkedAt: Date.UTC(2026, 10, 21, 12, 0, 0, 7),
	billable: true,
	deduplicated: false,
	...changes,
});

describe('the record of a lookup', () => {
	it('tells how it was answered', () => {
		const verdict = answered({ success: true, request_id: 'Xy12Zw', user_activity: 'Enterprise L4+ required.' });
		expect(resultOf(outcome({ verdict }), PHONE_FIELDS, ORIGIN)).toEqual({
			verdict,
			record: {
				status: 'ok',
				reason: null,
				request_id: 'Xy12Zw',
				checked_at: '2026-11-21T12:00:00.007Z',
				attempts: 2,
				latency_ms: 120,
				deduplicated: false,
				billable: true,
				...ORIGIN,
				not_in_plan: { user_activity: 'Enterprise L4+ required.' },
			},
		});
	});

	it('tells why it was not', () => {
		const verdict = failed();
		expect(resultOf(outcome({ status: 'failed', verdict, billable: null, deduplicated: true, checkedAt: 0, latency: 0 }), PHONE_FIELDS, SANDBOX)).toEqual({
			verdict,
			record: {
				status: 'failed',
				reason: 'unavailable',
				request_id: null,
				checked_at: '1970-01-01T00:00:00.000Z',
				attempts: 2,
				latency_ms: 0,
				deduplicated: true,
				billable: null,
				...SANDBOX,
				not_in_plan: {},
			},
		});
	});

	it('has no time when nothing was sent', () => {
		const verdict = failed({ reason: 'max_lookups', said: null, status: null, retryAfter: null });
		const { record } = resultOf(outcome({ status: 'not_attempted', verdict, attempts: 0, latency: null, checkedAt: null, billable: false }), PHONE_FIELDS, ORIGIN);
		expect(record).toMatchObject({ status: 'not_attempted', reason: 'max_lookups', checked_at: null, attempts: 0, latency_ms: null, billable: false });
	});

	it.each([[''], [7], [null], [undefined]])('has no request id when IPQS sent %j', (id) => {
		expect(resultOf(outcome({ verdict: answered({ request_id: id }) }), PHONE_FIELDS, ORIGIN).record.request_id).toBeNull();
	});
});

describe('an item that needs no request', () => {
	const EMPTY_RECORD = {
		request_id: null,
		checked_at: null,
		attempts: 0,
		latency_ms: null,
		deduplicated: false,
		billable: false,
		not_in_plan: {},
	};

	it('may have an answer all the same', () => {
		const body = { success: true, valid: false };
		expect(resultWithoutRequest({ status: 'not_sent', reason: 'malformed_phone', body }, SANDBOX)).toEqual({
			verdict: { kind: 'answered', body },
			record: { ...EMPTY_RECORD, status: 'not_sent', reason: 'malformed_phone', ...SANDBOX },
		});
	});

	it('may have failed, with what exactly is wrong', () => {
		expect(resultWithoutRequest({ status: 'failed', reason: 'invalid_parameter', detail: '\'Strictness\' must be a whole number' }, ORIGIN)).toEqual({
			verdict: { kind: 'failed', reason: 'invalid_parameter', said: '\'Strictness\' must be a whole number', status: null, retryAfter: null },
			record: { ...EMPTY_RECORD, status: 'failed', reason: 'invalid_parameter', ...ORIGIN },
		});
	});

	it('may have failed without more to say', () => {
		expect(resultWithoutRequest({ status: 'not_sent', reason: 'country_missing' }, ORIGIN)).toEqual({
			verdict: { kind: 'failed', reason: 'country_missing', said: null, status: null, retryAfter: null },
			record: { ...EMPTY_RECORD, status: 'not_sent', reason: 'country_missing', ...ORIGIN },
		});
	});
});

describe('\'On Error\'', () => {
	const without = (reason: Failed['reason'], status: 'failed' | 'not_attempted') => resultOf(outcome({ status, verdict: failed({ reason }) }), PHONE_FIELDS, ORIGIN);

	it.each([
		['a failed lookup', without('unavailable', 'failed'), true, true],
		['a lookup that was not attempted', without('invalid_key', 'not_attempted'), true, true],
		['a lookup beyond the limit', without('max_lookups', 'not_attempted'), true, false],
		['a lookup that the user stopped', without('cancelled', 'not_attempted'), true, false],
		['a parameter that cannot be used', resultWithoutRequest({ status: 'failed', reason: 'invalid_parameter' }, ORIGIN), true, true],
		['a malformed number that is to fail', resultWithoutRequest({ status: 'failed', reason: 'malformed_phone' }, ORIGIN), true, true],
		['a malformed number that is to be invalid', resultWithoutRequest({ status: 'not_sent', reason: 'malformed_phone', body: {} }, ORIGIN), false, false],
		['a number that needs a country', resultWithoutRequest({ status: 'not_sent', reason: 'country_missing' }, ORIGIN), false, false],
		['an answered lookup', resultOf(outcome({}), PHONE_FIELDS, ORIGIN), false, false],
	])('%s', (_what, result, follows, stops) => {
		expect(followsOnError(result)).toBe(follows);
		expect(stopsNode(result)).toBe(stops);
	});
});
