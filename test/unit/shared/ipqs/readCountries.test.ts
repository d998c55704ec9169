import { belongsTo, callingCodeOf, countryOfDigits, oneCountry, readCountries } from '../../../../nodes/shared/ipqs/readCountries';
import { COUNTRIES } from '../../../../nodes/shared/ipqs/countries';

describe('countries are read', () => {
	it.each<[string, unknown, string[]]>([
		['from a code', 'US', ['US']],
		['from several codes', 'US,CA', ['US', 'CA']],
		['from codes between blanks, semicolons and bars', ' us ; CA | gb ', ['US', 'CA', 'GB']],
		['from a list with gaps', ',US,,CA,', ['US', 'CA']],
		['from a code of three letters', 'USA', ['US']],
		['from an English name', 'Germany', ['DE']],
		['from names in any case', 'gErMaNy, FRANCE', ['DE', 'FR']],
		['from UK, which is GB', 'UK', ['GB']],
		['from a name with accents', 'Côte d’Ivoire', ['CI']],
		['from a name with other accents', 'Curaçao, Réunion, Åland Islands, Türkiye', ['CW', 'RE', 'AX', 'TR']],
		['from a name that holds a comma', 'Korea, Republic of', ['KR']],
		['from another name that holds a comma', "Korea, Democratic People's Republic of", ['KP']],
		['from an array with a name that holds a comma', ['US', 'Virgin Islands, U.S.'], ['US', 'VI']],
		['from abbreviations with dots', 'U.S., U.K.', ['US', 'GB']],
		['from a name with "the"', 'The Netherlands, the Gambia', ['NL', 'GM']],
		['from a name with an ampersand', 'Trinidad & Tobago', ['TT']],
		['from a name with St.', 'St. Lucia', ['LC']],
		['from a name with St', 'St Kitts & Nevis', ['KN']],
		['from an array', ['US', 'Canada'], ['US', 'CA']],
		['from an array of lists and arrays', ['US,CA', ['UK']], ['US', 'CA', 'GB']],
		['once each', ['US', 'usa', 'United States', 'CA'], ['US', 'CA']],
		['as none from empty text', '', []],
		['as none from blanks', ' \t', []],
		['as none from commas', ' , ;', []],
		['as none from null', null, []],
		['as none from nothing', undefined, []],
		['as none from an empty array', [], []],
		['as none from an array of nothing', [null, undefined, '', ' '], []],
	])('%s', (_form, input, codes) => {
		expect(readCountries(input)).toEqual({ codes });
	});

	it.each([
		['CH,AD', ['CH', 'AD']],
		['MA, LI', ['MA', 'LI']],
		['PE;RU', ['PE', 'RU']],
		['POL,AND', ['PL', 'AD']],
		['CU, BA', ['CU', 'BA']],
		['Sudan, South Sudan', ['SD', 'SS']],
		['American Samoa, Samoa', ['AS', 'WS']],
	])('from %s as a list, though together its words name one country', (input, codes) => {
		expect(readCountries(input)).toEqual({ codes });
	});

	it.each<[string, unknown, string]>([
		['a word', 'Atlantis', 'Atlantis'],
		['the one wrong entry of a list', 'US, Atlantis , CA', 'Atlantis'],
		['the first wrong entry of an array', ['US', 'Nowhere', 'Atlantis'], 'Nowhere'],
		['a calling code', '+1', '+1'],
		['a number', 1, '1'],
		['a boolean', true, 'true'],
		['an object', { code: 'US' }, '{"code":"US"}'],
		['"the" alone', 'the', 'the'],
		['a word that begins with none', 'nonesuch', 'nonesuch'],
		['a word before (NA)', 'Atlantis (NA)', 'Atlantis (NA)'],
		['a word behind (NA)', '(NA) Atlantis', '(NA) Atlantis'],
		['a word behind NA', 'NA Atlantis', 'NA Atlantis'],
		['a name in another script', '日本', '日本'],
	])('but %s names none', (_what, input, unknown) => {
		expect(readCountries(input)).toEqual({ unknown });
	});
});

