import { isJsonObject } from '../json/json';
import type { ResponseField } from './responseField';

/** A response value in its field's type; null where IPQS gave none. */
export type FieldValue = boolean | number | string | unknown[] | Record<string, unknown> | null;

/**
 * The sentences IPQS writes where a plan lacks a field: "Enterprise L4+ required.", "Premium required.", "Disabled for
 * performance. Contact support …" (seen in live bodies).
 */
export const isPlanSentence = (text: string): boolean => /\b(?:required|disabled)\b/i.test(text);

/** Text by which two spellings of a choice are the same: "Toll-Free", "toll free"; IPQS lists "Mobile" for Wireless. */
export const normalizeChoice = (text: string): string => {
	const letters = text.toLowerCase().replace(/[\s_-]/g, '');
	return letters === 'mobile' ? 'wireless' : letters;
};

const isAbsentText = (text: string): boolean => {
	const trimmed = text.trim();
	return trimmed === '' || trimmed.toUpperCase() === 'N/A';
};

/** True and false as IPQS, spreadsheets and expressions write them; null for all else. */
export function readBoolean(value: unknown): boolean | null {
	const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (word === true || word === 'true' || word === 1 || word === '1') return true;
	if (word === false || word === 'false' || word === 0 || word === '0') return false;
	return null;
}

/** A finite number, or decimal text that is one; null for all else. */
export function readNumber(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	return typeof value === 'string' && /^[+-]?\d{1,15}(?:\.\d+)?$/.test(value.trim()) ? Number(value) : null;
}

function readNumberOf({ range }: ResponseField, value: unknown): number | null {
	const number = readNumber(value);
	return number === null || range === undefined || (number >= range[0] && number <= range[1]) ? number : null;
}

function readText({ absentAs }: ResponseField, value: unknown): string | null {
	if (Number.isFinite(value)) return String(value);
	return typeof value === 'string' && !isAbsentText(value) && value !== absentAs ? value : null;
}

function readChoice(field: ResponseField, value: unknown): string | null {
	if (typeof value !== 'string' || isAbsentText(value) || isPlanSentence(value)) return null;
	const spelling = normalizeChoice(value);
	return field.choices?.find((choice) => normalizeChoice(choice) === spelling) ?? value.trim();
}

function readList({ ownWords }: ResponseField, value: unknown): unknown[] | null {
	if (Array.isArray(value)) return value;
	const isText = typeof value === 'string' && !isAbsentText(value);
	return isText && (ownWords || !isPlanSentence(value)) ? [value] : null;
}

/** Reads a raw value, of IPQS or of a row that went through a spreadsheet, as its field's type; null when it is not one. */
export function readValue(field: ResponseField, value: unknown): FieldValue {
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
