import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { createClock } from '../../../../nodes/shared/client/createClock';
import { createHttpTransport, type TransportOptions } from '../../../../nodes/shared/client/httpTransport';
import type { ApiRequest } from '../../../../nodes/shared/ipqs/request';
import { byteStream, silentStream } from '../../../support/byteStream';
import { ManualClock } from '../../../support/clock';

const KEY = 'not/a real+key 0123';
const CREDENTIAL: TransportOptions = {
	type: 'ipqsApi',
	payerId: 'payer',
	credentialId: '1',
	lookupsPerDay: 0,
	accountId: 'account',
	baseUrl: 'https://ipqs.test',
	requestsPerSecond: 20,
	secrets: [KEY],
};
const REQUEST: ApiRequest = {
	method: 'GET',
	path: '/api/json/phone',
	parameters: { phone: '12015550123', country: ['US', 'CA'] },
	costsCredit: true,
};
const RESPONSE = { statusCode: 200, headers: { 'retry-after': '2' }, body: '{"success":true}' };

/** A node whose HTTP helper answers as the test says, and what it was asked. */
function nodeThat(answer: () => unknown, signal?: { aborted: boolean }) {
	const asked: Array<{ type: string; options: IHttpRequestOptions }> = [];
	const httpRequestWithAuthentication = async (type: string, options: IHttpRequestOptions): Promise<unknown> => {
		asked.push({ type, options });
		return answer();
	};
	const getExecutionCancelSignal = () => signal;
	const clock = createClock({ getExecutionCancelSignal: () => signal as AbortSignal | undefined });
	return { asked, clock, node: { helpers: { httpRequestWithAuthentication }, getExecutionCancelSignal } as unknown as IExecuteFunctions };
}

const send = async (answer: () => unknown, request = REQUEST, credential = CREDENTIAL) => {
	const { asked, clock, node } = nodeThat(answer);
	const received = await createHttpTransport(node, clock, credential).send(request, 1, 1_500);
	return { received, asked };
};

const textFor = async (body: unknown, secrets?: string[]) => {
	const { received } = await send(() => ({ ...RESPONSE, body }), REQUEST, secrets === undefined ? CREDENTIAL : { ...CREDENTIAL, secrets });
	return received.kind === 'response' ? received.text : received.kind;
};

describe('a request goes out', () => {
	it('by GET with its parameters as query, through the credential', async () => {
		const { asked } = await send(() => RESPONSE);
		expect(asked).toEqual([
			{
				type: 'ipqsApi',
				options: {
					method: 'GET',
					url: 'https://ipqs.test/api/json/phone',
					qs: { phone: '12015550123', country: ['US', 'CA'] },
					arrayFormat: 'brackets',
					headers: { accept: 'application/json' },
					encoding: 'stream',
					abortSignal: expect.any(AbortSignal),
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
					disableFollowRedirect: true,
				},
			},
		]);
	});

	it('by POST with its parameters as a form and none in the address', async () => {
		const { asked } = await send(() => RESPONSE, { ...REQUEST, method: 'POST' });
		const options = asked[0]?.options;
		expect(options).toMatchObject({ method: 'POST', url: 'https://ipqs.test/api/json/phone', disableFollowRedirect: true });
		expect(options).not.toHaveProperty('qs');
		expect(options?.body).toBeInstanceOf(URLSearchParams);
		expect(String(options?.body)).toBe('phone=12015550123&country%5B%5D=US&country%5B%5D=CA');
	});

	it('made anew each time, for the helper changes what it is given', async () => {
		const { asked, clock, node } = nodeThat(() => RESPONSE);
		const line = createHttpTransport(node, clock, CREDENTIAL);
		await line.send(REQUEST, 1, 1_000);
		Object.assign(asked[0]?.options.qs ?? {}, { added: 1 });
		await line.send(REQUEST, 2, 1_000);
		expect(asked[1]?.options.qs).toEqual({ phone: '12015550123', country: ['US', 'CA'] });
		expect(REQUEST.parameters).toEqual({ phone: '12015550123', country: ['US', 'CA'] });
	});
});

