import fc from 'fast-check';
import { findJsonSyntaxError } from '../../../nodes/shared/json/jsonSyntax';

const isJson = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

/** JSON text in which a few characters are removed, added or replaced. */
const nearlyJson = fc
	.tuple(fc.json(), fc.nat(), fc.nat({ max: 2 }), fc.constantFrom('', ',', '}', ']', '"', ':', '\\', '0', '\n'))
	.map(([text, place, removed, added]) => {
		const index = place % (text.length + 1);
		return text.slice(0, index) + added + text.slice(index + removed);
	});

const TOKENS = [...'{}[]:,"\\ \n\t01-.eEtu', 'true', 'null', '"a"', '\\u00e9', '\u0001', '\u00a0'];
const tokens = fc.array(fc.constantFrom(...TOKENS), { maxLength: 12 }).map((all) => all.join(''));

describe('a JSON syntax error', () => {
	it('is found exactly when JSON.parse rejects the text, at a place within it', () => {
		fc.assert(
			fc.property(fc.oneof(fc.json(), nearlyJson, tokens), (text) => {
				const error = findJsonSyntaxError(text);
				expect(error === undefined).toBe(isJson(text));
				if (error === undefined) return;
				const lines = text.split(/\r\n|\r|\n/);
				expect(error.line).toBeLessThanOrEqual(lines.length);
				expect(error.column).toBeLessThanOrEqual((lines[error.line - 1] ?? '').length + 1);
			}),
			{ numRuns: 2_000 },
		);
	});
});
