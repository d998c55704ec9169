import { simplifyPhoneText } from '../../../../nodes/shared/ipqs/simplifyPhoneText';

describe('phone text in a small alphabet', () => {
	it.each<[sign: string, characters: string]>([
		['-', '_\u00AF\u02D7\u2043\u2212\u23AF\u30FC\uFF70\u2010\u2013\u2014\uFE63\uFF0D'],
		['.', '·•․‧∙⋅・･。｡٫٬۔ꞏ．'],
		['/', '\\|¦~⁄∕⧸∼⁓〜～／'],
		[',', '、､،﹐，'],
		[';', '؛﹔；'],
		[':', '﹕ː꞉：'],
		['+', '⁺﹢➕＋'],
		['(', '[{<（［｛＜【'],
		[')', ']}>）］｝＞】'],
		['#', '♯﹟＃'],
		['?', '☎½²€'],
	])('has %s for what is used alike: %s', (sign, characters) => {
		for (const character of characters) expect(simplifyPhoneText(`1${character}2`)).toBe(`1${sign}2`);
	});

	it.each([...'"\'`´‘’‚‛“”„‟«»‹›′″ʼʹ\u2800\uFFFD\u00A0\u2007\u202F\u3000\t\n\u0085'])(
		'has a blank for quotes and blanks: %j',
		(character) => {
			expect(simplifyPhoneText(`1${character}2`)).toBe('1 2');
		},
	);

	it('has digits 0 to 9, and letters in lower case without accents', () => {
		expect(simplifyPhoneText('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789');
		expect(simplifyPhoneText('０９ 𝟎𝟗 𝟘𝟡')).toBe('09 09 09');
		expect(simplifyPhoneText('TÉL Ａ дом')).toBe('tel a дом');
	});

	it('has nothing invisible, and nothing at its ends', () => {
		expect(simplifyPhoneText(' \u200E1\u00AD2\uFEFF3\u0000 ')).toBe('123');
	});

	it.each([
		['%2B1', '+1'],
		['%2b1', '+1'],
		['1%20%282%29', '1 (2)'],
		['1%C2%A02', '1 2'],
		['&plus;1', '+1'],
		['&PLUS;1', '+1'],
		['1&nbsp;2&ensp;3&emsp;4&thinsp;5', '1 2 3 4 5'],
		['1&shy;2&lrm;3&rlm;4&zwj;5&zwnj;6', '123456'],
		['1&ndash;2&mdash;3', '1-2-3'],
		['&lpar;1&rpar;', '(1)'],
		['1&quot;2&apos;3', '1 2 3'],
		['1&amp;2', '1&2'],
		['&#43;1', '+1'],
		['&#x2B;1&#X2b;2', '+1+2'],
	])('has what an escape stands for: %s', (text, simple) => {
		expect(simplifyPhoneText(text)).toBe(simple);
	});

	it.each(['1&#50;3', '1&#x32;3', '1%313', '1&other;3', '1&#97;3', '1&3', '1%3'])('has no digit or letter of an escape: %s', (text) => {
		expect(simplifyPhoneText(text)).toBe(text);
	});
});
