import { spellOut } from '../../../../nodes/shared/ipqs/phoneLetters';
import { isKnownWord } from '../../../../nodes/shared/ipqs/phoneWords';

describe('the letters of a vanity number', () => {
	it.each([
		['1-800-flowers', '1-800-3569377'],
		['(800) got-junk', '(800) 468-5865'],
		['+1 800 abcdefghi', '+1 800 222333444'],
		['1.800.jklmnopqr', '1.800.555666777'],
		['800 stuvwxyz', '800 78889999'],
		['8005 oilx', '8005 6459'],
		['800 or flowers', '800 67 3569377'],
	])('%s are the digits %s', (text, digits) => {
		expect(spellOut(text)).toBe(digits);
	});

	it.each([
		...['flowers', '12-flowers', 'x800 flowers', '800 flowers!', '800', '800 ab', '800 oil', '800 lil', '800 o-i-l'],
		...['800 cell', '800 xcell', '800 cell home', '800 flowers ext', '800 x flowers', '800 flowers, 5'],
	])('%s spell no digits', (text) => {
		expect(spellOut(text)).toBeUndefined();
	});
});

describe('a word about a number', () => {
	it.each(['cell', 'ext', 'xcell', 'celltel', 'telefono', 'wewnetrzny', 'доб', '内線'])('%s is known', (word) => {
		expect(isKnownWord(word)).toBe(true);
	});

	it.each(['', 'flowers', 'cells', 'acell', 'cellcellcell', 'xflowers'])('"%s" is not', (word) => {
		expect(isKnownWord(word)).toBe(false);
	});
});
