import type { ResponseField } from '../../../../nodes/shared/ipqs/responseField';
import { isPlanNotice, normalizeChoice, readResponseValue } from '../../../../nodes/shared/ipqs/readResponseValue';
import { readBoolean, readNumber } from '../../../../nodes/shared/json/coerce';

const field = (type: ResponseField['type'], choices?: string[]): ResponseField => ({
	name: 'field',
	label: 'Field',
	type,
	description: 'A field',
	choices,
});

const LINE_TYPE = field('choice', ['Wireless', 'Landline', 'Toll Free']);

describe('a boolean', () => {
	it.each([[true], ['true'], [' TRUE\n'], ['True'], [1], ['1'], [' 1 '], ['yes'], ['Yes ']])('is true: %j', (value) => {
		expect(readBoolean(value)).toBe(true);
	});

	it.each([[false], ['false'], [' FALSE\t'], ['False'], [0], ['0'], [' 0 '], ['no'], [' NO']])('is false: %j', (value) => {
		expect(readBoolean(value)).toBe(false);
	});

	it.each([[null], [undefined], [''], [' '], ['N/A'], ['y'], ['yes please'], ['true.'], [2], [-1], ['01'], [NaN], [[]], [[true]], [{}]])(
		'is unknown: %j',
		(value) => {
			expect(readBoolean(value)).toBeNull();
		},
	);
});

describe('a number', () => {
	it.each<[unknown, number]>([
		[0, 0],
		[81.5, 81.5],
		[-3, -3],
		['95', 95],
		[' 95\n', 95],
		['+7', 7],
		['-7', -7],
		['12.50', 12.5],
		['007', 7],
		['123456789012345', 123456789012345],
	])('is read from %j', (value, number) => {
		expect(readNumber(value)).toBe(number);
	});

	it.each([
		['1234567890123456'],
		['1e3'],
		['0x10'],
		['.5'],
		['5.'],
		['1,000'],
		['1.2.3'],
		['95 of 100'],
		['score 95'],
		['- 7'],
		['--7'],
		[''],
		[' '],
		['N/A'],
		['Infinity'],
		[Infinity],
		[-Infinity],
		[NaN],
		[null],
		[undefined],
		[true],
		[[95]],
		[{}],
	])('is not read from %j', (value) => {
		expect(readNumber(value)).toBeNull();
	});
});

describe('a plan sentence', () => {
	it.each([
		'Enterprise L4+ required.',
		'Enterprise Plus or higher required.',
		'Enterprise Mini or higher required.',
		'Upgraded plan required.',
		'Premium required.',
		'Enterprise plan required to view abuse events and active proxy networks',
		'Disabled for performance. Contact support for further assistance.',
		'Number recycling feature disabled. Please contact support to activate.',
		'PREMIUM REQUIRED',
	])('is "%s"', (text) => {
		expect(isPlanNotice(text)).toBe(true);
	});

	it.each(['', 'high', 'none', 'N/A', 'No associated emails found.', 'unrequired', 'disabledness', 'Active Line'])(
		'is not "%s"',
		(text) => {
			expect(isPlanNotice(text)).toBe(false);
		},
	);
});

describe('read value', () => {
	it.each([
		['Toll-Free', 'tollfree'],
		['toll free', 'tollfree'],
		['TOLL_FREE', 'tollfree'],
		['Toll - Free', 'tollfree'],
		['Mobile', 'wireless'],
		['Wireless', 'wireless'],
		['Mobile Home', 'mobilehome'],
		['Active Line - High Confidence', 'activelinehighconfidence'],
	])('the choice %s is spelt %s to compare', (text, spelling) => {
		expect(normalizeChoice(text)).toBe(spelling);
	});
});

