import { extractResult as extractKind } from '../../../../nodes/shared/criteria/extractResult';
import { toErrorOutput, withoutErrorFields } from '../../../../nodes/shared/ipqs/errorOutput';
import { toUnsentResult } from '../../../../nodes/shared/client/itemResult';

import type { JsonObject } from '../../../../nodes/shared/json/json';

const extractResult = (json: JsonObject, path: string) => extractKind(json, path, 'phone');

const RESULT = { success: true, valid: true, fraud_score: 12 };

describe('a result as text, from a cell or a model', () => {
	it('is read from its JSON text', () => {
		expect(extractResult({ ipqs: ` ${JSON.stringify(RESULT)}` }, 'ipqs')).toEqual({ kind: 'result', result: RESULT, sandbox: false });
	});

	it('is a failed lookup if its text says so', () => {
		const failed = { success: false, lookup: { status: 'failed', reason: 'timeout', sandbox: true } };
		expect(extractResult({ ipqs: JSON.stringify(failed) }, 'ipqs')).toEqual({ kind: 'failed', reason: 'timeout', sandbox: true });
	});

	it.each(['{', '{"fraud_score": 12', 'fraud_score', '[1]', '', '{}', 'null'])('is no result if the text contains none: %s', (text) => {
		expect(extractResult({ ipqs: text }, 'ipqs')).toEqual({ kind: 'none' });
	});
});

describe('a result of another resource', () => {
	const ofEmail = ['smtp_score', 'deliverability', 'disposable'];
	const ofAddress = ['proxy', 'vpn', 'ASN'];
	const ofOthers = ['unsafe', 'phishing', 'exposed', 'fraud_chance'];

	it.each([...ofEmail, ...ofAddress, ...ofOthers])('is no result of a phone lookup: one with %s', (field) => {
		expect(extractResult({ ipqs: { ...RESULT, [field]: 0 } }, 'ipqs')).toEqual({ kind: 'none' });
	});

	it.each(['line_type', 'VOIP', 'prepaid', 'do_not_call', 'carrier'])('is no result of an email lookup: one with %s', (field) => {
		expect(extractKind({ here: { fraud_score: 12, disposable: false, [field]: 'x' } }, 'here', 'email')).toEqual({ kind: 'none' });
	});

	it('is not detected in a row, which can have any other fields', () => {
		expect(extractResult({ ...RESULT, VOIP: false, proxy: 'no' }, '')).toMatchObject({ kind: 'result' });
	});
});

describe('a result of the lookup node', () => {
	const lookup = { status: 'ok', reason: null, sandbox: false, resource: 'phone' };

	it('is a phone result if its metadata says so', () => {
		const result = { ...RESULT, lookup };
		expect(extractResult({ ipqs: result }, 'ipqs')).toEqual({ kind: 'result', result, sandbox: false });
	});

	it('is a phone result if older metadata says nothing about the resource', () => {
		for (const resource of [undefined, null, ''])
			expect(extractResult({ ipqs: { ...RESULT, lookup: { ...lookup, resource } } }, 'ipqs')).toMatchObject({ kind: 'result' });
	});

	it.each(['email', 'ipAddress', 'request', 'anything else'])(
		'is none where the lookup was about another thing, answered or not: %s',
		(resource) => {
			expect(extractResult({ ipqs: { ...RESULT, lookup: { ...lookup, resource } } }, 'ipqs')).toEqual({ kind: 'none' });
			expect(extractResult({ ipqs: { success: false, lookup: { ...lookup, status: 'failed', resource } } }, 'ipqs')).toEqual({
				kind: 'none',
			});
			expect(extractResult({ ...RESULT, VOIP: false, 'lookup.status': 'ok', 'lookup.resource': resource }, '')).toEqual({ kind: 'none' });
		},
	);

	it('is a result even if all selected fields are empty, because the lookup succeeded', () => {
		expect(extractResult({ ipqs: { success: true, prepaid: null, lookup } }, 'ipqs')).toMatchObject({ kind: 'result' });
	});

	it('is no result without any phone field', () => {
		expect(extractResult({ ipqs: { success: true, message: 'Success', request_id: 'a', lookup } }, 'ipqs')).toEqual({ kind: 'none' });
	});

	it.each([
		[{ success: false }, null],
		[{ success: 'false' }, null],
		[{ success: null, lookup: { status: 'ok', reason: '' } }, null],
		[{ lookup: { status: 'failed', reason: 'timeout' } }, 'timeout'],
		[{ lookup: { status: 'not_attempted', reason: 'stopped' } }, 'stopped'],
		[{ lookup: { status: 'failed', reason: 7 } }, null],
		[{ 'lookup.status': 'failed', 'lookup.reason': 'timeout' }, 'timeout'],
	])('has failed if it says so, whatever other fields it has: %j', (changes, reason) => {
		const { success, ...fields } = RESULT;
		expect(success).toBe(true);
		expect(extractResult({ ipqs: { ...fields, ...changes } }, 'ipqs')).toEqual({ kind: 'failed', reason, sandbox: false });
	});

	it.each(['phone_missing', 'phone_unreadable', 'country_missing'])(
		'is unusable if nothing was sent because of the number: %s',
		(reason) => {
			const { success, ...fields } = RESULT;
			expect(success).toBe(true);
			for (const changes of [{}, { success: false }, { 'lookup.status': 'not_sent', 'lookup.reason': reason }]) {
				const result = { ...fields, lookup: { status: 'not_sent', reason }, ...changes };
				expect(extractResult({ ipqs: result }, 'ipqs')).toEqual({ kind: 'unusable', reason, sandbox: false });
			}
		},
	);

	it('has not failed if the number was not sent because it is impossible', () => {
		const notSent = { valid: false, fraud_score: null, lookup: { status: 'not_sent', reason: 'phone_impossible' } };
		expect(extractResult({ ipqs: notSent }, 'ipqs')).toMatchObject({ kind: 'result' });
	});

	it.each([true, 'true', 'TRUE', 1])('comes from the sandbox if the metadata says so, in the spelling of sheets too: %j', (sandbox) => {
		expect(extractResult({ ipqs: { ...RESULT, lookup: { ...lookup, sandbox } } }, 'ipqs')).toMatchObject({ sandbox: true });
		expect(extractResult({ ...RESULT, VOIP: false, 'lookup.sandbox': sandbox }, '')).toMatchObject({ sandbox: true });
	});

	it('does not come from the sandbox if the metadata does not say so', () => {
		for (const sandbox of [false, 'false', '', null, undefined])
			expect(extractResult({ ipqs: { ...RESULT, lookup: { ...lookup, sandbox } } }, 'ipqs')).toMatchObject({ sandbox: false });
	});
});

