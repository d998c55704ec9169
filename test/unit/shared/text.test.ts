import { formatCount, formatList } from '../../../nodes/shared/text';

describe('a list', () => {
	it.each([
		[[], ''],
		[['Risky'], 'Risky'],
		[['Risky', 'VOIP'], 'Risky and VOIP'],
		[['Risky', 'VOIP', 'Prepaid'], 'Risky, VOIP and Prepaid'],
	])('of %j reads "%s"', (parts, text) => {
		expect(formatList(parts, 'and')).toBe(text);
	});

	it('of alternatives has "or" before the last one', () => {
		expect(formatList(['accept', 'qa', 'reject'], 'or')).toBe('accept, qa or reject');
	});
});

describe('a count', () => {
	it('has the singular for one only', () => {
		expect([0, 1, 2].map((number) => formatCount(number, 'lead'))).toEqual(['0 leads', '1 lead', '2 leads']);
	});

	it('takes an irregular plural', () => {
		expect(formatCount(2, 'not sent', 'not sent')).toBe('2 not sent');
	});
});