describe('every country of the list', () => {
	const spellings = COUNTRIES.flatMap(([alpha2, alpha3, ...names]) =>
		[alpha2, alpha3, ...names].map((spelling) => [spelling, alpha2] as const),
	);

	it.each(spellings)('%s is %s', (spelling, alpha2) => {
		expect(readCountries(spelling)).toEqual({ codes: [alpha2] });
		expect(readCountries(spelling.toLowerCase())).toEqual({ codes: [alpha2] });
	});

	it('is there once, with codes of two and three letters and a name', () => {
		expect(new Set(COUNTRIES.map(([alpha2]) => alpha2)).size).toBe(250);
		expect(new Set(COUNTRIES.map(([, alpha3]) => alpha3)).size).toBe(250);
		for (const [alpha2, alpha3, name] of COUNTRIES) {
			expect(alpha2).toMatch(/^[A-Z]{2}$/);
			expect(alpha3).toMatch(/^[A-Z]{3}$/);
			expect(name).toMatch(/\S/);
		}
	});

	it('has names of its own', () => {
		const names = COUNTRIES.flatMap(([, , ...all]) => all);
		expect(new Set(names).size).toBe(names.length);
	});

	it('has a calling code of one to three digits that no other one begins with, or no numbers of its own', () => {
		const callingCodes = [...new Set(COUNTRIES.map(([alpha2]) => callingCodeOf(alpha2)))].filter((callingCode) => callingCode !== '');
		for (const callingCode of callingCodes) {
			expect(callingCode).toMatch(/^[1-9]\d{0,2}$/);
			expect(callingCodes.filter((other) => other.startsWith(callingCode))).toEqual([callingCode]);
		}
		expect(COUNTRIES.map(([alpha2]) => alpha2).filter((alpha2) => callingCodeOf(alpha2) === '')).toEqual([
			'AQ',
			'BV',
			'GS',
			'HM',
			'PN',
			'TF',
			'UM',
		]);
	});
});

describe('no country is read from', () => {
	it.each([
		'N/A',
		'n/a',
		'#N/A',
		'#NA',
		'<NA>',
		'(NA)',
		'N.A.',
		'n.a',
		'N A',
		'N / A',
		'((NA))',
		'--NA--',
		'NA!',
		'NA..',
		'n\\a',
		'none',
		'None',
		'NULL',
		'nil',
		'NaN',
		'undefined',
		'unknown',
		'(unknown)',
		'not available',
		'Not Applicable',
		'(not set)',
		'not specified',
		'unspecified',
		'other',
		'empty',
		'tbd',
		'XX',
		'ZZ',
		'Select country',
		'Please select…',
		'-',
		'--',
		'\u2013',
		'.',
		'?',
		'/',
		'_',
	])('%s', (text) => {
		expect(readCountries(text)).toEqual({ codes: [] });
		expect(oneCountry(text)).toBe('');
	});

	it('such an entry of a list, which leaves the others', () => {
		expect(readCountries('US, N/A; CA')).toEqual({ codes: ['US', 'CA'] });
		expect(readCountries(['none', 'GB', '-'])).toEqual({ codes: ['GB'] });
	});
});

describe('a code is read only where nothing is between its letters', () => {
	it.each([
		['NA', 'NA'],
		[' na ', 'NA'],
		['(US)', 'US'],
		['[US]', 'US'],
		['"US"', 'US'],
		["'us'", 'US'],
		['US.', 'US'],
		['<USA>', 'US'],
	])('%s is %s', (text, code) => {
		expect(readCountries(text)).toEqual({ codes: [code] });
	});

	it.each(['C/O', 'c.o.', 'C O', 'C-O', 'D.E', 'I/T', 'A.N.D', 'US1', 'USAA'])('%s is no country', (text) => {
		expect(readCountries(text)).toEqual({ unknown: text });
	});

	it.each(['U.S.', 'U.S.A.', 'U. S.', 'U S A'])('%s is a name', (text) => {
		expect(readCountries(text)).toEqual({ codes: ['US'] });
	});
});

