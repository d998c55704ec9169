import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { newAccount, standInForIpqs } from '../../support/ipqs';
import { ask, CONTINUE, lookups, results, type Asking } from '../../support/operationRuns';
import { SUBJECT, SUITE_CASES } from '../../support/operationCases';

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

/** The ordinary request of an operation, with one parameter read from the field `bad` of each item. */
const withBad = (operation: string, parameter: string, more: IDataObject = {}): Asking => {
	const one = SUITE_CASES.find((known) => `${known.resource}: ${known.operation}` === operation) as Asking;
	const [name = '', inner] = parameter.split('.');
	const bad = '={{ $json.bad }}';
	return { ...one, parameters: { ...one.parameters, ...more, [name]: inner === undefined ? bad : { [inner]: bad } } };
};

const DAY = 'must be a date such as 2026-11-21';
const EMPTY = 'is empty; map the field that contains it';
const LEVEL = 'must be a whole number from 0 to 2';
const SCORE = 'must be a whole number from 0 to 100';
const BOOLEAN = 'must be true or false';
const ADDRESS = 'must be an IPv4 or IPv6 address';

/** Values of one parameter: one that can be used, those that cannot, what is said about them, and further parameters. */
const ROWS: Array<[operation: string, parameter: string, good: unknown, bad: unknown[], message: string, more?: IDataObject]> = [
	['deviceFingerprint: getResult', 'ipAddress', '192.0.2.7', ['', null], `'IP Address' ${EMPTY}`],
	[
		'deviceFingerprint: getResult',
		'ipAddress',
		'192.0.2.7',
		['300.0.2.7', 'here', 'example.org', '192.0.2.7/24'],
		`'IP Address' ${ADDRESS}`,
	],
	['deviceFingerprint: getResult', 'deviceId', 'aB3', ['', ' '], `'Device ID' ${EMPTY}`],
	[
		'deviceFingerprint: getResult',
		'deviceId',
		'aB3',
		['../../account', 'a b', 'a/b', '?x'],
		"'Device ID' must be the ID returned by the fingerprint script: letters, digits, _ and -",
	],
	['email: validate', 'options.strictness', 1, [3, -1, 1.5, 'high'], `'Strictness' ${LEVEL}`],
	['email: validate', 'options.abuseStrictness', 1, [3], `'Abuse Strictness' ${LEVEL}`],
	['email: validate', 'options.mailboxTimeout', 20, [0, 58], "'Mailbox Timeout' must be a whole number from 1 to 57"],
	['email: validate', 'options.fast', true, ['maybe'], `'Fast' ${BOOLEAN}`],
	['email: validate', 'options.suggestDomain', true, ['maybe'], `'Suggest Domain' ${BOOLEAN}`],
	['email: validate', 'options.timeout', 20, [0, 61], "'Limit: Timeout' must be a whole number from 1 to 60"],
	['email: validate', 'options.requestMethod', 'POST', ['PUT'], "'Request Method' must be one of GET, POST"],
	['fraudReport: submit', 'reportType', 'phone', ['person'], "'Report Type' must be one of email, ip, phone, requestId"],
	['fraudReport: submit', 'value', 'ada@example.org', ['', null], `'Value' ${EMPTY}`, { reportType: 'email' }],
	[
		'fraudReport: submit',
		'value',
		'ada@example.org',
		['ada', '+1 201 555 0123'],
		"'Value' must be an email address; or choose another 'Report Type'",
		{ reportType: 'email' },
	],
	[
		'fraudReport: submit',
		'value',
		'192.0.2.7',
		['ada@example.org', '1.2.3'],
		"'Value' must be an IPv4 or IPv6 address; or choose another 'Report Type'",
		{ reportType: 'ip' },
	],
	[
		'fraudReport: submit',
		'value',
		'+1 201 555 0123',
		['555 0123', 'call me', '1234567890123456', '+999 2015 550123'],
		"'Value' must be a phone number with at least 9 digits",
	],
	[
		'fraudReport: submit',
		'value',
		'+1 201 555 0123',
		['201 555 0123', '07700 900123', '12015550123', 447700900123],
		"'Country' is empty, and the number does not start with + and a country code",
	],
	['fraudReport: submit', 'country', 'US', ['Atlantis', 'US,CA'], "'Country' must be one country, such as US"],
	['ipAddress: check', 'options.strictness', 3, [4, 'x'], "'Strictness' must be a whole number from 0 to 3"],
	['ipAddress: check', 'options.fast', false, [2], `'Fast' ${BOOLEAN}`],
	['ipAddress: check', 'options.mobile', false, ['maybe'], `'Mobile' ${BOOLEAN}`],
	['ipAddress: check', 'options.lighterPenalties', false, ['maybe'], `'Lighter Penalties' ${BOOLEAN}`],
	['ipAddress: check', 'options.allowPublicAccessPoints', false, ['maybe'], `'Allow Public Access Points' ${BOOLEAN}`],
	['leakedData: check', 'leakType', 'username', ['password'], "'Leak Type' must be one of email, username"],
	['list: add', 'value', 'ada@example.org', ['', null], `'Value' ${EMPTY}`],
	[
		'list: add',
		'value',
		'ada@example.org',
		[{ mail: 'ada@example.org' }, ['ada@example.org']],
		"'Value' must be text; map a single field, not an object or list",
	],
	[
		'list: add',
		'value',
		'ada@example.org',
		['ada', '192.0.2.7'],
		"'Value' must be an email address; or choose another 'Value Type'",
		{ valueType: 'email' },
	],
	[
		'list: add',
		'value',
		'192.0.2.7',
		['example.org', '192.0.2.0/24'],
		"'Value' must be an IPv4 or IPv6 address; or choose another 'Value Type'",
		{ valueType: 'ip' },
	],
	[
		'list: delete',
		'value',
		'+1 (201) 555-0123',
		['call me', '12345'],
		"'Value' must be a phone number; or choose another 'Value Type'",
		{ valueType: 'phone' },
	],
	[
		'list: add',
		'value',
		'+1 (201) 555-0123',
		['201 555 0123', '07700 900123'],
		"'Country' is empty, and the number does not start with + and a country code",
		{ valueType: 'phone', country: '' },
	],
	[
		'list: add',
		'value',
		'(201) 555-0123',
		['201 555', 'call me'],
		"'Value' must be a phone number; or choose another 'Value Type'",
		{ valueType: 'phone', country: 'US' },
	],
	['list: add', 'listName', 'blocklist', ['account'], "'List' must be one of allowlist, blocklist"],
	['list: add', 'valueType', 'email', ['name'], "'Value Type' must be one of cidr, deviceid, domain, email, ip, isp, phone, custom"],
	['list: add', 'listScope', 'email', ['all'], "'Scope' must be one of devicetracker, email, proxy, mobiletracker, phone, url"],
	['list: delete', 'value', '192.0.2.7', ['', null], `'Value' ${EMPTY}`],
	['list: delete', 'listName', 'blocklist', ['../account'], "'List' must be one of allowlist, blocklist"],
	['list: getMany', 'listName', 'blocklist', ['greylist'], "'List' must be one of allowlist, blocklist"],
	['list: getMany', 'returnAll', true, ['some'], `'Return All' ${BOOLEAN}`],
	['postback: send', 'requestId', 'I1pA2dD3rE', ['', null], `'Request ID' ${EMPTY}`],
	[
		'postback: send',
		'conversionDate',
		'2026-11-20',
		['yesterday', '2026-02-30', '20.11.2026', 1_763_700_000_000],
		`'Conversion Date' ${DAY}`,
	],
	['postback: send', 'options.clickDate', '2026-11-20', ['soon'], `'Click Date' ${DAY}`],
	[
		'postback: send',
		'requestType',
		'proxy',
		['phone'],
		"'Request Type' must be one of devicetracker, email, proxy, mobiletracker",
		{ findBy: 'variable', options: { customVariables: { values: [{ name: 'userID', value: '1' }] } } },
	],
	[
		'request: getMany',
		'requestType',
		'url',
		['malware'],
		"'Request Type' must be one of devicetracker, email, proxy, leaked_email, leaked_username, mobiletracker, phone, url",
	],
	['request: getMany', 'startDate', '2026-11-20', ['', null], "'Start Date' is empty; choose the first day to include"],
	['request: getMany', 'startDate', '2026-11-20', ['last week', '2026-13-01'], `'Start Date' ${DAY}`],
	['request: getMany', 'stopDate', '2026-11-20', ['today'], `'End Date' ${DAY}`],
	['request: getMany', 'filters.minFraudScore', 5, [-1, 101, 'low'], `'Min Fraud Score' ${SCORE}`],
	['request: getMany', 'filters.maxFraudScore', 5, [101], `'Max Fraud Score' ${SCORE}`],
	['request: getMany', 'filters.ipAddress', '192.0.2.7', ['here'], `'IP Address' ${ADDRESS}`],
	['statistics: getAverages', 'trackerId', 4711, ['', null], `'Tracker ID' ${EMPTY}`],
	['statistics: getAverages', 'trackerId', 4711, ['../x', 'a b'], "'Tracker ID' must be the ID of a device tracker in your account"],
	['statistics: getAverages', 'country', 'Germany', ['Atlantis', ['US', 'CA']], "'Country' must be one country, such as US"],
	['statistics: getAverages', 'startDate', '2026-11-20', ['2026-11'], `'Start Date' ${DAY}`],
	['statistics: getAverages', 'stopDate', '2026-11-20', ['x'], `'End Date' ${DAY}`],
	['url: scan', 'options.strictness', 2, [3], `'Strictness' ${LEVEL}`],
	['url: scan', 'options.fast', true, ['maybe'], `'Fast' ${BOOLEAN}`],
];

