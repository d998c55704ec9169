import { readThresholds } from '../../../nodes/IpqsBacktest/readThresholds';

describe('the list of thresholds', () => {
	it.each([
		['70, 75, 80', [70, 75, 80]],
		['50-70/5', [50, 55, 60, 65, 70]],
		['50 – 60 / 5', [50, 55, 60]],
		['70-72', [70, 71, 72]],
		['90; 70 80', [70, 80, 90]],
		['50-60/10, 85, 60', [50, 60, 85]],
		['50-59/5', [50, 55]],
		['0-1/0.1', [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
		['75', [75]],
		[75, [75]],
		[
			[80, '70'],
			[70, 80],
		],
		['0-100', Array.from({ length: 101 }, (_, index) => index)],
	])('reads %j', (value, expected) => {
		expect(readThresholds(value)).toEqual(expected);
	});

	it.each(['', ' , ', 'high', '70-', '101', '-5', '90-110/10', '70..80', null, undefined, {}, NaN, [null]])('refuses %j', (value) => {
		expect(() => readThresholds(value)).toThrow("'Thresholds' must be numbers from 0 to 100");
	});

	it('says what is wrong with a range', () => {
		expect(() => readThresholds('95-50/5')).toThrow("'Thresholds' has the range 95-50. Put the lower number first");
		expect(() => readThresholds('50-95/0')).toThrow("'Thresholds' has a range with the step 0. Use a step such as 5");
	});

	it('takes at most 101 numbers', () => {
		expect(() => readThresholds('0-100/0.001')).toThrow("'Thresholds' must be at most 101 numbers. Use a larger step");
		expect(() => readThresholds('0-100, 0.5')).toThrow("'Thresholds' must be at most 101 numbers. Use a larger step");
	});
});