describe('a label is read', () => {
	it.each([
		['United States (US)', 'US'],
		['US - United States', 'US'],
		['United States \u2013 US', 'US'],
		['USA (United States of America)', 'US'],
		['United States of America (the)', 'US'],
		['United Kingdom (UK)', 'GB'],
		['Congo - Kinshasa (CD)', 'CD'],
		['CC - Cocos (Keeling) Islands', 'CC'],
		['Germany (Deutschland)', 'DE'],
		['Brazil (Brasil)', 'BR'],
		['Falkland Islands (Islas Malvinas)', 'FK'],
		['Myanmar (Burma)', 'MM'],
		['Czech Republic (Czechia)', 'CZ'],
		['Holy See (Vatican City State)', 'VA'],
		['United States (+1)', 'US'],
		['United States +1', 'US'],
		['+44 United Kingdom', 'GB'],
		['Dominican Republic (+1-809)', 'DO'],
		['\u{1F1FA}\u{1F1F8}', 'US'],
		['\u{1F1EC}\u{1F1E7} United Kingdom (+44)', 'GB'],
		['United Kingdom UK', 'GB'],
		['Kosovo XKK', 'XK'],
		['Congo - Kinshasa, CD!', 'CD'],
		['* CD: Congo - Kinshasa', 'CD'],
		['United States ()', 'US'],
		['Congo (Kinshasa) [CD]', 'CD'],
		['Germany \u2014 Germany', 'DE'],
		['Brazil: Republic of Brazil', 'BR'],
		['United States (+1)  ', 'US'],
		['Canada (+1 204)', 'CA'],
		['Germany +49', 'DE'],
		['+44United Kingdom', 'GB'],
		['Georgia ()', 'GE'],
		['DE ()', 'DE'],
		['Czechia (CZ) Czech Republic', 'CZ'],
		['DE: DEU: Germany', 'DE'],
	])('%s as %s', (label, code) => {
		expect(readCountries(label)).toEqual({ codes: [code] });
	});

	it.each([
		'Georgia (US)',
		'Georgia (State)',
		'CO (Colorado)',
		'AL (Alabama)',
		'CA - California',
		'Texas - United States',
		'Canada (+44)',
		'Hong Kong (China)',
		'\u{1F1FA}\u{1F1F8} Canada',
		'Germany - France',
		'Germany (France) (Deutschland)',
		'Ireland (British)',
		'Sudan (Nubian)',
		'Samoa (Eastern)',
		'Saint Martin (Spanish)',
		'Cyprus (Turkish)',
		'Germany 7',
		'DE: Germany (Colorado)',
	])('%s only where its parts name one country', (label) => {
		expect(readCountries(label)).toEqual({ unknown: label });
	});
});

