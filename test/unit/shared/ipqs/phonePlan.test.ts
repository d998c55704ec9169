import { callingCodeOf, hasPlan, isTypical, readInternational, readNational } from '../../../../nodes/shared/ipqs/phonePlan';

const possible = (digits: string, national: string) => ({
	...{ digits, national, callingCode: digits.slice(0, -national.length) },
	...{ possible: true, dialledAbroad: false, ambiguous: false },
});

describe('digits with a country code', () => {
	it.each([
		['12025550123', '12025550123', '2025550123'],
		['112025550123', '12025550123', '2025550123'],
		['447700900123', '447700900123', '7700900123'],
		['4407700900123', '447700900123', '7700900123'],
		['376712345', '376712345', '712345'],
		['39065550123', '39065550123', '065550123'],
		['80012345678', '80012345678', '12345678'],
		['5215500005501', '525500005501', '5500005501'],
		['495215500005501', '495215500005501', '5215500005501'],
	])('%s are %s, without it %s', (digits, whole, national) => {
		expect(readInternational(digits)).toEqual(possible(whole, national));
	});

	it.each(['52155000055012', '5211500005501', '1202555012', '120255501234', '4477009001', '1', '44', '37671234'])(
		'%s are not possible, for their plan has no such length',
		(digits) => {
			expect(readInternational(digits)).toMatchObject({ possible: false });
		},
	);

	it.each(['', '0', '07700900123', '999123456', '2101234567'])('"%s" have none that exists', (digits) => {
		expect(readInternational(digits)).toBeUndefined();
	});

	it('are not possible with more than 15 digits, though a plan has longer numbers', () => {
		expect(readInternational('811234567890123')).toMatchObject({ possible: true });
		expect(readInternational('8112345678901234')).toMatchObject({ digits: '8112345678901234', possible: false });
	});
});

describe('digits in a country', () => {
	it.each([
		['2025550123', 'US', '12025550123', '2025550123'],
		['12025550123', 'US', '12025550123', '2025550123'],
		['2025550123', 'CA', '12025550123', '2025550123'],
		['5550123', 'BS', '12425550123', '2425550123'],
		['07700900123', 'GB', '447700900123', '7700900123'],
		['447700900123', 'GB', '447700900123', '7700900123'],
		['07700900123', 'GG', '447700900123', '7700900123'],
		['065550123', 'IT', '39065550123', '065550123'],
		['0343155550123', 'AR', '5493435550123', '93435550123'],
		['0151123456789', 'BR', '551123456789', '1123456789'],
		['84232022511', 'RU', '74232022511', '4232022511'],
	])('%s with %s are %s, without country code %s', (digits, country, whole, national) => {
		expect(readNational(digits, country)).toEqual(possible(whole, national));
	});

	it.each([
		['011447700900123', 'US', '447700900123'],
		['001112025550123', 'AU', '12025550123'],
		['81012025550123', 'RU', '12025550123'],
	])('%s with %s are dialled abroad: %s', (digits, country, whole) => {
		expect(readNational(digits, country)).toMatchObject({ possible: true, dialledAbroad: true, digits: whole });
	});

	it('are not dialled abroad where a zero follows, as no country code begins with one', () => {
		expect(readNational('01102025550123', 'US')).toMatchObject({ possible: false, dialledAbroad: false });
	});

	it('have no reading in a country without a plan, or with a code that does not exist', () => {
		expect(readNational('2025550123', 'AQ')).toBeUndefined();
		expect(readNational('2025550123', 'XX')).toBeUndefined();
		expect(readNational('2025550123', '')).toBeUndefined();
		expect(readNational('0119991234567', 'US')).toBeUndefined();
	});

	it('are not possible where only the area code is left out', () => {
		expect(readNational('5550123', 'US')).toMatchObject({ possible: false });
		expect(readNational('5550123', 'CA')).toMatchObject({ possible: false });
		expect(readNational('8123', 'BY')).toMatchObject({ possible: false });
	});

	it('keep a first digit that looks like the prefix where the rest is too short', () => {
		expect(readNational('812345', 'BY')).toMatchObject({ possible: true, national: '812345' });
		expect(readNational('5980', 'UY')).toMatchObject({ possible: true, national: '5980' });
	});

	it('are ambiguous where they may begin with the own country code', () => {
		expect(readNational('4912345678', 'DE')).toMatchObject({ possible: true, ambiguous: true });
		expect(readNational('04912345678', 'DE')).toMatchObject({ possible: true, ambiguous: false });
		expect(readNational('4930123456', 'DE')).toEqual(possible('4930123456', '30123456'));
		expect(readNational('4915123456789', 'DE')).toEqual(possible('4915123456789', '15123456789'));
		expect(readNational('1123456789', 'US')).toMatchObject({ possible: true, ambiguous: false });
	});
});

describe('a plan', () => {
	it.each([
		['12025550123', true],
		['11125550123', false],
		['61061212345678', false],
		['61212345678', true],
		['999123', false],
	])('has numbers such as %s: %s', (digits, typical) => {
		expect(isTypical(digits)).toBe(typical);
	});

	it.each([
		['US', '1', true],
		['GB', '44', true],
		['XK', '383', true],
		['AQ', '', false],
		['', '', false],
	])('of "%s" has the calling code "%s"', (country, callingCode, exists) => {
		expect(callingCodeOf(country)).toBe(callingCode);
		expect(hasPlan(country)).toBe(exists);
	});
});