describe('a row', () => {
	it.each([[{ VOIP: '', recent_abuse: '' }], [{ VOIP: null }], [{ VOIP: 'N/A', active_status: 'Enterprise L4+ required.' }], [{}]])(
		'that has the columns and nothing in them is no result: %j',
		(row) => {
			expect(extractResult({ name: 'Ada', ...row }, '')).toEqual({ kind: 'none' });
			expect(extractResult({ ipqs: { success: true, ...row } }, 'ipqs')).toEqual({ kind: 'none' });
		},
	);

	it('is no result because of a field that leads have too, but is because of an IPQS field', () => {
		expect(extractResult({ country: 'US', city: 'Reno' }, '')).toEqual({ kind: 'none' });
		expect(extractResult({ ipqs: { country: 'US' } }, 'ipqs')).toMatchObject({ kind: 'result' });
	});

	it('is a result only with a fraud score and one more field that IPQS alone has', () => {
		expect(extractResult({ fraud_score: '12', VOIP: '', recent_abuse: 'false' }, '')).toMatchObject({ kind: 'result' });
		for (const row of [
			{ VOIP: '', recent_abuse: 'false' },
			{ fraud_score: '12', country: 'US', name: 'Ada' },
			{ fraud_score: 'N/A', VOIP: 'false' },
		])
			expect(extractResult(row, '')).toEqual({ kind: 'none' });
	});

	it('names its columns as the fields of a result, however many columns there have been', () => {
		const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`Question ${index}`, 'no']));
		extractResult(many, '');
		expect(extractResult({ 'Fraud-Score': '91', VoIP: 'true' }, '')).toMatchObject({ result: { fraud_score: '91', VOIP: 'true' } });
	});

	it('has its columns matched by label or name, without case, and the exact name first', () => {
		const row = { 'Fraud Score': '91', voip: 'true', 'Recent Abuse': 'no', recent_abuse: 'true', 'Line-Type': 'VOIP' };
		expect(extractResult(row, '')).toMatchObject({ result: { fraud_score: '91', VOIP: 'true', recent_abuse: 'true', line_type: 'VOIP' } });
		const reversed = Object.fromEntries(Object.entries(row).reverse());
		expect(extractResult(reversed, '')).toMatchObject({ result: { recent_abuse: 'true' } });
		const labels = { fraud_score: 91, VOIP: false, 'SMS Pumping: Velocity': 'high', 'Sms_Pumping.Risk_Score': 12 };
		expect(extractResult(labels, '')).toMatchObject({ result: { 'sms_pumping.velocity': 'high', 'sms_pumping.risk_score': 12 } });
	});

	it('can have fields that all begin with the same text', () => {
		const item = { name: 'Ada', phone: '+12015550123', phone_fraud_score: 91, phone_VOIP: false };
		expect(extractResult(item, 'phone_*')).toEqual({ kind: 'result', result: { fraud_score: 91, VOIP: false }, sandbox: false });
		expect(extractResult({ name: 'Ada', phone: '+12015550123' }, 'phone_*')).toEqual({ kind: 'none' });
		expect(extractResult({ phone_success: null, phone_fraud_score: null }, 'phone_*')).toMatchObject({ kind: 'failed' });
	});

	it('whose fields all begin with the same text has no metadata there', () => {
		const own = { phone_lookup: { status: 'not_sent', reason: 'value_missing' }, 'phone_lookup.status': 'failed' };
		expect(extractResult({ ...own, phone_fraud_score: 100 }, 'phone_*')).toEqual({
			kind: 'result',
			result: { fraud_score: 100 },
			sandbox: false,
		});
	});
});