describe('a name is read with its words in any order', () => {
	it.each([
		['Korea (Rep.)', 'KR'],
		['Korea, Rep.', 'KR'],
		['Korea (the Republic of)', 'KR'],
		['Korea (South)', 'KR'],
		["Korea (the Democratic People's Republic of)", 'KP'],
		["Korea, Dem. People's Rep.", 'KP'],
		['Korea (North)', 'KP'],
		['Bolivia, Plurinational State of', 'BO'],
		['Bolivia (Plurinational State of)', 'BO'],
		['Venezuela (Bolivarian Republic of)', 'VE'],
		['Venezuela, RB', 'VE'],
		['Iran (Islamic Republic of)', 'IR'],
		['Egypt, Arab Rep.', 'EG'],
		['Gambia, The', 'GM'],
		['Congo (DRC)', 'CD'],
		['Congo, Dem. Rep.', 'CD'],
		['Congo (Democratic Republic of the)', 'CD'],
		['Congo, Rep.', 'CG'],
		['Congo-Brazzaville', 'CG'],
		['Micronesia (Federated States of)', 'FM'],
		['Tanzania, United Republic of', 'TZ'],
		['Palestine, State of', 'PS'],
		['Taiwan, Province of China', 'TW'],
		['Republic of China', 'TW'],
		["China, People's Republic of", 'CN'],
		['Bonaire, Sint Eustatius and Saba', 'BQ'],
		['Saint Helena, Ascension and Tristan da Cunha', 'SH'],
		['Saint Martin (French part)', 'MF'],
		['Saint Martin (Dutch part)', 'SX'],
		['Virgin Islands (U.S.)', 'VI'],
		['Virgin Islands (British)', 'VG'],
		['Samoa (American)', 'AS'],
		['Guinea (Equatorial)', 'GQ'],
		['Sudan (South)', 'SS'],
		['Ireland (Northern)', 'GB'],
		['Hong Kong SAR China', 'HK'],
		['United Kingdom of Great Britain and Northern Ireland', 'GB'],
		['Kingdom of the Netherlands', 'NL'],
		['Federal Republic of Germany', 'DE'],
		['French Republic', 'FR'],
		['Republic of Cyprus', 'CY'],
		['Commonwealth of Dominica', 'DM'],
		['Dem. Rep. Congo', 'CD'],
		['Falkland Is.', 'FK'],
		['Falkland Isl.', 'FK'],
		['Norfolk Islands', 'NF'],
		['Rep. of Korea', 'KR'],
		['Ste. Lucia', 'LC'],
		['Bonaire, Sint Eustatius, and Saba', 'BQ'],
		['Saint Helena, Ascension, and Tristan da Cunha', 'SH'],
	])('%s is %s', (name, code) => {
		expect(readCountries(name)).toEqual({ codes: [code] });
		expect(readCountries(['US', name.toUpperCase()])).toEqual({ codes: [...new Set(['US', code])] });
	});

	it.each([
		'Virgin Islands',
		'State of Georgia',
		'New Mexico',
		'New Jersey',
		"People's Republic of Korea",
		'Turkish Republic of Northern Cyprus',
		'Republic',
		'Kingdom of',
		'Guinea (Spanish)',
		'Kingdom of China',
		'Kingdom of Congo',
		'Kingdom of Congo - Kinshasa',
		'Kingdom of North Korea',
		'Kingdom of Taiwan',
		'Nor way',
		'Nor+47way',
	])('%s is none', (name) => {
		expect(readCountries(name)).toEqual({ unknown: name });
	});

	it('within a list of others', () => {
		expect(readCountries('US, Korea, Republic of, Bolivia, Plurinational State of, CA')).toEqual({ codes: ['US', 'KR', 'BO', 'CA'] });
	});

	it('as Unicode spells it, alone and with its code', () => {
		const names = new Intl.DisplayNames('en', { type: 'region' });
		for (const [alpha2] of COUNTRIES) {
			const name = names.of(alpha2);
			for (const label of [name, `${name} (${alpha2})`, `${alpha2} - ${name}`])
				expect([label, readCountries(label)]).toEqual([label, { codes: [alpha2] }]);
		}
	});
});

describe('long text', () => {
	it.each<[string, string]>([
		['brackets', '('.repeat(200_000)],
		['commas', 'a,'.repeat(200_000)],
		['bars', '|'.repeat(200_000)],
		['words', 'New '.repeat(200_000)],
		['blanks', ' '.repeat(400_000)],
	])('of %s names no country', (_of, text) => {
		expect(
			Object.values(readCountries(text))
				.flat()
				.filter((one) => COUNTRIES.some(([alpha2]) => alpha2 === one)),
		).toEqual([]);
	});

	it('is told by its beginning', () => {
		expect(readCountries('('.repeat(200_000))).toEqual({ unknown: '('.repeat(100) });
		expect(readCountries('x'.repeat(101))).toEqual({ unknown: 'x'.repeat(101) });
		expect(readCountries(`${'Germany '.repeat(12)}DEU`)).toEqual({ codes: ['DE'] });
		expect(readCountries(`${'Germany '.repeat(13)}DEU`)).toHaveProperty('unknown');
	});

	it('is read up to 100 characters as a name and 10,000 as a list', () => {
		const name = `${'Germany '.repeat(12)}DEU.`;
		expect(readCountries(name)).toEqual({ codes: ['DE'] });
		expect(readCountries(`${name}.`)).toEqual({ unknown: `${name}.` });
		const list = 'US,'.repeat(3_333);
		expect(readCountries(`${list} `)).toEqual({ codes: ['US'] });
		expect(readCountries(`${list}  `)).toEqual({ unknown: list.slice(0, 100) });
	});

	it('of all countries is read', () => {
		expect(readCountries(COUNTRIES.map(([alpha2]) => alpha2).join(', '))).toEqual({ codes: COUNTRIES.map(([alpha2]) => alpha2) });
	});
});

