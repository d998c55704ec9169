export interface FailureInfo {
	/** What happened, without a final period. */
	readonly message: string;
	/** What to do, without a final period. Different for each reason: the error output is recognized by it. */
	readonly remedy: string;
	/** What to do when a credential is tested; absent for reasons that are about a lead, a limit or a stop. */
	readonly credentialTestRemedy?: string;
	/** Whether the same request may succeed a moment later. */
	readonly retry?: true;
	/** Whether further requests of the account would fail too: those that cost credits, or free ones as well. */
	readonly stopsAccount?: 'charged' | 'all';
	/** Caused by a limit or a stop the user asked for; fails the item, not the node. */
	readonly userRequested?: true;
	/** Nothing was sent to IPQS, because the value cannot be looked up or was not to be; fails neither the item nor the node. */
	readonly unsent?: true;
	/** Whether the message is only useful with the message from IPQS, or about the parameter, after it. */
	readonly needsDetail?: true;
}

/** Infers the reasons, and keeps all members of `FailureInfo` on every entry. */
const defineFailures = <Reason extends string>(failures: Readonly<Record<Reason, FailureInfo>>): typeof failures => failures;

/** Every reason for a lookup without a result. Nodes, documentation and tests derive from this list. */
export const FAILURES = defineFailures({
	invalid_key: {
		message: 'IPQS rejected the API key',
		remedy: 'In the credential, enter the key (or domain and secret) from your IPQS account again and test it',
		credentialTestRemedy: 'Copy it again from Settings in the IPQualityScore dashboard',
		stopsAccount: 'all',
	},
	insufficient_credits: {
		message: 'The IPQS account is out of credits, or the key does not exist',
		remedy: 'Top up the account or check the key, then try the remaining items again',
		credentialTestRemedy: 'Top up the account, or copy the key again from Settings in the IPQualityScore dashboard',
		stopsAccount: 'charged',
	},
	quota_exceeded: {
		message: 'The request quota of the IPQS account is used up',
		remedy: 'Wait until the quota resets or upgrade your IPQS plan, then try the remaining items again',
		credentialTestRemedy: 'The key works. Wait until the quota resets, or upgrade your IPQS plan',
		stopsAccount: 'charged',
	},
	rate_limited: {
		message: 'IPQS is rate limiting this account or server',
		remedy: "Lower 'Requests per Second' in the credential or raise 'Limit: Max Retries' in the options, then try the item again",
		credentialTestRemedy: 'Try again in a minute, or from another network',
		retry: true,
	},
	timeout: {
		message: 'IPQS did not respond in time',
		remedy: "Try the item again. If it keeps happening, raise 'Limit: Timeout' in the options",
		credentialTestRemedy: 'Try again in a minute',
		retry: true,
	},
	unavailable: {
		message: 'IPQS is unreachable or unavailable',
		remedy: "Check the network of the n8n server and 'Base URL' in the credential, then try the item again",
		credentialTestRemedy: "Check 'Base URL' and the network of the n8n server",
		retry: true,
	},
	bad_response: {
		message: 'The server did not return a valid IPQS response',
		remedy: "Check 'Base URL' in the credential, and whether a proxy or firewall responds instead of IPQS",
		credentialTestRemedy: "Check 'Base URL', and whether a proxy or firewall responds instead of IPQS",
	},
	rejected_request: {
		message: 'IPQS rejected the request',
		remedy: 'Check the values of this item, and whether your IPQS plan includes the requested checks',
		credentialTestRemedy: "Check 'Base URL' and your IPQS account",
		needsDetail: true,
	},
	not_found: {
		message: 'IPQS found no match for the request',
		remedy: "Check the values of this item and 'Base URL' in the credential",
		credentialTestRemedy: "Check 'Base URL'",
		needsDetail: true,
	},
	phone_missing: {
		message: "'Phone Number' is empty or has no digits",
		remedy: "Map the field with the lead's phone number, or ask for the number in your form",
		unsent: true,
	},
	phone_unreadable: {
		message: "'Phone Number' cannot be read as one phone number",
		remedy: "Map the field with the lead's phone number, and nothing else",
		needsDetail: true,
		unsent: true,
	},
	phone_impossible: {
		message: "'Phone Number' is not a possible phone number",
		remedy: 'Check the number and its country code',
		needsDetail: true,
		unsent: true,
	},
	country_missing: {
		message: "'Phone Number' needs a country",
		remedy: "Set 'Country', or map a number that starts with + and the country code",
		needsDetail: true,
		unsent: true,
	},
	value_missing: {
		message: 'There is no value to look up',
		remedy: 'Map the field that contains the value, or filter out items without one',
		needsDetail: true,
		unsent: true,
	},
	value_unusable: {
		message: 'The value cannot be looked up',
		remedy: 'Map the field with the value to look up, and nothing else',
		needsDetail: true,
		unsent: true,
	},
	key_only: {
		message: "Nothing was looked up, because 'Output' is Key Only",
		remedy: "Use 'lookup.key' to find an earlier result. To look the value up, set 'Output' to another option",
		unsent: true,
	},
	invalid_parameter: {
		message: 'A parameter has an invalid value',
		remedy: 'Correct the parameter, or its expression, for this item',
	},
	max_lookups: {
		message: "'Limit: Max Lookups' was reached before this item",
		remedy: "Raise 'Limit: Max Lookups' in the options, or run the remaining items separately",
		userRequested: true,
	},
	daily_limit: {
		message: "The limit in 'Lookups per Day' of the credential was reached before this item",
		remedy: "Raise 'Lookups per Day' in the credential, or run the remaining items after midnight UTC",
		userRequested: true,
	},
	credits_reserved: {
		message: "The account was down to the credits in 'Limit: Keep Credits' before this item",
		remedy: "Top up the account or lower 'Limit: Keep Credits' in the options, then try the remaining items again",
		userRequested: true,
	},
	cancelled: {
		message: 'The execution was stopped before this item was looked up',
		remedy: 'Try the item again',
		userRequested: true,
	},
	unknown: {
		message: 'IPQS returned no result and gave no known reason',
		remedy: 'Check the message from IPQS, and your IPQS account',
		credentialTestRemedy: 'Check your IPQS account, then test again',
		needsDetail: true,
	},
});

