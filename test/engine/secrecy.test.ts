import nock from 'nock';
import { captureOutput } from '../support/captured-output';
import { FICTIONAL_KEY, FICTIONAL_SECRET, IPQS, newAccount, newIntegration, phoneBody, standInForIpqs } from '../support/ipqs';
import { lookUpLeads, type LookupSetup } from '../support/workflow';

const PHONE = '+1 201 555 0199';
const LEAD = { phone: PHONE, name: 'Jordan Fictional', email: 'jordan@example.com' };

/** A secret with every kind of character that is written differently in addresses and in JSON. */
const AWKWARD_KEY = ['k+y/with', '%&="awk"', 'ward~letters'].join('');

const refusal = (message: string): object => ({ success: false, message });

/** An answer, or a fault, for every reason a lookup can end with. */
const ANSWERS: Record<string, { status?: number; body?: unknown; headers?: Record<string, string> }> = {
	'a result': {},
	'an invalid key': { body: refusal('Invalid or unauthorized key. Please check the API key and try again.') },
	'empty credits': { body: refusal('You have insufficient credits to make this query.') },
	'an exhausted quota': { body: refusal('You have exceeded your request quota of 200 per day.') },
	'a rate limit': { status: 429, body: '' },
	'an HTTP 503': { status: 503, body: '' },
	'an HTTP 401': { status: 401, body: '' },
	'HTML instead of JSON': { body: '<!DOCTYPE html>' },
	'a redirect': { status: 302, body: '', headers: { location: `${IPQS}/elsewhere` } },
	'a refused request': { body: refusal('Invalid strictness value.') },
	'nothing that matches': { body: refusal('Unable to locate records matching your request.') },
	'words never seen before': { body: refusal('Maintenance until further notice.') },
};

/** Plain, in an address, in a form and in JSON. */
const spellings = (secret: string): string[] => [
	secret,
	encodeURIComponent(secret),
	new URLSearchParams({ secret }).toString().replace('secret=', ''),
	JSON.stringify(secret).slice(1, -1),
];

/** All that n8n would save, show or write of an execution. */
async function tracesOf(setup: LookupSetup): Promise<{ saved: string; shown: string }> {
	let saved = '';
	let shown = '';
	const written = await captureOutput(async () => {
		const run = await lookUpLeads([LEAD, { ...LEAD, phone: '+1 201 555 0198' }], {
			...setup,
			parameters: { output: 'raw', options: { maxRetries: 0, keepCredits: 0 }, ...setup.parameters },
		});
		saved = run.saved;
		shown = `${JSON.stringify(run.hints('Lookup'))} ${run.error?.message} ${run.error?.description}`;
		expect(saved.length).toBeGreaterThan(1000);
	});
	return { saved, shown: `${shown} ${written}` };
}

async function expectNoKey(secret: string, setup: LookupSetup): Promise<void> {
	const { saved, shown } = await tracesOf(setup);
	for (const spelling of spellings(secret)) expect(`${saved} ${shown}`).not.toContain(spelling);
}

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

describe.each(['header', 'path'])('the key in the %s shows in no output, error, hint or log', (keyLocation) => {
	describe.each([undefined, 'continueRegularOutput', 'continueErrorOutput'])('with On Error %s', (onError) => {
		it.each(Object.entries(ANSWERS))('when there is %s', async (_case, answer) => {
			const received = standInForIpqs(({ path }) => (path.includes('/account/') ? { body: { success: true, credits: 500 } } : answer));
			await expectNoKey(FICTIONAL_KEY, { credentials: newAccount({ keyLocation }), node: onError === undefined ? {} : { onError } });
			expect(received.length).toBeGreaterThan(1);
		});
	});

	it.each([FICTIONAL_KEY, AWKWARD_KEY])('when IPQS repeats it', async (secret) => {
		nock(IPQS)
			.persist()
			.get(/.*/)
			.reply(function (uri) {
				const key = String(this.req.headers['ipqs-key'] ?? '');
				return [200, phoneBody({ carrier: `${uri} ${key} ${encodeURIComponent(key)}`, status_url: `${IPQS}${uri}`, credits: 500 })];
			});
		await expectNoKey(secret, { credentials: { ipqsApi: { apiKey: secret, keyLocation } } });
	});

	it('when the network fails', async () => {
		nock.enableNetConnect('127.0.0.1');
		// Nothing listens on the port named "discard".
		await expectNoKey(FICTIONAL_KEY, { credentials: newAccount({ keyLocation, baseUrl: 'http://127.0.0.1:9' }) });
		nock.disableNetConnect();
	});

	it('when the base URL is refused', async () => {
		await expectNoKey(FICTIONAL_KEY, { credentials: newAccount({ keyLocation, baseUrl: `http://example.com/${FICTIONAL_KEY}` }) });
	});
});

