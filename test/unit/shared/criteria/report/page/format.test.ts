import {
	formatCountAndShare,
	formatDate,
	formatInteger,
	formatLeads,
	formatMoney,
	formatPercent,
	formatDecimal,
} from '../../../../../../nodes/shared/criteria/report/page/format';

describe('numbers', () => {
	it('group thousands', () => {
		expect(formatInteger(1_234_567)).toBe('1,234,567');
	});

	it('count leads', () => {
		expect([0, 1, 2_000].map(formatLeads)).toEqual(['0 leads', '1 lead', '2,000 leads']);
	});

	it.each([
		[null, '–'],
		[0, '0%'],
		[0.0001, '<1%'],
		[0.005, '1%'],
		[0.994, '99%'],
		[0.995, '>99%'],
		[0.9999, '>99%'],
		[1, '100%'],
	])('give the rate %p as %s', (rate, text) => {
		expect(formatPercent(rate)).toBe(text);
	});

	it.each([
		[null, '–'],
		[NaN, '–'],
		[Infinity, '–'],
		[0, '0.00'],
		[1234.5, '1,234.50'],
		[-0.125, '-0.13'],
		[999_999_999_999, '999,999,999,999.00'],
		[1e12, '1E12'],
		[1e300, '1E300'],
	])('give the sum %p as %s', (sum, text) => {
		expect(formatMoney(sum)).toBe(text);
	});

	it.each([
		[18, '18'],
		[0.0012, '0.0012'],
		[0, '0'],
		[1e-6, '0.000001'],
		[1e12, '1E12'],
		[1e-300, '1E-300'],
		[1e300, '1E300'],
	])('give the number %p as %s', (number, text) => {
		expect(formatDecimal(number)).toBe(text);
	});
});

describe('a count with its share', () => {
	it('has no share of nothing', () => {
		expect([formatCountAndShare(1, 4), formatCountAndShare(0, 0)].map(({ text }) => text)).toEqual([
			...['1 <small>25%</small>', '0 <small>–</small>'],
		]);
	});
});

describe('a date', () => {
	it('is given in UTC', () => {
		expect(formatDate('2025-11-25T18:20:00+01:00')).toBe('25 November 2025 at 17:20 UTC');
	});

	it('is left as it is if it is none', () => {
		expect(formatDate('yesterday')).toBe('yesterday');
	});
});
