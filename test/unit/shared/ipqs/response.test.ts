import type { FailureReason } from '../../../../nodes/shared/ipqs/failures';
import type { ApiRequest } from '../../../../nodes/shared/ipqs/request';
import { extractMessage, parseResponse, readRetryAfter, type HttpResult } from '../../../../nodes/shared/ipqs/response';
import { MESSAGES, refusal, response, VALID } from '../../../support/scripted-transport';

const NOW = Date.UTC(2026, 10, 21, 12);

const PHONE = { invalidNumberIsResult: true } as const;

const read = (answer: HttpResult, request: Parameters<typeof parseResponse>[2] = PHONE) => parseResponse(answer, NOW, request);
const reasonOf = (answer: HttpResult) => {
	const result = read(answer);
	return result.kind === 'failed' ? result.reason : result.kind;
};

const HTML = '<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head></html>';

describe('without a response', () => {
	it.each<[string, HttpResult, FailureReason]>([
		['a timeout', { kind: 'timeout' }, 'timeout'],
		['a fault before the connection was open', { kind: 'network', phase: 'connecting' }, 'unavailable'],
		['a fault while it was sent', { kind: 'network', phase: 'sending' }, 'unavailable'],
		['a fault within the response', { kind: 'network', phase: 'receiving' }, 'unavailable'],
		['a stop', { kind: 'cancelled' }, 'cancelled'],
	])('%s has its reason', (_what, result, reason) => {
		expect(read(result)).toEqual({ kind: 'failed', reason, apiMessage: null, status: null, retryAfter: null });
	});

	it.each([200, 403, 503])('one that was too large to be read is a bad one, whatever its status (%d)', (status) => {
		expect(read({ kind: 'tooLarge', status })).toEqual({
			kind: 'failed',
			reason: 'bad_response',
			apiMessage: null,
			status,
			retryAfter: null,
		});
	});
});

describe('an answer', () => {
	it('is a body with success, as it came', () => {
		expect(read(response(200, VALID))).toEqual({ kind: 'success', body: VALID });
	});

	it('may have success as text, as a proxy may write it', () => {
		expect(read(response(200, { success: 'true', valid: true }))).toEqual({ kind: 'success', body: { success: 'true', valid: true } });
	});

	it.each([200, 201, 299])('comes with status %d', (status) => {
		expect(reasonOf(response(status, VALID))).toBe('success');
	});

	it.each<[number, FailureReason]>([
		[199, 'bad_response'],
		[300, 'bad_response'],
		[302, 'bad_response'],
		[403, 'rate_limited'],
		[500, 'unavailable'],
	])('does not come with status %d', (status, reason) => {
		expect(reasonOf(response(status, VALID))).toBe(reason);
	});

	it.each(['Invalid phone number.', 'The phone number is not valid.'])(
		'is also the words that the number itself is invalid: %s',
		(message) => {
			const body = { success: false, message, request_id: 'Ab34Cd' };
			expect(read(response(200, body))).toEqual({ kind: 'success', body: { success: true, valid: false, message, request_id: 'Ab34Cd' } });
		},
	);

	it('is these words in errors, and with another status', () => {
		expect(read(response(400, { success: false, errors: ['Invalid phone number.'] }))).toEqual({
			kind: 'success',
			body: { success: true, valid: false, errors: ['Invalid phone number.'] },
		});
	});
});

describe('response', () => {
	it('reads no more of a message than its beginning', () => {
		const message = `${'Something went wrong. '.repeat(20)}Your credits are used up.`;
		expect(reasonOf(refusal(message))).toBe('unknown');
	});
});

describe('words that a number is invalid', () => {
	const words = refusal('Invalid phone number.');

	it.each<[string, Pick<ApiRequest, 'invalidNumberIsResult'>]>([
		['that judges none', {}],
		['that says nothing of it', { invalidNumberIsResult: undefined }],
	])('refuse a request %s', (_which, request) => {
		expect(read(words, request)).toEqual({
			kind: 'failed',
			reason: 'rejected_request',
			apiMessage: 'Invalid phone number.',
			status: 200,
			retryAfter: null,
		});
	});

	it('do not make a passing status lasting there', () => {
		expect(read(response(503, { success: false, message: 'Invalid phone number.' }), {})).toMatchObject({ reason: 'unavailable' });
		expect(read(response(400, { success: false, message: 'Invalid phone number.' }), {})).toMatchObject({
			reason: 'rejected_request',
			status: 400,
		});
	});

	it.each([403, 408, 429, 500, 502, 503, 504, 509])('say nothing of a number beside the passing status %d', (status) => {
		const answer = read(response(status, { success: false, message: 'Invalid phone number.' }), PHONE);
		expect(answer).toMatchObject({ kind: 'failed', status });
		expect(['rate_limited', 'unavailable']).toContain(answer.kind === 'failed' && answer.reason);
	});

	it('beside success are an answer of any request', () => {
		const body = { success: true, valid: false, message: 'Invalid phone number.' };
		for (const request of [{}, PHONE]) expect(read(response(200, body), request)).toEqual({ kind: 'success', body });
	});
});