describe('a response comes back', () => {
	it('with its status, headers and text', async () => {
		expect((await send(() => RESPONSE)).received).toEqual({
			kind: 'response',
			status: 200,
			headers: { 'retry-after': '2' },
			text: '{"success":true}',
		});
	});

	it.each<[string, unknown, string]>([
		['parsed already', { success: true }, '{"success":true}'],
		['missing', undefined, ''],
		['null', null, ''],
		['empty', '', ''],
		['a number', 7, '7'],
	])('as text when its body is %s', async (_what, body, text) => {
		expect(await textFor(body)).toBe(text);
	});

	it('without any spelling of a secret', async () => {
		expect(await textFor(`Key ${KEY} or ${encodeURIComponent(KEY)}, ${KEY}`)).toBe('Key *** or ***, ***');
	});

	it('without a secret as a form spells it', async () => {
		const secret = "it's ~a (key)!";
		expect(await textFor(`key=1&secret=${new URLSearchParams({ secret }).get('secret')}`, [secret])).toBe('key=1&secret=***');
		expect(await textFor(String(new URLSearchParams({ secret })), [secret])).toBe('secret=***');
	});

	it("without a secret as JSON spells it, with and without PHP's escaped slashes", async () => {
		const secret = 'say "key"/key';
		expect(await textFor(JSON.stringify({ apiMessage: secret }), [secret])).toBe('{"apiMessage":"***"}');
		expect(await textFor('{"apiMessage":"say \\"key\\"\\/key"}', [secret])).toBe('{"apiMessage":"***"}');
	});

	it.each<[string, string]>([
		['as numbers', '\\u006e\\u006f\\u0074\\u002fa real+key 0123'],
		['in capitals', 'not\\u002Fa real\\u002Bkey 0123'],
		['in small letters', 'not\\u002fa real\\u002bkey 0123'],
		['in part', 'not\\/a real\\u002bkey 012\\u0033'],
		['in an address', 'not%2Fa\\u002520real%2Bkey%200123'],
	])('without a secret whose characters JSON spells %s, be it a name, a value or part of one', async (_how, escaped) => {
		const text = `{"apiMessage":"Key ${escaped}!\\n","list":["${escaped}",{"${escaped}":1}],"score":1.0,"carrier":"N\\/A"}`;
		expect(JSON.stringify(JSON.parse(text))).not.toBe(text);
		expect(await textFor(text)).toBe('{"apiMessage":"Key ***!\\n","list":["***",{"***":1}],"score":1.0,"carrier":"N\\/A"}');
	});

	it('without a secret in JSON that stands in JSON as text', async () => {
		const inner = `{"key":"${[...KEY].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`;
		const text = await textFor(JSON.stringify({ echo: inner, again: JSON.stringify({ echo: inner }) }));
		expect(JSON.parse(text)).toEqual({ echo: '{"key":"***"}', again: '{"echo":"{\\"key\\":\\"***\\"}"}' });
	});

	it('without a secret of letters beyond ASCII, as PHP writes them', async () => {
		expect(await textFor('{"apiMessage":"cl\\u00e9 priv\\u00e9e & co"}', ['cl\u00e9 priv\u00e9e & co'])).toBe('{"apiMessage":"***"}');
		expect(await textFor('{"apiMessage":"cl\\u00e9 priv\\u00e9e \\u0026 co"}', ['cl\u00e9 priv\u00e9e & co'])).toBe('{"apiMessage":"***"}');
	});

	it.each([
		'{"apiMessage":"\\u0041\\/B","n":1.50,"list":[ "a\\\\" ]}',
		'"\\',
		'"\\"',
		'"\\x41" and "\\u00',
		'<p class="a\\b">"it\\\'s"</p>',
		'"'.repeat(50_001),
		'"\\"'.repeat(50_001),
		'\\"'.repeat(50_001),
	])('as it came where no secret is in it, JSON or not', async (text) => {
		expect(await textFor(text)).toBe(text);
	});

	it('without any of several secrets, a short one apart, which could be part of ordinary text', async () => {
		expect(await textFor('12345678 and abcdefgh and 1234567', ['12345678', 'abcdefgh', '1234567'])).toBe('*** and *** and 1234567');
		expect(await textFor('{"score":7}', [''])).toBe('{"score":7}');
	});
});

