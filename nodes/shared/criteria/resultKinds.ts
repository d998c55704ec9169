import { DEVICE_FIELDS } from '../ipqs/deviceFields';
import { EMAIL_FIELDS } from '../ipqs/emailFields';
import { IP_FIELDS } from '../ipqs/ipAddressFields';
import { LEAK_FIELDS } from '../ipqs/leakFields';
import { PHONE_FIELDS, PHONE_RESOURCE } from '../ipqs/phoneFields';
import type { ResponseField } from '../ipqs/responseField';
import { URL_FIELDS } from '../ipqs/urlFields';
import type { JsonObject } from '../json/json';

/** The IPQS results that a policy can judge. */
export const RESULT_KINDS = ['phone', 'email', 'ip', 'url', 'device', 'leak'] as const;

export type ResultKind = (typeof RESULT_KINDS)[number];

interface ResultKindInfo {
	/** What people call it. */
	readonly label: string;
	/** The label within a sentence. */
	readonly name: string;
	/** What was looked up, as a noun after "the". */
	readonly noun: string;
	/** `lookup.resource` of its results. */
	readonly resource: string;
	readonly fields: readonly ResponseField[];
	/** Where the lookup nodes put the result by default. */
	readonly defaultField: string;
}

export const RESULT_KIND_INFO: Readonly<Record<ResultKind, ResultKindInfo>> = {
	phone: { label: 'Phone', name: 'phone', noun: 'phone number', resource: PHONE_RESOURCE, fields: PHONE_FIELDS, defaultField: 'ipqs' },
	email: { label: 'Email', name: 'email', noun: 'email address', resource: 'email', fields: EMAIL_FIELDS, defaultField: 'ipqs_email' },
	ip: { label: 'IP', name: 'IP', noun: 'IP address', resource: 'ipAddress', fields: IP_FIELDS, defaultField: 'ipqs_ip' },
	url: { label: 'URL', name: 'URL', noun: 'URL', resource: 'url', fields: URL_FIELDS, defaultField: 'ipqs_url' },
	device: {
		label: 'Device',
		name: 'device',
		noun: 'device',
		resource: 'deviceFingerprint',
		fields: DEVICE_FIELDS,
		defaultField: 'ipqs_device',
	},
	leak: { label: 'Leak', name: 'leak', noun: 'leak check', resource: 'leakedData', fields: LEAK_FIELDS, defaultField: 'ipqs_leak' },
};

/** The name of a field in conditions: the path in the result, with a prefix such as `email.` for all results but the phone's. */
export const qualifiedName = (kind: ResultKind, path: string): string => (kind === 'phone' ? path : `${kind}.${path}`);

/** The results of a lead that can be judged. A result that is absent or failed has no member: all its fields are unknown. */
export type LeadResults = Partial<Record<ResultKind, JsonObject>>;

/** In place of a result: the lead has no such value, and rules about it are passed over. */
export const PASSED_OVER: JsonObject = Object.freeze({});
