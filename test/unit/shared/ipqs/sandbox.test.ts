import { parseResponse, type ApiResult } from '../../../../nodes/shared/ipqs/response';
import type { RequestParameters } from '../../../../nodes/shared/ipqs/request';
import { SANDBOX_FAILURES } from '../../../../nodes/shared/ipqs/sandbox/sandbox';
import { createSandboxTransport } from '../../../../nodes/shared/client/sandboxTransport';
import { PHONE_SANDBOX } from '../../../../nodes/shared/ipqs/sandbox/phone';
import { TRANSACTION_FIELDS } from '../../../../nodes/shared/ipqs/transactionFields';
import type { JsonObject } from '../../../../nodes/shared/json/json';
import { ManualClock } from '../../../support/clock';
import { MESSAGES } from '../../../support/scripted-transport';

const CLEAN = {
	message: 'Phone is valid.',
	success: true,
	formatted: '+12015550100',
	local_format: '(201) 555-0100',
	valid: true,
	fraud_score: 0,
	recent_abuse: false,
	VOIP: false,
	prepaid: false,
	risky: false,
	active: true,
	carrier: 'Sandbox Wireless',
	line_type: 'Wireless',
	country: 'US',
	city: 'N/A',
	zip_code: 'N/A',
	region: 'N/A',
	dialing_code: 1,
	active_status: 'N/A',
	sms_domain: 'N/A',
	associated_email_addresses: { status: 'No associated emails found.', emails: [] },
	user_activity: 'none',
	mnc: 'N/A',
	mcc: 'N/A',
	leaked: false,
	spammer: false,
	request_id: 'sandbox0100',
	name: 'N/A',
	timezone: 'N/A',
	do_not_call: false,
	tcpa_blacklist: false,
	accurate_country_code: false,
	sms_email: 'N/A',
	number_recycling: {
		message: 'Number recycling feature disabled. Please contact support to activate.',
		recently_recycled: null,
		last_ported_date: null,
		ported: null,
	},
	identity_data: [],
};

const phoneLine = (clock: ManualClock) => createSandboxTransport(clock, PHONE_SANDBOX);

async function ask(
	phone: string,
	more: RequestParameters = {},
	attempt = 1,
	clock = new ManualClock(),
	timeout = 1_000,
): Promise<ApiResult> {
	const request = {
		method: 'GET',
		path: '/api/json/phone',
		parameters: { phone, strictness: '0', ...more },
		costsCredit: true,
		invalidNumberIsResult: true,
	} as const;
	return parseResponse(await phoneLine(clock).send(request, attempt, timeout), clock.now(), request);
}

async function bodyOf(phone: string, more: RequestParameters = {}, attempt = 1): Promise<JsonObject> {
	const result = await ask(phone, more, attempt);
	return result.kind === 'success' ? result.body : { failed: result.reason };
}

/** The clean body of a documented number, with what differs. */
const cleanBody = (digits: string, differences: object = {}) => ({
	...CLEAN,
	formatted: `+120155501${digits}`,
	local_format: `(201) 555-01${digits}`,
	request_id: `sandbox01${digits}`,
	...differences,
});

const NO_MOBILE_NETWORK = { prepaid: null, mcc: 'N/A', mnc: 'N/A', sms_domain: 'N/A', sms_email: 'N/A' };

const INVALID = {
	...{
		message: 'Phone is invalid.',
		valid: false,
		formatted: 'N/A',
		local_format: 'N/A',
		carrier: 'N/A',
		line_type: 'N/A',
		dialing_code: null,
	},
	...{
		prepaid: null,
		recent_abuse: null,
		VOIP: null,
		risky: null,
		active: null,
		spammer: null,
		leaked: null,
		do_not_call: null,
		tcpa_blacklist: null,
	},
};

