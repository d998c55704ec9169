import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { phoneLookup } from '../../nodes/IpqsPhoneValidation/validate.operation';
import { optionsCollection } from '../../nodes/shared/lookupNode/options';
import { CREDENTIALS, FICTIONAL_KEY, newIntegration, phoneBody, standInForIpqs } from '../support/ipqs';
import { lookUpLeads, resultsOf, type Lead, type LookupSetup } from '../support/workflow';

const LEAD = { phone: '+1 201 555 0123' };

const lookUp = async (leads: Lead[], setup: LookupSetup = {}) => await lookUpLeads(leads, { credentials: CREDENTIALS, ...setup });

const readLookup = (result: IDataObject): IDataObject => result.lookup as IDataObject;

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

describe('the request', () => {
	it('carries the key in the IPQS-KEY header and the number as a parameter', async () => {
		const received = standInForIpqs();
		await lookUp([LEAD]);
		expect(received).toHaveLength(1);
		expect(received[0]).toMatchObject({ method: 'GET', path: expect.stringMatching(/^\/api\/json\/phone\?[^/]*$/) });
		expect(received[0]?.query).toEqual({ phone: '12015550123', strictness: '0' });
		expect(received[0]?.headers['ipqs-key']).toBe(FICTIONAL_KEY);
	});

	it('carries the key and the number as path segments when the credential says so', async () => {
		const received = standInForIpqs();
		await lookUp([LEAD], { credentials: { ipqsApi: { apiKey: FICTIONAL_KEY, keyLocation: 'path' } } });
		expect(received[0]?.path).toBe(`/api/json/phone/${FICTIONAL_KEY}/12015550123?strictness=0`);
		expect(received[0]?.headers).not.toHaveProperty('ipqs-key');
	});

	it('keeps the number out of the address with POST, for both places of the key', async () => {
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

	it.each([
		['US', { country: 'US', phone: '12015550123' }],
		['US,CA', { 'country[]': ['US', 'CA'], phone: '12015550123' }],
		['US,GB', { 'country[]': ['US', 'GB'] }],
		['USA', { country: 'US', phone: '12015550123' }],
		['United Kingdom', { country: 'GB', phone: '442015550123' }],
		['UK', { country: 'GB', phone: '442015550123' }],
		['={{ ["US", "Canada"] }}', { 'country[]': ['US', 'CA'], phone: '12015550123' }],
		['={{ $json.country }}', { country: 'DE', phone: '492015550123' }],
		['', {}],
	])('sends the country %s as IPQS reads it', async (country, expected) => {
		const received = standInForIpqs();
		await lookUp([{ phone: '2015550123', country: 'Germany' }], { parameters: { country } });
		expect(received[0]?.query).toEqual({ phone: '2015550123', strictness: '0', ...expected });
	});

	it('takes the five request fields of a lead suite by expression, each lead its own', async () => {
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
			{ phone: '12015550123', strictness: '2', 'country[]': ['US', 'CA'], enhanced_line_check: 'true' },
			{ phone: '12015550124', strictness: '1', country: 'US', enhanced_name_check: 'true' },
		]);
	});

	it('adds custom variables and leaves empty ones out', async () => {
		const received = standInForIpqs();
		const values = [
			{ name: 'campaignID', value: '={{ $json.campaign }}' },
			{ name: 'publisherID', value: '' },
			{ name: 'strictness', value: '2' },
		];
		await lookUp([{ ...LEAD, campaign: 'spring & summer' }], {
			parameters: { options: { customVariables: { values }, smsPumping: true } },
		});
		expect(received[0]?.query).toEqual({ campaignID: 'spring & summer', phone: '12015550123', strictness: '0', sms_pumping: 'true' });
	});

	it('is made once for equal numbers however they are written', async () => {
		const received = standInForIpqs();
		const run = await lookUp(
			['+1 201 555 0123', '1-201-555-0123', 'tel:+12015550123', 12015550123, '12015550123.0 '].map((phone) => ({ phone })),
		);
		expect(received).toHaveLength(1);
		expect(resultsOf(run).map((result) => [readLookup(result).deduplicated, readLookup(result).billable])).toEqual([
			[false, true],
			...Array.from({ length: 4 }, () => [true, false]),
		]);
	});

	it('is not made for missing and impossible numbers, nor for short ones without a country', async () => {
		const received = standInForIpqs();
		const run = await lookUp(['', null, '12345', 'call me', '1234567890123456', '5550123'].map((phone) => ({ phone })));
		expect(received).toHaveLength(0);
		expect(
			resultsOf(run).map(({ success, valid, lookup }) => [success, valid, (lookup as IDataObject).status, (lookup as IDataObject).reason]),
		).toEqual([
			[false, null, 'not_sent', 'phone_missing'],
			[false, null, 'not_sent', 'phone_missing'],
			[false, null, 'not_sent', 'country_missing'],
			[false, null, 'not_sent', 'phone_missing'],
			[true, false, 'not_sent', 'phone_impossible'],
			[false, null, 'not_sent', 'country_missing'],
		]);
	});

	it('is made for an unusable number only with the option to send it', async () => {
		const received = standInForIpqs(() => ({ body: { success: false, message: 'The phone number you entered is invalid.' } }));
		const run = await lookUp([{ phone: '12345' }], { parameters: { options: { unusablePhone: 'send' } } });
		expect(received[0]?.query.phone).toBe('12345');
		expect(resultsOf(run)[0]).toMatchObject({ success: true, valid: false, lookup: { status: 'ok', reason: null } });

		const refused = await lookUp([{ phone: '12345' }], { parameters: { options: { unusablePhone: 'fail' } } });
		expect(refused.error?.message).toBe("'Unusable Numbers' must be one of skip, send [item 0]");
		expect(received).toHaveLength(1);
	});

	it.each([
		['1 unusable number was', ['12345']],
		['2 unusable numbers were', ['12345', '54321']],
	])('tells that %s sent', async (words, phones) => {
		standInForIpqs();
		const run = await lookUp(
			phones.map((phone) => ({ phone })),
			{ parameters: { options: { unusablePhone: 'send' } } },
		);
		expect(run.hints('Lookup').map(({ message }) => message)).toContainEqual(
			expect.stringContaining(`${words} sent to IPQS anyway, which costs a credit each`),
		);
	});
});

