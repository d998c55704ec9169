import { findJsonSyntaxError } from '../../../../nodes/shared/json/jsonSyntax';

const placeOf = (text: string): string | undefined => {
	const error = findJsonSyntaxError(text);
	return error && `${error.line}:${error.column} ${error.expected}`;
};

describe('the first syntax error of JSON text', () => {
	it.each([
		['a comma after the last member', '{\n  "preset": "strict",\n}', '3:1 a key in double quotes'],
		['a comma after the last entry', '[1, 2,]', '1:7 a value'],
		['a missing comma', '{\n  "preset": "strict"\n  "name": "A"\n}', '3:3 a comma or }'],
		['a missing comma in a list', '[1 2]', '1:4 a comma or ]'],
		['a missing colon', '{ "preset" "strict" }', '1:12 a colon'],
		['a missing value', '{ "preset": }', '1:13 a value'],
		['a key without quotes', '{ preset: "strict" }', '1:3 a key in double quotes or }'],
		['single quotes', "{ 'preset': 'strict' }", '1:3 a key in double quotes or }'],
		['a missing closing brace', '{ "a": { "b": 1 }', '1:18 a comma or }'],
		['a missing closing bracket', '[', '1:2 a value or ]'],
		['a wrong closing bracket', '{ "a": [1} ]', '1:10 a comma or ]'],
		['a missing closing quote at the end of a line', '{\n  "a": "b,\n  "c": 1\n}', '2:11 a closing double quote'],
		['a missing closing quote at the end of the text', '{"a', '1:4 a closing double quote'],
		['an invalid escape', '{"a": "C:\\Users"}', '1:10 an escape sequence such as \\n or \\\\'],
		['an escape with too few digits', '["\\u00e"]', '1:3 an escape sequence such as \\n or \\\\'],
		['a word that is not JSON', '{ "a": True }', '1:8 a value'],
		['a number with a leading zero', '{ "a": 01 }', '1:9 a comma or }'],
		['text after the end', '{} {}', '1:4 the end of the text'],
		['a comment', '{ // scores\n  "a": 1 }', '1:3 a key in double quotes or }'],
		['nothing', ' ', '1:2 a value'],
		['Windows line breaks', '{\r\n"a": 1,\r\n}', '3:1 a key in double quotes'],
		['old Mac line breaks', '{\r"a": 1,\r}', '3:1 a key in double quotes'],
	])('%s: its line, its column, and what is expected', (_, text, place) => {
		expect(placeOf(text)).toBe(place);
	});

	it.each(['{}', ' [ ] ', '"\\u00e9\\n"', '"a b"', '-1.5e+3', '0.25', '1E25', '{"a": [1, {"b": null}], "c": "d"}\n'])(
		'is not found in valid JSON: %s',
		(text) => {
			expect(placeOf(text)).toBeUndefined();
		},
	);

	it('is not found in valid JSON, however deep', () => {
		expect(placeOf('['.repeat(100_000) + ']'.repeat(100_000))).toBeUndefined();
	});
});