describe('what is thrown', () => {
	const thrown = (value: unknown) => async () => {
		const { received } = await send(() => {
			throw value;
		});
		return received;
	};

	it.each<[string, unknown, string]>([
		['is a timeout by its code', { code: 'ECONNABORTED' }, 'timeout'],
		['is a timeout of the network', { code: 'ETIMEDOUT' }, 'timeout'],
		['is a timeout by its cause', { message: 'x', cause: { code: 'ECONNABORTED' } }, 'timeout'],
		['is a timeout by a deep cause', { cause: { cause: { cause: { code: 'ETIMEDOUT' } } } }, 'timeout'],
		['is a timeout by the code that n8n 1.123 keeps', { httpCode: 'ECONNABORTED' }, 'timeout'],
	])('%s', async (_what, value, kind) => {
		expect(await thrown(value)()).toEqual({ kind });
	});

	it.each<[string, unknown, string]>([
		['while it was sent', { code: 'ECONNRESET' }, 'sending'],
		['while it was sent, without a code', new Error('x'), 'sending'],
		['while it was sent, without an object', 'ETIMEDOUT', 'sending'],
		['while it was sent, when nothing was thrown', undefined, 'sending'],
		['while it was sent, when null was thrown', null, 'sending'],
		['before it was sent: nobody listens', { code: 'ECONNREFUSED' }, 'connecting'],
		['before it was sent: nobody listens, by the code that n8n 1.123 keeps', { httpCode: 'ECONNREFUSED' }, 'connecting'],
		['before it was sent: no such host', { cause: { code: 'ENOTFOUND' } }, 'connecting'],
		['before it was sent: no name server', { code: 'EAI_AGAIN' }, 'connecting'],
		['before it was sent: no way to the host', { code: 'EHOSTUNREACH' }, 'connecting'],
		['before it was sent: an expired certificate', { code: 'CERT_HAS_EXPIRED' }, 'connecting'],
		['before it was sent: a certificate of nobody known', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'connecting'],
		['before it was sent: a certificate of another host', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'connecting'],
		['before it was sent: no connection in time', { cause: { code: 'ETIMEDOUT', syscall: 'connect' } }, 'connecting'],
		['after the response had begun: it is no HTTP', { code: 'HPE_INVALID_CONSTANT' }, 'receiving'],
		['after the response had begun: its length is none', { cause: { code: 'HPE_INVALID_CONTENT_LENGTH' } }, 'receiving'],
	])('is a network fault %s', async (_what, value, phase) => {
		expect(await thrown(value)()).toEqual({ kind: 'network', phase });
	});

	it('is a network fault where no connection was opened, also once the execution was stopped', async () => {
		const { clock, node } = nodeThat(
			() => {
				throw { code: 'ECONNREFUSED' };
			},
			{ aborted: true },
		);
		const line = createHttpTransport(node, clock, CREDENTIAL);
		expect(await line.send(REQUEST, 1, 1_000)).toEqual({ kind: 'network', phase: 'connecting' });
	});

	it.each([{ code: 'ETIMEDOUT' }, undefined])('is a cancelled request once the execution was stopped: %j', async (value) => {
		const signal = { aborted: false };
		const { clock, node } = nodeThat(() => {
			throw value;
		}, signal);
		const line = createHttpTransport(node, clock, CREDENTIAL);
		expect((await line.send(REQUEST, 1, 1_000)).kind).not.toBe('cancelled');
		signal.aborted = true;
		expect(await line.send(REQUEST, 1, 1_000)).toEqual({ kind: 'cancelled' });
	});

	it('may be its own cause', async () => {
		const value: { cause?: unknown } = {};
		value.cause = value;
		expect(await thrown(value)()).toEqual({ kind: 'network', phase: 'sending' });
	});

	it('is read through its causes, though they go round in a circle', async () => {
		const circle: Record<string, unknown> = { code: 'ECONNRESET' };
		circle.cause = circle;
		expect(await thrown(circle)()).toEqual({ kind: 'network', phase: 'sending' });
	});

	it('is a network fault when the helper returns no response', async () => {
		expect((await send(() => undefined)).received).toEqual({ kind: 'network', phase: 'sending' });
	});
});

