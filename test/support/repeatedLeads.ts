import type { IDataObject } from 'n8n-workflow';

/** Ways in which forms and exports write one number. */
const SPELLINGS: ReadonlyArray<(area: number, line: string) => string> = [
	(area, line) => `+1${area}55501${line}`,
	(area, line) => `(${area}) 555-01${line}`,
	(area, line) => `${area}.555.01${line}`,
	(area, line) => `001 ${area} 555 01${line}`,
	(area, line) => `tel:+1-${area}-555-01${line}`,
	(area, line) => `${area} 555 01${line} ext 4`,
];

const FIRST_AREA_CODE = 200;

/** Lead with one of up to 1,000 numbers, in one of the spellings. */
const lead = (number: number, spelling: number): IDataObject => ({
	phone: SPELLINGS[spelling % SPELLINGS.length]?.(FIRST_AREA_CODE + Math.floor(number / 100), String(number % 100).padStart(2, '0')) ?? '',
});

const leads = (count: number, firstNumber: number, spelling: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => lead(firstNumber + index, spelling + index));

/**
 * 1,000 leads of two days with 700 numbers: 450 numbers and 50 repeats of them, then 250 new numbers and 250 repeats of the first
 * day. Repeats are spelled in another way.
 */
export const REPEATED_LEADS = {
	firstDay: [...leads(450, 0, 0), ...leads(50, 0, 1)],
	secondDay: [...leads(250, 0, 2), ...leads(250, 450, 0)],
	numbers: 700,
	repeatsOfFirstDay: 250,
};
