import { customIntegrationRequest, phoneRequest, type PhoneLookup } from '../../../../nodes/shared/ipqs/phoneRequest';
import { KEY_MARKER } from '../../../../nodes/shared/ipqs/request';

const lookup = (changes: Partial<PhoneLookup> = {}): PhoneLookup => ({
	phone: '12015550123',
	international: true,
	countries: [],
	strictness: '0',
	enhancedLineCheck: false,
	enhancedNameCheck: false,
	smsPumping: false,
	transaction: {},
	variables: {},
	...changes,
});

const phoneOf = (changes: Partial<PhoneLookup>) => phoneRequest(lookup(changes), 'GET', 'header').parameters.phone;

describe('the request of a lookup', () => {
	it('has the number as a parameter when the key is in a header', () => {
		expect(phoneRequest(lookup(), 'GET', 'header')).toEqual({
			method: 'GET',
			path: '/api/json/phone',
			parameters: { phone: '12015550123', strictness: '0' },
			costsCredit: true,
			key: expect.stringMatching(/^[\da-f]{16}$/),
			invalidNumberIsResult: true,
		});
	});

	it('has the number in the body when it is a POST', () => {
		expect(phoneRequest(lookup({ strictness: '2' }), 'POST', 'header')).toEqual({
			method: 'POST',
			path: '/api/json/phone',
			parameters: { phone: '12015550123', strictness: '2' },
			costsCredit: true,
			key: expect.stringMatching(/^[\da-f]{16}$/),
			invalidNumberIsResult: true,
		});
	});

	it('has the number behind the place of the key when the key is in the path', () => {
		expect(phoneRequest(lookup({ strictness: '1' }), 'GET', 'path')).toEqual({
			method: 'GET',
			path: '/api/json/phone/{key}/12015550123',
			parameters: { strictness: '1' },
			costsCredit: true,
			key: expect.stringMatching(/^[\da-f]{16}$/),
			invalidNumberIsResult: true,
		});
	});

	it('keeps the number in the body when a POST has the key in the path', () => {
		expect(phoneRequest(lookup(), 'POST', 'path')).toEqual({
			method: 'POST',
			path: `/api/json/phone/${KEY_MARKER}`,
			parameters: { phone: '12015550123', strictness: '0' },
			costsCredit: true,
			key: expect.stringMatching(/^[\da-f]{16}$/),
			invalidNumberIsResult: true,
		});
	});

	it.each([
		['+447700900123', { phone: '447700900123', countries: ['US'] }, '%2B447700900123'],
		['untidy text', { phone: '201/555?0123#x y', international: false }, '201%2F555%3F0123%23x%20y'],
	])('encodes %s in the path', (_what, changes, segment) => {
		expect(phoneRequest(lookup(changes), 'GET', 'path').path).toBe(`/api/json/phone/{key}/${segment}`);
	});
});

describe('countries are sent', () => {
	it.each<[string, string[], object]>([
		['not at all when there are none', [], {}],
		['as text when there is one', ['US'], { country: 'US' }],
		['as a list when there are several', ['US', 'CA'], { country: ['US', 'CA'] }],
	])('%s', (_form, countries, country) => {
		expect(phoneRequest(lookup({ countries }), 'GET', 'header').parameters).toEqual({ phone: '12015550123', strictness: '0', ...country });
	});

	it('beside a number in the path', () => {
		expect(phoneRequest(lookup({ countries: ['US', 'CA'] }), 'GET', 'path').parameters).toEqual({ strictness: '0', country: ['US', 'CA'] });
	});
});

describe('ten digits of North America', () => {
	it.each([[['US']], [['CA']], [['US', 'CA']]])(
		'are asked about with their calling code where they can belong to %j alone, and so cost one lookup in either form',
		(countries) => {
			const national = lookup({ phone: '2015550123', international: false, countries });
			expect(phoneRequest(national, 'GET', 'header')).toEqual(phoneRequest(lookup({ phone: '12015550123', countries }), 'GET', 'header'));
		},
	);

	it.each<[string, Partial<PhoneLookup>]>([
		['without a country', { countries: [] }],
		['with countries of several codes', { countries: ['US', 'GB'] }],
		['with a country of another code', { countries: ['GB'] }],
		['that no number there has', { phone: '1155550123', countries: ['US'] }],
		['that are no ten', { phone: '201555012', countries: ['US'] }],
		['that are more than ten', { phone: '20155501234', countries: ['US'] }],
		['that begin with a zero', { phone: '02015550123', countries: ['US'] }],
	])('stay as they are %s', (_when, changes) => {
		const national = { phone: '2015550123', international: false, ...changes };
		expect(phoneOf(national)).toBe(national.phone);
	});
});

