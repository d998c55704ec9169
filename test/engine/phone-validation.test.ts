import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { CREDENTIALS, FICTIONAL_KEY, phoneBody, standInForIpqs } from '../support/ipqs';
import { lookUpLeads, resultsOf, type Lead, type LookupSetup } from '../support/workflow';

const LEAD = { phone: '+1 201 555 0123' };

const lookUp = async (leads: Lead[], setup: LookupSetup = {}) => await lookUpLeads(leads, { credentials: CREDENTIALS, ...setup });

const lookupOf = (result: IDataObject): IDataObject => result.lookup as IDataObject;

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

describe('the request', () => {
	test('carries the key in the IPQS-KEY header and the number as a parameter', async () => {
		const received = standInForIpqs();
		await lookUp([LEAD]);
		expect(received).toHaveLength(1);
		expect(received[0]).toMatchObject({ method: 'GET', path: '/api/json/phone?phone=12015550123&strictness=0' });
		expect(received[0]?.headers['ipqs-key']).toBe(FICTIONAL_KEY);
	});

	test('carries the key and the number as path segments when the credential says so', async () => {
		const received = standInForIpqs();
		await lookUp([LEAD], { credentials: { ipqsApi: { apiKey: FICTIONAL_KEY, keyLocation: 'path' } } });
		expect(received[0]?.path).toBe(`/api/json/phone/${FICTIONAL_KEY}/12015550123?strictness=0`);
		expect(received[0]?.headers).not.toHaveProperty('ipqs-key');
	});

	test('keeps the number out of the address with POST, for both places of the key', async () => {
		const received = standInForIpqs();
		const parameters = { country: 'US, CA', options: { requestMethod: 'POST' } };
		await lookUp([LEAD], { parameters });
		await lookUp([LEAD], { parameters, credentials: { ipqsApi: { apiKey: FICTIONAL_KEY, keyLocation: 'path' } } });
		expect(received.map(({ method, path }) => ({ method, path }))).toEqual([
			{ method: 'POST', path: '/api/json/phone' },
			{ method: 'POST', path: `/api/json/phone/${FICTIONAL_KEY}` },
		]);
		for (const { body, headers } of received) {
			expect(headers['content-type']).toContain('application/x-www-form-urlencoded');
			expect(new URLSearchParams(body).get('phone')).toBe('12015550123');
			expect(new URLSearchParams(body).getAll('country[]')).toEqual(['US', 'CA']);
		}
	});

	test.each([
		['US', { country: 'US' }],
		['US,CA', { 'country[]': ['US', 'CA'] }],
		['USA', { country: 'US' }],
		['United Kingdom', { country: 'GB' }],
		['UK', { country: 'GB' }],
		['={{ ["US", "Canada"] }}', { 'country[]': ['US', 'CA'] }],
		['={{ $json.country }}', { country: 'DE' }],
		['', {}],
	])('sends the country %s as IPQS reads it', async (country, expected) => {
		const received = standInForIpqs();
		await lookUp([{ phone: '2015550123', country: 'Germany' }], { parameters: { country } });
		expect(received[0]?.query).toEqual({ phone: '2015550123', strictness: '0', ...expected });
	});

	test('takes the five request fields of a lead suite by expression, each lead its own', async () => {
		const received = standInForIpqs();
		const leads = [
			{ mobile: '(201) 555-0123', strict: 2, country: 'US,CA', line: true, name: false },
			{ mobile: 12015550124, strict: '1', country: 'US', line: 'false', name: 'true' },
		];
		const run = await lookUp(leads, {
			parameters: {
				phone: '={{ $json.mobile }}',
				strictness: '={{ $json.strict }}',
				country: '={{ $json.country }}',
				enhancedLineCheck: '={{ $json.line }}',
				enhancedNameCheck: '={{ $json.name }}',
			},
		});
		expect(run.error).toBeUndefined();
		expect(received.map(({ query }) => query)).toEqual([
			{ phone: '2015550123', strictness: '2', 'country[]': ['US', 'CA'], enhanced_line_check: 'true' },
			{ phone: '12015550124', strictness: '1', country: 'US', enhanced_name_check: 'true' },
		]);
	});

	test('adds custom variables and leaves empty ones out', async () => {
		const received = standInForIpqs();
		const values = [
			{ name: 'campaignID', value: '={{ $json.campaign }}' },
			{ name: 'publisherID', value: '' },
			{ name: 'strictness', value: '2' },
		];
		await lookUp([{ ...LEAD, campaign: 'spring & summer' }], { parameters: { options: { customVariables: { values }, smsPumping: true } } });
		expect(received[0]?.query).toEqual({ campaignID: 'spring & summer', phone: '12015550123', strictness: '0', sms_pumping: 'true' });
	});

	test('is made once for equal numbers however they are written', async () => {
		const received = standInForIpqs();
		const run = await lookUp(['+1 201 555 0123', '1-201-555-0123', 'tel:+12015550123', 12015550123, '12015550123.0 '].map((phone) => ({ phone })));
		expect(received).toHaveLength(1);
		expect(resultsOf(run).map((result) => [lookupOf(result).deduplicated, lookupOf(result).billable])).toEqual([
			[false, true],
			...Array.from({ length: 4 }, () => [true, false]),
		]);
	});

	test('is made for each lead when Remove Duplicate Lookups is off', async () => {
		const received = standInForIpqs();
		const run = await lookUp([LEAD, LEAD], { parameters: { options: { deduplicate: false } } });
		expect(received).toHaveLength(2);
		expect(resultsOf(run).every((result) => lookupOf(result).billable)).toBe(true);
	});

	test('is not made for impossible numbers, nor for short ones without a country', async () => {
		const received = standInForIpqs();
		const run = await lookUp(['', null, '12345', 'call me', '1234567890123456', '5550123'].map((phone) => ({ phone })));
		expect(received).toHaveLength(0);
		expect(resultsOf(run).map(({ success, valid, lookup }) => [success, valid, (lookup as IDataObject).status, (lookup as IDataObject).reason])).toEqual([
			...Array.from({ length: 5 }, () => [true, false, 'not_sent', 'malformed_phone']),
			[false, undefined, 'not_sent', 'country_missing'],
		]);
	});

	test('asks IPQS about a malformed number when told to, and fails the item when told to', async () => {
		const received = standInForIpqs(() => ({ body: { success: false, message: 'The phone number you entered is invalid.' } }));
		const asked = await lookUp([{ phone: '12345' }], { parameters: { options: { malformedPhone: 'send' } } });
		expect(received[0]?.query.phone).toBe('12345');
		expect(resultsOf(asked)[0]).toMatchObject({ success: true, valid: false, lookup: { status: 'ok', reason: null } });

		const failed = await lookUp([{ phone: '12345' }], { parameters: { options: { malformedPhone: 'fail' } } });
		expect(failed.error?.message).toBe("'Phone Number' holds no possible number: it has under 7 digits [item 0]");
		expect(received).toHaveLength(1);
	});
});

