import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { SANDBOX_FAILURES } from '../../nodes/shared/ipqs/sandbox/sandbox';
import { PHONE_SANDBOX } from '../../nodes/shared/ipqs/sandbox/phone';
import { lookUpLeads, resultsOf } from '../support/workflow';

const parameters = { authentication: 'sandbox', options: { timeout: 1 } };

const lookUp = async (phones: string[], more: IDataObject = {}) =>
	await lookUpLeads(
		phones.map((phone) => ({ phone })),
		{ parameters: { ...parameters, ...more }, node: { onError: 'continueRegularOutput', credentials: {} } },
	);

beforeAll(() => nock.disableNetConnect());
afterAll(() => nock.enableNetConnect());

const EXPECTED: Record<string, IDataObject> = {
	'00': { success: true, valid: true, line_type: 'Wireless', fraud_score: 0, VOIP: false, prepaid: false, active: true, country: 'US' },
	'01': { line_type: 'Landline', fraud_score: 0, prepaid: null },
	'02': { line_type: 'Toll Free', fraud_score: 0, prepaid: null },
	'10': { line_type: 'VOIP', VOIP: true, fraud_score: 60 },
	'11': { line_type: 'Wireless', prepaid: true, fraud_score: 30 },
	'20': { fraud_score: 75 },
	'21': { fraud_score: 85, risky: true, recent_abuse: false },
	'22': { fraud_score: 90, recent_abuse: true },
	'23': { fraud_score: 100, risky: true, recent_abuse: true, spammer: true },
	'30': { success: true, valid: false, formatted: null },
	'31': { active: false, active_status: 'Disconnected Line' },
	'32': { active: false, active_status: 'Phone Turned Off' },
	'40': { do_not_call: true },
	'41': { tcpa_blacklist: true },
	'50': { user_activity: null, lookup: { not_in_plan: { user_activity: 'Enterprise L4+ required.' } } },
	'51': { fraud_score: null, valid: true },
	'60': { success: false, lookup: { status: 'failed', reason: 'insufficient_credits' } },
	'61': { success: false, lookup: { status: 'failed', reason: 'invalid_key' } },
	'62': { success: false, lookup: { status: 'failed', reason: 'quota_exceeded' } },
	'63': { success: true, valid: true, fraud_score: 0, lookup: { status: 'ok', attempts: 2 } },
	'64': { success: false, lookup: { status: 'failed', reason: 'unavailable', attempts: 4 } },
	'65': { success: false, lookup: { status: 'failed', reason: 'bad_response', attempts: 1 } },
	'66': { success: false, lookup: { status: 'failed', reason: 'timeout', attempts: 2 } },
};

describe('sandbox', () => {
	it('answers every documented number as documented, in one run, spending nothing and needing no account', async () => {
		const digits = Object.keys(EXPECTED).sort();
		expect([...PHONE_SANDBOX.cases, ...SANDBOX_FAILURES].map((number) => number.digits).sort()).toEqual(digits);
		const run = await lookUp(digits.map((nn) => `+1 201 555 01${nn}`));
		expect(run.error).toBeUndefined();
		const results = resultsOf(run);
		digits.forEach((nn, index) => expect({ nn, ...results[index] }).toMatchObject({ nn, ...EXPECTED[nn] }));
		for (const { lookup } of results) expect(lookup).toMatchObject({ sandbox: true, billable: false });
		expect(run.hints('Lookup').map(({ message }) => message)).toContain(
			'Sandbox: nothing was sent to IPQS and no credits were used. The test values determine the results',
		);
	});

	it('answers every other possible number clean, in the country of its calling code', async () => {
		const run = await lookUp(['+44 7700 900123', '+1 212 555 0103', '0044 7700 900456'], { output: 'raw' });
		expect(
			resultsOf(run).map(({ success, valid, fraud_score, line_type, country, dialing_code, formatted, request_id }) => ({
				success,
				valid,
				fraud_score,
				line_type,
				country,
				dialing_code,
				formatted,
				request_id,
			})),
		).toEqual(
			[
				['GB', 44, '+447700900123', 'sandbox0123'],
				['US', 1, '+12125550103', 'sandbox0103'],
				['GB', 44, '+447700900456', 'sandbox0456'],
			].map(([country, dialing_code, formatted, request_id]) => ({
				success: true,
				valid: true,
				fraud_score: 0,
				line_type: 'Wireless',
				country,
				dialing_code,
				formatted,
				request_id,
			})),
		);
	});

	it('places a national number in the country it was sent with', async () => {
		const run = await lookUp(['07700 900123'], { country: 'UK' });
		expect(resultsOf(run)[0]).toMatchObject({ valid: true, country: 'GB', formatted: '+447700900123' });
	});
});