describe('the sandbox answers a documented number', () => {
	it.each<[string, object]>([
		['00', {}],
		['01', { ...NO_MOBILE_NETWORK, line_type: 'Landline', carrier: 'Sandbox Telephone' }],
		['02', { ...NO_MOBILE_NETWORK, line_type: 'Toll Free', carrier: 'Sandbox Toll Free' }],
		['10', { ...NO_MOBILE_NETWORK, line_type: 'VOIP', VOIP: true, fraud_score: 60, carrier: 'Sandbox Voice' }],
		['11', { prepaid: true, fraud_score: 30 }],
		['20', { fraud_score: 75 }],
		['21', { fraud_score: 85, risky: true }],
		['22', { fraud_score: 90, recent_abuse: true }],
		['23', { fraud_score: 100, risky: true, recent_abuse: true, spammer: true }],
		['30', INVALID],
		['31', { active: false, active_status: 'Disconnected Line' }],
		['32', { active: false, active_status: 'Phone Turned Off' }],
		['40', { do_not_call: true }],
		['41', { tcpa_blacklist: true }],
		[
			'50',
			{
				user_activity: 'Enterprise L4+ required.',
				associated_email_addresses: { status: 'Enterprise Plus or higher required.', emails: [] },
			},
		],
		['51', { fraud_score: null }],
	])("%s with a body of the full live shape, in IPQS's order", async (digits, differences) => {
		const body = await bodyOf(`120155501${digits}`);
		expect(body).toEqual(cleanBody(digits, differences));
		expect(Object.keys(body)).toEqual(Object.keys(CLEAN));
	});

	it.each([
		['60', MESSAGES.insufficientCredits, 'insufficient_credits'],
		['61', MESSAGES.invalidKey, 'invalid_key'],
		['62', MESSAGES.quotaExceeded, 'quota_exceeded'],
	])('%s with a refusal', async (digits, apiMessage, reason) => {
		expect(await ask(`120155501${digits}`)).toEqual({ kind: 'failed', reason, apiMessage, status: 200, retryAfter: null });
	});

	it('60 with a refusal that has a request id', async () => {
		const answer = await phoneLine(new ManualClock()).send(
			{ method: 'GET', path: '/api/json/phone', parameters: { phone: '12015550160' }, costsCredit: true },
			1,
			1_000,
		);
		expect(answer).toEqual({
			kind: 'response',
			status: 200,
			headers: {},
			text: JSON.stringify({ success: false, message: MESSAGES.insufficientCredits, request_id: 'sandbox0160' }),
		});
	});

	it('63 with a limit once, then clean', async () => {
		expect(await ask('12015550163')).toEqual({ kind: 'failed', reason: 'rate_limited', apiMessage: null, status: 429, retryAfter: null });
		expect(await bodyOf('12015550163', {}, 2)).toEqual(cleanBody('63'));
		expect(await bodyOf('12015550163', {}, 3)).toEqual(cleanBody('63'));
	});

	it.each([1, 2])('64 with HTTP 503 at attempt %d', async (attempt) => {
		expect(await ask('12015550164', {}, attempt)).toEqual({
			kind: 'failed',
			reason: 'unavailable',
			apiMessage: null,
			status: 503,
			retryAfter: null,
		});
	});

	it('65 with a web page', async () => {
		expect(await ask('12015550165')).toEqual({ kind: 'failed', reason: 'bad_response', apiMessage: null, status: 200, retryAfter: null });
	});

	it.each([1_000, 2_500])('66 never, so that a timeout of %d ms passes', async (timeout) => {
		const clock = new ManualClock();
		expect(await ask('12015550166', {}, 1, clock, timeout)).toMatchObject({ reason: 'timeout' });
		expect(clock.now()).toBe(timeout);
	});

	it.each(['2015550121', '12015550121', '+12015550121', '12125550121', '19895550121', '12005550121'])(
		'however it is written: %s',
		async (phone) => {
			expect(await bodyOf(phone)).toMatchObject({ fraud_score: 85, risky: true });
		},
	);
});

describe('the list of documented numbers', () => {
	it('has each of them once, with what it shows', () => {
		expect(PHONE_SANDBOX.cases.map(({ digits }) => digits)).toEqual('00 01 02 10 11 20 21 22 23 30 31 32 40 41 50 51'.split(' '));
		expect(SANDBOX_FAILURES.map(({ digits }) => digits)).toEqual('60 61 62 63 64 65 66'.split(' '));
		for (const { description } of [...PHONE_SANDBOX.cases, ...SANDBOX_FAILURES]) expect(description).toMatch(/^[A-Z]/);
	});
});

describe('every other number is clean', () => {
	it.each([
		'12015550103',
		'12015550199',
		'12015550221',
		'12015560121',
		'11015550121',
		'10155550121',
		'120155501210',
		'447700900121',
		'5550121',
		'22015550121',
	])('%s', async (phone) => {
		expect(await bodyOf(phone)).toMatchObject({ valid: true, fraud_score: 0, risky: false, line_type: 'Wireless' });
	});

	it('also one whose ten digits after a plus belong to another country', async () => {
		expect(await bodyOf('+2015550121')).toMatchObject({ country: 'EG', fraud_score: 0, risky: false });
	});
});