const BAD_VALUES = ROWS.map(
	([operation, parameter, good, bad, message, more = {}]) => [operation, parameter, good, bad, message, more] as const,
);

describe.each(BAD_VALUES)('%s: %s', (operation, parameter, good, bad, message, more) => {
	it(`of some items fails them alone, without a request: ${message}`, async () => {
		const received = standInForIpqs(() => ({
			body: { success: true, requests: [{ success: true }], data: [{ value: 'x' }], total_pages: 1, request_id: 'aB3' },
		}));
		const items = [good, ...bad].map((value) => ({ ...SUBJECT, bad: value }));
		const run = await ask(items as IDataObject[], withBad(operation, parameter, more), { node: CONTINUE });
		expect(results(run).slice(1)).toEqual(
			bad.map(() => ({
				success: false,
				message,
				lookup: expect.objectContaining({ status: 'failed', reason: 'invalid_parameter', attempts: 0, billable: false, checked_at: null }),
			})),
		);
		expect(lookups(run)[0]).toMatchObject({ status: 'ok' });
		expect(received).toHaveLength(1);
	});
});

describe('bad input', () => {
	it.each(BAD_VALUES.filter(([, , , , message], index, all) => all.findIndex((other) => other[4] === message) === index))(
		'%s: %s stops the node before anything is sent, where On Error says so',
		async (operation, parameter, good, bad, message, more) => {
			const received = standInForIpqs();
			const items = [good, bad[0]].map((value) => ({ ...SUBJECT, bad: value }));
			const run = await ask(items as IDataObject[], withBad(operation, parameter, more));
			expect(run.error).toMatchObject({ name: 'NodeApiError', message: `${message} [item 1]` });
			expect(received).toHaveLength(0);
		},
	);
});

