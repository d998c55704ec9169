import {
	NUMERIC_OPTIONS,
	readNumericOption,
	numericProperty,
	type NumericOptionName,
} from '../../../../nodes/shared/lookupNode/numericOptions';
import { InvalidParameter } from '../../../../nodes/shared/parameters/readParameter';

describe('options that are whole numbers', () => {
	it.each([
		['concurrency', 'Limit: Concurrency', 10, 1, 100],
		['maxLookups', 'Limit: Max Lookups', 0, 0, 1_000_000],
		['maxRetries', 'Limit: Max Retries', 3, 0, 10],
		['maxWait', 'Limit: Max Wait', 30, 0, 3_600],
		['reuseMinutes', 'Reuse: Recent Results', 0, 0, 1_440],
		['timeout', 'Limit: Timeout', 10, 1, 60],
		['earlierDays', 'Reuse: Earlier Result Max Age', 30, 1, 365],
		['keepCredits', 'Limit: Keep Credits', 0, 0, 1_000_000_000],
	] as const)('%s, "%s", is %d and goes from %d to %d', (name, label, value, min, max) => {
		expect(readNumericOption({}, name)).toBe(value);
		expect(readNumericOption({ [name]: null }, name)).toBe(value);
		expect(readNumericOption({ [name]: min }, name)).toBe(min);
		expect(readNumericOption({ [name]: String(max) }, name)).toBe(max);
		for (const wrong of [min - 1, max + 1, 1.5, 'many', '']) {
			expect(() => readNumericOption({ [name]: wrong }, name)).toThrow(
				new InvalidParameter(label, `must be a whole number from ${min} to ${max}`),
			);
		}
	});

	it('are eight, each with a description', () => {
		expect(Object.keys(NUMERIC_OPTIONS)).toHaveLength(8);
		for (const { description } of Object.values(NUMERIC_OPTIONS)) expect(description).toMatch(/^[A-Z]/);
	});

	it.each(Object.keys(NUMERIC_OPTIONS) as NumericOptionName[])('%s keeps its bounds in the form', (name) => {
		const { label, default: value, min, max, description } = NUMERIC_OPTIONS[name];
		expect(numericProperty(name)).toMatchObject({
			displayName: label,
			name,
			type: 'number',
			typeOptions: { minValue: min, maxValue: max },
			default: value,
			description,
		});
	});

	it('say their unit below the field, where they have one', () => {
		expect(numericProperty('timeout').hint).toBe('Seconds');
		expect(numericProperty('reuseMinutes').hint).toBe('Minutes');
		expect(numericProperty('concurrency')).not.toHaveProperty('hint');
	});
});
