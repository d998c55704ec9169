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

	it('but not in fields that could be anything, and not under names that could be values', () => {
		expect(locate({ score: { fraud_score: 12 }, answer: { success: false } })).toBeUndefined();
		expect(locate({ '+12015550123': CLEAN })).toBeUndefined();
		expect(locate({ name: 'Ada' })).toBeUndefined();
		expect(locate({ name: 'Ada' }, '')).toBeUndefined();
	});
});
