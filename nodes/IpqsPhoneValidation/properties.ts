import type { INodeProperties } from 'n8n-workflow';
import { HIDDEN_FOR_CUSTOM_INTEGRATION } from '../shared/lookupNode/authentication';
import { strictnessProperty } from '../shared/lookupNode/strictness';
import { transactionOptions } from '../shared/lookupNode/transactionOptions';

export const UNUSABLE_PHONE = ['skip', 'send'] as const;

/** Default timeout in seconds if IPQS has to query the carrier network. */
export const LINE_CHECK_TIMEOUT = 20;

export const phoneParameters: INodeProperties[] = [
	{
		displayName: 'Phone Number',
		name: 'phone',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +12015550100',
		description: 'The number to check, ideally with + and country code. Spaces, punctuation and extensions are fine.',
	},
	{
		displayName: 'Country',
		name: 'country',
		type: 'string',
		default: '',
		placeholder: 'e.g. US or US,CA',
		description: 'Country of numbers without a country code. Use codes or English names, separated by commas.',
	},
	strictnessProperty('Strictness', 'strictness', 2, 'How strictly IPQS scores the number'),
	{
		displayName: 'Enhanced Line Check',
		name: 'enhancedLineCheck',
		type: 'boolean',
		default: false,
		description: `Whether to check the status of the line with the carrier network (HLR). Requires an IPQS add-on and raises the default timeout to ${LINE_CHECK_TIMEOUT} seconds.`,
		...HIDDEN_FOR_CUSTOM_INTEGRATION,
	},
	{
		displayName: 'Enhanced Name Check',
		name: 'enhancedNameCheck',
		type: 'boolean',
		default: false,
		description: "Whether to look up the owner's name. Requires an IPQS add-on.",
		...HIDDEN_FOR_CUSTOM_INTEGRATION,
	},
];

export const phoneOptions: INodeProperties[] = [
	{
		displayName: 'SMS Pumping Check',
		name: 'smsPumping',
		type: 'boolean',
		default: false,
		description: 'Whether to also return the risk of SMS pumping (artificially inflated SMS traffic)',
		...HIDDEN_FOR_CUSTOM_INTEGRATION,
	},
	...transactionOptions,
	{
		displayName: 'Unusable Numbers',
		name: 'unusablePhone',
		type: 'options',
		options: [
			{ name: 'Skip', value: 'skip', description: 'Sends no request and costs nothing' },
			{ name: 'Send to IPQS Anyway', value: 'send', description: 'Each number costs a credit' },
		],
		default: 'skip',
		description: 'What to do with numbers that are missing, unreadable or impossible',
	},
];
