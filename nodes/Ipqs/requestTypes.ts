import type { INodePropertyOptions } from 'n8n-workflow';

interface RequestType {
	/** IPQS's name. */
	readonly value: string;
	readonly label: string;
	/** Whether a postback can find the lookup by a tracking variable. */
	readonly postback?: true;
}

/** Types of lookups that IPQS stores (IPQS OpenAPI description, request list and postback). */
const REQUEST_TYPES: readonly RequestType[] = [
	{ value: 'devicetracker', label: 'Device Fingerprint', postback: true },
	{ value: 'email', label: 'Email', postback: true },
	{ value: 'proxy', label: 'IP Address', postback: true },
	{ value: 'leaked_email', label: 'Leaked Email' },
	{ value: 'leaked_username', label: 'Leaked Username' },
	{ value: 'mobiletracker', label: 'Mobile SDK', postback: true },
	{ value: 'phone', label: 'Phone' },
	{ value: 'url', label: 'URL' },
];

const menuOf = (types: readonly RequestType[]): INodePropertyOptions[] => types.map(({ value, label }) => ({ name: label, value }));

/** Types that can be listed. */
export const LISTABLE = { values: REQUEST_TYPES.map(({ value }) => value), menu: menuOf(REQUEST_TYPES) };

const withPostback = REQUEST_TYPES.filter(({ postback }) => postback);

/** Types that a postback can find by a tracking variable. */
export const POSTBACK = { values: withPostback.map(({ value }) => value), menu: menuOf(withPostback) };