describe('an item from the error output of a lookup', () => {
	const { metadata } = toUnsentResult(
		{ status: 'failed', reason: 'unavailable' },
		{ sandbox: false, resource: 'phone', output: 'simplified' },
	);

	it('has failed, even with the result of an earlier lookup', () => {
		const lead = { name: 'Ada', message: 'Call me', details: { resource: 'url' }, ipqs: RESULT };
		const item = { ...lead, ...toErrorOutput('IPQS is unreachable or unavailable', 'unavailable', metadata) };
		expect(extractResult(item, 'ipqs')).toEqual({ kind: 'failed', reason: 'unavailable', sandbox: false });
		expect(extractResult({ ...item, ipqs: undefined }, 'ipqs')).toEqual({ kind: 'failed', reason: 'unavailable', sandbox: false });
	});

	it('comes from the sandbox if its metadata says so', () => {
		const item = toErrorOutput('IPQS is unreachable or unavailable', 'unavailable', { ...metadata, sandbox: true });
		expect(extractResult(item, 'ipqs')).toEqual({ kind: 'failed', reason: 'unavailable', sandbox: true });
	});

	it('keeps its result if the failed lookup was about another resource', () => {
		const item = { ipqs: RESULT, ...toErrorOutput('IPQS did not respond in time', 'timeout', { ...metadata, resource: 'email' }) };
		expect(extractResult(item, 'ipqs')).toMatchObject({ kind: 'result' });
	});

	it('has failed, too, if something else was looked up afterwards', () => {
		const failed = { ipqs: RESULT, ...toErrorOutput('IPQS is unreachable or unavailable', 'unavailable', metadata) };
		const item = { ...withoutErrorFields(failed, 'email'), ipqs_email: { fraud_score: 12, disposable: false } };
		expect(extractResult(item, 'ipqs')).toEqual({ kind: 'failed', reason: 'unavailable', sandbox: false });
		expect(extractKind(item, 'ipqs_email', 'email')).toMatchObject({ kind: 'result' });
	});

	it('is not mistaken for one if its own fields are called error and message', () => {
		expect(extractResult({ error: 'none', message: 'Call me after five', ipqs: RESULT }, 'ipqs')).toMatchObject({ kind: 'result' });
	});
});

describe('results of the kinds', () => {
	const KINDS = [
		['email', 'email', { fraud_score: 12, disposable: false }],
		['ip', 'ipAddress', { fraud_score: 12, proxy: false }],
		['url', 'url', { risk_score: 12, unsafe: false }],
		['device', 'deviceFingerprint', { fraud_chance: 12, proxy: false, vpn: false }],
		['leak', 'leakedData', { exposed: false }],
	] as const;

	it.each(KINDS)('%s is recognized by its resource, or by its fields', (kind, resource, fields) => {
		expect(extractKind({ here: { ...fields, lookup: { status: 'ok', resource } } }, 'here', kind)).toMatchObject({ kind: 'result' });
		expect(extractKind({ here: fields }, 'here', kind)).toMatchObject({ kind: 'result' });
	});

	it.each(KINDS)('%s is not taken for another kind, with its resource or without', (kind, resource, fields) => {
		for (const [other] of [...KINDS, ['phone'] as const]) {
			if (other === kind) continue;
			expect([other, extractKind({ here: fields }, 'here', other)]).toEqual([other, { kind: 'none' }]);
			const stated = { fraud_score: 12, lookup: { status: 'ok', resource } };
			expect([other, extractKind({ here: stated }, 'here', other)]).toEqual([other, { kind: 'none' }]);
		}
	});

	it('a record of past lookups is a result of what was looked up then, with the fields it has', () => {
		const record = { success: true, fraud_score: 12, proxy: false, lookup: { status: 'ok', resource: 'phone' } };
		expect(extractResult({ ipqs: record }, 'ipqs')).toMatchObject({ kind: 'result' });
	});

	it('a lead without a value has a missing one, and a key alone is no result', () => {
		const unsent = (reason: string) => ({ here: { success: false, lookup: { status: 'not_sent', reason, resource: 'email' } } });
		expect(extractKind(unsent('value_missing'), 'here', 'email')).toEqual({ kind: 'missing', sandbox: false });
		expect(extractKind(unsent('value_unusable'), 'here', 'email')).toEqual({ kind: 'failed', reason: 'value_unusable', sandbox: false });
		expect(extractKind(unsent('key_only'), 'here', 'email')).toEqual({ kind: 'none' });
	});

	it('a failure that does not say what was looked up counts for every kind', () => {
		const item = { ipqs_email: { fraud_score: 12, disposable: false }, ipqs_failures: [{ reason: 'timeout' }] };
		expect(extractKind(item, 'ipqs_email', 'email')).toMatchObject({ kind: 'failed', reason: 'timeout' });
	});
});
