import { ERRORS, MESSAGE, REQUEST_ID, SUCCESS, TRANSACTION_DETAILS } from './commonFields';
import type { ResponseField } from './responseField';
import { NO_NORTH_AMERICAN_REGION_NAME } from './northAmericanRegionNames';
import { LINE_TYPES, TRANSACTION_FIELDS } from './transactionFields';

/** `lookup.resource` of phone lookups. */
export const PHONE_RESOURCE = 'phone';

/** `active_status` of a phone that is switched off: temporary, unlike a disconnected line. */
export const PHONE_TURNED_OFF = 'Phone Turned Off';

const INCONCLUSIVE = 'Inconclusive Status';

/**
 * Fields of `/api/json/phone` in the order IPQS sends them (IPQS documentation, response parameters; the newest ones from live
 * responses).
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
		description: 'The number in international format (E.164)',
	},
	{ name: 'local_format', label: 'Local Format', type: 'text', description: 'The number in the format of its country' },
	{
		name: 'valid',
		label: 'Valid',
		type: 'boolean',
		goodWhenTrue: true,
		simplified: true,
		codeWhenFalse: 'INVALID_NUMBER',
		description: 'Whether the number has a correct format and is in an assigned range',
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
		description: 'Whether the number was recently involved in abuse',
	},
	{ name: 'VOIP', label: 'VOIP', type: 'boolean', simplified: true, description: 'Whether it is an internet phone number (Voice over IP)' },
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
		description: 'Whether the number is associated with fraud, scams, robocalls or other unwanted behavior',
	},
	{
		name: 'active',
		label: 'Active',
		type: 'boolean',
		goodWhenTrue: true,
		simplified: true,
		nullIsNormal: true,
		codeWhenFalse: 'INACTIVE',
		description: 'Whether the line is in service; reliable only with Enhanced Line Check',
	},
	{ name: 'carrier', label: 'Carrier', type: 'text', simplified: true, description: 'Service provider of the number' },
	{ name: 'line_type', label: 'Line Type', type: 'choice', choices: LINE_TYPES, simplified: true, description: 'Type of line' },
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
	{ name: 'zip_code', label: 'Zip Code', type: 'text', ambiguousName: true, description: 'ZIP or postal code of the number' },
	{
		name: 'region',
		label: 'Region',
		type: 'text',
		format: { pattern: NO_NORTH_AMERICAN_REGION_NAME, example: 'TX' },
		ambiguousName: true,
		simplified: true,
		description: 'State or province in the US and Canada; elsewhere the name of a region or country',
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
		description: 'Status of the line; requires Enhanced Line Check',
	},
	{ name: 'sms_domain', label: 'SMS Domain', type: 'text', description: "Email domain of the carrier's SMS gateway" },
	{
		name: 'associated_email_addresses',
		label: 'Associated Email Addresses',
		type: 'object',
		planNoticeIn: 'status',
		description: 'Email addresses seen with the number (fields: status, emails)',
	},
	{
		name: 'user_activity',
		label: 'User Activity',
		type: 'choice',
		choices: ['high', 'medium', 'low', 'none'],
		simplified: true,
		nullIsNormal: true,
		description: 'How often the number was seen in legitimate activity; Enterprise plans only',
	},
	{
		name: 'mnc',
		label: 'MNC',
		type: 'text',
		format: { pattern: /^\d*$/, example: '004' },
		description: 'Mobile network code, including leading zeros',
	},
	{
		name: 'mcc',
		label: 'MCC',
		type: 'text',
		format: { pattern: /^\d*$/, example: '310' },
		description: 'Mobile country code, including leading zeros',
	},
	{
		name: 'leaked',
		label: 'Leaked',
		type: 'boolean',
		simplified: true,
		description: 'Whether the number was seen in a data breach, which is common for ordinary numbers',
	},
	{
		name: 'spammer',
		label: 'Spammer',
		type: 'boolean',
		simplified: true,
		description: 'Whether the number was recently reported for spam',
	},
	REQUEST_ID,
	{
		name: 'name',
		label: 'Name',
		type: 'text',
		ambiguousName: true,
		nullIsNormal: true,
		description: 'Name of the owner, or several names separated by commas; more complete with Enhanced Name Check',
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
		description: 'Whether the number is on a do-not-call list (US and Canada)',
	},
	{
		name: 'tcpa_blacklist',
		label: 'TCPA Blacklist',
		type: 'boolean',
		simplified: true,
		nullIsNormal: true,
		description: 'Whether IPQS lists the owner of the number as someone who sues over unwanted calls (TCPA, US)',
	},
	{
		name: 'accurate_country_code',
		label: 'Accurate Country Code',
		type: 'boolean',
		goodWhenTrue: true,
		nullIsNormal: true,
		description: "Whether the number belongs to one of the countries in 'Country'; has no meaning if 'Country' is empty",
	},
	{
		name: 'sms_email',
		label: 'SMS Email',
		type: 'text',
		nullIsNormal: true,
		description: 'Email address that reaches the phone as a text message',
	},
	{
		name: 'number_recycling',
		label: 'Number Recycling',
		type: 'object',
		planNoticeIn: 'message',
		nullIsNormal: true,
		description: 'Whether and when the number changed owners; requires an IPQS add-on',
	},
	{
		name: 'identity_data',
		label: 'Identity Data',
		type: 'list',
		nullIsNormal: true,
		description: 'Names, addresses and email addresses known for the number; personal data',
	},
	{
		name: 'sms_pumping',
		label: 'SMS Pumping',
		type: 'object',
		nullIsNormal: true,
		description: 'Risk of SMS pumping (artificially inflated SMS traffic); requires SMS Pumping Check',
	},
	TRANSACTION_DETAILS,
	ERRORS,
];

/** Members of `number_recycling` and `sms_pumping`, as seen in live bodies. */
const NESTED_FIELDS: readonly ResponseField[] = [
	{
		name: 'number_recycling.recently_recycled',
		label: 'Recycling: Recently Recycled',
		type: 'boolean',
		nullIsNormal: true,
		description: 'Whether the number recently got a new owner; requires an IPQS add-on',
	},
	{
		name: 'number_recycling.ported',
		label: 'Recycling: Ported',
		type: 'boolean',
		nullIsNormal: true,
		description: 'Whether the number moved to another carrier; requires an IPQS add-on',
	},
	{
		name: 'number_recycling.last_ported_date',
		label: 'Recycling: Last Ported Date',
		type: 'text',
		nullIsNormal: true,
		description: 'When the number last moved to another carrier; requires an IPQS add-on',
	},
	{
		name: 'sms_pumping.risk_score',
		label: 'SMS Pumping: Risk Score',
		type: 'number',
		range: [0, 100],
		nullIsNormal: true,
		description: 'Risk of SMS pumping from 0 to 100; requires SMS Pumping Check',
	},
	{
		name: 'sms_pumping.velocity',
		label: 'SMS Pumping: Velocity',
		type: 'choice',
		choices: ['high', 'medium', 'low', 'none'],
		nullIsNormal: true,
		description: 'How often the number recently received verification messages; requires SMS Pumping Check',
	},
];

export const PHONE_FIELDS: readonly ResponseField[] = [...MAIN_FIELDS, ...NESTED_FIELDS, ...TRANSACTION_FIELDS];