describe('the country comes', () => {
	it.each<[string, string, string | string[] | undefined, object]>([
		[
			'from the calling code',
			'447700900123',
			undefined,
			{ country: 'GB', dialing_code: 44, formatted: '+447700900123', local_format: '7700900123' },
		],
		[
			'from the calling code after a plus',
			'+6581234567',
			undefined,
			{ country: 'SG', dialing_code: 65, formatted: '+6581234567', local_format: '81234567' },
		],
		[
			'from the calling code before the country sent',
			'+447700900123',
			'US',
			{ country: 'GB', dialing_code: 44, accurate_country_code: false },
		],
		[
			'from the country sent with national digits',
			'7700900123',
			'GB',
			{ country: 'GB', dialing_code: 44, formatted: '+447700900123', local_format: '7700900123' },
		],
		[
			'from the first country sent',
			'2015550100',
			['CA', 'US'],
			{ country: 'CA', dialing_code: 1, formatted: '+12015550100', local_format: '(201) 555-0100' },
		],
		[
			'from no more than ten digits only with a plus',
			'4477009001',
			undefined,
			{ country: 'US', dialing_code: 1, formatted: '+14477009001' },
		],
		['from nowhere, and is the US', '2015550100', undefined, { country: 'US', dialing_code: 1, formatted: '+12015550100' }],
		[
			'from nowhere where no calling code fits',
			'07700900123',
			undefined,
			{ country: 'US', dialing_code: 1, formatted: '+17700900123', local_format: '07700900123' },
		],
		[
			'from the country sent with a national zero',
			'07700900123',
			'GB',
			{ country: 'GB', dialing_code: 44, formatted: '+447700900123', local_format: '07700900123' },
		],
		['from the country sent where it has no calling code', '2015550', 'AQ', { country: 'AQ', dialing_code: null, formatted: '+2015550' }],
	])('%s', async (_how, phone, country, expected) => {
		expect(await bodyOf(phone, country === undefined ? {} : { country })).toMatchObject(expected);
	});

	it.each<[string, string | string[], boolean]>([
		['12015550100', 'US', true],
		['12015550100', ['CA', 'US'], true],
		['12015550100', 'GB', false],
		['447700900123', ['GB', 'US'], true],
	])('and %s with %j sent is accurate: %s', async (phone, country, accurate) => {
		expect(await bodyOf(phone, { country })).toMatchObject({ accurate_country_code: accurate });
	});
});

describe('the checks of the request', () => {
	it('fill the status of the line', async () => {
		expect(await bodyOf('12015550100', { enhanced_line_check: 'true' })).toEqual({ ...CLEAN, active_status: 'Active Line' });
		expect(await bodyOf('12015550132', { enhanced_line_check: 'true' })).toMatchObject({ active_status: 'Phone Turned Off' });
	});

	it('leave an invalid number without a status', async () => {
		expect(await bodyOf('12015550130', { enhanced_line_check: 'true' })).toMatchObject({
			valid: false,
			active: null,
			active_status: 'N/A',
		});
	});

	it('fill the name', async () => {
		expect(await bodyOf('12015550100', { enhanced_name_check: 'true' })).toEqual({ ...CLEAN, name: 'SANDBOX PERSON' });
	});

	it('tell the risk of a message sent for its fee', async () => {
		expect(await bodyOf('12015550100', { sms_pumping: 'true' })).toEqual({
			...CLEAN,
			sms_pumping: { risk_score: 0, message: 'Success', velocity: 'low' },
		});
	});

	it('tell the risk of a good transaction where its data is sent, unknown where an input is missing', async () => {
		const { transaction_details, ...rest } = await bodyOf('12015550100', {
			billing_email: 'ada@example.com',
			username: 'ada',
			transaction_strictness: '0',
		});
		expect(rest).toEqual(CLEAN);
		expect(Object.keys(transaction_details as object).sort()).toEqual(
			TRANSACTION_FIELDS.map(({ name }) => name.replace('transaction_details.', '')).sort(),
		);
		expect(transaction_details).toMatchObject({
			...{ risk_score: 0, risk_factors: [], valid_billing_email: true, leaked_billing_email: false, risky_username: false },
			...{ valid_billing_phone: null, bin_country: null, valid_shipping_email: null, phone_name_identity_match: null },
		});
	});

	it('tell nothing of a transaction where its strictness alone is sent', async () => {
		expect(await bodyOf('12015550100', { transaction_strictness: '2', billing_email: '' })).toEqual(CLEAN);
	});

	it.each(['false', '', 'TRUE'])('fill nothing when they are "%s"', async (value) => {
		expect(await bodyOf('12015550100', { enhanced_line_check: value, enhanced_name_check: value })).toEqual(CLEAN);
	});
});

describe('the sandbox line', () => {
	it('has no account, so nothing is spent', () => {
		expect(phoneLine(new ManualClock()).account).toBeNull();
	});

	it.each([
		['12015550100', 1_000, 20],
		['12015550164', 1_000, 20],
		['12015550100', 5, 5],
	])('answers %s with a timeout of %d ms after %d ms', async (phone, timeout, latency) => {
		const clock = new ManualClock();
		await ask(phone, {}, 1, clock, timeout);
		expect(clock.now()).toBe(latency);
	});

	it('answers a request without a number as clean', async () => {
		const request = { method: 'GET', path: '/api/json/phone', parameters: {}, costsCredit: true, invalidNumberIsResult: true } as const;
		const answer = await phoneLine(new ManualClock()).send(request, 1, 1_000);
		expect(parseResponse(answer, 0, request)).toMatchObject({ kind: 'success', body: { valid: true, request_id: 'sandbox' } });
	});
});
