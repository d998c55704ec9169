import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { ask, askInTurn, CONTINUE, lookups, results, SANDBOX, type Asking } from '../../support/operationRuns';
import { BY_NAME, SUBJECT, SUITE_CASES } from '../../support/operationCases';

beforeAll(() => nock.disableNetConnect());
afterAll(() => nock.enableNetConnect());

/** A node without a credential. */
const NO_ACCOUNT = { ...CONTINUE, credentials: {} };

const inSandbox = async (items: IDataObject[], asking: Asking, more: IDataObject = {}) =>
	await ask(items, asking, { parameters: { ...SANDBOX, ...more }, node: NO_ACCOUNT, credentials: {} });

describe.each(BY_NAME)('%s in the sandbox', (_name, one) => {
	it('answers without an account, spends nothing and says so', async () => {
		const run = await inSandbox([SUBJECT], one);
		expect(run.error).toBeUndefined();
		expect(lookups(run).length).toBeGreaterThan(0);
		for (const lookup of lookups(run))
			expect(lookup).toMatchObject({ status: 'ok', sandbox: true, billable: false, attempts: 1, not_in_plan: {} });
		expect(run.hints('Lookup').map(({ message }) => message)).toContain(
			'Sandbox: nothing was sent to IPQS and no credits were used. The test values determine the results',
		);
	});

	it('sends every field that is simplified, as a live answer does', async () => {
		const [simplified = {}] = results(await inSandbox([SUBJECT], one));
		const [raw = {}] = results(await inSandbox([SUBJECT], one, { output: 'raw' }));
		expect(Object.keys(raw)).toEqual(expect.arrayContaining(Object.keys(simplified)));
	});
});

/** Test values by their last two digits, as each operation takes them. */
const VALUES: Array<[name: string, asking: Asking, write: (nn: string) => string]> = [
	[
		'email: validate',
		{ resource: 'email', operation: 'validate', parameters: { email: '={{ $json.value }}' } },
		(nn) => `name${nn}@example.com`,
	],
	[
		'ipAddress: check',
		{ resource: 'ipAddress', operation: 'check', parameters: { ipAddress: '={{ $json.value }}' } },
		(nn) => `192.0.2.1${nn}`,
	],
	['url: scan', { resource: 'url', operation: 'scan', parameters: { url: '={{ $json.value }}' } }, (nn) => `https://example.com/${nn}`],
	[
		'leakedData: check of an e-mail address',
		{ resource: 'leakedData', operation: 'check', parameters: { value: '={{ $json.value }}' } },
		(nn) => `name${nn}@example.com`,
	],
	[
		'leakedData: check of a user name',
		{ resource: 'leakedData', operation: 'check', parameters: { leakType: 'username', value: '={{ $json.value }}' } },
		(nn) => `sandbox${nn}`,
	],
	[
		'deviceFingerprint: getResult',
		{ resource: 'deviceFingerprint', operation: 'getResult', parameters: { ipAddress: '192.0.2.7', deviceId: '={{ $json.value }}' } },
		(nn) => `sandbox${nn}`,
	],
	['postback: send', { resource: 'postback', operation: 'send', parameters: { requestId: '={{ $json.value }}' } }, (nn) => `sandbox${nn}`],
	[
		'fraudReport: submit of a number',
		{ resource: 'fraudReport', operation: 'submit', parameters: { reportType: 'phone', value: '={{ $json.value }}' } },
		(nn) => `+1 201 555 01${nn}`,
	],
	[
		'fraudReport: submit of a lookup',
		{ resource: 'fraudReport', operation: 'submit', parameters: { reportType: 'requestId', value: '={{ $json.value }}' } },
		(nn) => `sandbox${nn}`,
	],
	[
		'list: add',
		{ resource: 'list', operation: 'add', parameters: { value: '={{ $json.value }}', valueType: 'phone' } },
		(nn) => `120155501${nn}`,
	],
	[
		'list: delete',
		{ resource: 'list', operation: 'delete', parameters: { value: '={{ $json.value }}', valueType: 'ip' } },
		(nn) => `192.0.2.1${nn}`,
	],
];

const FAILURES: Record<string, IDataObject> = {
	60: { status: 'failed', reason: 'insufficient_credits', attempts: 1 },
	61: { status: 'failed', reason: 'invalid_key', attempts: 1 },
	62: { status: 'failed', reason: 'quota_exceeded', attempts: 1 },
	63: { status: 'ok', reason: null, attempts: 2 },
	64: { status: 'failed', reason: 'unavailable', attempts: 4 },
	65: { status: 'failed', reason: 'bad_response', attempts: 1 },
	66: { status: 'failed', reason: 'timeout', attempts: 2 },
};

/** Of what must not be carried out twice, and so is not sent again. */
const FAILURES_ONCE: Record<string, IDataObject> = {
	...FAILURES,
	64: { ...FAILURES[64], attempts: 1 },
	66: { ...FAILURES[66], attempts: 1 },
};

describe('the test values 60 to 66 fail as those of a phone lookup do, each for itself:', () => {
	const digits = ['00', ...Object.keys(FAILURES), '05'];
	let runs: Array<Awaited<ReturnType<typeof ask>>>;

	// All at once, for each waits for answers that never come.
	beforeAll(async () => {
		runs = await Promise.all(
			VALUES.map(([, asking, write]) =>
				inSandbox(
					digits.map((nn) => ({ value: write(nn) })),
					asking,
				),
			),
		);
	});

	it.each(VALUES.map(([name, { resource }], index) => [name, index, resource] as const))('%s', (_name, index, resource) => {
		const failures = SUITE_CASES.some((one) => one.resource === resource && one.once) ? FAILURES_ONCE : FAILURES;
		const OK = { status: 'ok', reason: null, attempts: 1 };
		expect(runs[index]?.error).toBeUndefined();
		expect(lookups(runs[index] as (typeof runs)[number])).toEqual(
			digits.map((nn) => expect.objectContaining({ ...(failures[nn] ?? OK), billable: false, sandbox: true })),
		);
	});
});

