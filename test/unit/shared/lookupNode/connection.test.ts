import type { IDataObject } from 'n8n-workflow';
import { isSandbox, connect } from '../../../../nodes/shared/lookupNode/connection';
import { PHONE_SANDBOX } from '../../../../nodes/shared/ipqs/sandbox/phone';
import { ManualClock } from '../../../support/clock';
import { fakeNode } from '../../../support/fake-node';

const SENT = 'not-a-real-key-0123';
const OTHER = 'not-a-real-key-4567';

const wayWith = async (credential: Record<string, unknown>) => {
	const { node, requests } = fakeNode({
		parameters: { authentication: 'apiKey' },
		credential: { apiKey: SENT, keyLocation: 'header', baseUrl: '', requestsPerSecond: 20, ...credential } as IDataObject,
		send: () => ({ statusCode: 200, headers: {}, body: `{"success":true,"echo":"${SENT}"}` }),
	});
	return { connection: await connect(node, new ManualClock(), PHONE_SANDBOX), requests };
};

describe('the connection to IPQS', () => {
	it('goes through the credential', async () => {
		const { connection, requests } = await wayWith({ baseUrl: 'https://ipqs.test/api/' });
		expect(connection).toMatchObject({
			sandbox: false,
			auth: { keyLocation: 'header' },
			transport: { account: { requestsPerSecond: 20 } },
		});
		const answer = await connection.transport.send({ method: 'GET', path: '/api/json/phone', parameters: {}, costsCredit: true }, 1, 1_000);
		expect(requests).toMatchObject([{ type: 'ipqsApi', options: { url: 'https://ipqs.test/api/json/phone' } }]);
		expect(answer).toMatchObject({ kind: 'response', text: '{"success":true,"echo":"***"}' });
	});

	it('goes to IPQS itself where no address is set', async () => {
		const { connection, requests } = await wayWith({});
		await connection.transport.send({ method: 'GET', path: '/api/json/phone', parameters: {}, costsCredit: true }, 1, 1_000);
		expect(requests[0]?.options.url).toBe('https://www.ipqualityscore.com/api/json/phone');
	});

	it('keeps a key without its blanks out of answers', async () => {
		const { connection } = await wayWith({ apiKey: ` ${SENT}\n` });
		expect(await connection.transport.send({ method: 'GET', path: '/', parameters: {}, costsCredit: true }, 1, 1_000)).toMatchObject({
			text: '{"success":true,"echo":"***"}',
		});
	});

	it.each([
		['path', 'path'],
		['header', 'header'],
		['', 'header'],
		['elsewhere', 'header'],
	])('has the key in the %s: %s', async (keyLocation, expected) => {
		expect((await wayWith({ keyLocation })).connection.auth).toEqual({ keyLocation: expected });
	});

	it.each([
		[0, 0],
		['7', 7],
		[0.1, 0.1],
		[1_000, 1_000],
		['0', 0],
		[' 2.5 ', 2.5],
		['', 20],
		[' ', 20],
		[null, 20],
		[undefined, 20],
	])('takes %j requests a second as %d', async (requestsPerSecond, ceiling) => {
		expect((await wayWith({ requestsPerSecond })).connection.transport.account?.requestsPerSecond).toBe(ceiling);
	});

	it.each(['20 per second', 'many', -3, '-3', '1,000', 0.0000001, 0.09, 1_001, 1e12, NaN, Infinity, true, {}, Object.create(null)])(
		'refuses %j requests a second, which must not mean no ceiling',
		async (requestsPerSecond) => {
			await expect(wayWith({ requestsPerSecond })).rejects.toThrow(
				new Error("'Requests per Second' of the credential must be a number from 0.1 to 1000, such as 20, or 0 for no limit"),
			);
		},
	);

	it.each([
		['http://ipqs.test', "'Base URL' of the credential must start with https:// (http:// is only allowed for localhost)"],
		['ipqs.test', "'Base URL' of the credential must be a URL such as https://www.ipqualityscore.com"],
		[443, "'Base URL' of the credential must be text such as https://www.ipqualityscore.com"],
	])('refuses %j, naming the parameter once', async (baseUrl, message) => {
		await expect(wayWith({ baseUrl })).rejects.toThrow(new Error(message));
	});

	it.each(['abcd\u200befgh', 'cl\u00e9 abcdefgh', '\ufeffabcdefgh\u2060'])('refuses the key %j, which cannot be sent', async (apiKey) => {
		await expect(wayWith({ apiKey })).rejects.toThrow(/^'API Key' of the credential contains a character that cannot be sent/);
	});

	it('is an account of its own for each key and base URL', async () => {
		const ids = [{}, { apiKey: OTHER }, { baseUrl: 'https://proxy.test' }, { baseUrl: 'https://www.ipqualityscore.com/' }].map(
			async (changes) => (await wayWith(changes)).connection.transport.account?.id,
		);
		const [one, otherKey, otherUrl, same] = await Promise.all(ids);
		expect(new Set([one, otherKey, otherUrl]).size).toBe(3);
		expect(same).toBe(one);
	});

	it('has no line without a credential', async () => {
		const { node } = fakeNode({ parameters: { authentication: 'apiKey' } });
		await expect(connect(node, new ManualClock(), PHONE_SANDBOX)).rejects.toThrow('there is no credential');
	});

	it('needs no credential in the sandbox', async () => {
		const { node } = fakeNode({ parameters: { authentication: 'sandbox' } });
		expect(await connect(node, new ManualClock(), PHONE_SANDBOX)).toMatchObject({
			sandbox: true,
			auth: { keyLocation: 'header' },
			transport: { account: null },
		});
	});
});