describe('the result', () => {
	it('is typed and simplified by default', async () => {
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
			charged_attempts: 1,
			latency_ms: expect.any(Number),
			deduplicated: false,
			billable: true,
			reused: false,
			sandbox: false,
			resource: 'phone',
			key: expect.stringMatching(/^[\da-f]{16}$/),
			output: 'simplified',
			not_in_plan: {
				user_activity: 'Enterprise L4+ required.',
				'associated_email_addresses.status': 'Enterprise Plus or higher required.',
			},
		});
	});

	it('adds the name when the name check is on', async () => {
		standInForIpqs(() => ({ body: phoneBody({ name: 'FIRST LAST' }) }));
		expect(resultsOf(await lookUp([LEAD], { parameters: { enhancedNameCheck: true } }))[0]).toHaveProperty('name', 'FIRST LAST');
		expect(resultsOf(await lookUp([LEAD]))[0]).not.toHaveProperty('name');
	});

	it('holds the selected fields, success and lookup', async () => {
		standInForIpqs(() => ({ body: phoneBody({ transaction_details: { risk_score: '12.5', bin_type: 'N/A' } }) }));
		const run = await lookUp([LEAD], {
			parameters: { output: 'selected', fields: ['mnc', 'fraud_score', 'transaction_details.risk_score'] },
		});
		expect(resultsOf(run)[0]).toEqual({
			success: true,
			mnc: '004',
			fraud_score: 0,
			transaction_details: { risk_score: 12.5 },
			lookup: expect.any(Object),
		});
	});

	it('is the body as it came when raw', async () => {
		const body = phoneBody({ fraud_score: '12', brand_new_field: ['x'] });
		standInForIpqs(() => ({ body }));
		expect(resultsOf(await lookUp([LEAD], { parameters: { output: 'raw' } }))[0]).toEqual({ ...body, lookup: expect.any(Object) });
	});

	it('saves the seventeen response fields of a lead suite into fields of the lead', async () => {
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

	it('empties saved fields when the lookup gave no result, so that no old value is read as an answer', async () => {
		standInForIpqs(() => ({ body: { success: false, message: 'Something unheard of.' } }));
		const values = [{ field: 'fraud_score', name: 'check.score' }];
		const run = await lookUp([{ ...LEAD, check: { score: 3, by: 'hand' } }], {
			node: { onError: 'continueRegularOutput' },
			parameters: { options: { fieldNames: { values } } },
		});
		expect(run.items('Lookup')[0]?.json.check).toEqual({ score: null, by: 'hand' });
	});

	it('keeps the old values of saved fields on the error output, as the descriptions say', async () => {
		standInForIpqs(() => ({ body: { success: false, message: 'Something unheard of.' } }));
		const values = [{ field: 'fraud_score', name: 'check.score' }];
		const run = await lookUp([{ ...LEAD, check: { score: 3 }, phone_fraud_score: 4 }], {
			node: { onError: 'continueErrorOutput' },
			parameters: { options: { fieldNames: { values }, fieldPrefix: 'phone_' } },
		});
		expect(run.items('Lookup', 1)[0]?.json).toMatchObject({ check: { score: 3 }, phone_fraud_score: 4 });
		const { options } = optionsCollection(phoneLookup);
		const descriptions = ['fieldNames', 'fieldPrefix'].map((name) => options?.find((option) => option.name === name));
		for (const option of descriptions) {
			expect(option).toMatchObject({ description: expect.stringContaining('Items on the error output keep the old values') });
		}
	});

	it('goes to the field that is asked for, with or without the lead', async () => {
		standInForIpqs();
		const run = await lookUp([LEAD], { parameters: { outputField: 'checks.phone', options: { includeInput: false } } });
		expect(run.items('Lookup')[0]?.json).toEqual({ checks: { phone: expect.objectContaining({ valid: true }) } });
	});
});