describe('the result', () => {
	test('is typed and simplified by default', async () => {
		standInForIpqs(() => ({ body: phoneBody({ fraud_score: '12', VOIP: 'false', prepaid: null, line_type: 'Mobile' }) }));
		const run = await lookUp([LEAD]);
		const { lookup, ...fields } = resultsOf(run)[0] as IDataObject;
		expect(fields).toEqual({
			message: 'Phone is valid.',
			success: true,
			valid: true,
			fraud_score: 12,
			recent_abuse: false,
			VOIP: false,
			prepaid: null,
			risky: false,
			active: true,
			active_status: null,
			line_type: 'Wireless',
			carrier: 'Example Wireless',
			country: 'US',
			region: 'NJ',
			city: 'NEWARK',
			do_not_call: false,
			tcpa_blacklist: false,
			leaked: true,
			spammer: false,
			user_activity: null,
			formatted: '+12015550123',
		});
		expect(lookup).toEqual({
			status: 'ok',
			reason: null,
			request_id: 'aB3dE6gH9k',
			checked_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
			attempts: 1,
			latency_ms: expect.any(Number),
			deduplicated: false,
			billable: true,
			sandbox: false,
			not_in_plan: { user_activity: 'Enterprise L4+ required.', 'associated_email_addresses.status': 'Enterprise Plus or higher required.' },
		});
	});

	test('adds the name when the name check is on', async () => {
		standInForIpqs(() => ({ body: phoneBody({ name: 'FIRST LAST' }) }));
		expect(resultsOf(await lookUp([LEAD], { parameters: { enhancedNameCheck: true } }))[0]).toHaveProperty('name', 'FIRST LAST');
		expect(resultsOf(await lookUp([LEAD]))[0]).not.toHaveProperty('name');
	});

	test('holds the selected fields, success and lookup', async () => {
		standInForIpqs(() => ({ body: phoneBody({ transaction_details: { risk_score: '12.5', bin_type: 'N/A' } }) }));
		const run = await lookUp([LEAD], { parameters: { output: 'selected', fields: ['mnc', 'fraud_score', 'transaction_details.risk_score'] } });
		expect(resultsOf(run)[0]).toEqual({ success: true, mnc: '004', fraud_score: 0, transaction_details: { risk_score: 12.5 }, lookup: expect.any(Object) });
	});

	test('is the body as it came when raw', async () => {
		const body = phoneBody({ fraud_score: '12', brand_new_field: ['x'] });
		standInForIpqs(() => ({ body }));
		expect(resultsOf(await lookUp([LEAD], { parameters: { output: 'raw' } }))[0]).toEqual({ ...body, lookup: expect.any(Object) });
	});

	test('saves the seventeen response fields of a lead suite into fields of the lead', async () => {
		standInForIpqs();
		const fields = [
			...['formatted', 'local_format', 'valid', 'fraud_score', 'recent_abuse', 'VOIP', 'prepaid', 'risky', 'active'],
			...['carrier', 'line_type', 'country', 'region', 'city', 'name', 'do_not_call', 'leaked'],
		];
		const values = fields.map((field) => ({ field, name: `ipqs_${field}` }));
		const run = await lookUp([{ ...LEAD, ipqs_valid: 'stale' }], { parameters: { options: { fieldNames: { values } } } });
		const { json } = run.items('Lookup')[0] as { json: IDataObject };
		expect(Object.fromEntries(fields.map((field) => [field, json[`ipqs_${field}`]]))).toEqual({
			formatted: '+12015550123',
			local_format: '(201) 555-0123',
			valid: true,
			fraud_score: 0,
			recent_abuse: false,
			VOIP: false,
			prepaid: false,
			risky: false,
			active: true,
			carrier: 'Example Wireless',
			line_type: 'Wireless',
			country: 'US',
			region: 'NJ',
			city: 'NEWARK',
			name: null,
			do_not_call: false,
			leaked: true,
		});
	});

	test('empties saved fields when the lookup gave no result, so that no old value is read as an answer', async () => {
		standInForIpqs(() => ({ body: { success: false, message: 'Something unheard of.' } }));
		const values = [{ field: 'fraud_score', name: 'check.score' }];
		const run = await lookUp([{ ...LEAD, check: { score: 3, by: 'hand' } }], { node: { onError: 'continueRegularOutput' }, parameters: { options: { fieldNames: { values } } } });
		expect(run.items('Lookup')[0]?.json.check).toEqual({ score: null, by: 'hand' });
	});

	test('goes to the field that is asked for, with or without the lead', async () => {
		standInForIpqs();
		const run = await lookUp([LEAD], { parameters: { outputField: 'checks.phone', options: { includeInput: false } } });
		expect(run.items('Lookup')[0]?.json).toEqual({ checks: { phone: expect.objectContaining({ valid: true }) } });
	});
});

