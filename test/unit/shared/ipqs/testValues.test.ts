import { digitsOfTestValue, TEST_VALUE_FORMATS, type TestValueFormat } from '../../../../nodes/shared/ipqs/sandbox/testValueFormats';

describe('test values', () => {
	it.each<[TestValueFormat, string]>([
		['phone', '12015550121'],
		['phone', '2015550121'],
		['phone', '+12015550121'],
		['email', 'jordan21@example.com'],
		['email', 'a.b+21@EXAMPLE.COM'],
		['ip', '192.0.2.121'],
		['url', 'https://example.com/21'],
		['url', 'http://example.com/21'],
		['url', 'example.com/21'],
		['id', 'sandbox21'],
		['id', 'sandbox0121'],
	])('a test value of the form %s is told by its last two digits: %s', (form, text) => {
		expect(digitsOfTestValue(text, [form])).toBe('21');
	});

	it.each<[TestValueFormat, string]>([
		['phone', '12015560121'],
		['phone', '120155501210'],
		['email', 'jordan21@example.com.example'],
		['email', 'jordan21@mail.example.com'],
		['email', 'jordan@example.com'],
		['ip', '192.0.2.21'],
		['ip', '192.0.20121'],
		['url', 'https://example.com/21/'],
		['url', 'https://example.com/x?21'],
		['id', 'sandbox1'],
		['id', 'mysandbox21'],
	])('no test value of the form %s: %s', (form, text) => {
		expect(digitsOfTestValue(text, [form])).toBeUndefined();
	});

	it('only the forms that are asked for count', () => {
		expect(digitsOfTestValue('jordan21@example.com', ['phone', 'email'])).toBe('21');
		expect(digitsOfTestValue('jordan21@example.com', ['phone', 'ip'])).toBeUndefined();
		expect(digitsOfTestValue('12015550121', [])).toBeUndefined();
	});

	it('each form says how it is written', () => {
		for (const { writtenAs } of Object.values(TEST_VALUE_FORMATS)) expect(writtenAs).toMatch(/nn/);
	});
});
