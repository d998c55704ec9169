import {
	stopsNodeFor,
	FAILURES,
	failureMessage,
	reasonOfMessage,
	reasonOfStatus,
	type FailureReason,
} from '../../../../nodes/shared/ipqs/failures';

const REASONS = Object.keys(FAILURES) as FailureReason[];

describe('what IPQS is known to say means', () => {
	it.each<[string, FailureReason]>([
		['Invalid or unauthorized key. Please check the API key and try again.', 'invalid_key'],
		[
			'You have insufficient credits to make this query. Please contact IPQualityScore support if this error persists.',
			'insufficient_credits',
		],
		['You have exceeded your request quota of 200 per day. Please upgrade to increase your request quota.', 'quota_exceeded'],
		['You have exceeded your request quota of 20 per day. Please upgrade to increase your request quota.', 'quota_exceeded'],
		['Error: You have exceeded your request quota of 35 per day. Please upgrade to increase your request quota.', 'quota_exceeded'],
		['Invalid IPv4 address, IPv6 address or hostname. Please check the IP/Hostname and try again.', 'rejected_request'],
		['Invalid IPv4 or IPv6 address. Please check the IP and try again.', 'rejected_request'],
		['Invalid IP/Device ID.', 'not_found'],
		['Unable to locate records matching your request.', 'not_found'],
	])('%s', (message, reason) => {
		expect(reasonOfMessage(message)).toBe(reason);
	});
});

describe('what IPQS may say means', () => {
	it.each<[FailureReason | 'invalid_number', string[]]>([
		['insufficient_credits', ['Not enough credits.', 'Your CREDIT is used up', 'Credit cards are welcome: you have no credits']],
		[
			'rate_limited',
			['Rate limit reached', 'rate-limited', 'Ratelimit', 'TOO MANY REQUESTS', 'Throttled', 'You exceeded the rate limit of your requests'],
		],
		[
			'quota_exceeded',
			[
				'The limit of the day was exceeded',
				'Your quota is used up',
				'You exceeded the daily limit',
				'exceeded 5 lookups',
				'Exceeded one lookup',
				'exceeded the request count',
				'exceeded all requests',
			],
		],
		[
			'invalid_key',
			[
				'Invalid key',
				'Unauthorized API key',
				'Wrong key',
				'Missing API key',
				'Unknown key',
				'Expired key',
				'Disabled key',
				'The key is invalid',
				'This key is unauthorized',
				'The API key is not valid',
				'Key missing',
				'The key has expired',
				'Your key was disabled',
			],
		],
		[
			'not_found',
			['Unable to locate the device', 'No record matches', 'No records match', 'No result', 'No results', 'Device was not found'],
		],
		[
			'invalid_number',
			[
				'Invalid phone number.',
				'Invalid number',
				'Invalid phone',
				'Malformed phone number',
				'This is not a valid phone number',
				'Not a valid number',
				'Invalid or disconnected phone',
				'Malformed telephone number',
				' Invalid  phone\nnumber ',
				'Malformed phone!',
				'Invalid telephone;',
				'Your telephone was malformed',
				'The number entered is invalid',
				'A phone which you gave is not valid.',
				'The phone number is invalid',
				'Phone number you sent is malformed',
				'The number is not valid',
				'The number is not a valid one',
				'That phone number which you sent us is invalid',
				'Phone invalid',
				'Invalid US phone number',
				'The phone number provided is invalid or disconnected.',
				'The phone number is not valid, please check it',
				'The phone number is invalid please try again',
			],
		],
		[
			'rejected_request',
			[
				'Invalid country',
				'Invalid credit card type',
				'Malformed request, a value must be text',
				'Phone is missing',
				'Phone number is required',
				'This parameter is required.',
				'Requires an upgrade. Please upgrade',
				'Strictness must be 0, 1 or 2',
				'Not allowed for this address',
				'The value is not supported',
				'Name checks are not enabled',
				'Please require less: required',
				'These checks require another plan',
			],
		],
	])('%s', (reason, messages) => {
		expect(messages.map((message) => [message, reasonOfMessage(message)])).toEqual(messages.map((message) => [message, reason]));
	});

	it.each<[string, FailureReason | undefined]>([
		['Invalid credit card number', 'rejected_request'],
		['Invalid credit-card hash', 'rejected_request'],
		['Your card number is invalid', 'rejected_request'],
		['Invalid billing phone number.', 'rejected_request'],
		['Invalid shipping phone', 'rejected_request'],
		['Shipping phone is invalid.', 'rejected_request'],
		['The billing phone number is not valid', undefined],
		['Invalid number of countries', 'rejected_request'],
		['Invalid country for phone', 'rejected_request'],
		['Daily limit exceeded.', 'quota_exceeded'],
		['Invalid request to phone endpoint.', 'rejected_request'],
		['Invalid parameters for phone lookup.', 'rejected_request'],
		['Invalid phone number lookup', 'rejected_request'],
		['Invalid or expired phone plan', 'rejected_request'],
		['Phone number lookups are not valid on this plan', undefined],
		['Phone API access is not valid for this account.', undefined],
		['The phone validation service returned an invalid response.', 'rejected_request'],
		['You have exceeded your limit of 20 requests per second.', 'rate_limited'],
		['Your account has been suspended.', 'invalid_key'],
		['This account was closed', 'invalid_key'],
	])('"%s" is %s, and says nothing of the number', (message, reason) => {
		expect(reasonOfMessage(message)).toBe(reason);
	});

	it.each([
		'',
		'Success.',
		'Phone is valid.',
		'The phone number is valid.',
		'Something went wrong',
		'The service is down for maintenance',
		'Accredited, unlimited, keyless, invalidated, unrequired, mustard, upgraded, remissing',
	])('nothing known in "%s"', (message) => {
		expect(reasonOfMessage(message)).toBeUndefined();
	});

	it('an account first, when several things are said', () => {
		expect(reasonOfMessage('Invalid key or insufficient credits')).toBe('insufficient_credits');
		expect(reasonOfMessage('Invalid key: quota used up')).toBe('quota_exceeded');
		expect(reasonOfMessage('Invalid key, phone number is invalid too')).toBe('invalid_key');
		expect(reasonOfMessage('Phone number not found, as it is invalid')).toBe('not_found');
	});

	it('no invalid number where the words stand too far apart', () => {
		expect(reasonOfMessage('Invalid country code sent with the phone')).toBe('rejected_request');
		expect(reasonOfMessage('The phone that you sent to us lately was invalid')).toBe('rejected_request');
	});
});

