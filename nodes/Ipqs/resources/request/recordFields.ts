import { MESSAGE, REQUEST_ID, SUCCESS } from '../../../shared/ipqs/commonFields';
import { PHONE_FIELDS } from '../../../shared/ipqs/phoneFields';
import type { ResponseField } from '../../../shared/ipqs/responseField';
import { getResult } from '../deviceFingerprint/getResult.operation';
import { EMAIL_FIELDS } from '../../../shared/ipqs/emailFields';
import { IP_FIELDS } from '../../../shared/ipqs/ipAddressFields';
import { check } from '../leakedData/check.operation';
import { URL_FIELDS } from '../../../shared/ipqs/urlFields';

/** Fields of every record, whatever was looked up (IPQS OpenAPI description, request list). */
const OWN_FIELDS: readonly ResponseField[] = [
	SUCCESS,
	{ ...REQUEST_ID, simplified: true },
	{
		name: 'click_date',
		label: 'Click Date',
		type: 'text',
		simplified: true,
		description: 'When the lookup was made, in the time zone of the IPQS account',
	},
	{
		name: 'ip',
		label: 'IP',
		type: 'text',
		simplified: true,
		description: 'IP address that was looked up, or that was sent with the lookup',
	},
	{
		name: 'fraud_score',
		label: 'Fraud Score',
		type: 'number',
		range: [0, 100],
		simplified: true,
		description: 'Risk from 0 to 100: 75 and up is suspicious, 85 and up high risk',
	},
	{
		name: 'recent_abuse',
		label: 'Recent Abuse',
		type: 'boolean',
		simplified: true,
		description: 'Whether it was recently involved in abuse',
	},
	{
		name: 'variables',
		label: 'Variables',
		type: 'object',
		simplified: true,
		description: 'Tracking variables that were sent with the lookup',
	},
	MESSAGE,
];

const firstOfName = (fields: readonly ResponseField[]): ResponseField[] =>
	[...new Map([...fields].reverse().map((field) => [field.name, field])).values()].reverse();

/** Fields of a record: those of every record, and those of all lookups, because a record contains the original response. */
export const RECORD_FIELDS: readonly ResponseField[] = [
	...OWN_FIELDS,
	...firstOfName([...PHONE_FIELDS, ...EMAIL_FIELDS, ...IP_FIELDS, ...URL_FIELDS, ...getResult.fields, ...check.fields])
		.filter(({ name }) => OWN_FIELDS.every((field) => field.name !== name))
		.map((field) => ({ ...field, simplified: undefined })),
];
