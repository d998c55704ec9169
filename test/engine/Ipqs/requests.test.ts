import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { newAccount, standInForIpqs } from '../../support/ipqs';
import { ask, sent, type Asking } from '../../support/operationRuns';
import { BY_NAME, CHARGED, SUBJECT, SUITE_CASES } from '../../support/operationCases';

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

const PATH = { keyLocation: 'path' };

/** What IPQS receives of one item. */
async function received(asking: Asking, parameters: IDataObject = {}, account: object = {}) {
	const one = SUITE_CASES.find(({ resource, operation }) => resource === asking.resource && operation === asking.operation);
	const requests = standInForIpqs(() => ({ body: one?.body }));
	const run = await ask([SUBJECT], asking, { parameters, credentials: newAccount(account) });
	expect(run.error).toBeUndefined();
	return requests.map(sent);
}

describe.each(BY_NAME)('%s asks', (_name, one) => {
	const { method, inHeader, inPath } = one;
	const byPathAlone = inHeader.path.includes('{key}');

	it('as IPQS publishes it, with the key in the header where that is published, and nothing else', async () => {
		expect(await received(one)).toEqual([{ method, ...inHeader, keyInHeader: !byPathAlone }]);
	});

	it('with the key in the path when the credential says so', async () => {
		expect(await received(one, {}, PATH)).toEqual([{ method, ...inPath, keyInHeader: false }]);
	});

	it('with custom variables, which replace none of its own parameters', async () => {
		const own = Object.entries(inHeader.parameters).map(([name]) => ({ name, value: 'replaced' }));
		const options = {
			customVariables: {
				values: [{ name: 'campaignID', value: '={{ $json.id }}' }, { name: 'publisherID', value: '' }, ...own.slice(0, 1)],
			},
		};
		expect(await received(one, { options })).toEqual([
			{ method, path: inHeader.path, parameters: { ...inHeader.parameters, campaignID: 'a lead' }, keyInHeader: !byPathAlone },
		]);
	});
});

describe.each(CHARGED)('%s, by POST,', (_name, one) => {
	it.each([
		['header', one.inHeader.path],
		['path', `${one.inHeader.path}/{key}`],
	])('keeps what is looked up out of the address, with the key in the %s', async (keyLocation, path) => {
		const requests = standInForIpqs(() => ({ body: one.body }));
		await ask([SUBJECT], one, { parameters: { options: { requestMethod: 'POST' } }, credentials: newAccount({ keyLocation }) });
		// A leak's type is part of the endpoint, so the key stands behind it all the same.
		expect(requests.map(sent)).toEqual([
			{ method: 'POST', path, parameters: one.inHeader.parameters, keyInHeader: keyLocation === 'header' },
		]);
		expect(requests[0]?.query).toEqual({});
		expect(requests[0]?.headers['content-type']).toContain('application/x-www-form-urlencoded');
	});
});

const EMAIL: Asking = { resource: 'email', operation: 'validate', parameters: { email: 'ada@example.org' } };
const IP: Asking = { resource: 'ipAddress', operation: 'check', parameters: { ipAddress: '2001:db8::7' } };
const URL_SCAN: Asking = { resource: 'url', operation: 'scan', parameters: { url: 'example.org' } };
const REPORT: Asking = { resource: 'fraudReport', operation: 'submit' };
const POSTBACK: Asking = { resource: 'postback', operation: 'send', parameters: { findBy: 'variable', requestType: 'email' } };
const REQUESTS: Asking = { resource: 'request', operation: 'getMany', parameters: { startDate: '2026-11-01', returnAll: true } };
const AVERAGES: Asking = { resource: 'statistics', operation: 'getAverages', parameters: {} };

const OFF = { fast: false, mobile: false, lighterPenalties: false, allowPublicAccessPoints: false, userAgent: '', userLanguage: '' };