describe('the items', () => {
	it('keep their order, their own fields, their binary data and their link to the input', async () => {
		standInForIpqs(({ query }) => ({ body: phoneBody({ fraud_score: Number(String(query.phone).slice(-2)) }) }));
		const binary = { scan: { data: 'AA==', mimeType: 'text/plain' } };
		const leads = Array.from({ length: 40 }, (_, index) => ({
			json: { phone: `+1 201 555 01${String(39 - index).padStart(2, '0')}`, id: index },
			binary,
		}));
		const run = await lookUp(leads, { parameters: { options: { concurrency: 7 } } });
		expect(run.items('Lookup').map(({ json, pairedItem }) => [json.id, (json.ipqs as IDataObject).fraud_score, pairedItem])).toEqual(
			leads.map((_, index) => [index, 39 - index, { item: index }]),
		);
		expect(run.items('Lookup').every((item) => item.binary?.scan?.mimeType === 'text/plain')).toBe(true);
		expect(leads[0]?.json).toEqual({ phone: '+1 201 555 0139', id: 0 });
	});

	it('are none when none come in', async () => {
		const received = standInForIpqs();
		const run = await lookUp([]);
		expect(run.items('Lookup')).toEqual([]);
		expect(received).toHaveLength(0);
	});
});

describe('bad parameters', () => {
	it.each<[string, IDataObject, string]>([
		['an unknown country', { country: 'Atlantis' }, "'Country' is not a known country; use codes such as US or US,CA, or English names"],
		['an impossible strictness', { strictness: '={{ 3 }}' }, "'Strictness' must be a whole number from 0 to 2"],
		['a flag that is none', { enhancedLineCheck: '={{ "maybe" }}' }, "'Enhanced Line Check' must be true or false"],
		['an expression that breaks', { country: '={{ $("Nowhere").first().json.country }}' }, "The expression in 'Country' gave no value"],
		['a timeout out of bounds', { options: { timeout: 0 } }, "'Limit: Timeout' must be a whole number from 1 to 60"],
		['an output field that names nothing', { outputField: '..' }, "'Put Result in Field' must be the name of a field, such as ipqs"],
		[
			'an output field that reaches the prototype',
			{ outputField: 'a.__proto__' },
			"'Put Result in Field' must be the name of a field, such as ipqs",
		],
		['a concurrency out of bounds', { options: { concurrency: 0 } }, "'Limit: Concurrency' must be a whole number from 1 to 100"],
		[
			'a key among the variables',
			{ options: { customVariables: { values: [{ name: 'key', value: 'x' }] } } },
			"'Custom Variables' must not contain a key: the credential adds it",
		],
	])('%s is named, with the item, and costs nothing', async (_case, parameters, message) => {
		const received = standInForIpqs();
		const stopped = await lookUp([LEAD], { parameters });
		expect(stopped.error).toMatchObject({ name: 'NodeApiError', message: `${message} [item 0]` });

		const continued = await lookUp([LEAD], { parameters, node: { onError: 'continueRegularOutput' } });
		const { json } = continued.items('Lookup')[0] as { json: IDataObject };
		expect(json).toMatchObject({
			...LEAD,
			ipqs: { success: false, message, lookup: { status: 'failed', reason: 'invalid_parameter', billable: false } },
		});
		expect(received).toHaveLength(0);
	});

	it('of one lead do not touch the others', async () => {
		const received = standInForIpqs();
		const run = await lookUp(
			[
				{ ...LEAD, strict: 0 },
				{ ...LEAD, strict: 7 },
				{ ...LEAD, strict: 1 },
			],
			{
				parameters: { strictness: '={{ $json.strict }}' },
				node: { onError: 'continueRegularOutput' },
			},
		);
		expect(resultsOf(run).map(({ success }) => success)).toEqual([true, false, true]);
		expect(received).toHaveLength(2);
	});

	it.each(['ftp://example.com', 'http://example.com', 'https://user:word@example.com', 'nonsense'])(
		'the base URL %s is refused before anything is sent',
		async (baseUrl) => {
			const received = standInForIpqs();
			const run = await lookUp([LEAD], { credentials: { ipqsApi: { apiKey: FICTIONAL_KEY, baseUrl } } });
			expect(run.error?.message).toMatch(/^'Base URL' .* \[item 0\]$/);
			expect(received).toHaveLength(0);
		},
	);
});

