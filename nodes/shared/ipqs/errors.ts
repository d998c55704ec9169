export interface FailureInfo {
	/** What happened. */
	readonly message: string;
	/** What to do about it. */
	readonly remedy: string;
	/** What to do about it where a credential is tested. */
	readonly credentialTestRemedy?: string;
	/** Whether the same request may succeed a moment later. */
	readonly retry?: true;
	/** Whether every further request of the account would end the same way: those that cost something, or free ones as well. */
	readonly stopsAccount?: 'charged' | 'all';
	/** Whether the user set or asked for it, so that it ends an item but not the node. */
	readonly userRequested?: true;
	/** Whether the sentence needs IPQS's own words, or the parameter's, to be of use. */
	readonly needsDetail?: true;
}

/** Infers the reasons, while every entry has all members of `FailureInfo`. */
const defineFailures = <Reason extends string>(failures: Readonly<Record<Reason, FailureInfo>>): typeof failures => failures;

/** Every way a lookup can end without a result: nodes, documentation and tests derive from this list. */
export const FAILURES = defineFailures({
	invalid_key: {
		message: 'IPQS refused the API key',
		remedy: 'Open the credential, paste the key (or domain and secret) from your IPQS account again and test it',
		credentialTestRemedy: 'Copy it again from the settings of your IPQS account',
		stopsAccount: 'all',
	},
	insufficient_credits: {
		message: 'The IPQS account is out of credits, or the key does not exist',
		remedy: 'Top up the account or check the key, then run the remaining leads again',
		credentialTestRemedy: 'Top up the account, or copy the key again from its settings',
		stopsAccount: 'charged',
	},
	quota_exceeded: {
		message: 'The request quota of the IPQS account is used up',
		remedy: 'Wait until the quota is reset or upgrade the plan, then run the remaining leads again',
		credentialTestRemedy: 'The key is right; wait until the quota is reset, or upgrade the plan',
		stopsAccount: 'charged',
	},
	rate_limited: {
		message: 'IPQS is limiting the requests of this account or server',
		remedy: 'Lower the number of requests at once, or allow more retries in the options, and run the lead again',
		credentialTestRemedy: 'Try again in a minute, or from another network',
		retry: true,
	},
	timeout: {
		message: 'IPQS did not answer in time',
		remedy: "Run the lead again; if it keeps happening, raise 'Timeout' in the options",
		credentialTestRemedy: 'Try again in a minute',
		retry: true,
	},
	unavailable: {
		message: 'IPQS could not be reached or is out of service',
		remedy: "Check the network of this server and the 'Base URL' of the credential, then run the lead again",
		credentialTestRemedy: "Check 'Base URL' and the network of this server",
		retry: true,
	},
	bad_response: {
		message: 'What came back is not an IPQS answer',
		remedy: "Check the 'Base URL' of the credential, and whether a proxy or firewall answers in place of IPQS",
		credentialTestRemedy: "Check 'Base URL', and whether a proxy or firewall answers in place of IPQS",
	},
	rejected_request: {
		message: 'IPQS refused the request',
		remedy: 'Check the values of this item and the add-ons of your IPQS plan',
		needsDetail: true,
	},
	not_found: {
		message: 'IPQS has nothing that matches the request',
		remedy: "Check the values of this item and the 'Base URL' of the credential",
		needsDetail: true,
	},
	malformed_phone: {
		message: "'Phone Number' holds no possible number",
		remedy: "Map the field that holds the lead's number, with its country code or with 'Country' set",
		needsDetail: true,
	},
	country_missing: {
		message: "'Phone Number' has under 10 digits and 'Country' is empty",
		remedy: "Set 'Country', or map a number that begins with + and the country code",
	},
	invalid_parameter: {
		message: 'A parameter has a value that IPQS does not take',
		remedy: 'Correct the parameter, or the expression behind it, for this item',
	},
	max_lookups: {
		message: "The limit set in 'Max Lookups' was reached before this lead",
		remedy: "Raise 'Max Lookups' in the options, or run the remaining leads on their own",
		userRequested: true,
	},
	cancelled: {
		message: 'The execution was stopped before this lead was looked up',
		remedy: 'Run the lead again',
		userRequested: true,
	},
	unknown: {
		message: 'IPQS gave no result, for a reason that is not known here',
		remedy: 'Read what IPQS said and check your IPQS account',
		needsDetail: true,
	},
});