describe('a refusal without a word, where IPQS says nothing when it has no match', () => {
	const silent = { emptyErrorMeansNotFound: true } as const;

	it.each([{ success: false }, { success: false, message: '' }, { success: false, errors: [] }, { success: null }])(
		'is not found: %j',
		(body) => {
			expect(read(response(200, body), silent)).toEqual({
				kind: 'failed',
				reason: 'not_found',
				apiMessage: null,
				status: 200,
				retryAfter: null,
			});
			expect(read(response(200, body), {})).toMatchObject({ reason: 'unknown' });
		},
	);

	it.each<[number, unknown, FailureReason]>([
		[200, { success: false, message: MESSAGES.invalidKey }, 'invalid_key'],
		[200, {}, 'bad_response'],
		[200, HTML, 'bad_response'],
		[503, { success: false }, 'unavailable'],
		[403, { success: false }, 'rate_limited'],
	])('is no other: %d with %j is %s', (status, body, reason) => {
		expect(read(response(status, body), silent)).toMatchObject({ kind: 'failed', reason });
	});
});

describe('a refusal', () => {
	it.each<[string, FailureReason]>([
		[MESSAGES.invalidKey, 'invalid_key'],
		[MESSAGES.insufficientCredits, 'insufficient_credits'],
		[MESSAGES.quotaExceeded, 'quota_exceeded'],
		['Invalid IPv4 address, IPv6 address or hostname. Please check the IP/Hostname and try again.', 'rejected_request'],
		['Unable to locate records matching your request.', 'not_found'],
		['Something else happened', 'unknown'],
	])('says %s', (message, reason) => {
		expect(read(refusal(message))).toEqual({ kind: 'failed', reason, apiMessage: message, status: 200, retryAfter: null });
	});

	it.each([[false], [null], [0], ['false'], ['yes'], [1], [{}]])('has success %j', (success) => {
		expect(read(response(200, { success, fraud_score: 3 }))).toEqual({
			kind: 'failed',
			reason: 'unknown',
			apiMessage: null,
			status: 200,
			retryAfter: null,
		});
	});

	it('with an empty message says nothing', () => {
		expect(read(response(200, { success: false, message: '' }))).toMatchObject({ reason: 'unknown', apiMessage: null });
	});

	it('may use errors in place of a message', () => {
		expect(read(response(200, { success: false, errors: ['Invalid country', 'Invalid strictness'] }))).toMatchObject({
			reason: 'rejected_request',
			apiMessage: 'Invalid country Invalid strictness',
		});
	});
});

describe('no answer of IPQS', () => {
	it.each<[string, unknown]>([
		['a body without success', { fraud_score: 3 }],
		['a body with a message alone', { message: 'Welcome' }],
		['an empty object', {}],
		['an array', [VALID]],
		['a number', '7'],
		['text in quotes', '"fine"'],
		['null', 'null'],
		['true', 'true'],
		['nothing', ''],
		['a truncated body', JSON.stringify(VALID).slice(0, -4)],
		['a web page', HTML],
		['bytes', '\u0000\uFFFD\u001F\u008B'],
	])('is %s', (_what, body) => {
		expect(reasonOf(response(200, body))).toBe('bad_response');
	});
});

describe('response', () => {
	it.each([
		['success', 99],
		['failed', 100],
		['failed', 5_000],
		['failed', 200_000],
	])('a body is %s with %d levels within it, for n8n can save no end of them', (kind, depth) => {
		const text = `{"success":true,"deep":${'['.repeat(depth)}${']'.repeat(depth)}}`;
		expect(parseResponse({ kind: 'response', status: 200, headers: {}, text }, 0, {})).toMatchObject(
			kind === 'failed' ? { kind, reason: 'bad_response' } : { kind },
		);
	});
});