describe('an HTTP status alone means', () => {
	it.each<[number, FailureReason | undefined]>([
		[200, undefined],
		[204, undefined],
		[301, undefined],
		[399, undefined],
		[400, 'rejected_request'],
		[401, 'invalid_key'],
		[402, 'insufficient_credits'],
		[403, 'rate_limited'],
		[404, 'not_found'],
		[405, 'rejected_request'],
		[407, 'rejected_request'],
		[408, 'unavailable'],
		[409, 'rejected_request'],
		[428, 'rejected_request'],
		[429, 'rate_limited'],
		[430, 'rejected_request'],
		[499, 'rejected_request'],
		[500, 'unavailable'],
		[502, 'unavailable'],
		[503, 'unavailable'],
		[508, 'unavailable'],
		[509, 'rate_limited'],
		[510, 'unavailable'],
		[599, 'unavailable'],
	])('%d: %s', (status, reason) => {
		expect(reasonOfStatus(status)).toBe(reason);
	});
});

describe('of the reasons', () => {
	it('only what passes is tried again', () => {
		expect(REASONS.filter((reason) => FAILURES[reason].retry)).toEqual(['rate_limited', 'timeout', 'unavailable']);
	});

	it('ends the node, but for values that are not sent, and a limit and a stop that the user wanted', () => {
		expect(REASONS.filter((reason) => !stopsNodeFor(reason))).toEqual([
			...['phone_missing', 'phone_unreadable', 'phone_impossible', 'country_missing', 'value_missing', 'value_unusable', 'key_only'],
			...['max_lookups', 'daily_limit', 'credits_reserved', 'cancelled'],
		]);
	});

	it('only what concerns the account as a whole stops it', () => {
		expect(REASONS.filter((reason) => FAILURES[reason].stopsAccount)).toEqual(['invalid_key', 'insufficient_credits', 'quota_exceeded']);
	});

	it('there are those that a workflow may rely on', () => {
		expect(REASONS).toEqual([
			'invalid_key',
			'insufficient_credits',
			'quota_exceeded',
			'rate_limited',
			'timeout',
			'unavailable',
			'bad_response',
			'rejected_request',
			'not_found',
			'phone_missing',
			'phone_unreadable',
			'phone_impossible',
			'country_missing',
			'value_missing',
			'value_unusable',
			'key_only',
			'invalid_parameter',
			'max_lookups',
			'daily_limit',
			'credits_reserved',
			'cancelled',
			'unknown',
		]);
	});

	it.each(REASONS)('%s has a message and a remedy of its own, as sentences without a period or blaming words', (reason) => {
		const { message, remedy } = FAILURES[reason];
		for (const text of [message, remedy]) {
			expect(text).toMatch(/^['A-Z].*[A-Za-z']$/);
			expect(text).not.toMatch(/error|problem|failure|mistake/i);
		}
		expect(REASONS.filter((other) => FAILURES[other].message === message || FAILURES[other].remedy === remedy)).toEqual([reason]);
	});
});

describe('the sentence for a person', () => {
	it.each(REASONS)('is that of the reason %s when there is no detail', (reason) => {
		expect(failureMessage(reason, null)).toBe(FAILURES[reason].message);
	});

	it.each<FailureReason>(['rejected_request', 'not_found', 'phone_impossible', 'unknown'])('of %s adds the detail', (reason) => {
		expect(failureMessage(reason, 'what was apiMessage')).toBe(`${FAILURES[reason].message}: what was apiMessage`);
	});

	it('of an invalid parameter is the detail', () => {
		expect(failureMessage('invalid_parameter', "'Strictness' must be a whole number")).toBe("'Strictness' must be a whole number");
	});

	it.each(REASONS.filter((reason) => reason !== 'invalid_parameter' && !FAILURES[reason].needsDetail))(
		'of %s needs no detail',
		(reason) => {
			expect(failureMessage(reason, 'what was apiMessage')).toBe(FAILURES[reason].message);
		},
	);
});