/** Why a lookup gave no result; `lookup.reason` of an item. */
export type FailureReason = keyof typeof FAILURES;

/** Whether the reason stops the node when 'On Error' is Stop. */
export const stopsNodeFor = (reason: FailureReason): boolean => FAILURES[reason].userRequested !== true;

/**
 * Says that the phone number itself is invalid. The words must stand next to each other: "Invalid request to the phone API" and
 * "Phone lookups are not valid on this plan" are about something else, and a lead would be rejected for them.
 */
const INVALID_NUMBER = new RegExp(
	[
		/\b(?:invalid|malformed|not a valid)(?: (?:or )?(?!card\b|credit\b)\w+)? (?:tele)?phone number\b(?! (?:country|code|lookup|validation)s?\b)/,
		/\b(?:invalid|malformed|not a valid)(?: or \w+)? (?:(?:tele)?phone|number) ?(?:$|[.,;:!])/,
		/(?<!\bcard )\b(?:(?:tele)?phone|number)(?: (?:(?:that|which) )?you \w+(?: us)?| (?:entered|given|provided|sent))?(?: (?:is|was))? (?:invalid|malformed|not (?:a )?valid(?: one)?)(?: or \w+)? ?(?:$|[.,;:!]|please\b)/,
	]
		.map(({ source }) => source)
		.join('|'),
	'i',
);

/** Ordered: the first pattern that fits IPQS's message decides. Texts seen live are in the tests; wording varies by day and plan. */
const MESSAGE_REASONS: ReadonlyArray<readonly [RegExp, FailureReason | 'invalid_number']> = [
	[/\bcredits?\b(?![ -]card)/i, 'insufficient_credits'],
	[/\brate.?limit|too many requests|throttl|\bper (?:second|minute)\b/i, 'rate_limited'],
	[/\bquota\b|\bexceeded\b.*\b(?:limit|requests?|lookups?)\b|\blimit\b.*\bexceeded\b/i, 'quota_exceeded'],
	[
		/\b(?:invalid|unauthorized|wrong|missing|unknown|expired|disabled)\b.*\bkey\b|\bkey\b.*\b(?:invalid|unauthorized|not valid|missing|expired|disabled)\b|\baccount\b.*\b(?:suspended|disabled|closed)\b/i,
		'invalid_key',
	],
	[/\bunable to locate\b|\bno (?:records?|results?)\b|\bnot found\b|\binvalid ip\/device id\b/i, 'not_found'],
	[INVALID_NUMBER, 'invalid_number'],
	[/\binvalid\b|\bmissing\b|\brequired?\b|\bmust\b|\bupgrade\b|\bnot (?:allowed|supported|enabled)\b/i, 'rejected_request'],
];

/** What a message of IPQS means; undefined when it says nothing known. `invalid_number` is an answer, not a failure. */
export function reasonOfMessage(message: string): FailureReason | 'invalid_number' | undefined {
	const words = message.replace(/\s+/g, ' ');
	return MESSAGE_REASONS.find(([pattern]) => pattern.test(words))?.[1];
}

/**
 * What an HTTP status means when the body says nothing better. IPQS's style guide names 403 for rate limits, its Splunk app
 * 509; 429 is everyone else's.
 */
export function reasonOfStatus(status: number): FailureReason | undefined {
	if (status === 403 || status === 429 || status === 509) return 'rate_limited';
	if (status >= 500 || status === 408) return 'unavailable';
	if (status === 401) return 'invalid_key';
	if (status === 402) return 'insufficient_credits';
	if (status === 404) return 'not_found';
	if (status >= 400) return 'rejected_request';
	return undefined;
}

/** What happened, as a sentence for people; the detail is added where the reason alone does not tell. */
export function failureMessage(reason: FailureReason, detail: string | null): string {
	if (detail === null) return FAILURES[reason].message;
	if (reason === 'invalid_parameter') return detail;
	const { message, needsDetail } = FAILURES[reason];
	return needsDetail ? `${message}: ${detail}` : message;
}
