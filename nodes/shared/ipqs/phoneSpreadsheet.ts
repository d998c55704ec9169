import { DATE, DECIMAL, ROUNDED, type UnusableNumber } from './numberReading';

/** A number as it was before a spreadsheet changed it, or why it cannot be told. */
export type Undone = string | UnusableNumber;

/** All that a quantity or a date is written with; most numbers have blanks or brackets as well. */
// Stryker disable next-line Regex: only saves time
const QUANTITY = /^[\d+.,e/-]+$/;
const EXPONENT = /^(\+?)(\d+)(?:[.,](\d+))?e\+?(\d{1,2})$/;
/** `.0` or `,00` behind digits without separators. Several zeros are an ending only behind a whole number. */
const ZERO_ENDING = /^\+?(?:\d+[.,]0{1,2}|\d{10,}[.,]0+)$/;
const FRACTION = /^\+?\d{7,}\.\d{1,2}$/;
/** 12,025,550,123 */
const THOUSANDS = /^\+?\d{1,3}(?:,\d{3}){2,}(?:\.0{1,2})?$/;
const ISO_DATE = /^(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d$/;
/** 11/26/2026, and 26.11.2026, which plans with numbers of eight digits would take for one. */
const WRITTEN_DATE = /^[0-3]?\d([./])[0-3]?\d\1(?:19|20)\d\d$/;

/** Writes out powers of ten. With fewer digits than the number has, the last ones are lost. */
function writeOut([, plus = '', whole = '', fraction = '', exponent = '']: RegExpExecArray): Undone {
	const places = Number(exponent);
	if (fraction.length < places) return ROUNDED;
	return /[1-9]/.test(fraction.slice(places)) ? DECIMAL : `${plus}${whole}${fraction.slice(0, places)}`;
}

function withoutFraction(text: string): Undone {
	if (THOUSANDS.test(text)) return text.replace(/\..*/, '').replaceAll(',', '');
	if (ZERO_ENDING.test(text)) return text.replace(/[.,]0+/, '');
	return FRACTION.test(text) ? DECIMAL : text;
}

/** Undoes what spreadsheets and programs do to a number that they take for a quantity. */
export function undoSpreadsheet(text: string): Undone {
	// Stryker disable next-line ConditionalExpression: only saves time
	if (!QUANTITY.test(text)) return text;
	const exponent = EXPONENT.exec(text);
	if (exponent) return writeOut(exponent);
	if (ISO_DATE.test(text) || WRITTEN_DATE.test(text)) return DATE;
	return text.includes('.') || text.includes(',') ? withoutFraction(text) : text;
}
