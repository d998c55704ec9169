import type { INodeProperties } from 'n8n-workflow';
import { HIDDEN_FOR_CUSTOM_INTEGRATION } from '../shared/lookupNode/authentication';
import { strictnessProperty } from '../shared/lookupNode/strictness';
import { transactionOptions } from '../shared/lookupNode/transactionOptions';

export const MALFORMED_PHONE = ['invalid', 'fail', 'send'] as const;

/** Seconds to wait for an answer when a line check has to reach the phone's own network. */
export const LINE_CHECK_TIMEOUT = 20;

export const phoneParameters: INodeProperties[] = [
	{
		displayName: 'Phone Number',
		name: 'phone',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +12015550123',
		description: 'One number, best with + and its country code; spaces, punctuation and extensions are understood',
	},
	{
		displayName: 'Country',
		name: 'country',
		type: 'string',
		default: '',
		placeholder: 'e.g. US or US,CA',
		description: 'Where numbers without a country code belong: codes or English names, several separated by commas',
	},
	strictnessProperty('Strictness', 'strictness', 2, 'How readily IPQS flags a number'),
	{
		displayName: 'Enhanced Line Check',
		name: 'enhancedLineCheck',
		type: 'boolean',
		default: false,
		description: `Whether to ask the phone network (HLR) if the line is active, an IPQS add-on that takes longer; the default of 'Timeout' is then ${LINE_CHECK_TIMEOUT} seconds`,
		...HIDDEN_FOR_CUSTOM_INTEGRATION,
	},
	{
		displayName: 'Enhanced Name Check',
		name: 'enhancedNameCheck',
		type: 'boolean',
		default: false,
		description: "Whether to look up the owner's name, an IPQS add-on",
		...HIDDEN_FOR_CUSTOM_INTEGRATION,
	},
];

export const phoneOptions: INodeProperties[] = [
	{
		displayName: 'Malformed Numbers',
		name: 'malformedPhone',
		type: 'options',
		options: [
			{ name: 'Mark as Invalid', value: 'invalid', description: 'Costs no lookup; the lead goes on with valid = false' },
			{ name: 'Fail the Item', value: 'fail', description: "Costs no lookup; the lead follows 'On Error'" },
			{ name: 'Ask IPQS Anyway', value: 'send', description: 'Costs a lookup' },
		],
		default: 'invalid',
		description: 'What to do with an empty or impossible number: one with letters, under 7 or over 15 digits',
	},
	{
		displayName: 'SMS Pumping Check',
		name: 'smsPumping',
		type: 'boolean',
		default: false,
		description: 'Whether to ask for the risk of artificially inflated text traffic as well',
		...HIDDEN_FOR_CUSTOM_INTEGRATION,
	},
	...transactionOptions,
];
