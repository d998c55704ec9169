/**
 * Values and operators of the reference evaluator (SPEC 4.2): what a field holds, when it is unknown, and how it is compared.
 */

import type { ResponseField } from '../../nodes/shared/ipqs/responseField';
import type { ResultName, SpecSilent } from './referencePolicy';

export type Json = Readonly<Record<string, unknown>>;

export interface JudgedField {
	readonly result: ResultName;
	readonly field: ResponseField;
}

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

export type Value = string | number | boolean;

export function readBoolean(raw: unknown): boolean | undefined {
	if (typeof raw === 'boolean') return raw;
	const text = String(raw).trim().toLowerCase();
	if (text === 'true' || text === '1') return true;
	return text === 'false' || text === '0' ? false : undefined;
}

function readNumber({ range: [lowest, highest] = [-Infinity, Infinity] }: ResponseField, raw: unknown): number | undefined {
	const text = String(raw).trim();
	if (typeof raw === 'boolean' || !/^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text)) return undefined;
	const number = Number(text);
	// SPEC silent: whether a score of 900 in a result is unknown. It is, for it says nothing.
	return number >= lowest && number <= highest ? number : undefined;
}

function readText(field: ResponseField, raw: string): string | undefined {
	const text = raw.trim();
	const isChoice = field.type === 'choice';
	// Plan sentences: API.md 5.4. Names and carriers never hold one.
	if (isChoice && /\b(required|disabled)\b/i.test(text)) return undefined;
	if (isChoice && /^inconclusive status$/i.test(text)) return undefined;
	if (field.name.endsWith('_identity_match') && /^unknown$/i.test(text)) return undefined;
	return text;
}

/** The value of a field, undefined where it is unknown (SPEC 4.2). Fields within an object have a name with dots. */
export function readResponseValue({ result, field }: JudgedField, body: Json, specSilent: SpecSilent): Value | undefined {
	const raw = field.name.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), body);
	if (raw === undefined || raw === null || typeof raw === 'object') return undefined;
	if (typeof raw === 'string') {
		const text = raw.trim();
		if (text !== raw) specSilent('spaces around a value do not count');
		if (text === '') return undefined;
		if (text !== 'N/A' && text.toUpperCase() === 'N/A') specSilent('"n/a" in another case is unknown, too');
		if (text.toUpperCase() === 'N/A') return undefined;
	}
	if (field.type === 'boolean') {
		if (typeof raw === 'string' && readBoolean(raw) !== undefined && !/^(true|false)$/.test(raw))
			specSilent('"1", "0" and "TRUE" as text are booleans');
		return readBoolean(raw);
	}
	if (field.type === 'number') {
		if (typeof raw === 'string' && /[+e]/i.test(raw) && readNumber(field, raw) !== undefined) specSilent('"+95" and "9e1" are numbers');
		return readNumber(field, raw);
	}
	if (typeof raw === 'boolean') {
		specSilent('true or false in a text field is unknown');
		return undefined;
	}
	if (typeof raw === 'number') specSilent('a number in a text field is its text');
	const text = readText(field, String(raw));
	if (result === 'email' && field.name === 'first_name' && /^(unknown|corporate)$/i.test(text ?? '')) {
		specSilent('first_name "Unknown" and "Corporate" of an email are unknown in conditions, as they are null in the output');
		return undefined;
	}
	return text;
}

/** Other spellings of countries that a policy may hold, as far as tests use them. */
const COUNTRIES: Readonly<Record<string, string>> = {
	usa: 'us',
	'united states': 'us',
	canada: 'ca',
	uk: 'gb',
	'united kingdom': 'gb',
};
const COUNTRY_FIELD = /^(country|country_code|bin_country|transaction_details\.(bin|billing_phone|shipping_phone)_country)$/;

/** How text is compared: without case, line types and countries in one spelling. */
function comparable({ field }: JudgedField, text: string): string {
	const lower = text.trim().toLowerCase();
	if (COUNTRY_FIELD.test(field.name)) return COUNTRIES[lower] ?? lower;
	if (!field.name.endsWith('line_type')) return lower;
	const spelling = lower.replace(/[-\s]/g, '');
	return spelling === 'mobile' ? 'wireless' : spelling;
}

export function compareNumber(operator: string, actual: number, expected: unknown): boolean {
	const values = [expected].flat().map(Number);
	const [from = NaN, to = NaN] = values;
	if (operator === 'greaterThan') return actual > from;
	if (operator === 'greaterOrEqual') return actual >= from;
	if (operator === 'lessThan') return actual < from;
	if (operator === 'lessOrEqual') return actual <= from;
	if (operator === 'between') return actual >= from && actual <= to;
	return values.includes(actual) === (operator === 'equals' || operator === 'in');
}

export function compareText(operator: string, judged: JudgedField, value: string, expected: unknown): boolean {
	const actual = comparable(judged, value);
	const values = [expected]
		.flat()
		.flatMap((one) => (COUNTRY_FIELD.test(judged.field.name) ? String(one).split(/[;,]/) : [String(one)]))
		.map((one) => comparable(judged, one));
	if (operator === 'contains') return values.some((one) => actual.includes(one));
	if (operator === 'startsWith') return values.some((one) => actual.startsWith(one));
	return values.includes(actual) === (operator === 'equals' || operator === 'in');
}
