import { filled, lookupOf, whenOn } from '../../requestBuilders';
import type { SuiteOperation } from '../../ipqsOperation';
import { chosenLevel, strictness } from '../../../shared/lookupNode/strictness';
import { textOf } from '../../../shared/parameters/text';
import type { ItemParameters, Question } from '../../../shared/lookupNode/operation';
import type { Access } from '../../../shared/lookupNode/connection';
import { wholeNumber } from '../../../shared/parameters/validate';
import { isEmailAddress } from '../../../shared/ipqs/email';
import { EMAIL_FIELDS } from './emailFields';
import { EMAIL_SANDBOX } from './emailSandbox';

/** Seconds IPQS itself may take for the mailbox (IPQS documentation, e-mail request parameters). */
const MAILBOX_TIMEOUT = { min: 1, max: 57 };

const DEFAULT_MAILBOX_TIMEOUT = 7;

/** What an answer takes beyond the mailbox, in seconds, so that IPQS's patience ends before this node's. */
const ON_TOP = 3;

function ask(item: ItemParameters, access: Access): Question {
	const { options } = item;
	const email = textOf(item.read('email', ''));
	const mailboxTimeout = wholeNumber('Mailbox Timeout', options.mailboxTimeout ?? DEFAULT_MAILBOX_TIMEOUT, MAILBOX_TIMEOUT);
	const parameters = filled({
		strictness: chosenLevel('Strictness', options.strictness, 2),
		abuse_strictness: chosenLevel('Abuse Strictness', options.abuseStrictness, 2),
		fast: whenOn('Fast', options.fast),
		suggest_domain: whenOn('Suggest Domain', options.suggestDomain),
		timeout: options.mailboxTimeout === undefined ? '' : String(mailboxTimeout),
	});
	if (!isEmailAddress(email)) {
		const detail = '\'Email\' holds no possible address';
		return { settled: { status: 'not_sent', reason: 'invalid_parameter', detail, body: { message: detail, success: true, valid: false } } };
	}
	const request = lookupOf({ endpoint: 'email', parameter: 'email', value: email }, parameters, item, access);
	return { request, ...(mailboxTimeout === DEFAULT_MAILBOX_TIMEOUT ? {} : { timeout: mailboxTimeout + ON_TOP }) };
}

/** `GET|POST /api/json/email` (IPQS documentation, email verification). */
export const validate: SuiteOperation = {
	name: 'validate',
	label: 'Validate',
	action: 'Validate email address',
	description: 'Check an e-mail address: whether it can receive mail, fraud score, abuse, disposable domains and more',
	charged: true,
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
		strictness('Abuse Strictness', 'abuseStrictness', 2, 'How readily IPQS counts reported abuse'),
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
			description: 'Seconds that IPQS may wait for the mail server; 20 to 40 where no immediate answer is needed. \'Timeout\' grows with it.',
		},
		strictness('Strictness', 'strictness', 2, 'How readily IPQS flags an address'),
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
	ask,
};