/** Lookup values: one that can be sent, those that cannot, and further parameters. */
const LOOKUP_VALUES: Array<[operation: string, parameter: string, good: string, unusable: unknown[], more?: IDataObject]> = [
	['email: validate', 'email', 'ada@example.org', ['ada', 'ada@example', 'ada@example.org, ben@example.org', 4711]],
	['ipAddress: check', 'ipAddress', 'example.org', ['300.0.2.7', 'here', 'https://example.org']],
	['leakedData: check', 'value', 'ada@example.org', ['ada'], { leakType: 'email' }],
	['url: scan', 'url', 'https://example.org', ['nonsense', 'ftp://example.org', 'https://exam ple.org', 'javascript:alert(1)']],
];

describe.each(LOOKUP_VALUES)('%s: %s', (operation, parameter, good, unusable, more = {}) => {
	it.each(['header', 'path'])(
		'is not looked up if it is missing or unusable, without an error, with the key in the %s',
		async (keyLocation) => {
			const received = standInForIpqs(() => ({ body: { success: true, request_id: 'aB3' } }));
			const missing = ['', null, ' ', 'N/A', '-', 'none', 'unknown', '.', '..'];
			const items = [...missing, ...unusable, good].map((value) => ({ ...SUBJECT, bad: value })) as IDataObject[];
			const run = await ask(items, withBad(operation, parameter, more), { credentials: newAccount({ keyLocation }) });
			expect(run.error).toBeUndefined();
			expect(lookups(run).map(({ status, reason }) => [status, reason])).toEqual([
				...missing.map(() => ['not_sent', 'value_missing']),
				...unusable.map(() => ['not_sent', 'value_unusable']),
				['ok', null],
			]);
			for (const result of results(run).slice(0, -1)) {
				expect(result).toMatchObject({ success: false, lookup: { attempts: 0, billable: false } });
				expect(result.valid ?? null).toBeNull();
			}
			expect(received).toHaveLength(1);
		},
	);
});

