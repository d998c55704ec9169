import { readDate, readDateTime } from '../../../../nodes/shared/parameters/dates';

/** An n8n DateTime, as far as it is read: its JSON. */
const dateTime = (iso: string | null) => ({ toJSON: () => iso });

describe('dates', () => {
	it.each<[unknown, string, string]>([
		['2026-11-21', '2026-11-21', '2026-11-21 00:00:00'],
		[' 2026-11-21T09:30 ', '2026-11-21', '2026-11-21 09:30:00'],
		['2026-11-21 09:30:05', '2026-11-21', '2026-11-21 09:30:05'],
		['2026-11-21T09:30:05.123Z', '2026-11-21', '2026-11-21 09:30:05'],
		['2026-11-21T23:30:00.000-05:00', '2026-11-21', '2026-11-21 23:30:00'],
		['2028-02-29', '2028-02-29', '2028-02-29 00:00:00'],
		[new Date('2026-11-21T09:30:05Z'), '2026-11-21', '2026-11-21 09:30:05'],
		[dateTime('2026-11-21T09:30:05.000Z'), '2026-11-21', '2026-11-21 09:30:05'],
		[dateTime('2026-11-21T23:30:00.000-05:00'), '2026-11-21', '2026-11-21 23:30:00'],
		['', '', ''],
		['  ', '', ''],
		[null, '', ''],
		[undefined, '', ''],
	])('%j is the day %s and the moment %s', (value, day, moment) => {
		expect([readDate('Start Date', value), readDateTime('Start Date', value)]).toEqual([day, moment]);
	});

	it.each([
		...[
			'2026-11-211',
			'2026-11-21 nonsense',
			'2026-11-21/22',
			'today',
			'21.11.2026',
			'11/21/2026',
			'2026-11',
			'2026',
			'26-11-21',
			'2026-13-01',
			'2026-00-10',
			'2026-11-31',
			'2026-02-29',
			'2026-11-21T25:00',
			'2026-11-21T09:75',
		],
		...[1_763_700_000_000, 20261121, true, {}, [], ['2026-11-21'], new Date(NaN), dateTime(null)],
	])('%j is no date, and the message names the parameter', (value) => {
		for (const read of [readDate, readDateTime])
			expect(() => read('Start Date', value)).toThrow("'Start Date' must be a date such as 2026-11-21");
	});
});