describe('a plus', () => {
	it.each<[string, Partial<PhoneLookup>]>([
		['is left out of more than ten international digits', { phone: '12015550123' }],
		['is left out when the number belongs to the country', { phone: '12015550123', countries: ['US'] }],
		['is left out when the number belongs to each country', { phone: '12015550123', countries: ['US', 'CA'] }],
		['is not added to national digits', { phone: '2015550123', international: false }],
		['is not added to national digits of another country', { phone: '07700900123', international: false, countries: ['US'] }],
	])('%s', (_when, changes) => {
		expect(phoneOf(changes)).toBe(changes.phone);
	});

	it.each<[string, Partial<PhoneLookup>]>([
		['ten international digits, which could be a national number', { phone: '6581234567' }],
		['ten international digits of the country itself', { phone: '6581234567', countries: ['SG'] }],
		['few international digits', { phone: '2902555' }],
		['a number of another country than the one sent', { phone: '447700900123', countries: ['US'] }],
		['a number that belongs to only one of the countries', { phone: '447700900123', countries: ['GB', 'US'] }],
		['a number with a country that has no calling code', { phone: '672155501234', countries: ['AQ'] }],
	])('stays before %s', (_what, changes) => {
		expect(phoneOf(changes)).toBe(`+${changes.phone}`);
	});
});

describe('phone request', () => {
	it.each<[keyof PhoneLookup, string]>([
		['enhancedLineCheck', 'enhanced_line_check'],
		['enhancedNameCheck', 'enhanced_name_check'],
		['smsPumping', 'sms_pumping'],
	])('%s is sent as %s only when it is on', (option, parameter) => {
		expect(phoneRequest(lookup({ [option]: true }), 'GET', 'header').parameters).toEqual({
			phone: '12015550123',
			strictness: '0',
			[parameter]: 'true',
		});
	});
});

describe('variables', () => {
	it('are sent beside the parameters', () => {
		const { parameters } = phoneRequest(lookup({ variables: { campaignID: 'spring', userID: '7' } }), 'GET', 'path');
		expect(parameters).toEqual({ campaignID: 'spring', userID: '7', strictness: '0' });
	});

	it('replace no parameter', () => {
		const variables = {
			phone: '1',
			strictness: '2',
			country: 'GB',
			enhanced_line_check: 'no',
			enhanced_name_check: 'no',
			sms_pumping: 'no',
		};
		const on = { enhancedLineCheck: true, enhancedNameCheck: true, smsPumping: true, countries: ['US'] };
		expect(phoneRequest(lookup({ ...on, variables }), 'GET', 'header').parameters).toEqual({
			phone: '12015550123',
			strictness: '0',
			country: 'US',
			enhanced_line_check: 'true',
			enhanced_name_check: 'true',
			sms_pumping: 'true',
		});
	});

	it('add no second number to the one in the path', () => {
		expect(phoneRequest(lookup({ variables: { phone: '1' } }), 'GET', 'path').parameters).toEqual({ strictness: '0' });
	});
});

describe('transaction data', () => {
	const transaction = { billing_email: 'ada@example.com', transaction_strictness: '1' };

	it('is sent beside the parameters, wherever the key is', () => {
		expect(phoneRequest(lookup({ transaction }), 'GET', 'header').parameters).toEqual({
			phone: '12015550123',
			strictness: '0',
			...transaction,
		});
		expect(phoneRequest(lookup({ transaction }), 'POST', 'path').parameters).toEqual({
			phone: '12015550123',
			strictness: '0',
			...transaction,
		});
	});

	it('replaces a variable of its name', () => {
		const variables = { billing_email: 'ben@example.com', userID: '7' };
		expect(phoneRequest(lookup({ transaction, variables }), 'GET', 'path').parameters).toEqual({
			strictness: '0',
			userID: '7',
			...transaction,
		});
	});
});

describe('the request of a custom integration', () => {
	it('has number and strictness in the body of a POST to the integration', () => {
		expect(customIntegrationRequest(lookup({ strictness: '2' }), 'ExampleCRM')).toEqual({
			method: 'POST',
			path: '/webhooks/ExampleCRM/json/phone_check',
			parameters: { phone: '12015550123', strictness: '2' },
			costsCredit: true,
			key: expect.stringMatching(/^[\da-f]{16}$/),
			invalidNumberIsResult: true,
		});
	});

	it.each<[string[], object]>([
		[['US'], { country: 'US' }],
		[['US', 'CA'], { country: ['US', 'CA'] }],
	])('has the countries %j as every lookup has', (countries, country) => {
		expect(customIntegrationRequest(lookup({ countries }), 'ExampleCRM').parameters).toEqual({
			phone: '12015550123',
			strictness: '0',
			...country,
		});
	});

	it('keeps the plus that every lookup keeps', () => {
		expect(customIntegrationRequest(lookup({ phone: '447700900123', countries: ['US'] }), 'ExampleCRM').parameters.phone).toBe(
			'+447700900123',
		);
	});

	it('has nothing else, whatever is asked', () => {
		const asked = {
			enhancedLineCheck: true,
			enhancedNameCheck: true,
			smsPumping: true,
			transaction: { username: 'ada' },
			variables: { userID: '7' },
		};
		expect(Object.keys(customIntegrationRequest(lookup({ ...asked, countries: ['US'] }), 'ExampleCRM').parameters)).toEqual([
			'phone',
			'strictness',
			'country',
		]);
	});

	it('keeps to its own place, whatever the integration is called', () => {
		expect(customIntegrationRequest(lookup(), 'a/../b?c d').path).toBe('/webhooks/a%2F..%2Fb%3Fc%20d/json/phone_check');
	});
});