const value = (index: number): { asking: Asking; write: (nn: string) => string } => {
	const [, asking, write] = VALUES[index] as (typeof VALUES)[number];
	return { asking, write };
};

const [EMAIL, IP, URL_SCAN, LEAKED_EMAIL, LEAKED_NAME, DEVICE, POSTBACK] = [0, 1, 2, 3, 4, 5, 6].map(value);

describe('sandbox', () => {
	it.each<[string, { asking: Asking; write: (nn: string) => string } | undefined, Record<string, IDataObject>]>([
		[
			'an e-mail address',
			EMAIL,
			{
				'00': { valid: true, fraud_score: 0, disposable: false, deliverability: 'high', leaked: false },
				20: { fraud_score: 75, disposable: true },
				21: { fraud_score: 88, catch_all: true, spam_trap_score: 'high' },
				23: { fraud_score: 100, recent_abuse: true, leaked: true },
				30: { success: true, valid: false, sanitized_email: null },
				31: { valid: false, timed_out: true },
				50: {
					user_activity: null,
					lookup: { not_in_plan: { user_activity: 'Enterprise L4+ required.', domain_trust: 'Upgraded plan required.' } },
				},
				51: { valid: true, fraud_score: null },
			},
		],
		[
			'an IP address',
			IP,
			{
				'00': { fraud_score: 0, proxy: false, connection_type: 'Residential' },
				10: { fraud_score: 75, vpn: true, connection_type: 'Data Center' },
				11: { fraud_score: 90, tor: true },
				23: { fraud_score: 100, bot_status: true, recent_abuse: true },
				50: {
					connection_type: null,
					lookup: { not_in_plan: { connection_type: 'Premium required.', abuse_velocity: 'Premium required.' } },
				},
				51: { fraud_score: null },
			},
		],
		[
			'a URL',
			URL_SCAN,
			{
				'00': { unsafe: false, risk_score: 0 },
				10: { risk_score: 75, parking: true },
				23: { unsafe: true, phishing: true, risk_score: 100 },
				50: { unsafe: false, lookup: { not_in_plan: { domain_trust: 'Upgraded plan required.' } } },
			},
		],
		[
			'a leaked address',
			LEAKED_EMAIL,
			{ '00': { exposed: false, source: [] }, 23: { exposed: true, source: ['sandbox.example', 'example.com'] } },
		],
		['a leaked user name', LEAKED_NAME, { '00': { exposed: false }, 23: { exposed: true } }],
		[
			'a device',
			DEVICE,
			{
				'00': { fraud_chance: 25, bot_status: false, device_id: 'sandbox00' },
				23: { fraud_chance: 100, bot_status: true },
				40: { success: false, lookup: { reason: 'not_found' } },
			},
		],
		['a postback', POSTBACK, { '00': { success: true, request_id: 'sandbox00' }, 40: { success: false, lookup: { reason: 'not_found' } } }],
	])('the test values of %s choose the documented answers', async (_what, asked, expected) => {
		const { asking, write } = asked as { asking: Asking; write: (nn: string) => string };
		const run = await inSandbox(
			Object.keys(expected).map((nn) => ({ value: write(nn) })),
			asking,
		);
		expect(results(run)).toMatchObject(Object.values(expected));
	});

	it("an IP address that comes with its visitor's user agent shows the device as well", async () => {
		const asking: Asking = { resource: 'ipAddress', operation: 'check', parameters: { ipAddress: '192.0.2.100', output: 'raw' } };
		const DEVICE_OF_VISITOR = { operating_system: 'Sandbox OS', browser: 'Sandbox Browser', device_brand: 'N/A', device_model: 'N/A' };
		const [bare = {}] = results(await inSandbox([{}], asking));
		const [full = {}] = results(await inSandbox([{}], asking, { options: { userAgent: 'Mozilla/5.0' } }));
		expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(Object.keys(DEVICE_OF_VISITOR)));
		expect(full).toMatchObject(DEVICE_OF_VISITOR);
	});

	it('a postback that finds its lookup by a variable gets one back, as one by its ID does', async () => {
		const asking: Asking = { resource: 'postback', operation: 'send', parameters: { findBy: 'variable', requestType: 'email' } };
		const options = { customVariables: { values: [{ name: 'userID', value: '7' }] } };
		expect(results(await inSandbox([{}], asking, { options }))).toMatchObject([{ success: true, request_id: 'sandbox00' }]);
	});

	it('earlier lookups come in the number that is asked for', async () => {
		const asking: Asking = { resource: 'request', operation: 'getMany', parameters: { startDate: '2026-11-01' } };
		for (const [parameters, count] of [
			[{ limit: 4 }, 4],
			[{}, 30],
			[{ returnAll: true }, 30],
		] as const) {
			const ids = results(await inSandbox([{}], asking, parameters)).map(({ request_id }) => request_id);
			expect(new Set(ids).size).toBe(count);
			expect(ids).toHaveLength(count);
		}
	});

	it('a chain of every operation needs no account and no network', async () => {
		const run = await askInTurn(
			[SUBJECT],
			BY_NAME.map(([, one]) => one),
			{ parameters: SANDBOX, node: NO_ACCOUNT },
		);
		expect(run.error).toBeUndefined();
		expect(run.items(String(BY_NAME.length)).length).toBeGreaterThan(0);
	});
});