describe('transaction data', () => {
	const transaction = {
		billing: { billing_email: '={{ $json.email }}', billing_phone: '+1 201 555 0123', billing_country: 'usa' },
		order: { order_amount: '={{ $json.amount }}', recurring: '' },
		user: { username: '={{ $json.user }}' },
	};
	const ORDER = { ...LEAD, email: ' jordan@example.com ', amount: 49.9, user: 'jordan' };
	const SENT = {
		billing_email: 'jordan@example.com',
		billing_phone: '2015550123',
		billing_phone_country_code: '1',
		billing_country: 'US',
		order_amount: '49.9',
		username: 'jordan',
	};
	const DETAILS = {
		risk_score: '81.5',
		risk_factors: ['Billing and shipping differ'],
		phone_name_identity_match: 'mismatch',
		user_activity: 'Enterprise L4+ required.',
		bin_country: 'N/A',
	};

	it("is sent by IPQS's names, each lead its own, and what is empty is not", async () => {
		const received = standInForIpqs();
		const leads = [ORDER, { ...LEAD, email: '', amount: '', user: 'robin' }];
		const run = await lookUp(leads, { parameters: { options: { transaction, transactionStrictness: 2 } } });
		expect(run.error).toBeUndefined();
		const number = { phone: '12015550123', strictness: '0', transaction_strictness: '2' };
		expect(received.map(({ query }) => query)).toEqual([
			{ ...number, ...SENT },
			{ ...number, billing_phone: '2015550123', billing_phone_country_code: '1', billing_country: 'US', username: 'robin' },
		]);
	});

	it('stays out of the address with POST', async () => {
		const received = standInForIpqs();
		await lookUp([ORDER], { parameters: { options: { transaction, requestMethod: 'POST' } } });
		expect(received[0]).toMatchObject({ method: 'POST', path: '/api/json/phone' });
		expect(Object.fromEntries(new URLSearchParams(received[0]?.body))).toEqual({
			phone: '12015550123',
			strictness: '0',
			transaction_strictness: '0',
			...SENT,
		});
	});

	it('adds its details to the simplified result, typed, and only for leads that have some', async () => {
		standInForIpqs(() => ({ body: phoneBody({ transaction_details: DETAILS }) }));
		const [order, bare] = resultsOf(
			await lookUp([ORDER, { ...LEAD, phone: '+12015550124' }], {
				parameters: { options: { transaction: { user: { username: '={{ $json.user }}' } } } },
			}),
		);
		expect(order?.transaction_details).toEqual({
			risk_score: 81.5,
			risk_factors: ['Billing and shipping differ'],
			phone_name_identity_match: 'Mismatch',
			user_activity: null,
			bin_country: null,
		});
		expect(readLookup(order ?? {}).not_in_plan).toHaveProperty(['transaction_details.user_activity'], 'Enterprise L4+ required.');
		expect(bare).not.toHaveProperty('transaction_details');
	});

	it('is what IPQS Criteria may judge, by the risk of the transaction and by an identity match', async () => {
		const details: Record<string, IDataObject> = {
			risky: { ...DETAILS, risk_score: '90', phone_name_identity_match: 'Match' },
			other: { risk_score: 10, phone_name_identity_match: 'no match' },
			same: { risk_score: 74.9, phone_name_identity_match: 'Match' },
			unknown: { risk_score: 10, phone_name_identity_match: 'Unknown' },
		};
		standInForIpqs(({ query }) => ({ body: phoneBody({ transaction_details: details[String(query.username)] }) }));
		const rule = (name: string, row: IDataObject, action: string) => ({ name, conditions: { values: [row] }, action });
		const values = [
			rule('Transaction Risk', { field: 'transaction_details.risk_score', numberOperator: 'greaterOrEqual', numberValue: 75 }, 'reject'),
			rule(
				'Name',
				{ field: 'transaction_details.phone_name_identity_match', choiceOperator: 'in', choiceValue: 'Mismatch, No Match' },
				'qa',
			),
		];
		const users = ['risky', 'other', 'same', 'unknown'];
		const run = await lookUp(
			users.map((user) => ({ ...LEAD, user })),
			{
				parameters: { options: { transaction: { user: { username: '={{ $json.user }}' } } } },
				criteria: { policySource: 'rules', rules: { values } },
			},
		);
		expect(run.error).toBeUndefined();
		const told = [0, 1, 2].map((output) =>
			run.items('Criteria', output).map(({ json }) => [json.user, (json.decision as IDataObject).rule]),
		);
		expect(told[1]).toContainEqual(['other', 'Name']);
		expect(told[2]).toEqual([['risky', 'Transaction Risk']]);
		expect(told[0]).toContainEqual(['same', null]);
		expect((run.items('Criteria', 2)[0]?.json.decision as IDataObject).reason).toBe('Transaction: Risk Score 90 is at or above 75');
	});

	it.each<[string, IDataObject, string]>([
		[
			'a card number',
			{ transaction: { billing: { billing_address_1: '4111 1111 1111 1111' } } },
			"'Transaction Data: Billing Address Line 1' must not contain a card number; IPQS accepts its first six digits (credit_card_bin) and its SHA-256 hash (credit_card_hash)",
		],
		[
			'a card number where its hash belongs',
			{ transaction: { card: { credit_card_hash: '4111111111111111' } } },
			"'Transaction Data: Card Hash' must be the SHA-256 hash of the card number (64 hexadecimal characters), not the number itself",
		],
		[
			'a security code',
			{ transaction: { card: { cvv_code: '123' } } },
			"'Transaction Data: CVV Code' must be the bank's response code (one or two letters, or a digit), not the card's security code",
		],
		[
			'a password',
			{ transaction: { user: { password_hash: 'hunter2' } } },
			"'Transaction Data: Password Hash' must be the SHA-256 hash of the password (64 hexadecimal characters), not the password itself",
		],
		[
			'a card number among the variables',
			{ customVariables: { values: [{ name: 'cardNumber', value: '4111111111111111' }] } },
			"'Custom Variables' must not contain a card number; IPQS accepts its first six digits (credit_card_bin) and its SHA-256 hash (credit_card_hash)",
		],
		[
			'a password among the variables',
			{ customVariables: { values: [{ name: 'password', value: 'hunter2' }] } },
			"'Custom Variables' must not contain a password; IPQS accepts its SHA-256 hash (password_hash)",
		],
	])('that is %s is refused before anything is sent, and is in nothing that is told', async (_what, options, message) => {
		const received = standInForIpqs();
		const run = await lookUp([LEAD], { parameters: { options } });
		expect(run.error?.message).toBe(`${message} [item 0]`);
		expect(`${run.error?.message} ${run.error?.description} ${JSON.stringify(run.hints('Lookup'))}`).not.toMatch(/4111|hunter2|"123"/);
		expect(received).toHaveLength(0);
	});
});

