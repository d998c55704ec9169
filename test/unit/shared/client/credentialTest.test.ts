import type { ICredentialDataDecryptedObject, ICredentialTestFunctions } from 'n8n-workflow';
import { testApiKey, testCustomIntegration } from '../../../../nodes/shared/client/credentialTest';
import { MESSAGES } from '../../../support/scripted-transport';

const SENT = 'a/b?c';

/** Tests a credential over a helper that answers as the test says. */
async function tested(answer: () => unknown, fields: ICredentialDataDecryptedObject = {}) {
	const asked: unknown[] = [];
	const helpers = {
		request: async (options: unknown) => {
			asked.push(options);
			return answer();
		},
	} as unknown as ICredentialTestFunctions['helpers'];
	const result = await testApiKey(
		helpers,
		{ apiKey: ` ${SENT} `, keyLocation: 'header', baseUrl: 'https://ipqs.test/api/', ...fields },
		() => 0,
	);
	return { result, asked };
}

const respond = (statusCode: number, body: unknown) => () => ({ statusCode, headers: {}, body });
const refuse = (message: string) => respond(200, JSON.stringify({ success: false, message }));

describe('credential test', () => {
	it('a key that works is told after one look at the account, which follows no redirect', async () => {
		const { result, asked } = await tested(respond(200, '{"success":true,"credits":420}'));
		expect(result).toEqual({ status: 'OK', message: 'The API key works' });
		expect(asked).toEqual([
			{
				method: 'GET',
				uri: 'https://ipqs.test/api/json/account/a%2Fb%3Fc',
				timeout: 15_000,
				followRedirect: false,
				followAllRedirects: false,
				simple: false,
				resolveWithFullResponse: true,
			},
		]);
	});

	it("a body that was parsed already is read too, at IPQS's own address where none is set", async () => {
		const { result, asked } = await tested(respond(200, { success: true }), { baseUrl: '' });
		expect(result.status).toBe('OK');
		expect(asked).toMatchObject([{ uri: 'https://www.ipqualityscore.com/api/json/account/a%2Fb%3Fc' }]);
	});

	it.each<[string, () => unknown, RegExp]>([
		['a wrong key', refuse(MESSAGES.invalidKey), /^IPQS rejected the API key\. [A-Z].*\.$/],
		['no credits', refuse(MESSAGES.insufficientCredits), /^The IPQS account is out of credits, or the key does not exist\. [A-Z].*\.$/],
		['a quota that is used up', refuse(MESSAGES.quotaExceeded), /^The request quota of the IPQS account is used up\. [A-Z].*\.$/],
		[
			'a refusal that is not known here',
			refuse('Something unheard of.'),
			/^IPQS returned no result and gave no known reason: Something unheard of\. [A-Z].*\.$/,
		],
		[
			'a refusal that is about a lead',
			refuse('Invalid phone number.'),
			/^[A-Z].*: Invalid phone number\. Check 'Base URL' and your IPQS account\.$/,
		],
		['a path that is not there', respond(404, ''), /^IPQS found no match for the request\. Check 'Base URL'\.$/],
		['a limit', respond(403, '<html>'), /^IPQS is rate limiting this account or server\. [A-Z].*\.$/],
		['a server that is not IPQS', respond(200, '<html>'), /^The server did not return a valid IPQS response\. [A-Z].*\.$/],
		['a redirect', respond(302, ''), /^The server did not return a valid IPQS response\. [A-Z].*\.$/],
	])('%s is told with what to do', async (_what, answer, message) => {
		const { result } = await tested(answer);
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(message) });
	});

	it.each([0, -3, '0'])('a key that works is no good while the account has %j credits', async (credits) => {
		const { result } = await tested(respond(200, JSON.stringify({ success: true, credits })));
		expect(result).toEqual({
			status: 'Error',
			message: expect.stringMatching(/^The API key works, but the account has no credits left\. Top up /),
		});
	});

	it.each(['', '/', '/api', '/api/json', '/api/json/'])('a base URL that ends in "%s" is understood', async (path) => {
		const { result, asked } = await tested(respond(200, '{"success":true}'), { baseUrl: `https://ipqs.test/proxy${path}` });
		expect(result.status).toBe('OK');
		expect(asked).toMatchObject([{ uri: 'https://ipqs.test/proxy/api/json/account/a%2Fb%3Fc' }]);
	});

	it('what IPQS says is told without the key', async () => {
		const apiKey = 'abcd/efgh?ijkl';
		for (const spelling of [apiKey, encodeURIComponent(apiKey), JSON.stringify(apiKey).replaceAll('/', '\\/')]) {
			const { result } = await tested(refuse(`Nothing is known about ${spelling}.`), { apiKey });
			expect(result.message).toMatch(/: Nothing is known about "?\*\*\*"?\. /);
		}
	});

	it.each<[string, string, RegExp]>([
		['a network fault', 'ECONNREFUSED', /^IPQS is unreachable or unavailable\. /],
		['a timeout', 'ETIMEDOUT', /^IPQS did not respond in time\. /],
	])('%s is told without the address, which holds the key', async (_what, code, message) => {
		const { result } = await tested(() => {
			throw Object.assign(new Error('no answer from https://ipqs.test/api/json/account/a%2Fb%3Fc'), { code });
		});
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(message) });
		expect(result.message).not.toContain('a%2Fb%3Fc');
	});

	it.each<[ICredentialDataDecryptedObject, string]>([
		[{ apiKey: ' ' }, "'API Key' is empty"],
		[{ apiKey: undefined as never }, "'API Key' is empty"],
		[
			{ apiKey: 'abcd\u200befgh' },
			"'API Key' contains a character that cannot be sent, possibly an invisible one. Copy it again from IPQS",
		],
		[{ baseUrl: 'http://ipqs.test' }, "'Base URL' must start with https:// (http:// is only allowed for localhost)"],
		[{ baseUrl: 7 as never }, "'Base URL' must be text such as https://www.ipqualityscore.com"],
		[{ baseUrl: 'https://ipqs.test/api/json/account/key' }, "'Base URL' must end before /api/json, such as https://www.ipqualityscore.com"],
		[{ requestsPerSecond: 0.0000001 }, "'Requests per Second' must be a number from 0.1 to 1000, such as 20, or 0 for no limit"],
		[{ requestsPerSecond: 1e9 }, "'Requests per Second' must be a number from 0.1 to 1000, such as 20, or 0 for no limit"],
		[{ lookupsPerDay: 'abc' }, "'Lookups per Day' must be a whole number such as 500, or 0 for no limit"],
		[{ lookupsPerDay: 1.5 }, "'Lookups per Day' must be a whole number such as 500, or 0 for no limit"],
	])('%j is told without asking', async (fields, message) => {
		const { result, asked } = await tested(respond(200, '{"success":true}'), fields);
		expect(result).toEqual({ status: 'Error', message });
		expect(asked).toEqual([]);
	});
});

