import { ERRORS, MESSAGE, REQUEST_ID, SUCCESS, TRANSACTION_DETAILS } from './commonFields';
import type { ResponseField } from './responseField';
import { NO_NORTH_AMERICAN_REGION_NAME } from './regions';
import { LINE_TYPES, TRANSACTION_FIELDS } from './transactionFields';

/** What `lookup.resource` of a phone lookup says. */
export const PHONE_RESOURCE = 'phone';

/** The value of `active_status` when the phone is off: it passes, unlike a disconnected line. */
export const PHONE_TURNED_OFF = 'Phone Turned Off';

const INCONCLUSIVE = 'Inconclusive Status';

/**
 * Fields of `/api/json/phone` in the order IPQS sends them (IPQS documentation, response parameters; the newest ones as
 * seen in live bodies).
 */
const MAIN_FIELDS: readonly ResponseField[] = [
	MESSAGE,
	SUCCESS,
	{
		name: 'formatted',
		label: 'Formatted',
		type: 'text',
		format: { pattern: /^\+\d*$/, example: '+12015550123' },
		simplified: true,
		description: 'The number in international (E.164) format',
	},
	{ name: 'local_format', label: 'Local Format', type: 'text', description: 'The number as it is written in its own country' },
	{
		name: 'valid',
		label: 'Valid',
		type: 'boolean',
		goodWhenTrue: true,
		simplified: true,
		codeWhenFalse: 'INVALID_NUMBER',
		description: 'Whether the number is properly formatted and in an assigned range',
	},
	{
		name: 'fraud_score',
		label: 'Fraud Score',
		type: 'number',
		range: [0, 100],
		simplified: true,
		description: 'Risk from 0 to 100: 75 and up is suspicious, 85 and up high risk, 90 and up frequent recent abuse',
	},
	{
		name: 'recent_abuse',
		label: 'Recent Abuse',
		type: 'boolean',
		simplified: true,
		description: 'Whether the number took part in abuse lately',
	},
	{ name: 'VOIP', label: 'VOIP', type: 'boolean', simplified: true, description: 'Whether it is an internet (Voice over IP) number' },
	{
		name: 'prepaid',
		label: 'Prepaid',
		type: 'boolean',
		simplified: true,
		nullIsNormal: true,
		description: 'Whether the line is prepaid; unknown for landline, toll-free and VOIP numbers',
	},
	{
		name: 'risky',
		label: 'Risky',
		type: 'boolean',
		simplified: true,
		description: 'Whether the number is tied to fraudulent activity, scams, robocalls or other unfriendly behavior',
	},
	{
		name: 'active',
		label: 'Active',
		type: 'boolean',
		goodWhenTrue: true,
		simplified: true,
		nullIsNormal: true,
		codeWhenFalse: 'INACTIVE',
		description: 'Whether the line is in service; firm with Enhanced Line Check alone',
	},
	{ name: 'carrier', label: 'Carrier', type: 'text', simplified: true, description: 'The service provider of the number' },
	{ name: 'line_type', label: 'Line Type', type: 'choice', choices: LINE_TYPES, simplified: true, description: 'The kind of line' },
	{
		name: 'country',
		label: 'Country',
		type: 'text',
		isCountry: true,
		ambiguousName: true,
		simplified: true,
		description: 'Two-letter country code (ISO 3166-1)',
	},
	{ name: 'city', label: 'City', type: 'text', ambiguousName: true, simplified: true, description: 'City of the number' },
	{ name: 'zip_code', label: 'Zip Code', type: 'text', ambiguousName: true, description: 'Zip or postal code of the number' },
	{
		name: 'region',
		label: 'Region',
		type: 'text',
		format: { pattern: NO_NORTH_AMERICAN_REGION_NAME, example: 'TX' },
		ambiguousName: true,
		simplified: true,
		description: 'State in the US and Canada, elsewhere a region or country name',
	},
	{ name: 'dialing_code', label: 'Dialing Code', type: 'number', description: 'Country calling code' },
	{
		name: 'active_status',
		label: 'Active Status',
		type: 'choice',
		choices: [
			'Active Line',
			'Active Line - High Confidence',
			'Active Line - Medium Confidence',
			'Active Line - Low Confidence',
			'Disconnected Line',
			PHONE_TURNED_OFF,
			INCONCLUSIVE,
		],
		unknownChoices: [INCONCLUSIVE],
		simplified: true,
		nullIsNormal: true,
		description: 'State of the line; needs Enhanced Line Check',
	},
	{ name: 'sms_domain', label: 'SMS Domain', type: 'text', description: "Mail domain of the carrier's SMS gateway" },
	{
		name: 'associated_email_addresses',
		label: 'Associated Email Addresses',
		type: 'object',
		planNoticeIn: 'status',
		description: 'E-mail addresses seen with the number: status and emails',
	},
	{
		name: 'user_activity',
		label: 'User Activity',
		type: 'choice',
		choices: ['high', 'medium', 'low', 'none'],
		simplified: true,
		nullIsNormal: true,
		description: 'How often the number was seen in legitimate activity; Enterprise plans',
	},
	{
		name: 'mnc',
		label: 'MNC',
		type: 'text',
		format: { pattern: /^\d*$/, example: '004' },
		description: 'Mobile network code, with leading zeros',
	},
	{
		name: 'mcc',
		label: 'MCC',
		type: 'text',
		format: { pattern: /^\d*$/, example: '310' },
		description: 'Mobile country code, with leading zeros',
	},
	{
		name: 'leaked',
		label: 'Leaked',
		type: 'boolean',
		simplified: true,
		description: 'Whether the number was seen in a data breach, as many ordinary numbers were',
	},
	{ name: 'spammer', label: 'Spammer', type: 'boolean', simplified: true, description: 'Whether the number was lately reported for spam' },
	REQUEST_ID,
	{
		name: 'name',
		label: 'Name',
		type: 'text',
		ambiguousName: true,
		nullIsNormal: true,
		description: 'Name of the owner, several separated by commas; fuller with Enhanced Name Check',
	},
	{
		name: 'timezone',
		label: 'Timezone',
		type: 'text',
		format: { pattern: /\//, example: 'America/Chicago' },
		ambiguousName: true,
		description: 'Time zone of the number, such as America/Chicago',
	},
	{
		name: 'do_not_call',
		label: 'Do Not Call',
		type: 'boolean',
		simplified: true,
		nullIsNormal: true,
		description: 'Whether IPQS knows the number from a do-not-call list (US and Canada)',
	},
	{
		name: 'tcpa_blacklist',
		label: 'TCPA Blacklist',
		type: 'boolean',
		simplified: true,
		nullIsNormal: true,
		description: "Whether the number is on IPQS's list of TCPA litigators",
	},
	{
		name: 'accurate_country_code',
		label: 'Accurate Country Code',
		type: 'boolean',
		goodWhenTrue: true,
		nullIsNormal: true,
		description: 'Whether the number belongs to one of the countries sent; says nothing when none was sent',
	},
	{
		name: 'sms_email',
		label: 'SMS Email',
		type: 'text',
		nullIsNormal: true,
		description: 'Mail address that reaches the phone as a text message',
	},
	{
		name: 'number_recycling',
		label: 'Number Recycling',
		type: 'object',
		planNoticeIn: 'message',
		nullIsNormal: true,
		description: 'Whether and when the number changed hands; an add-on',
	},
	{
		name: 'identity_data',
		label: 'Identity Data',
		type: 'list',
		nullIsNormal: true,
		description: 'Names, addresses and e-mails known for the number: personal data',
	},
	{
		name: 'sms_pumping',
		label: 'SMS Pumping',
		type: 'object',
		nullIsNormal: true,
		description: 'Risk of artificially inflated text traffic, when it was asked for',
	},
	TRANSACTION_DETAILS,
	ERRORS,
];

export const PHONE_FIELDS: readonly ResponseField[] = [...MAIN_FIELDS, ...TRANSACTION_FIELDS];