describe('a value is read', () => {
	it('as a boolean or a number, where the field is one', () => {
		expect(readResponseValue(field('boolean'), 'false')).toBe(false);
		expect(readResponseValue(field('boolean'), 'Premium required.')).toBeNull();
		expect(readResponseValue(field('number'), '87')).toBe(87);
		expect(readResponseValue(field('number'), 'Premium required.')).toBeNull();
		expect(readResponseValue(field('number'), -1)).toBe(-1);
		const score = { ...field('number'), range: [0, 100] } as const;
		expect([-1, 0, '0', 100, 101].map((value) => readResponseValue(score, value))).toEqual([null, 0, 0, 100, null]);
		expect(readResponseValue(field('boolean'), 87)).toBeNull();
		expect(readResponseValue(field('number'), false)).toBeNull();
	});

	it.each<[unknown, unknown]>([
		['Example Wireless', 'Example Wireless'],
		[' spaced ', ' spaced '],
		['Disabled Veterans Telecom', 'Disabled Veterans Telecom'],
		['No signature required', 'No signature required'],
		['none', 'none'],
		[98104, '98104'],
		[0, '0'],
		['', null],
		[' \t', null],
		['N/A', null],
		[' n/a ', null],
		['N/A or so', 'N/A or so'],
		[null, null],
		[undefined, null],
		[NaN, null],
		[Infinity, null],
		[true, null],
		[['text'], null],
		[{}, null],
	])('as text, of %j: %j', (value, text) => {
		expect(readResponseValue(field('text'), value)).toBe(text);
	});

	it.each<[unknown, unknown]>([
		['Wireless', 'Wireless'],
		['wireless', 'Wireless'],
		['Mobile', 'Wireless'],
		['Toll-Free', 'Toll Free'],
		[' toll_free ', 'Toll Free'],
		['Hovercraft', 'Hovercraft'],
		[' Hovercraft ', 'Hovercraft'],
		['N/A', null],
		['n/a ', null],
		['', null],
		['Enterprise L4+ required.', null],
		['Disabled for performance. Contact support for further assistance.', null],
		[null, null],
		[7, null],
		[true, null],
		[['Wireless'], null],
	])('as a choice, of %j: %j', (value, choice) => {
		expect(readResponseValue(LINE_TYPE, value)).toBe(choice);
	});

	it('as a choice without a list of its own', () => {
		expect(readResponseValue(field('choice'), 'high')).toBe('high');
	});

	it.each<[unknown, unknown]>([
		[
			['One', 2],
			['One', 2],
		],
		[[], []],
		['One', ['One']],
		['Enterprise plan required.', null],
		[['Enterprise plan required.'], ['Enterprise plan required.']],
		['', null],
		['N/A', null],
		[null, null],
		[undefined, null],
		[7, null],
		[{ one: 1 }, null],
	])('as a list, of %j: %j', (value, list) => {
		expect(readResponseValue(field('list'), value)).toEqual(list);
	});

	it('as text, unless it is what IPQS writes there in place of none', () => {
		const reason = { ...field('text'), nullTexts: ['null'] };
		expect(['null', ' N/A ', 'nullable', ' Null '].map((value) => readResponseValue(reason, value))).toEqual([
			null,
			null,
			'nullable',
			null,
		]);
		expect(readResponseValue(field('text'), 'null')).toBe('null');
		expect([NaN, Infinity].map((value) => readResponseValue(field('text'), value))).toEqual([null, null]);
	});

	it('as a list of IPQS\'s own words, in which "required" says nothing of the plan', () => {
		const errors = { ...field('list'), freeText: true as const };
		expect(readResponseValue(errors, 'A country is required.')).toEqual(['A country is required.']);
		expect(readResponseValue(errors, ' N/A ')).toBeNull();
		expect(readResponseValue(errors, ['A country is required.'])).toEqual(['A country is required.']);
	});

	it.each<[unknown, unknown]>([
		[{ status: 'none' }, { status: 'none' }],
		[{}, {}],
		[[], null],
		['Premium required.', null],
		[null, null],
		[undefined, null],
		[7, null],
	])('as an object, of %j: %j', (value, object) => {
		expect(readResponseValue(field('object'), value)).toEqual(object);
	});
});