describe('the items', () => {
	test('keep their order, their own fields, their binary data and their link to the input', async () => {
		standInForIpqs(({ query }) => ({ body: phoneBody({ fraud_score: Number(String(query.phone).slice(-2)) }) }));
		const binary = { scan: { data: 'AA==', mimeType: 'text/plain' } };
		const leads = Array.from({ length: 40 }, (_, index) => ({ json: { phone: `+1 201 555 01${String(39 - index).padStart(2, '0')}`, id: index }, binary }));
		const run = await lookUp(leads, { parameters: { options: { concurrency: 7 } } });
		expect(run.items('Lookup').map(({ json, pairedItem }) => [json.id, (json.ipqs as IDataObject).fraud_score, pairedItem])).toEqual(
			leads.map((_, index) => [index, 39 - index, { item: index }]),
		);
		expect(run.items('Lookup').every((item) => item.binary?.scan?.mimeType === 'text/plain')).toBe(true);
		expect(leads[0]?.json).toEqual({ phone: '+1 201 555 0139', id: 0 });
	});

	test('are none when none come in', async () => {
		const received = standInForIpqs();
		const run = await lookUp([]);
		expect(run.items('Lookup')).toEqual([]);
		expect(received).toHaveLength(0);
	});
});

describe('bad parameters', () => {
	test.each<[string, IDataObject, string]>([
		['an unknown country', { country: 'Atlantis' }, "'Country' names no country; use codes such as US or US,CA, or English names"],
		['an impossible strictness', { strictness: '={{ 3 }}' }, "'Strictness' must be a whole number from 0 to 2"],
		['a flag that is none', { enhancedLineCheck: '={{ "maybe" }}' }, "'Enhanced Line Check' must be true or false"],
		['an expression that breaks', { country: '={{ $("Nowhere").first().json.country }}' }, "'Country' has an expression that gave no value"],
		['a timeout out of bounds', { options: { timeout: 0 } }, "'Timeout' must be a whole number from 1 to 60"],
		['an output field that names nothing', { outputField: '..' }, "'Put Result in Field' must be the name of a field, such as ipqs"],
		['an output field that reaches the prototype', { outputField: 'a.__proto__' }, "'Put Result in Field' must be the name of a field, such as ipqs"],
		['a concurrency out of bounds', { options: { concurrency: 0 } }, "'Concurrency' must be a whole number from 1 to 100"],
		['a key among the variables', { options: { customVariables: { values: [{ name: 'key', value: 'x' }] } } }, "'Custom Variables' must hold no key; the credential sends it"],
	])('%s is named, with the item, and costs nothing', async (_case, parameters, message) => {
		const received = standInForIpqs();
		const stopped = await lookUp([LEAD], { parameters });
		expect(stopped.error).toMatchObject({ name: 'NodeApiError', message: `${message} [item 0]` });

		const continued = await lookUp([LEAD], { parameters, node: { onError: 'continueRegularOutput' } });
		const { json } = continued.items('Lookup')[0] as { json: IDataObject };
		expect(json).toMatchObject({ ...LEAD, ipqs: { success: false, message, lookup: { status: 'failed', reason: 'invalid_parameter', billable: false } } });
		expect(received).toHaveLength(0);
	});

	test('of one lead do not touch the others', async () => {
		const received = standInForIpqs();
		const run = await lookUp([{ ...LEAD, c: 'US' }, { ...LEAD, c: 'Atlantis' }, { ...LEAD, c: 'CA' }], {
			parameters: { country: '={{ $json.c }}' },
			node: { onError: 'continueRegularOutput' },
		});
		expect(resultsOf(run).map(({ success }) => success)).toEqual([true, false, true]);
		expect(received).toHaveLength(2);
	});

	test.each(['ftp://example.com', 'http://example.com', 'https://user:word@example.com', 'nonsense'])('the base URL %s is refused before anything is sent', async (baseUrl) => {
		const received = standInForIpqs();
		const run = await lookUp([LEAD], { credentials: { ipqsApi: { apiKey: FICTIONAL_KEY, baseUrl } } });
		expect(run.error?.message).toMatch(/^'Base URL' .* \[item 0\]$/);
		expect(received).toHaveLength(0);
	});
});
