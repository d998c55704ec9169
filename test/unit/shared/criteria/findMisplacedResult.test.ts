import { findMisplacedResult } from '../../../../nodes/shared/criteria/findMisplacedResult';
import type { JsonObject } from '../../../../nodes/shared/json/json';
import { CLEAN } from './evaluations';

const looked = (resource: string) => ({ success: true, fraud_score: 0, valid: true, lookup: { status: 'ok', resource } });
const locate = (json: JsonObject, path = 'ipqs', kind: Parameters<typeof findMisplacedResult>[2] = 'phone') =>
	findMisplacedResult(json, path, kind);

describe('the result of an item is located', () => {
	it('if the field has the result of another lookup', () => {
		expect(locate({ ipqs: looked('email') })).toEqual({ place: 'otherKind', kind: 'email' });
		expect(locate({ ipqs: { fraud_score: 0, proxy: false, vpn: false } })).toEqual({ place: 'otherKind', kind: 'ip' });
	});

	it('in another field, or within one', () => {
		expect(locate({ name: 'Ada', phone_result: CLEAN })).toEqual({ place: 'elsewhere', path: 'phone_result' });
		expect(locate({ lead: { ipqs: looked('phone') } })).toEqual({ place: 'elsewhere', path: 'lead.ipqs' });
		expect(locate({ mail: looked('email') }, 'ipqs_email', 'email')).toEqual({ place: 'elsewhere', path: 'mail' });
	});

	it('if it failed, too', () => {
		const failed = { success: false, lookup: { status: 'failed', reason: 'timeout', resource: 'phone' } };
		expect(locate({ result: failed })).toEqual({ place: 'elsewhere', path: 'result' });
	});

	it('in the item itself', () => {
		expect(locate({ name: 'Ada', 'Fraud Score': 12, VOIP: false })).toEqual({ place: 'elsewhere', path: '' });
	});

	it('in fields of the item that begin with the same text', () => {
		expect(locate({ name: 'Ada', phone_fraud_score: 91, phone_VOIP: false })).toEqual({ place: 'elsewhere', path: 'phone_*' });
		expect(locate({ a_fraud_score: 91, b_fraud_score: 92, b_VOIP: false })).toEqual({ place: 'elsewhere', path: 'b_*' });
		const mail = { mail_fraud_score: 91, mail_disposable: false };
		expect(locate(mail, 'ipqs_email', 'email')).toEqual({ place: 'elsewhere', path: 'mail_*' });
		expect(locate({ at_fraud_score: 91, at_proxy: false }, 'ipqs_ip', 'ip')).toEqual({ place: 'elsewhere', path: 'at_*' });
	});

	it('but not in such fields of another result, or if they have no more than a score', () => {
		expect(locate({ mail_fraud_score: 91, mail_disposable: false })).toBeUndefined();
		expect(locate({ phone_fraud_score: 91 })).toBeUndefined();
		expect(locate({ at_fraud_score: 91 }, 'ipqs_ip', 'ip')).toBeUndefined();
		expect(locate({ phone_fraud_score: null, phone_VOIP: null })).toBeUndefined();
	});

	it('but not in the item itself for another result than the phone', () => {
		expect(locate({ 'Fraud Score': 12, VOIP: false }, 'ipqs_email', 'email')).toBeUndefined();
	});

	it('but not in the fields of the item themselves for another result than the phone', () => {
		expect(locate({ fraud_score: 12, disposable: false }, 'ipqs_email', 'email')).toBeUndefined();
	});

	it('but not at the path itself', () => {
		expect(locate({ ipqs: looked('phone') })).toBeUndefined();
		expect(locate({ fraud_score: 12, VOIP: false }, '')).toBeUndefined();
	});

	it('but not where it is text, is empty, or does not say what was looked up', () => {
		expect(locate({ result: JSON.stringify(CLEAN) })).toBeUndefined();
		expect(locate({ lead: { carrier: null } })).toBeUndefined();
		expect(locate({ result: { ...CLEAN, lookup: { status: 'ok' } } })).toBeUndefined();
	});

	it('but not in fields that could be anything, and not under names that could be values', () => {
		expect(locate({ score: { fraud_score: 12 }, answer: { success: false } })).toBeUndefined();
		expect(locate({ '+12015550123': CLEAN })).toBeUndefined();
		expect(locate({ 'ada@example.com': CLEAN })).toBeUndefined();
		expect(locate({ ['x'.repeat(41)]: CLEAN })).toBeUndefined();
		expect(locate({ name: 'Ada' })).toBeUndefined();
		expect(locate({ name: 'Ada' }, '')).toBeUndefined();
	});
});
