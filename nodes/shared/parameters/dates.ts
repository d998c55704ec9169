import { InvalidParameter } from './readParameter';

/** A date, optionally with a time. Fractions of seconds and the time zone are ignored. */
const DATE = /^"?(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?"?$/;

/** A date as ISO text. Luxon's DateTime and JavaScript's Date are converted by their JSON. */
const isoText = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : value === null || value === undefined ? '' : JSON.stringify(value);

function parseDate(label: string, value: unknown): readonly [day: string, time: string] | undefined {
	const text = isoText(value);
	if (text === '') return undefined;
	const [, day, time = '00:00:00'] = DATE.exec(text) ?? [];
	if (day === undefined || Number.isNaN(Date.parse(`${day}T${time}Z`)) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) {
		throw new InvalidParameter(label, 'must be a date such as 2026-11-21');
	}
	return [day, time.length === 5 ? `${time}:00` : time];
}

/**
 * Reads text, a DateTime or a Date as `2026-11-21`, the format that IPQS expects; '' if it is empty.
 *
 * @throws {InvalidParameter} unless it is a date
 */
export const readDate = (label: string, value: unknown): string => parseDate(label, value)?.[0] ?? '';

/**
 * Reads text, a DateTime or a Date as `2026-11-21 09:30:00`, the format that IPQS uses; '' if it is empty.
 *
 * @throws {InvalidParameter} unless it is a date
 */
export const readDateTime = (label: string, value: unknown): string => parseDate(label, value)?.join(' ') ?? '';
