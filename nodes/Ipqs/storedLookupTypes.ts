import type { INodePropertyOptions } from 'n8n-workflow';

interface RequestType {
	/** IPQS's name. */
	readonly value: string;
	readonly label: string;
	/** `lookup.resource` of its lookups. */
	readonly resource: string;
	/** Whether a postback can find the lookup by a tracking variable. */
	readonly postback?: true;
}

/** Types of lookups that IPQS stores (IPQS OpenAPI description, request list and postback). */
const REQUEST_TYPES: readonly RequestType[] = [
	{ value: 'devicetracker', label: 'Device Fingerprint', resource: 'deviceFingerprint', postback: true },
	{ value: 'email', label: 'Email', resource: 'email', postback: true },
	{ value: 'proxy', label: 'IP Address', resource: 'ipAddress', postback: true },
	{ value: 'leaked_email', label: 'Leaked Email', resource: 'leakedData' },
	{ value: 'leaked_username', label: 'Leaked Username', resource: 'leakedData' },
	{ value: 'mobiletracker', label: 'Mobile SDK', resource: 'mobileSdk', postback: true },
	{ value: 'phone', label: 'Phone', resource: 'phone' },
	{ value: 'url', label: 'URL', resource: 'url' },
];

const menuOf = (types: readonly RequestType[]): INodePropertyOptions[] => types.map(({ value, label }) => ({ name: label, value }));

/** Types that can be listed. */
export const LISTABLE = { values: REQUEST_TYPES.map(({ value }) => value), menu: menuOf(REQUEST_TYPES) };

const withPostback = REQUEST_TYPES.filter(({ postback }) => postback);

/** Types that a postback can find by a tracking variable. */
export const POSTBACK = { values: withPostback.map(({ value }) => value), menu: menuOf(withPostback) };

/** `lookup.resource` of the records of a type: what was looked up, so that IPQS Criteria can judge them like any result of it. */
export const resourceOf = (type: string): string | undefined => REQUEST_TYPES.find(({ value }) => value === type)?.resource;
