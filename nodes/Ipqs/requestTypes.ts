import type { INodePropertyOptions } from 'n8n-workflow';

interface RequestType {
	/** IPQS's own name. */
	readonly value: string;
	readonly label: string;
	/** Whether a postback can find such a lookup by a tracking variable. */
	readonly postback?: true;
}

/** Kinds of lookups that IPQS keeps (OpenAPI description, request list and postback). */
const REQUEST_TYPES: readonly RequestType[] = [
	{ value: 'devicetracker', label: 'Device Fingerprint', postback: true },
	{ value: 'email', label: 'Email', postback: true },
	{ value: 'proxy', label: 'IP Address', postback: true },
	{ value: 'leaked_email', label: 'Leaked Email' },
	{ value: 'leaked_username', label: 'Leaked User Name' },
	{ value: 'mobiletracker', label: 'Mobile SDK', postback: true },
	{ value: 'phone', label: 'Phone' },
	{ value: 'url', label: 'URL' },
];

const menuOf = (types: readonly RequestType[]): INodePropertyOptions[] => types.map(({ value, label }) => ({ name: label, value }));

/** What earlier lookups can be listed by. */
export const LISTABLE = { values: REQUEST_TYPES.map(({ value }) => value), menu: menuOf(REQUEST_TYPES) };

const withPostback = REQUEST_TYPES.filter(({ postback }) => postback);

/** What a postback can find a lookup by. */
export const POSTBACK = { values: withPostback.map(({ value }) => value), menu: menuOf(withPostback) };
