import { toErrorOutput, readErrorOutput, withoutErrorFields } from '../../../../nodes/shared/ipqs/errorOutput';
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
			expect(withoutErrorFields({ ...LEAD, ...toErrorOutput('What happened', 'timeout', details) })).toEqual(LEAD);
	});
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
		expect(withoutErrorFields(lead)).toBe(lead);
	});
});
