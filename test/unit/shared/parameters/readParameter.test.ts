import {
	readChoice,
	readFieldPath,
	readBooleanParameter,
	InvalidParameter,
	readInteger,
} from '../../../../nodes/shared/parameters/readParameter';

const refusal = (message: string) =>
	new InvalidParameter(message.slice(1, message.indexOf("' ")), message.slice(message.indexOf("' ") + 2));

describe('read parameter', () => {
	it('an invalid parameter is named in quotes, with what it takes', () => {
		const thrown = new InvalidParameter('Max Wait', 'must be a whole number');
		expect(thrown).toBeInstanceOf(Error);
		expect(thrown.message).toBe("'Max Wait' must be a whole number");
	});
});

describe('a whole number', () => {
	const read = (value: unknown) => () => readInteger('Max Retries', value, { min: 1, max: 10 });

	it.each<[unknown, number]>([
		[1, 1],
		[10, 10],
		['7', 7],
		[' 7 ', 7],
		['+7', 7],
		['7.0', 7],
	])('is read from %j', (value, number) => {
		expect(read(value)()).toBe(number);
	});

	it.each([[0], [11], [-1], [1.5], ['1.5'], ['0'], ['11'], ['seven'], [''], [null], [undefined], [NaN], [Infinity], [true], [[7]], [{}]])(
		'is not read from %j',
		(value) => {
			expect(read(value)).toThrow(refusal("'Max Retries' must be a whole number from 1 to 10"));
			expect(read(value)).toThrow(InvalidParameter);
		},
	);
});

describe('a flag', () => {
	it.each<[unknown, boolean]>([
		[true, true],
		['true', true],
		[1, true],
		[false, false],
		['FALSE', false],
		['0', false],
	])('is read from %j', (value, expected) => {
		expect(readBooleanParameter('Include Input', value)).toBe(expected);
	});

	it.each([[''], [null], [undefined], ['y'], [2], [[]], [{}]])('is not read from %j', (value) => {
		expect(() => readBooleanParameter('Include Input', value)).toThrow(refusal("'Include Input' must be true or false"));
	});
});

describe('a choice', () => {
	const CHOICES = ['GET', 'POST'] as const;

	it.each(CHOICES)('is %s', (value) => {
		expect(readChoice('Request Method', value, CHOICES)).toBe(value);
	});

	it.each([['get'], ['PUT'], [''], [null], [undefined], [0], [['GET']]])('is not %j', (value) => {
		expect(() => readChoice('Request Method', value, CHOICES)).toThrow(refusal("'Request Method' must be one of GET, POST"));
	});
});

describe('the name of a field', () => {
	it.each([
		['ipqs', 'ipqs'],
		[' result.ipqs ', 'result.ipqs'],
		['phone score', 'phone score'],
	])('is read from "%s"', (value, path) => {
		expect(readFieldPath('Put Result in Field', value)).toBe(path);
	});

	it.each([['error'], [' error '], ['error.code']])('is not read from %j, which n8n takes for a lead that failed', (value) => {
		expect(() => readFieldPath('Put Result in Field', value)).toThrow(
			refusal(`'Put Result in Field' must not be "error": n8n treats items with this field as failed`),
		);
	});

	it.each([['errors'], ['result.error']])('may hold the word elsewhere: %j', (path) => {
		expect(readFieldPath('Put Result in Field', path)).toBe(path);
	});

	it.each([[''], [' '], ['a..b'], [' __proto__ '], ['a.prototype'], [7], [null], [undefined], [['ipqs']]])(
		'is not read from %j',
		(value) => {
			expect(() => readFieldPath('Put Result in Field', value)).toThrow(
				refusal("'Put Result in Field' must be the name of a field, such as ipqs"),
			);
		},
	);
});