describe('a status decides', () => {
	const bodies: ReadonlyArray<[string, unknown]> = [
		['an empty body', ''],
		['a web page', HTML],
		['a truncated body', '{"success":false,"mess'],
		['an array', '["Invalid key"]'],
		['text in quotes', '"Invalid key"'],
		['a body that says nothing', { title: 'Internal server error', detail: 'An exception has occurred on the server.' }],
		['a body that says nothing known', { success: false, message: 'Oops' }],
	];
	const statuses: ReadonlyArray<[number, FailureReason]> = [
		[204, 'bad_response'],
		[302, 'bad_response'],
		[400, 'rejected_request'],
		[401, 'invalid_key'],
		[402, 'insufficient_credits'],
		[403, 'rate_limited'],
		[404, 'not_found'],
		[408, 'unavailable'],
		[409, 'rejected_request'],
		[429, 'rate_limited'],
		[500, 'unavailable'],
		[502, 'unavailable'],
		[503, 'unavailable'],
		[509, 'rate_limited'],
	];
	const cases = statuses.flatMap(([status, reason]) => bodies.map(([what, body]) => [status, what, reason, body] as const));

	it.each(cases.filter(([status, what]) => status !== 204 || !what.includes('nothing known')))(
		'%d with %s: %s',
		(status, _what, reason, body) => {
			const result = read(response(status, body));
			expect(result).toMatchObject({ kind: 'failed', reason, status });
		},
	);

	it('before its body is told, which is kept', () => {
		expect(read(response(500, { message: 'Oops' }))).toEqual({
			kind: 'failed',
			reason: 'unavailable',
			apiMessage: 'Oops',
			status: 500,
			retryAfter: null,
		});
	});
});

describe('a message decides before the status', () => {
	it.each<[number, string, FailureReason]>([
		[500, MESSAGES.invalidKey, 'invalid_key'],
		[403, MESSAGES.invalidKey, 'invalid_key'],
		[400, MESSAGES.insufficientCredits, 'insufficient_credits'],
		[403, MESSAGES.insufficientCredits, 'insufficient_credits'],
		[429, MESSAGES.quotaExceeded, 'quota_exceeded'],
		[509, MESSAGES.quotaExceeded, 'quota_exceeded'],
		[400, 'Too many requests', 'rate_limited'],
		[503, 'Too many requests', 'rate_limited'],
		[401, 'The value is not supported', 'rejected_request'],
		[404, 'Invalid country', 'rejected_request'],
		[200, 'Too many requests', 'rate_limited'],
	])('%d with "%s": %s', (status, message, reason) => {
		expect(read(response(status, { success: false, message }))).toEqual({
			kind: 'failed',
			reason,
			apiMessage: message,
			status,
			retryAfter: null,
		});
	});

	it.each<[number, string, FailureReason]>([
		[403, 'Missing Authentication Token', 'rate_limited'],
		[403, 'Upgrade required', 'rate_limited'],
		[429, 'You must wait', 'rate_limited'],
		[502, 'Invalid gateway answer', 'unavailable'],
		[503, 'Service is not enabled', 'unavailable'],
		[408, 'A body is required', 'unavailable'],
		[503, 'No healthy upstream: host not found', 'unavailable'],
		[502, 'No results from upstream', 'unavailable'],
	])('but words about the request do not make a passing %d lasting: "%s"', (status, message, reason) => {
		expect(read(response(status, { message }))).toMatchObject({ reason, apiMessage: message });
	});

	it.each<[number, string, FailureReason]>([
		[403, HTML, 'rate_limited'],
		[503, `${MESSAGES.invalidKey}`, 'unavailable'],
	])('and only when it is readable: %d with other than JSON', (status, text, reason) => {
		expect(read(response(status, text))).toEqual({ kind: 'failed', reason, apiMessage: null, status, retryAfter: null });
	});
});

