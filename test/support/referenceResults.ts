/**
 * The results half of the reference evaluator: where a lead's results are (SPEC 4, Results) and what state each is in (Failed
 * lookup), written from SPEC alone. Field lists are facts and so imported.
 */

import { DEVICE_FIELDS } from '../../nodes/shared/ipqs/deviceFields';
import { EMAIL_FIELDS } from '../../nodes/shared/ipqs/emailFields';
import { IP_FIELDS } from '../../nodes/shared/ipqs/ipAddressFields';
import { LEAK_FIELDS } from '../../nodes/shared/ipqs/leakFields';
import { PHONE_FIELDS } from '../../nodes/shared/ipqs/phoneFields';
import type { ResponseField } from '../../nodes/shared/ipqs/responseField';
import { URL_FIELDS } from '../../nodes/shared/ipqs/urlFields';
import type { ResultName, SpecSilent } from './referencePolicy';
import { isObject, readBoolean, readResponseValue } from './referenceValues';
import type { Json, JudgedField } from './referenceValues';

export interface ResultKind {
	/** Where section 5 puts the result. */
	readonly place: string;
	/** What `lookup.resource` says of it. */
	readonly resource: string;
	readonly fields: readonly ResponseField[];
}

export const RESULTS: Readonly<Record<ResultName, ResultKind>> = {
	phone: { place: 'ipqs', resource: 'phone', fields: PHONE_FIELDS },
	email: { place: 'ipqs_email', resource: 'email', fields: EMAIL_FIELDS },
	ip: { place: 'ipqs_ip', resource: 'ipAddress', fields: IP_FIELDS },
	url: { place: 'ipqs_url', resource: 'url', fields: URL_FIELDS },
	device: { place: 'ipqs_device', resource: 'deviceFingerprint', fields: DEVICE_FIELDS },
	leak: { place: 'ipqs_leak', resource: 'leakedData', fields: LEAK_FIELDS },
};

export const RESULT_NAMES = Object.keys(RESULTS) as ResultName[];

/**
 * `missing` is the `value_missing` of an email or IP address, `unusable` a phone number for which nothing was asked; `reason`
 * is that of the lookup.
 */
export interface LeadResult {
	readonly state: 'absent' | 'present' | 'failed' | 'missing' | 'unusable';
	readonly reason?: string;
	readonly body: Json;
}

const FIELDS: ReadonlyMap<string, JudgedField> = new Map(
	RESULT_NAMES.flatMap((result) =>
		RESULTS[result].fields.map((field) => [result === 'phone' ? field.name : `${result}.${field.name}`, { result, field }] as const),
	),
);

/** Finds `email.disposable` in the email's fields, and a name without a prefix in the phone's. */
export function judgedField(name: string): JudgedField {
	const found = FIELDS.get(name);
	if (found === undefined) throw new Error(`No field ${name}`);
	return found;
}

const NUMBER_REASONS = ['phone_missing', 'phone_unreadable', 'country_missing'];

/** SPEC 4: Results, Failed lookup, onUnusableNumber, onMissingValue. */
export function readResult(name: ResultName, item: Json, specSilent: SpecSilent): LeadResult {
	const { place, resource, fields } = RESULTS[name];
	const body = item[place];
	// SPEC silent: results kept as JSON text or as a list with one element. Neither is a result here.
	if (!isObject(body)) return { state: 'absent', body: {} };
	const lookup = isObject(body.lookup) ? body.lookup : {};
	if (typeof lookup.resource === 'string' && lookup.resource !== resource) return { state: 'absent', body: {} };
	const reason = typeof lookup.reason === 'string' ? lookup.reason : undefined;
	const notSent = lookup.status === 'not_sent';
	if (name === 'phone' && notSent && NUMBER_REASONS.includes(reason ?? '')) return { state: 'unusable', reason, body };
	if (notSent && reason === 'value_missing') {
		if (name !== 'email' && name !== 'ip') specSilent('a URL that the lead does not have is missing, as an email or IP address is');
		return { state: 'missing', reason, body };
	}
	if (reason === 'value_unusable') specSilent('an impossible email, IP address or URL is a failed lookup');
	if (reason === 'key_only') specSilent('a key without a lookup is no result, and a failed one where it has success: false');
	if (lookup.status === 'failed' || lookup.status === 'not_attempted') return { state: 'failed', reason, body };
	if (body.success !== undefined && body.success !== true) {
		if (lookup.status === 'ok') specSilent('`success: false` with the status "ok" (an invalid number in raw output) is a failed lookup');
		if (body.success === false) return { state: 'failed', reason, body };
		specSilent('`success` is coerced as other booleans are; null or text that is no boolean is "not true"');
		if (readBoolean(body.success) !== true) return { state: 'failed', reason, body };
	}
	const isOfLookup = isObject(body.lookup);
	const hasData = fields.some((field) => {
		const value = body[field.name];
		if (field.isMetadata || value === undefined) return false;
		return (
			isOfLookup ||
			(['list', 'object'].includes(field.type) && typeof value === 'object' && value !== null) ||
			readResponseValue({ result: name, field }, body, () => {}) !== undefined
		);
	});
	if (!hasData && fields.some((field) => body[field.name] !== undefined))
		specSilent('columns of a row without one value, or `success` and `message` alone, are no result');
	return hasData ? { state: 'present', reason, body } : { state: 'absent', body: {} };
}