describe('an attempt', () => {
	/** A transport in virtual time, over a helper that gives what `answer` gives. */
	const setUp = (answer: (options: IHttpRequestOptions) => unknown) => {
		const clock = new ManualClock();
		const sent: IHttpRequestOptions[] = [];
		const httpRequestWithAuthentication = async (_type: string, options: IHttpRequestOptions): Promise<unknown> => {
			sent.push(options);
			return await answer(options);
		};
		const node = { helpers: { httpRequestWithAuthentication } } as unknown as IExecuteFunctions;
		const transport = createHttpTransport(node, clock, CREDENTIAL);
		const isAborted = (): boolean | undefined => sent[0]?.abortSignal?.aborted;
		return { clock, transport, isAborted, send: async (timeout = 1_000) => await transport.send(REQUEST, 1, timeout) };
	};
	const never = async (): Promise<never> => await new Promise(() => undefined);

	it('keeps its own signal, whatever n8n makes of the request', async () => {
		const { send, isAborted } = setUp((options) => {
			const own = options.abortSignal;
			options.abortSignal = new AbortController().signal;
			expect(options.abortSignal).toBe(own);
			expect({ ...options }.abortSignal).toBe(own);
			expect(Object.assign({}, options).abortSignal).toBe(own);
			return RESPONSE;
		});
		expect((await send()).kind).toBe('response');
		expect(isAborted()).toBe(false);
	});

	it('ends at its timeout where nothing comes back, and its request with it', async () => {
		const { clock, send, isAborted } = setUp(never);
		expect(await send()).toEqual({ kind: 'timeout' });
		expect(clock.now()).toBe(1_000);
		expect(isAborted()).toBe(true);
	});

	it('ends at its timeout where n8n ends the request with an error of its own', async () => {
		const { send } = setUp(
			async ({ abortSignal }) =>
				await new Promise((_, reject) => {
					(abortSignal as AbortSignal).addEventListener('abort', () => reject(new Error('canceled')));
				}),
		);
		expect(await send()).toEqual({ kind: 'timeout' });
	});

	it('ends at its timeout where the body takes too long, and closes it', async () => {
		const body = silentStream();
		const { clock, send } = setUp(() => ({ ...RESPONSE, body }));
		const drip = (async () => {
			while (!body.destroyed && clock.now() < 20_000) {
				body.push(' ');
				await clock.sleep(900);
			}
		})();
		expect(await send()).toEqual({ kind: 'timeout' });
		expect(clock.now()).toBeLessThanOrEqual(1_050);
		await drip;
		expect(body.destroyed).toBe(true);
	});

	it('reads what lay in the socket when a stall of this process ends', async () => {
		const { clock, send } = setUp(async () => {
			await clock.sleep(500);
			clock.pass(30_000);
			return RESPONSE;
		});
		expect((await send()).kind).toBe('response');
	});

	it('ends with a response of more than 2 MB, and its connection with it', async () => {
		const body = byteStream(Array.from({ length: 30 }, () => 'x'.repeat(100_000)));
		const { send, isAborted } = setUp(() => ({ ...RESPONSE, statusCode: 403, body }));
		expect(await send()).toEqual({ kind: 'tooLarge', status: 403 });
		expect(body.destroyed).toBe(true);
		expect(isAborted()).toBe(true);
	});

	it('ends with the body where that is cut off', async () => {
		const body = byteStream(
			(async function* () {
				yield '{"success":';
				throw new Error('aborted');
			})(),
		);
		expect(await setUp(() => ({ ...RESPONSE, body })).send()).toEqual({ kind: 'network', phase: 'receiving' });
	});

	it.each([199, 302, 403, 429, 503])(
		'ends with the status (%d) of a failure whose body is cut off or takes too long',
		async (statusCode) => {
			const unread = { kind: 'response', status: statusCode, headers: RESPONSE.headers, text: '' };
			const cut = silentStream();
			cut.destroy();
			expect(await setUp(() => ({ ...RESPONSE, statusCode, body: cut })).send()).toEqual(unread);
			const slow = silentStream();
			const { clock, send } = setUp(() => ({ ...RESPONSE, statusCode, body: slow }));
			expect(await send()).toEqual(unread);
			expect(clock.now()).toBe(1_000);
			expect(slow.destroyed).toBe(true);
		},
	);

	it('ends with the status of a refusal also where the execution is stopped', async () => {
		const { clock, send } = setUp(() => ({ ...RESPONSE, statusCode: 403, body: silentStream() }));
		clock.cancelAt = 100;
		expect(await send()).toMatchObject({ kind: 'response', status: 403 });
	});

	it('ends as cancelled where the execution is stopped within a response', async () => {
		const { clock, send } = setUp(() => ({ ...RESPONSE, body: silentStream() }));
		clock.cancelAt = 100;
		expect(await send()).toEqual({ kind: 'cancelled' });
	});

	it('ends within 50 ms of a stop', async () => {
		const { clock, send, isAborted } = setUp(never);
		clock.cancelAt = 320;
		expect(await send(60_000)).toEqual({ kind: 'cancelled' });
		expect(clock.now()).toBeLessThanOrEqual(370);
		expect(isAborted()).toBe(true);
	});

	it('tells what came although the execution was stopped meanwhile', async () => {
		const { clock, send } = setUp(() => RESPONSE);
		clock.cancelAt = 0;
		expect((await send()).kind).toBe('response');
	});

	it('leaves no deadline behind', async () => {
		const { clock, send, isAborted } = setUp(() => RESPONSE);
		await send(1_000);
		await clock.sleep(5_000);
		expect(isAborted()).toBe(false);
		expect(clock.sleeps.length).toBeLessThan(4);
	});
});