describe('the secret of a custom integration shows in no output, error, hint or log', () => {
	const parameters = { authentication: 'customIntegration' };

	describe.each([undefined, 'continueRegularOutput', 'continueErrorOutput'])('with On Error %s', (onError) => {
		it.each(Object.entries(ANSWERS))('when there is %s', async (_case, answer) => {
			const received = standInForIpqs(() => answer);
			const credentials = newIntegration();
			await expectNoKey(credentials.ipqsCustomIntegrationApi.secret, {
				credentials,
				parameters,
				node: onError === undefined ? {} : { onError },
			});
			expect(received.length).toBeGreaterThan(0);
			for (const { path, body } of received) {
				expect(path).toBe('/webhooks/ExampleCRM/json/phone_check');
				expect(new URLSearchParams(body).get('secret')).toBe(credentials.ipqsCustomIntegrationApi.secret);
			}
		});
	});

	it.each([FICTIONAL_SECRET, AWKWARD_KEY])('when IPQS repeats it', async (secret) => {
		const received = standInForIpqs(({ body }) => ({
			body: phoneBody({ carrier: `${body} ${new URLSearchParams(body).get('secret')}`, name: encodeURIComponent(secret) }),
		}));
		await expectNoKey(secret, { credentials: newIntegration({ secret }), parameters });
		expect(received.length).toBeGreaterThan(1);
	});

	it('when the network fails', async () => {
		nock.enableNetConnect('127.0.0.1');
		// Nothing listens on the port named "discard".
		await expectNoKey(FICTIONAL_SECRET, {
			credentials: newIntegration({ secret: FICTIONAL_SECRET, baseUrl: 'http://127.0.0.1:9' }),
			parameters,
		});
		nock.disableNetConnect();
	});

	it('when the credential cannot be used', async () => {
		await expectNoKey(FICTIONAL_SECRET, { credentials: newIntegration({ secret: FICTIONAL_SECRET, integration: '' }), parameters });
		await expectNoKey(FICTIONAL_SECRET, {
			credentials: newIntegration({ secret: FICTIONAL_SECRET, baseUrl: `http://example.com/${FICTIONAL_SECRET}` }),
			parameters,
		});
	});
});

describe('a lead', () => {
	it.each(Object.entries(ANSWERS))('shows in no error, hint or log when there is %s', async (_case, answer) => {
		standInForIpqs(() => answer);
		const { shown } = await tracesOf({ credentials: newAccount() });
		for (const own of [PHONE, '2015550199', LEAD.name, LEAD.email]) expect(shown).not.toContain(own);
	});

	it('is masked in what IPQS says about it', async () => {
		standInForIpqs(() => ({ body: refusal('Invalid request for +1 (201) 555-0199 by jordan@example.com, see https://example.com/?q=1') }));
		const { error } = await lookUpLeads([LEAD], { credentials: newAccount() });
		expect(error?.message).toBe('IPQS rejected the request: Invalid request for … by … see … [item 0]');
	});

	it.each([undefined, 'continueRegularOutput', 'continueErrorOutput'])(
		'keeps its result when IPQS sends another lead six million characters, with On Error %s',
		async (onError) => {
			for (const text of ['1', '1 ', 'a@']) {
				standInForIpqs((_, index) => (index === 1 ? { body: refusal(text.repeat(6_000_000 / text.length)) } : {}));
				const leads = ['0197', '0198', '0199'].map((line) => ({ phone: `+1 201 555 ${line}` }));
				const parameters = { options: { maxRetries: 0, concurrency: 1 } };
				const run = await lookUpLeads(leads, { credentials: newAccount(), parameters, node: onError === undefined ? {} : { onError } });
				nock.cleanAll();
				if (onError === undefined) {
					expect(run.error?.message).toMatch(/ \[item 1\]$/);
				} else {
					const results = run.items('Lookup').filter(({ json }) => (json.ipqs as { success?: unknown } | undefined)?.success === true);
					expect(results.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
				}
				expect(run.saved.length).toBeLessThan(200_000);
			}
		},
	);
});