describe('the country of international digits', () => {
	it.each([
		['12015550123', 'US', '1'],
		['447700900123', 'GB', '44'],
		['4915555010123', 'DE', '49'],
		['353209150123', 'IE', '353'],
		['79995550123', 'RU', '7'],
		['35845550123', 'FI', '358'],
		['393335550123', 'IT', '39'],
		['61491570156', 'AU', '61'],
		['47955550123', 'NO', '47'],
		['212655501234', 'MA', '212'],
		['262692555012', 'RE', '262'],
		['5999555012', 'CW', '599'],
		['590690555012', 'GP', '590'],
		['2902555', 'SH', '290'],
		['1', 'US', '1'],
	])('%s is %s', (digits, country, callingCode) => {
		expect(countryOfDigits(digits)).toEqual({ country, callingCode });
	});

	it.each(['', '0', '07700900123', '999', '2'])('"%s" is none', (digits) => {
		expect(countryOfDigits(digits)).toBeUndefined();
	});
});

describe('international digits', () => {
	it.each([
		['12015550123', 'US', true],
		['12015550123', 'CA', true],
		['12015550123', 'GB', false],
		['447700900123', 'GB', true],
		['447700900123', 'US', false],
		['201447700900', 'GB', false],
		['672155501', 'AQ', false],
		['12015550123', 'XX', false],
	])('%s belong to %s: %s', (digits, country, belongs) => {
		expect(belongsTo(digits, country)).toBe(belongs);
	});
});

describe('read countries', () => {
	it.each([
		['US', '1'],
		['GB', '44'],
		['IE', '353'],
		['AQ', ''],
		['XX', ''],
	])('the calling code of %s is "%s"', (country, callingCode) => {
		expect(callingCodeOf(country)).toBe(callingCode);
	});
});

describe('one country', () => {
	it.each([
		['US', 'US'],
		[' germany ', 'DE'],
		[['GB'], 'GB'],
		['US,US', 'US'],
		['', ''],
		[undefined, ''],
	])('out of %j is %j', (input, code) => {
		expect(oneCountry(input)).toBe(code);
	});

	it.each([['US,CA'], [['US', 'CA']], ['Atlantis'], ['US,Atlantis'], [7]])(
		'is none where %j names several, or none that exists',
		(input) => {
			expect(oneCountry(input)).toBeUndefined();
		},
	);
});

describe('read countries', () => {
	it.each([
		[
			['US', ['CA', ' GB ']],
			['US', 'CA', 'GB'],
		],
		['US;CA|GB', ['US', 'CA', 'GB']],
		[' Korea, Republic of ', ['KR']],
		['United   Kingdom', ['GB']],
		['US,', ['US']],
	])('reads %j as %j', (input, codes) => {
		expect(readCountries(input)).toEqual({ codes });
	});

	it.each(['&', '\u00A7', 'US1', '+1', { us: 1 }, 7, true])('%j names no country', (input) => {
		expect(readCountries(input)).toHaveProperty('unknown');
	});

	it.each([
		['Republic of Korea', 'KR'],
		['Macau', 'MO'],
		['Vatican', 'VA'],
		['Republic of Ireland', 'IE'],
		['XKX', 'XK'],
	])('%s is %s', (input, code) => {
		expect(readCountries(input)).toEqual({ codes: [code] });
	});
});