describe('connection', () => {
	it('the sandbox is what the authentication says', () => {
		expect(isSandbox(fakeNode({ parameters: { authentication: 'sandbox' } }).node)).toBe(true);
		expect(isSandbox(fakeNode({ parameters: { authentication: 'apiKey' } }).node)).toBe(false);
	});
});

describe('the connection of a custom integration', () => {
	const CREDENTIAL = {
		integration: ' ExampleCRM ',
		domain: 'shop.example',
		secret: ` ${SENT} `,
		baseUrl: 'https://ipqs.test',
		requestsPerSecond: 5,
	};
	const REQUEST = { method: 'POST', path: '/webhooks/ExampleCRM/json/phone_check', parameters: {}, costsCredit: true } as const;

	const connectWith = async (changes: Record<string, string> = {}) => {
		const { node, requests } = fakeNode({
			parameters: { authentication: 'customIntegration' },
			credential: { ...CREDENTIAL, ...changes },
			send: () => ({ statusCode: 200, headers: {}, body: `{"success":true,"echo":"${SENT}","domain":"shop.example"}` }),
		});
		return { connection: await connect(node, new ManualClock(), PHONE_SANDBOX), requests };
	};

	it('goes through its own credential, under the name IPQS knows it by, and keeps the secret out of answers', async () => {
		const { connection, requests } = await connectWith();
		expect(connection).toMatchObject({ sandbox: false, transport: { account: { requestsPerSecond: 5 } } });
		expect(connection.auth).toEqual({ integration: 'ExampleCRM' });
		expect(await connection.transport.send(REQUEST, 1, 1_000)).toMatchObject({
			text: '{"success":true,"echo":"***","domain":"shop.example"}',
		});
		expect(requests).toMatchObject([
			{ type: 'ipqsCustomIntegrationApi', options: { url: 'https://ipqs.test/webhooks/ExampleCRM/json/phone_check' } },
		]);
	});

	it.each([
		['secret', { secret: OTHER }],
		['domain', { domain: 'other.example' }],
		['integration', { integration: 'OtherCRM' }],
		['base URL', { baseUrl: 'https://proxy.test' }],
	])('is an account of its own for each %s', async (_what, change) => {
		const [one, other, again] = [await connectWith(), await connectWith(change), await connectWith()].map(
			({ connection }) => connection.transport.account,
		);
		expect(one?.id).toBe(again?.id);
		expect(one?.rateLimiter).toBe(again?.rateLimiter);
		expect(one?.id).not.toBe(other?.id);
		expect(one?.rateLimiter).not.toBe(other?.rateLimiter);
	});

	it.each([
		[{ integration: ' ' }, "'Integration' of the credential is empty"],
		[{ integration: ' .. ' }, "'Integration' of the credential must be the name that IPQS registered"],
		[
			{ secret: 'abcd\u200befgh' },
			"'Secret' of the credential contains a character that cannot be sent, possibly an invisible one. Copy it again from IPQS",
		],
		[{ baseUrl: 'http://ipqs.test' }, "'Base URL' of the credential must start with https:// (http:// is only allowed for localhost)"],
	])('is refused with %j, naming the field', async (changes, message) => {
		await expect(connectWith(changes as Record<string, string>)).rejects.toThrow(new Error(message));
	});

	it("needs no integration where the key is one's own", async () => {
		expect((await wayWith({ integration: '' })).connection.auth).toEqual({ keyLocation: 'header' });
	});
});
