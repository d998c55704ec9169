import { readBoolean, readNumber } from '../json/coerce';
import { isJsonObject } from '../json/json';
import type { ResponseField } from './responseField';

/** A response value in its field's type; null if IPQS sent none. */
export type FieldValue = boolean | number | string | unknown[] | Record<string, unknown> | null;

/**
 * Whether text is a plan notice: the sentence that IPQS sends instead of a value if the plan does not include the field. Seen in
 * live responses: "Enterprise L4+ required.", "Premium required.", "Disabled for performance. Contact support …".
 */
export const isPlanNotice = (text: string): boolean => /\b(?:required|disabled)\b/i.test(text);

/** Normalizes a choice for comparison: "Toll-Free" equals "toll free". Some IPQS documents list "Mobile" for "Wireless". */
export const normalizeChoice = (text: string): string => {
	const letters = text.toLowerCase().replace(/[\s_-]/g, '');
	return letters === 'mobile' ? 'wireless' : letters;
};

const isAbsentText = (text: string): boolean => {
	const trimmed = text.trim();
	return trimmed === '' || trimmed.toUpperCase() === 'N/A';
};

function readNumberOf({ range }: ResponseField, value: unknown): number | null {
	const number = readNumber(value);
	return number === null || range === undefined || (number >= range[0] && number <= range[1]) ? number : null;
}

function readText({ nullTexts }: ResponseField, value: unknown): string | null {
	if (Number.isFinite(value)) return String(value);
	return typeof value === 'string' && !isAbsentText(value) && !nullTexts?.includes(value.trim().toLowerCase()) ? value : null;
}

function readChoice(field: ResponseField, value: unknown): string | null {
	if (typeof value !== 'string' || isAbsentText(value) || isPlanNotice(value)) return null;
	const normalized = normalizeChoice(value);
	return field.choices?.find((choice) => normalizeChoice(choice) === normalized) ?? value.trim();
}

function readList({ freeText }: ResponseField, value: unknown): unknown[] | null {
	if (Array.isArray(value)) return value;
	const isText = typeof value === 'string' && !isAbsentText(value);
	return isText && (freeText || !isPlanNotice(value)) ? [value] : null;
}

/** Reads a raw value, from IPQS or a spreadsheet row, as its field's type; null if it is absent or of another type. */
export function readResponseValue(field: ResponseField, value: unknown): FieldValue {
	switch (field.type) {
		case 'boolean':
			return readBoolean(value);
		case 'number':
			return readNumberOf(field, value);
		case 'choice':
			return readChoice(field, value);
		case 'text':
			return readText(field, value);
		case 'list':
			return readList(field, value);
		case 'object':
			return isJsonObject(value) ? value : null;
	}
}