describe('requests', () => {
	it.each<[string, Asking, IDataObject, IDataObject]>([
		[
			'every option of an e-mail address',
			EMAIL,
			{ options: { strictness: 2, abuseStrictness: 0, fast: true, suggestDomain: true, mailboxTimeout: 30 } },
			{ email: 'ada@example.org', strictness: '2', abuse_strictness: '0', fast: 'true', suggest_domain: 'true', timeout: '30' },
		],
		['no option that is off', EMAIL, { options: { fast: false, suggestDomain: false } }, { email: 'ada@example.org' }],
		[
			'every option of an IP address',
			IP,
			{
				options: {
					strictness: 3,
					fast: true,
					mobile: true,
					lighterPenalties: true,
					allowPublicAccessPoints: true,
					userAgent: 'Mozilla/5.0 (Example; +1)',
					userLanguage: 'de-DE, en;q=0.5',
				},
			},
			{
				...{
					ip: '2001:db8::7',
					strictness: '3',
					fast: 'true',
					mobile: 'true',
					lighter_penalties: 'true',
					allow_public_access_points: 'true',
				},
				...{ user_agent: 'Mozilla/5.0 (Example; +1)', user_language: 'de-DE, en;q=0.5' },
			},
		],
		['no option of an IP address that is off or empty', IP, { options: OFF }, { ip: '2001:db8::7' }],
		[
			'transaction data with an IP address',
			IP,
			{
				options: {
					transaction: { billing: { billing_email: 'ada@example.org', billing_phone: '+1 201 555 0123' }, order: { order_amount: 49.9 } },
					transactionStrictness: 1,
				},
			},
			{
				...{ ip: '2001:db8::7', billing_email: 'ada@example.org', billing_phone: '2015550123', billing_phone_country_code: '1' },
				...{ order_amount: '49.9', transaction_strictness: '1' },
			},
		],
		[
			'no transaction strictness without transaction data',
			IP,
			{ options: { transaction: {}, transactionStrictness: 2 } },
			{ ip: '2001:db8::7' },
		],
		[
			'every option of a URL',
			URL_SCAN,
			{ options: { strictness: 1, fast: '={{ "true" }}' } },
			{ url: 'example.org', strictness: '1', fast: 'true' },
		],
		['a report about an e-mail address', REPORT, { reportType: 'email', value: '={{ $json.mail }}' }, { email: 'ada+lead@example.org' }],
		['a report about an IP address', REPORT, { reportType: 'ip', value: '={{ $json.ip }}' }, { ip: '198.51.100.7' }],
		['a report about an earlier lookup', REPORT, { reportType: 'requestId', value: 'I1pA2dD3rE' }, { request_id: 'I1pA2dD3rE' }],
		[
			'a report about a national number',
			REPORT,
			{ reportType: 'phone', value: '07700 900123', country: 'UK' },
			{ phone: '447700900123', country: 'GB' },
		],
		[
			'a report about a number that brings its country, whatever the country of the others is',
			REPORT,
			{ reportType: 'phone', value: '+44 7700 900123', country: 'US' },
			{ phone: '447700900123', country: 'GB' },
		],
		[
			'a report about a number whose country shares its calling code with others',
			REPORT,
			{ reportType: 'phone', value: '+1 416 555 0123', country: 'Canada' },
			{ phone: '14165550123', country: 'CA' },
		],
		[
			'a report about a number without +',
			REPORT,
			{ reportType: 'phone', value: 12015550123, country: 'US' },
			{ phone: '12015550123', country: 'US' },
		],
		[
			'a report about a number that brings its country',
			REPORT,
			{ reportType: 'phone', value: '0044 7700 900123' },
			{ phone: '447700900123', country: 'GB' },
		],
		[
			'a postback about the newest lookup with a variable',
			POSTBACK,
			{
				conversionStatus: 'refunded',
				options: {
					...{ clickDate: '={{ DateTime.fromISO("2026-11-19T08:00:00", { zone: "utc" }) }}', userAgent: 'Mozilla/5.0', userLanguage: 'en' },
					customVariables: {
						values: [
							{ name: 'userID', value: 4711 },
							{ name: 'update[userID]', value: 'u-9' },
						],
					},
				},
			},
			{
				...{
					type: 'email',
					newest: 'true',
					userID: '4711',
					'update[userID]': 'u-9',
					'update[ConversionStatus]': 'refunded',
					'update[ClickDate]': '2026-11-19 08:00:00',
				},
				...{ 'update[user_agent]': 'Mozilla/5.0', 'update[language]': 'en' },
			},
		],
		[
			'every filter of earlier lookups',
			REQUESTS,
			{ filters: { deviceId: 'aB3', ipAddress: '198.51.100.7', maxFraudScore: 100, minFraudScore: 0, trackerId: 12 } },
			{
				...{
					type: 'phone',
					start_date: '2026-11-01',
					page: '1',
					limit: '250',
					device_id: 'aB3',
					tracker_id: '12',
					ip_address: '198.51.100.7',
				},
				...{ min_fraud_score: '0', max_fraud_score: '100' },
			},
		],
		[
			'no filter that is empty',
			REQUESTS,
			{ filters: { deviceId: '', ipAddress: '', trackerId: '' } },
			{ type: 'phone', start_date: '2026-11-01', page: '1', limit: '250' },
		],
		[
			'days of a DateTime and of a Date',
			REQUESTS,
			{
				startDate: '={{ DateTime.fromISO("2026-11-03T23:30:00", { zone: "Asia/Tokyo" }) }}',
				stopDate: '={{ new Date("2026-11-04T12:00:00Z") }}',
			},
			{ type: 'phone', start_date: '2026-11-03', stop_date: '2026-11-04', page: '1', limit: '250' },
		],
		['averages of all lookups without a filter', AVERAGES, {}, {}],
	])('sends %s', async (_what, asking, parameters, expected) => {
		expect((await received(asking, parameters)).map((request) => request.parameters)).toEqual([expected]);
	});

	it('averages of all IP lookups have a path of their own', async () => {
		expect(await received(AVERAGES)).toMatchObject([{ method: 'GET', path: '/api/{key}/proxy/average' }]);
	});
});

const ENTRY = { value: 'example.org', valueType: 'domain', listScope: 'url', returnAll: true };

describe('requests', () => {
	it.each(
		['allowlist', 'blocklist'].flatMap((listName) =>
			[
				['add', 'create'],
				['delete', 'delete'],
				['getMany', 'list'],
			].map(([operation, action]) => [listName, operation, action] as const),
		),
	)('the %s is part of the path of %s', async (listName, operation, action) => {
		const asking = { resource: 'list', operation: String(operation), parameters: { ...ENTRY, listName } };
		expect(await received(asking)).toMatchObject([{ method: 'GET', path: `/api/json/${listName}/${action}/{key}` }]);
	});

	it('a leak is asked about under the kind of its value', async () => {
		expect(
			await received({ resource: 'leakedData', operation: 'check', parameters: { leakType: 'email', value: 'ada@example.org' } }),
		).toMatchObject([{ path: '/api/json/leaked/email', parameters: { email: 'ada@example.org' } }]);
	});
});
