import { omitEmpty, buildLookup, readLookupValue, trueOrEmpty } from '../../requestBuilders';
import type { IpqsOperation } from '../../ipqsOperation';
import { NUMERIC_OPTIONS } from '../../../shared/lookupNode/numericOptions';
import { readOptionalStrictness, strictnessProperty } from '../../../shared/lookupNode/strictness';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import type { AuthMode } from '../../../shared/lookupNode/connection';
import { readInteger } from '../../../shared/parameters/readParameter';
import { EMAIL_FIELDS } from '../../../shared/ipqs/emailFields';
import { EMAIL_SANDBOX } from './emailSandbox';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';
import { normalizeEmail } from '../../../shared/ipqs/formats';

/** Seconds. IPQS accepts 1 to 60 (documentation, email validation); the maximum leaves room for RESPONSE_MARGIN in 'Limit: Timeout'. */
const MAILBOX_TIMEOUT = { min: 1, max: 57 };

/** Seconds, IPQS's own default. */
const DEFAULT_MAILBOX_TIMEOUT = 7;

/** Seconds that a response takes in addition to the mailbox check, so that IPQS times out before this node does. */
const RESPONSE_MARGIN = 3;

function buildRequest(item: ItemParameters, auth: AuthMode): ItemRequest {
	const { options } = item;
	const email = readLookupValue(item, 'email', 'Email', normalizeEmail, 'is not a possible email address');
	const mailboxTimeout = readInteger('Mailbox Timeout', options.mailboxTimeout ?? DEFAULT_MAILBOX_TIMEOUT, MAILBOX_TIMEOUT);
	const parameters = omitEmpty({
		strictness: readOptionalStrictness('Strictness', options.strictness, 2),
		abuse_strictness: readOptionalStrictness('Abuse Strictness', options.abuseStrictness, 2),
		fast: trueOrEmpty('Fast', options.fast),
		suggest_domain: trueOrEmpty('Suggest Domain', options.suggestDomain),
		timeout: options.mailboxTimeout === undefined ? '' : String(mailboxTimeout),
	});
	if ('unsent' in email) return email;
	const request = buildLookup({ endpoint: 'email', parameter: 'email', value: email.value }, parameters, item, auth);
	return { request, timeout: Math.max(NUMERIC_OPTIONS.timeout.default, mailboxTimeout + RESPONSE_MARGIN) };
}

/** `GET|POST /api/json/email` (IPQS documentation, email verification). */
export const validate: IpqsOperation = {
	name: 'validate',
	label: 'Validate',
	action: 'Validate email address',
	description: 'Check an email address: whether it can receive email, fraud score, abuse, disposable domain and more',
	costsCredit: true,
	outputField: 'ipqs_email',
	properties: [
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. name@example.com',
			required: true,
			default: '',
			description: 'The email address to check. Impossible addresses are not sent and cost nothing.',
		},
	],
	options: [
		strictnessProperty('Abuse Strictness', 'abuseStrictness', 2, "How strictly IPQS detects abusive email addresses ('Recent Abuse')"),
		{
			displayName: 'Fast',
			name: 'fast',
			type: 'boolean',
			default: false,
			description: 'Whether to skip the check with the mail server (SMTP), which is faster but less accurate',
		},
		{
			displayName: 'Mailbox Timeout',
			name: 'mailboxTimeout',
			type: 'number',
			typeOptions: { minValue: MAILBOX_TIMEOUT.min, maxValue: MAILBOX_TIMEOUT.max },
			default: DEFAULT_MAILBOX_TIMEOUT,
			hint: 'Seconds',
			description: `Maximum time IPQS waits for the mail server, in seconds; IPQS recommends 20 if you do not need an immediate result. Above ${NUMERIC_OPTIONS.timeout.default - RESPONSE_MARGIN}, it also raises the default of 'Limit: Timeout'.`,
		},
		strictnessProperty('Strictness', 'strictness', 2, 'How strictly IPQS detects spam traps and honeypots'),
		{
			displayName: 'Suggest Domain',
			name: 'suggestDomain',
			type: 'boolean',
			default: false,
			description:
				'Whether to check every domain for misspellings. If off, IPQS only checks the domains of invalid or recently abused addresses.',
		},
	],
	fields: EMAIL_FIELDS,
	sandbox: EMAIL_SANDBOX,
	buildRequest,
};
