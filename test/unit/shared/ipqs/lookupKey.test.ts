import { lookupKey } from '../../../../nodes/shared/ipqs/lookupKey';
import { customIntegrationRequest, phoneRequest, type PhoneLookup } from '../../../../nodes/shared/ipqs/phoneRequest';
import { readPhone } from '../../../../nodes/shared/ipqs/phone';
import { lookupRequest } from '../../../../nodes/shared/ipqs/request';

const PHONE = '12015550123';

const phoneLookup = (changes: Partial<PhoneLookup> = {}): PhoneLookup => ({
	...{ phone: PHONE, international: true, countries: [], strictness: '0', enhancedLineCheck: false },
	...{ enhancedNameCheck: false, smsPumping: false, transaction: {}, variables: {}, ...changes },
});

const keyOf = (changes: Partial<PhoneLookup> = {}): string | undefined => phoneRequest(phoneLookup(changes), 'GET', 'header').key;

/** The key of a number as a lead brings it. */
function keyOfText(text: string, countries: string[]): string | undefined {
	const reading = readPhone(text, countries);
	if (reading.kind !== 'number') throw new Error(`${reading.kind}: ${text}`);
	return keyOf({ phone: reading.digits, international: reading.international, countries });
}

describe('the key of a lookup', () => {
	it('is the same in every version, for stores outlive versions', () => {
		expect(keyOf()).toBe(lookupKey('phone', PHONE, { strictness: '0' }));
		expect(keyOf()).toBe('a1d9a6b576b2ca77');
		expect(lookupKey('ip', '192.0.2.10', { strictness: '1', fast: 'true' })).toBe('ed6d32856c5c78a2');
	});

	it('is the same for all spellings of a number', () => {
		const spellings = ['+1 201 555 0123', '(201) 555-0123', '201.555.0123', '0012015550123', '1-201-555-0123 ext 4', 'tel:+1-201-555-0123'];
		expect(new Set(spellings.map((text) => keyOfText(text, ['US']))).size).toBe(1);
		const british = ['07700 900123', '+44 (0)7700 900123', '(+44)07700900123', '0044 7700 900 123', "'447700900123"];
		expect(new Set(british.map((text) => keyOfText(text, ['GB']))).size).toBe(1);
	});

	it.each<[string, Partial<PhoneLookup>]>([
		['number', { phone: '12015550124' }],
		['country', { countries: ['US'] }],
		['strictness', { strictness: '1' }],
		['Enhanced Line Check', { enhancedLineCheck: true }],
		['Enhanced Name Check', { enhancedNameCheck: true }],
		['SMS Pumping Check', { smsPumping: true }],
		['transaction data', { transaction: { billing_email: 'ada@example.com' } }],
		['a custom variable', { variables: { orderNote: 'gift' } }],
	])('differs with another %s', (_what, changes) => {
		expect(keyOf(changes)).toMatch(/^[\da-f]{16}$/);
		expect(keyOf(changes)).not.toBe(keyOf());
	});

	it.each([
		...['campaignID', 'publisherID', 'userID', 'gclid', 'clickID', 'SubCampaignId', 'conversionID', 'email', 'subUserID'],
		'transactionID',
	])('does not depend on the tracking variable %s', (name) => {
		expect(keyOf({ variables: { [name]: 'spring' } })).toBe(keyOf());
	});

	it('does not depend on the method, the place of the key, or the account', () => {
		const lookup = phoneLookup();
		const keys = [
			phoneRequest(lookup, 'GET', 'header').key,
			phoneRequest(lookup, 'GET', 'path').key,
			phoneRequest(lookup, 'POST', 'header').key,
			phoneRequest(lookup, 'POST', 'path').key,
			customIntegrationRequest(lookup, 'ExampleCRM').key,
		];
		expect(new Set(keys)).toEqual(new Set([keyOf()]));
	});

	it('does not depend on the order of the parameters', () => {
		expect(lookupKey('ip', '192.0.2.10', { fast: 'true', strictness: '1' })).toBe(
			lookupKey('ip', '192.0.2.10', { strictness: '1', fast: 'true' }),
		);
	});

	it('differs by what is looked up', () => {
		const value = 'ada@example.com';
		const requests = ['email', 'leaked/email', 'url'].map((endpoint) =>
			lookupRequest({ endpoint, parameter: 'email', value }, {}, 'GET', 'path'),
		);
		expect(new Set(requests.map(({ key }) => key)).size).toBe(3);
	});

	it('keeps apart what could be read in two ways', () => {
		expect(lookupKey('phone', '1', { a: 'b,c' })).not.toBe(lookupKey('phone', '1', { a: ['b', 'c'] }));
		expect(lookupKey('phone', '1', { a: 'b"],["c","d' })).not.toBe(lookupKey('phone', '1', { a: 'b', c: 'd' }));
	});
});