describe('bad input', () => {
	it('an unusable email address stays on the normal output where others leave by the error output', async () => {
		standInForIpqs();
		const run = await ask(
			[{ mail: 'ada' }],
			{ resource: 'email', operation: 'validate', parameters: { email: '={{ $json.mail }}' } },
			{ node: { onError: 'continueErrorOutput' } },
		);
		expect([run.items('Lookup', 0).length, run.items('Lookup', 1).length]).toEqual([1, 0]);
	});
});

describe('free variables', () => {
	it.each([
		['key', 'x', "'Custom Variables' must not contain a key: the credential adds it"],
		['password', 'x', "'Custom Variables' must not contain a password; IPQS accepts its SHA-256 hash (password_hash)"],
		['', 'x', "'Custom Variables' has a value without a name"],
	])('of the name "%s" are refused by every operation', async (name, value, message) => {
		const received = standInForIpqs();
		for (const one of SUITE_CASES) {
			const run = await ask([SUBJECT], one, {
				parameters: { options: { customVariables: { values: [{ name, value }] } } },
				node: CONTINUE,
			});
			expect(results(run)).toMatchObject([{ success: false, message, lookup: { reason: 'invalid_parameter' } }]);
		}
		expect(received).toHaveLength(0);
	});

	it('are needed where a postback is to find a lookup by one', async () => {
		const received = standInForIpqs();
		const run = await ask([SUBJECT], { resource: 'postback', operation: 'send', parameters: { findBy: 'variable' } });
		expect(run.error?.message).toBe("'Custom Variables' must contain the tracking variable of the lookup, such as userID [item 0]");
		expect(received).toHaveLength(0);
	});
});

describe('bad input', () => {
	it.each(['__CUSTOM_API_CALL__', 'getEverything', 'constructor'])('the operation %s is refused with what to do', async (operation) => {
		const received = standInForIpqs();
		const run = await ask([SUBJECT], { resource: 'email', operation });
		expect(run.error).toMatchObject({
			name: 'NodeOperationError',
			message: 'This operation is not supported',
			description: "Choose a 'Resource' and an 'Operation' from the menus",
		});
		expect(received).toHaveLength(0);
	});

	it.each<[string, Asking]>([
		["'Source' must be one of proxy, tracker", { resource: 'statistics', operation: 'getAverages', parameters: { source: 'phone' } }],
		["'Find Lookup By' must be one of requestId, variable", { resource: 'postback', operation: 'send', parameters: { findBy: 'phone' } }],
	])('what shapes the form and is no choice of it is told: %s', async (message, asking) => {
		const received = standInForIpqs();
		const run = await ask([SUBJECT], asking);
		expect(run.error?.message).toBe(`${message} [item 0]`);
		expect(received).toHaveLength(0);
	});

	it('a base URL that is refused fails each item without a request', async () => {
		const received = standInForIpqs();
		const run = await ask(
			[SUBJECT, SUBJECT],
			{ resource: 'account', operation: 'getUsage' },
			{ credentials: { ipqsApi: { apiKey: 'x', baseUrl: 'http://example.com' } }, node: CONTINUE },
		);
		expect(results(run).map(({ message }) => message)).toEqual(
			Array.from({ length: 2 }, () => "'Base URL' of the credential must start with https:// (http:// is only allowed for localhost)"),
		);
		expect(received).toHaveLength(0);
	});

	it('a value that no address can hold fails its item alone where the key is part of the address', async () => {
		const received = standInForIpqs(() => ({ body: { success: true, request_id: 'aB3' } }));
		const asking: Asking = { resource: 'leakedData', operation: 'check', parameters: { leakType: 'username', value: '={{ $json.user }}' } };
		const items = ['.', '..', 'ada'].map((user) => ({ user }));
		const credentials = newAccount({ keyLocation: 'path' });
		const run = await ask(items, asking, { node: CONTINUE, credentials });
		const message = "'Value' must not be . or .., which a URL cannot contain; set 'Request Method' to POST";
		expect(results(run)).toMatchObject([{ success: false, message }, { success: false, message }, { success: true }]);
		expect(lookups(run).map(({ reason }) => reason)).toEqual(['invalid_parameter', 'invalid_parameter', null]);
		expect(received).toHaveLength(1);
		const byPost = await ask(items, asking, { credentials, parameters: { options: { requestMethod: 'POST' } } });
		expect(lookups(byPost).map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
	});
});
