import { failuresOfOthers, readFailures, toErrorOutput, withoutErrorFields } from '../../../../nodes/shared/ipqs/errorOutput';
import { FAILURES, type FailureReason } from '../../../../nodes/shared/ipqs/failures';
import { toUnsentResult } from '../../../../nodes/shared/client/itemResult';

const REASONS = Object.keys(FAILURES) as FailureReason[];
const LEAD = { name: 'Ada', message: 'Call me after five', details: { resource: 'url' }, ipqs: { success: true, valid: true } };

const metadataOf = (reason: FailureReason, resource = 'phone', sandbox = false) =>
	toUnsentResult({ status: 'failed', reason }, { sandbox, resource, output: 'simplified' }).metadata;

const TIMEOUT = toErrorOutput('What happened', 'timeout', metadataOf('timeout'));

describe('an item on the error output', () => {
	it.each(REASONS)('is told by the metadata of the lookup: %s', (reason) => {
		const { error } = toErrorOutput('What happened', reason, metadataOf(reason));
		for (const stored of [error, JSON.stringify(error)])
			expect(readFailures({ ...LEAD, error: stored })).toEqual([{ resource: 'phone', reason, sandbox: false }]);
	});

	it('has all in one field, so that the lead keeps its message and details', () => {
		expect(TIMEOUT).toEqual({ error: { message: 'What happened', description: FAILURES.timeout.remedy, lookup: metadataOf('timeout') } });
	});

	it('is a lead again without it', () => {
		expect(withoutErrorFields({ ...LEAD, ...TIMEOUT }, 'phone')).toEqual(LEAD);
	});
});

describe('the failures of an item', () => {
	const phoneFailure = { resource: 'phone', reason: 'timeout', sandbox: false };
	const emailFailure = { resource: 'email', reason: 'unavailable', sandbox: true };
	const failedPhone = { ...LEAD, ...TIMEOUT };
	const failEmail = (earlier = failuresOfOthers(failedPhone, 'email')) =>
		toErrorOutput('What happened', 'unavailable', metadataOf('unavailable', 'email', true), earlier);

	it('are kept when something else is looked up afterwards', () => {
		expect(withoutErrorFields(failedPhone, 'email')).toEqual({ ...LEAD, ipqs_failures: [phoneFailure] });
		expect(readFailures(withoutErrorFields(failedPhone, 'email'))).toEqual([phoneFailure]);
	});

	it('are all kept when one lookup after the other fails', () => {
		const item = { ...failedPhone, ...failEmail() };
		expect(readFailures(item)).toEqual([emailFailure, phoneFailure]);
		expect(withoutErrorFields(item, 'ipAddress')).toEqual({ ...LEAD, ipqs_failures: [emailFailure, phoneFailure] });
		expect(Object.keys(failEmail())).toEqual(['error']);
	});

	it('are the latest of each resource', () => {
		const item = { ...LEAD, ipqs_failures: [phoneFailure, emailFailure], ...failEmail([{ ...phoneFailure, reason: 'unavailable' }]) };
		expect(readFailures(item)).toEqual([emailFailure, { ...phoneFailure, reason: 'unavailable' }]);
	});

	it('end with the next lookup of the same resource', () => {
		const item = { ...LEAD, ipqs_failures: [emailFailure, phoneFailure] };
		expect(withoutErrorFields(item, 'phone')).toEqual({ ...LEAD, ipqs_failures: [emailFailure] });
		expect(withoutErrorFields(withoutErrorFields(item, 'phone'), 'email')).toEqual(LEAD);
	});

	it('can be of a lookup that is not known, which no other one ends', () => {
		const unknown = { reason: 'timeout' };
		const failure = { resource: null, reason: 'timeout', sandbox: false };
		expect(readFailures({ ipqs_failures: [unknown] })).toEqual([failure]);
		expect(withoutErrorFields({ ...LEAD, ipqs_failures: [unknown] }, 'phone')).toEqual({ ...LEAD, ipqs_failures: [failure] });
		expect(readFailures({ ipqs_failures: [{ ...unknown, resource: '' }] })).toEqual([failure]);
	});

	it.each([null, 'timeout', {}, [null], ['timeout'], [{ resource: 'phone' }], [{ resource: 'phone', reason: 5 }]])(
		'are none if the field holds something else: %j',
		(value) => {
			expect(readFailures({ ipqs_failures: value })).toEqual([]);
		},
	);
});

describe('error output', () => {
	it.each([
		[{}],
		[LEAD],
		[{ error: 'Form incomplete' }],
		[{ error: null }],
		[{ error: '{"lookup":' }],
		[{ error: 'null' }],
		[{ error: { message: 'x', description: FAILURES.timeout.remedy } }],
		[{ error: { message: 'x', lookup: 'timeout' } }],
		[{ error: { message: 'x', lookup: {} } }],
		[{ error: { message: 'x', lookup: { reason: 'toString' } } }],
	])('a lead that left by no error output is left alone: %j', (lead) => {
		expect(withoutErrorFields(lead, 'phone')).toBe(lead);
		expect(readFailures(lead)).toEqual([]);
	});
});