describe('what IPQS says', () => {
	it.each<[string, Record<string, unknown>, string | null]>([
		['is its message', { message: 'One', errors: ['Two'] }, 'One'],
		['is its errors, joined', { errors: ['One', 'Two'] }, 'One Two'],
		['is its errors where the message is blank', { message: ' \n', errors: ['Two'] }, 'Two'],
		['is its errors where the message is no text', { message: 7, errors: ['Two'] }, 'Two'],
		['is errors as text', { errors: 'One' }, 'One'],
		['leaves out errors that are no text or empty', { errors: [1, null, '', { a: 1 }, 'Two'] }, 'Two'],
		['is nothing where errors are empty', { errors: [] }, null],
		['is nothing where errors hold no text', { errors: [1, ''] }, null],
		['is nothing where there is neither', { success: false }, null],
		['is nothing where both are empty', { message: '', errors: '' }, null],
	])('%s', (_what, body, apiMessage) => {
		expect(extractMessage(body)).toBe(apiMessage);
	});

	it.each<[string, string, string]>([
		['a number', 'Bad value 2015550123 sent', 'Bad value … sent'],
		['an international number', 'Bad value +1 (201) 555-0123', 'Bad value …'],
		['a number with dots', 'Bad value 201.555.0123.', 'Bad value ….'],
		['a number of seven digits', 'Bad value 5550123!', 'Bad value …!'],
		['a short number with blanks', 'Bad value 555 012!', 'Bad value …!'],
		['an address', 'Bad value ada@example.com sent', 'Bad value … sent'],
		['a link', 'See https://ipqs.test/?phone=2 for it', 'See … for it'],
		['a plain link in capitals', 'See HTTP://IPQS.TEST for it', 'See … for it'],
		['a number with slashes', 'Bad value 201/555/0123 sent', 'Bad value … sent'],
		['a number with other dashes', 'Bad value 201–555–0123 sent', 'Bad value … sent'],
		['a number in other digits', 'Bad value ٢٠١٥٥٥٠١٢٣ sent', 'Bad value … sent'],
		['a number in full width', 'Bad value ＋１２０１５５５０１２３ sent', 'Bad value ＋… sent'],
		['a request with an address', 'No route for GET /api/json/email?email=ada%40example.com', 'No route for GET /api/json/email?email=…'],
		[
			'a decoded request',
			'No route for /api/json/phone?billing_first_name=Mary Ann&strictness=0',
			'No route for /api/json/phone?billing_first_name=…',
		],
		[
			'a path behind a redacted key',
			'No route for /api/json/leaked/username/***/ada_lovelace',
			'No route for /api/json/leaked/username/***…',
		],
		['a form', 'Bad body username=ada_lovelace', 'Bad body username=…'],
		['an address of a URL', 'Bad value ada%40example.com sent', 'Bad value … sent'],
		['an address of HTML', 'Bad value ada&#64;example.com sent', 'Bad value … sent'],
		['an address of JSON', 'Bad value ada\\u0040example.com sent', 'Bad value … sent'],
		['an encoded link', 'See https%3A%2F%2Fipqs.test%2F for it', 'See … for it'],
		['several of them', '2015550123 and 2015550124, ada@example.com and ben@example.com', '… and …, … and …'],
	])('is told without %s', (_what, message, apiMessage) => {
		expect(read(refusal(message))).toMatchObject({ apiMessage });
	});

	it.each(['of 200 per day', 'code 123456', '20 of 35 lookups'])('keeps other numbers: %s', (message) => {
		expect(read(refusal(message))).toMatchObject({ apiMessage: message });
	});

	it('is told up to 300 characters', () => {
		expect(read(refusal('a '.repeat(400)))).toMatchObject({ apiMessage: 'a '.repeat(150) });
	});

	it.each([
		['an e-mail address', 'ada.lovelace@example.com'],
		['a phone number', '+1 201 555 0123'],
	])('shows no beginning of %s that lies across the cut', (_what, own) => {
		for (let place = 270; place < 300; place++) {
			expect(read(refusal(`${'a'.repeat(place - 1)} ${own}`))).toMatchObject({
				apiMessage: `${'a'.repeat(place - 1)} ${'…'}`.slice(0, 300),
			});
		}
	});

	it.each([
		['an e-mail address', 'ada.lovelace@example.com'],
		['a phone number', '+1 (201) 555 0123'],
		['a link', 'https://ipqs.test/?phone=2'],
	])('shows no beginning of %s that lies across the end of what is read', (_what, own) => {
		for (let place = 1_960; place < 2_010; place++) {
			const link = `https://ipqs.test/${'a'.repeat(place - 23)}`;
			const { apiMessage } = read(refusal(`See ${link} ${own} ${'b'.repeat(50)}`)) as { apiMessage: string };
			expect(apiMessage).toMatch(/^See … ?(?:… ?)?\(?(?:… ?)?(?:b*|…)$/);
		}
	});

	/** Anything that takes more than linear time would not end, and a pattern that is tried too deep would throw. */
	it.each(['1', '1 ', 'a', 'a ', '@', 'a@', '1(((((', 'http://', '.', ' ', '+1 201 555 0123 ', 'invalid phone number '])(
		'may repeat %j for six million characters',
		(text) => {
			const long = refusal(text.repeat(6_000_000 / text.length));
			const result = read(long) as { apiMessage?: string };
			expect((result.apiMessage ?? '').length).toBeLessThanOrEqual(300);
			expect(result.apiMessage ?? '').not.toMatch(/\d{3}/);
			expect(read({ ...long, status: 503 } as HttpResult)).toMatchObject({ kind: 'failed', reason: 'unavailable' });
		},
	);
});

describe('Retry-After', () => {
	it.each<[string, unknown, number]>([
		['seconds', '120', 120_000],
		['no seconds', '0', 0],
		['a part of a second', '0.5', 500],
		['seconds between blanks', ' 3 ', 3_000],
		['seconds as a number', 7, 7_000],
		['a date', 'Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
		['a date that is now', 'Sat, 21 Nov 2026 12:00:00 GMT', 0],
		['a fraction of several digits', '1.25', 1_250],
		['a date that has passed', 'Sat, 21 Nov 2026 11:00:00 GMT', 0],
	])('may be %s', (_what, value, wait) => {
		expect(readRetryAfter({ 'retry-after': value }, NOW)).toBe(wait);
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['empty', ''],
		['blank', '  '],
		['words', 'soon'],
		['seconds with a unit', '5 apples'],
		['a negative number', '-5'],
		['a word with a number', 'later 2099'],
		['a number with a dot alone', '5.'],
		['a list', ['120']],
		['what has no text', { toString: null }],
		['a number that is none', NaN],
		['a date behind a word', 'x Sat, 21 Nov 2026 12:00:30 GMT'],
		['a date with another zone', 'Sat, 21 Nov 2026 12:00:30 GMT+0100'],
	])('says nothing when it is %s', (_what, value) => {
		expect(readRetryAfter({ 'retry-after': value }, NOW)).toBeNull();
	});

	it('says nothing when it is absent', () => {
		expect(readRetryAfter({ date: 'Sat, 21 Nov 2026 12:00:30 GMT' }, NOW)).toBeNull();
	});

	it.each([
		['an hour behind', 'Sat, 21 Nov 2026 13:00:00 GMT'],
		['an hour before', 'Sat, 21 Nov 2026 11:00:00 GMT'],
	])("counts a date from the response's own, although this machine is %s", (_how, date) => {
		const later = new Date(Date.parse(date) + 7_000).toUTCString();
		expect(readRetryAfter({ 'retry-after': later, date }, NOW)).toBe(7_000);
		expect(readRetryAfter({ 'retry-after': date, date: later }, NOW)).toBe(0);
		expect(readRetryAfter({ 'retry-after': '7', date }, NOW)).toBe(7_000);
	});

	it.each(['', 'yesterday', '2026-11-21', 7, null])('counts a date from now where the response has no date of its own: %j', (date) => {
		expect(readRetryAfter({ 'retry-after': 'Sat, 21 Nov 2026 12:00:09 GMT', date }, NOW)).toBe(
			readRetryAfter({ 'retry-after': 'Sat, 21 Nov 2026 12:00:09 GMT' }, NOW),
		);
	});

	it('is read with a failure of any status', () => {
		expect(read(response(503, HTML, { 'retry-after': '2' }))).toMatchObject({ reason: 'unavailable', retryAfter: 2_000 });
		expect(
			read(response(200, { success: false, message: 'Too many requests' }, { 'retry-after': 'Sat, 21 Nov 2026 12:00:09 GMT' })),
		).toMatchObject({
			reason: 'rate_limited',
			retryAfter: 9_000,
		});
	});
});

describe('an answer about a number that tells nothing of it', () => {
	it.each([{}, { message: 'Success' }, { valid: null, fraud_score: null }, { carrier: 'Example Mobile' }])('is none: %j', (rest) => {
		expect(read(response(200, { success: true, ...rest }), PHONE)).toMatchObject({ kind: 'failed', reason: 'bad_response', status: 200 });
	});

	it.each([{ valid: false }, { valid: true }, { fraud_score: 0 }, { valid: null, fraud_score: 12 }])(
		'is one with either of what every answer tells: %j',
		(rest) => {
			expect(read(response(200, { success: true, ...rest }), PHONE)).toEqual({ kind: 'success', body: { success: true, ...rest } });
		},
	);

	it('is one where no number is judged', () => {
		expect(read(response(200, { success: true }), {})).toEqual({ kind: 'success', body: { success: true } });
	});
});