/** Why a lookup gave no result; `lookup.reason` of an item. */
export type FailureReason = keyof typeof FAILURES;

/** Whether the reason stops the node when 'On Error' is Stop. */
export function stopsNodeFor(reason: FailureReason): boolean {
	const { unsent, userRequested } = FAILURES[reason];
	return unsent !== true && userRequested !== true;
}

/**
 * Matches messages that call the phone number itself invalid. The words must be adjacent: "Invalid request to the phone API" and
 * "Phone lookups are not valid on this plan" are about something else, and must not make a lead's number invalid, nor must a phone of
 * the transaction's billing or shipping address.
 */
const INVALID_NUMBER = new RegExp(
	[
		/\b(?:invalid|malformed|not a valid)(?: (?:or )?(?!(?:card|credit|billing|shipping)\b)\w+)? (?:tele)?phone number\b(?! (?:country|code|lookup|validation)s?\b)/,
		/\b(?:invalid|malformed|not a valid)(?: or \w+)? (?:(?:tele)?phone|number) ?(?:$|[.,;:!])/,
		/(?<!\b(?:card|(?:billing|shipping)(?: (?:tele)?phone)?) )\b(?:(?:tele)?phone|number)(?: (?:(?:that|which) )?you \w+(?: us)?| (?:entered|given|provided|sent))?(?: (?:is|was))? (?:invalid|malformed|not (?:a )?valid(?: one)?)(?: or \w+)? ?(?:$|[.,;:!]|please\b)/,
	]
		.map(({ source }) => source)
		.join('|'),
	'i',
);

/** The first pattern that matches IPQS's message decides. The tests list the messages seen live; the wording varies. */
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

/** The reason in a message from IPQS; undefined if it is not recognized. `invalid_number` is a result, not a failure. */
export function reasonOfMessage(message: string): FailureReason | 'invalid_number' | undefined {
	const oneLine = message.replace(/\s+/g, ' ');
	return MESSAGE_REASONS.find(([pattern]) => pattern.test(oneLine))?.[1];
}

/**
 * The reason for an HTTP status, if the body has no recognized message; undefined for a status that is no failure. For rate
 * limits IPQS's API style guide names 403 and its Splunk app 509; 429 is the HTTP standard (RFC 6585).
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

/** What happened, as a sentence, with the detail if the reason needs it. */
export function failureMessage(reason: FailureReason, detail: string | null): string {
	if (detail === null) return FAILURES[reason].message;
	if (reason === 'invalid_parameter') return detail;
	const { message, needsDetail } = FAILURES[reason];
	return needsDetail ? `${message}: ${detail}` : message;
}