describe('the test of a custom integration', () => {
	const SECRET = 'not-a-real-secret';
	const OVERVIEW = respond(200, '{"success":true,"message":"Success","recent_api_usage":3}');

	const testedIntegration = async (answer: () => unknown, fields: ICredentialDataDecryptedObject = {}) => {
		const asked: unknown[] = [];
		const helpers = {
			request: async (options: unknown) => {
				asked.push(options);
				return answer();
			},
		} as unknown as ICredentialTestFunctions['helpers'];
		const credential = { integration: 'ExampleCRM', domain: 'shop.example', secret: SECRET, baseUrl: 'https://ipqs.test/api/', ...fields };
		return { result: await testCustomIntegration(helpers, credential, () => 0), asked };
	};

	const MESSAGE = 'Domain and secret work';
	const REJECTED = 'IPQS did not accept the integration, domain or secret';
	const REMEDY = "Check 'Integration' and 'Domain', or connect the domain again to get a new secret.";

	it('reads the overview of the domain with domain and secret in the body, and follows no redirect', async () => {
		const { result, asked } = await testedIntegration(OVERVIEW);
		expect(result).toEqual({ status: 'OK', message: MESSAGE });
		expect(asked).toEqual([
			{
				method: 'POST',
				uri: 'https://ipqs.test/webhooks/ExampleCRM/json/overview',
				form: { key: 'shop.example', secret: SECRET },
				timeout: 15_000,
				followRedirect: false,
				followAllRedirects: false,
				simple: false,
				resolveWithFullResponse: true,
			},
		]);
	});

	it('reads it from IPQS itself where no base URL is set', async () => {
		const { asked } = await testedIntegration(OVERVIEW, { baseUrl: '', integration: ' Example/CRM ' });
		expect(asked).toMatchObject([{ uri: 'https://www.ipqualityscore.com/webhooks/Example%2FCRM/json/overview' }]);
	});

	it.each<[string, () => unknown, string]>([
		['a wrong secret', refuse('Invalid secret.'), `${REJECTED}: Invalid secret. ${REMEDY}`],
		['words that are not known here', refuse('Authentication failed'), `${REJECTED}: Authentication failed. ${REMEDY}`],
		['no words', respond(200, '{"success":false}'), `${REJECTED}. ${REMEDY}`],
		['an invalid key', refuse(MESSAGES.invalidKey), `${REJECTED}. ${REMEDY}`],
		['HTTP 401', respond(401, ''), `${REJECTED}. ${REMEDY}`],
		['an integration that IPQS does not know', respond(404, ''), `${REJECTED}. ${REMEDY}`],
		['a refusal that repeats the secret', refuse(`Invalid secret ${SECRET}`), `${REJECTED}: Invalid secret ***. ${REMEDY}`],
	])('fails with %s, and says what to do', async (_what, answer, message) => {
		expect((await testedIntegration(answer)).result).toEqual({ status: 'Error', message });
	});

	it.each<[string, () => unknown, RegExp]>([
		[
			'a server that is not IPQS',
			respond(200, '<!DOCTYPE html>'),
			/^The server did not return a valid IPQS response\. Check 'Base URL', [a-z].*\.$/,
		],
		['JSON of another server', respond(200, '{"hello":"world"}'), /^The server did not return a valid IPQS response\. [A-Z].*\.$/],
		['a redirect', respond(302, ''), /^The server did not return a valid IPQS response\. [A-Z].*\.$/],
		['a limit', respond(429, ''), /^IPQS is rate limiting this account or server\. [A-Z].*\.$/],
		['HTTP 503', respond(503, ''), /^IPQS is unreachable or unavailable\. [A-Z].*\.$/],
	])('tells %s with what to do', async (_what, answer, message) => {
		expect((await testedIntegration(answer)).result).toEqual({ status: 'Error', message: expect.stringMatching(message) });
	});

	it.each<[string, string, RegExp]>([
		['a network fault', 'ECONNREFUSED', /^IPQS is unreachable or unavailable\. Check 'Base URL' and the network of the n8n server\.$/],
		['a timeout', 'ETIMEDOUT', /^IPQS did not respond in time\. Try again in a minute\.$/],
	])('tells %s', async (_what, code, message) => {
		const { result } = await testedIntegration(() => {
			throw Object.assign(new Error('no answer'), { code });
		});
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(message) });
	});

	it.each<[ICredentialDataDecryptedObject, string]>([
		[{ integration: ' ' }, "'Integration' is empty"],
		[{ domain: '' }, "'Domain' is empty"],
		[{ secret: undefined as never }, "'Secret' is empty"],
		[{ secret: ' \n' }, "'Secret' is empty"],
		[{ domain: '', secret: '' }, "'Domain' is empty"],
		[{ integration: '..' }, "'Integration' must be the name that IPQS registered"],
		[{ secret: 'abcd\u200befgh' }, "'Secret' contains a character that cannot be sent, possibly an invisible one. Copy it again from IPQS"],
		[{ requestsPerSecond: -1 }, "'Requests per Second' must be a number from 0.1 to 1000, such as 20, or 0 for no limit"],
		[{ baseUrl: 'http://ipqs.test', secret: '' }, "'Base URL' must start with https:// (http:// is only allowed for localhost)"],
	])('asks nothing with %j', async (fields, message) => {
		const { result, asked } = await testedIntegration(OVERVIEW, fields);
		expect(result).toEqual({ status: 'Error', message });
		expect(asked).toEqual([]);
	});
});
