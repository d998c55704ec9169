import { errorItem, failureOf, withoutFailure } from '../../../../nodes/shared/ipqs/errorOutput';
import { FAILURES, type Reason } from '../../../../nodes/shared/ipqs/errors';
import { resultWithoutRequest } from '../../../../nodes/shared/client/itemResult';

const REASONS = Object.keys(FAILURES) as Reason[];
const LEAD = { name: 'Ada', ipqs: { success: true, valid: true } };
const { record } = resultWithoutRequest({ status: 'failed', reason: 'timeout' }, { sandbox: false, resource: 'phone' });

describe('an item on the error output', () => {
	it.each(REASONS)('is told by what to do about %s, whether or not n8n knows details', (reason) => {
		expect(failureOf({ ...LEAD, ...errorItem('What happened', reason, undefined) })).toBe(reason);
		expect(failureOf({ ...LEAD, ...errorItem('What happened', reason, record) })).toBe(reason);
	});

	it('has details where n8n knows them', () => {
		expect(errorItem('What happened', 'timeout', record)).toEqual({ error: 'What happened', message: FAILURES.timeout.remedy, details: record });
		expect(errorItem('What happened', 'timeout', undefined)).not.toHaveProperty('details');
	});

	it('is a lead again without them', () => {
		for (const details of [record, undefined]) expect(withoutFailure({ ...LEAD, ...errorItem('What happened', 'timeout', details) })).toEqual(LEAD);
	});
});

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
	expect(failureOf(lead)).toBeUndefined();
	expect(withoutFailure(lead)).toBe(lead);
});
