import { omitEmpty, buildLookup, trueOrEmpty } from '../../requestBuilders';
import type { IpqsOperation } from '../../ipqsOperation';
import { readOptionalStrictness, strictnessProperty } from '../../../shared/lookupNode/strictness';
import { toText } from '../../../shared/parameters/text';
import type { ItemRequest } from '../../../shared/lookupNode/operation';
import type { AuthMode } from '../../../shared/lookupNode/connection';
import { readInteger } from '../../../shared/parameters/validate';
import { EMAIL_FIELDS } from '../../../shared/ipqs/emailFields';
import { EMAIL_SANDBOX } from './emailSandbox';
import type { ItemParameters } from '../../../shared/lookupNode/itemParameters';
import { isEmailAddress } from '../../../shared/ipqs/formats';

/** Seconds IPQS itself may take for the mailbox (IPQS documentation, e-mail request parameters). */
const MAILBOX_TIMEOUT = { min: 1, max: 57 };

const DEFAULT_MAILBOX_TIMEOUT = 7;

/** What an answer takes beyond the mailbox, in seconds, so that IPQS's patience ends before this node's. */
const ON_TOP = 3;

function buildRequest(item: ItemParameters, access: AuthMode): ItemRequest {
	const { options } = item;
	const email = toText(item.read('email', ''));
	const mailboxTimeout = readInteger('Mailbox Timeout', options.mailboxTimeout ?? DEFAULT_MAILBOX_TIMEOUT, MAILBOX_TIMEOUT);
	const parameters = omitEmpty({
		strictness: readOptionalStrictness('Strictness', options.strictness, 2),
		abuse_strictness: readOptionalStrictness('Abuse Strictness', options.abuseStrictness, 2),
		fast: trueOrEmpty('Fast', options.fast),
		suggest_domain: trueOrEmpty('Suggest Domain', options.suggestDomain),
		timeout: options.mailboxTimeout === undefined ? '' : String(mailboxTimeout),
	});
	if (!isEmailAddress(email)) {
		const detail = "'Email' holds no possible address";
		return { unsent: { status: 'not_sent', reason: 'invalid_parameter', detail, body: { message: detail, success: true, valid: false } } };
	}
	const request = buildLookup({ endpoint: 'email', parameter: 'email', value: email }, parameters, item, access);
	return { request, ...(mailboxTimeout === DEFAULT_MAILBOX_TIMEOUT ? {} : { timeout: mailboxTimeout + ON_TOP }) };
}

/** `GET|POST /api/json/email` (IPQS documentation, email verification). */
export const validate: IpqsOperation = {
	name: 'validate',
	label: 'Validate',
	action: 'Validate email address',
	description: 'Check an e-mail address: whether it can receive mail, fraud score, abuse, disposable domains and more',
	costsCredit: true,
	properties: [
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. name@example.com',
			required: true,
			default: '',
			description: 'One address; an impossible one is marked as invalid and costs no lookup',
		},
	],
	options: [
		strictnessProperty('Abuse Strictness', 'abuseStrictness', 2, 'How readily IPQS counts reported abuse'),
		{
			displayName: 'Fast',
			name: 'fast',
			type: 'boolean',
			default: false,
			description: 'Whether to leave out the mail server check (SMTP), which is quicker and less accurate',
		},
		{
			displayName: 'Mailbox Timeout',
			name: 'mailboxTimeout',
			type: 'number',
			typeOptions: { minValue: MAILBOX_TIMEOUT.min, maxValue: MAILBOX_TIMEOUT.max },
			default: DEFAULT_MAILBOX_TIMEOUT,
			hint: 'Seconds',
			description: "Seconds that IPQS may wait for the mail server; 20 to 40 where no immediate answer is needed. 'Timeout' grows with it.",
		},
		strictnessProperty('Strictness', 'strictness', 2, 'How readily IPQS flags an address'),
		{
			displayName: 'Suggest Domain',
			name: 'suggestDomain',
			type: 'boolean',
			default: false,
			description: 'Whether to suggest the domain that a misspelled one was meant to be',
		},
	],
	fields: EMAIL_FIELDS,
	sandbox: EMAIL_SANDBOX,
	buildRequest,
};