describe('an account', () => {
	const accountOf = (credential: Partial<TransportOptions>) => {
		const { node, clock } = nodeThat(() => RESPONSE);
		return createHttpTransport(node, clock, { ...CREDENTIAL, ...credential }).account;
	};

	it('has the ceiling of its credential', () => {
		expect(accountOf({ requestsPerSecond: 7 })?.requestsPerSecond).toBe(7);
	});

	it('keeps one pace for all nodes and executions', () => {
		expect(accountOf({ requestsPerSecond: 7 })?.rateLimiter).toBe(accountOf({ requestsPerSecond: 9 })?.rateLimiter);
		expect(accountOf({})?.id).toBe(accountOf({})?.id);
	});

	it('has a name that tells nothing of its credential', () => {
		expect(accountOf({ accountId: 'a key of nobody' })?.id).toMatch(/^\d+$/);
	});

	it('has a pace of its own', () => {
		expect(accountOf({ accountId: 'other' })?.id).not.toBe(accountOf({})?.id);
		expect(accountOf({ accountId: 'other' })?.rateLimiter).not.toBe(accountOf({})?.rateLimiter);
	});
});

describe('the clock of an execution', () => {
	const clockFor = (signal: { aborted: boolean } | undefined) =>
		createClock({ getExecutionCancelSignal: () => signal as AbortSignal | undefined });

	it('tells whether the execution was stopped', () => {
		const signal = { aborted: false };
		const clock = clockFor(signal);
		expect(clock.cancelled()).toBe(false);
		signal.aborted = true;
		expect(clock.cancelled()).toBe(true);
	});

	it('is never stopped without a signal', () => {
		expect(clockFor(undefined).cancelled()).toBe(false);
	});

	it('tells the date of this machine', async () => {
		const clock = clockFor(undefined);
		const before = Date.now();
		expect(clock.date()).toBeGreaterThanOrEqual(before);
		expect(clock.date()).toBeLessThanOrEqual(Date.now());
		expect(clock.random()).toBeLessThan(1);
	});

	it('measures durations, also while the clock of this machine is set back', async () => {
		const date = jest.spyOn(Date, 'now').mockReturnValue(7_200_000);
		const clock = clockFor(undefined);
		const before = clock.now();
		date.mockReturnValue(3_600_000);
		await clock.sleep(20);
		expect(clock.now() - before).toBeGreaterThanOrEqual(19);
		expect(clock.date()).toBe(3_600_000);
		date.mockRestore();
	});
});