describe('through a custom integration', () => {
	const CUSTOM = { authentication: 'customIntegration' };
	const through = async (leads: Lead[], { parameters, ...setup }: LookupSetup = {}) =>
		await lookUpLeads(leads, { credentials: newIntegration(), parameters: { ...CUSTOM, ...parameters }, ...setup });

	it('the request is the documented one, with domain and secret in the body alone', async () => {
		const received = standInForIpqs();
		const credentials = newIntegration();
		const run = await through([LEAD], { credentials, parameters: { country: 'US, CA', strictness: 1 } });
		expect(run.error).toBeUndefined();
		expect(received).toHaveLength(1);
		const [{ method, path, headers, body }] = received as [(typeof received)[number]];
		expect([method, path]).toEqual(['POST', '/webhooks/ExampleCRM/json/phone_check']);
		expect([...new URLSearchParams(body)]).toEqual([
			['phone', '12015550123'],
			['strictness', '1'],
			['country[]', 'US'],
			['country[]', 'CA'],
			['key', 'shop.example'],
			['secret', credentials.ipqsCustomIntegrationApi.secret],
		]);
		expect(headers['content-type']).toContain('application/x-www-form-urlencoded');
		expect(JSON.stringify(headers)).not.toContain(credentials.ipqsCustomIntegrationApi.secret);
		expect(headers).not.toHaveProperty('ipqs-key');
	});

	it('what the form hides is neither sent nor a reason to fail, should it be stored from before', async () => {
		const received = standInForIpqs();
		const options = {
			...{ requestMethod: 'GET', smsPumping: true, checkCredits: true, transactionStrictness: 9 },
			...{
				transaction: { user: { username: 'jordan' }, card: { cvv_code: '123' } },
				customVariables: { values: [{ name: 'userID', value: '7' }] },
			},
		};
		const run = await through([LEAD], { parameters: { enhancedLineCheck: true, enhancedNameCheck: true, options } });
		expect(run.error).toBeUndefined();
		expect(received.map(({ method, body }) => [method, [...new URLSearchParams(body).keys()]])).toEqual([
			['POST', ['phone', 'strictness', 'key', 'secret']],
		]);
		expect(resultsOf(run)[0]).not.toHaveProperty('transaction_details');
		expect(run.hints('Lookup')).toEqual([]);
	});

	it('the result is read as any other', async () => {
		standInForIpqs(() => ({ body: phoneBody({ fraud_score: '12', line_type: 'Mobile' }) }));
		const told = ({ lookup, ...fields }: IDataObject) => ({
			...fields,
			lookup: { ...(lookup as IDataObject), checked_at: null, latency_ms: null },
		});
		const results = resultsOf(await through([LEAD, LEAD]));
		expect(results.map(told)).toEqual(resultsOf(await lookUp([LEAD, LEAD])).map(told));
		expect(
			results.map((result) => [result.fraud_score, result.line_type, readLookup(result).deduplicated, readLookup(result).billable]),
		).toEqual([
			[12, 'Wireless', false, true],
			[12, 'Wireless', true, false],
		]);
	});

	it('a number that IPQS calls invalid is an answer, and one that is missing is not sent', async () => {
		const received = standInForIpqs(() => ({ body: { success: false, message: 'Invalid phone number.' } }));
		const run = await through([LEAD, { phone: 'call me' }]);
		expect(resultsOf(run).map(({ success, valid, lookup }) => [success, valid, (lookup as IDataObject).status])).toEqual([
			[true, false, 'ok'],
			[false, null, 'not_sent'],
		]);
		expect(received).toHaveLength(1);
	});

	it.each<[string, object, RegExp]>([
		['its integration is empty', { integration: ' ' }, /^'Integration' of the credential is empty \[item 0\]$/],
		[
			'its base URL is refused',
			{ baseUrl: 'http://example.com' },
			/^'Base URL' of the credential must start with https:\/\/ .* \[item 0\]$/,
		],
	])('nothing is sent where %s', async (_what, fields, message) => {
		const received = standInForIpqs();
		expect((await through([LEAD], { credentials: newIntegration(fields) })).error?.message).toMatch(message);
		expect(received).toHaveLength(0);
	});
});
