import {
	failuresOfOthers,
	readErrorOutput,
	readFailures,
	toErrorOutput,
	withoutErrorFields,
} from '../../../../nodes/shared/ipqs/errorOutput';
import { FAILURES, type FailureReason } from '../../../../nodes/shared/ipqs/failures';
import { toUnsentResult } from '../../../../nodes/shared/client/itemResult';

const REASONS = Object.keys(FAILURES) as FailureReason[];
const LEAD = { name: 'Ada', ipqs: { success: true, valid: true } };
const { metadata } = toUnsentResult({ status: 'failed', reason: 'timeout' }, { sandbox: false, resource: 'phone', output: 'simplified' });

describe('an item on the error output', () => {
	it.each(REASONS)('is told by what to do about %s, whether or not n8n knows details', (reason) => {
		expect(readErrorOutput({ ...LEAD, ...toErrorOutput('What happened', reason, undefined) })).toBe(reason);
		expect(readErrorOutput({ ...LEAD, ...toErrorOutput('What happened', reason, metadata) })).toBe(reason);
	});

	it('has details where n8n knows them', () => {
		expect(toErrorOutput('What happened', 'timeout', metadata)).toEqual({
			error: 'What happened',
			message: FAILURES.timeout.remedy,
			details: metadata,
		});
		expect(toErrorOutput('What happened', 'timeout', undefined)).not.toHaveProperty('details');
	});

	it('is a lead again without them', () => {
		for (const details of [metadata, undefined])
			expect(withoutErrorFields({ ...LEAD, ...toErrorOutput('What happened', 'timeout', details) }, 'phone')).toEqual(LEAD);
	});
});

describe('the failures of an item', () => {
	const email = { ...metadata, resource: 'email', sandbox: true };
	const phoneFailure = { resource: 'phone', reason: 'timeout', sandbox: false };
	const emailFailure = { resource: 'email', reason: 'unavailable', sandbox: true };
	const failedPhone = { ...LEAD, ...toErrorOutput('What happened', 'timeout', metadata) };

	it('are kept when something else is looked up afterwards', () => {
		expect(withoutErrorFields(failedPhone, 'email')).toEqual({ ...LEAD, ipqs_failures: [phoneFailure] });
		expect(readFailures(withoutErrorFields(failedPhone, 'email'))).toEqual([phoneFailure]);
	});

	it('are those of the phone if n8n does not say what was looked up', () => {
		const item = { ...LEAD, ...toErrorOutput('What happened', 'timeout', undefined) };
		expect(readFailures(item)).toEqual([{ ...phoneFailure, resource: null }]);
		expect(withoutErrorFields(item, 'ipAddress')).toEqual({ ...LEAD, ipqs_failures: [phoneFailure] });
		expect(withoutErrorFields(item, 'phone')).toEqual(LEAD);
	});

	it('are all kept when one lookup after the other fails', () => {
		const item = { ...failedPhone, ...toErrorOutput('What happened', 'unavailable', email, failuresOfOthers(failedPhone, 'email')) };
		expect(readFailures(item)).toEqual([emailFailure, phoneFailure]);
		expect(withoutErrorFields(item, 'ipAddress')).toEqual({ ...LEAD, ipqs_failures: [emailFailure, phoneFailure] });
		expect(Object.keys(toErrorOutput('What happened', 'unavailable', email, [phoneFailure]))).toEqual(['error', 'message', 'details']);
	});

	it('end with the next lookup of the same resource', () => {
		const item = { ...LEAD, ipqs_failures: [emailFailure, phoneFailure] };
		expect(withoutErrorFields(item, 'phone')).toEqual({ ...LEAD, ipqs_failures: [emailFailure] });
		expect(withoutErrorFields(withoutErrorFields(item, 'phone'), 'email')).toEqual(LEAD);
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
		[{ error: 'Form incomplete', message: 'Call me after five' }],
		[{ error: { message: 'x' }, message: FAILURES.timeout.remedy }],
		[{ error: null, message: FAILURES.timeout.remedy }],
		[{ message: FAILURES.timeout.remedy }],
		[{ error: 'x', message: undefined }],
	])('a lead that left by no error output is left alone: %j', (lead) => {
		expect(readErrorOutput(lead)).toBeUndefined();
		expect(withoutErrorFields(lead, 'phone')).toBe(lead);
		expect(readFailures(lead)).toEqual([]);
	});
});
