import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { parse } from 'csv-parse/sync';

import { UsageError } from './arguments.mjs';
import { findColumn } from './columns.mjs';

const PHONE_COLUMNS = [
	'phone',
	'phonenumber',
	'phoneno',
	'primaryphone',
	'mobile',
	'mobilephone',
	'mobilenumber',
	'mobileno',
	'cell',
	'cellphone',
	'cellnumber',
	'telephone',
	'telephonenumber',
	'tel',
	'contactnumber',
	'homephone',
	'workphone',
	'msisdn',
];

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Encodings by their byte order mark: Excel's "Unicode Text" and Meta's lead exports are UTF-16. */
const encodingOf = ([first, second]) => {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	return second === 0 ? 'utf-16le' : 'utf-8';
};

/** Files that are not valid UTF-8 come from older spreadsheets, which write Windows-1252. */
const decode = (bytes) => {
	try {
		return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
};

const readText = (file) => {
	try {
		return decode(readFileSync(file));
	} catch (error) {
		throw new UsageError(`${basename(file)} cannot be read (${error.message.replace(/^\w+: |,.*$/g, '')})`);
	}
};

const parseJson = (text, name) => {
	let content;
	try {
		content = JSON.parse(text);
	} catch {
		throw new UsageError(`${name} is not valid JSON`);
	}
	const leads = isObject(content) ? content.leads : content;
	if (!Array.isArray(leads) || !leads.every(isObject)) {
		throw new UsageError(`${name} is not an array of leads, such as [{"name": "…", "phone": "…"}]`);
	}
	return leads;
};

/** Spreadsheets name the separator in a line of its own: sep=; */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

const findSeparator = (text) => {
	const [header] = text.split('\n', 1);
	const count = (separator) => header.split(separator).length;
	return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
};

const parseCsv = (text, name) => {
	const [line = '', named] = SEPARATOR_LINE.exec(text) ?? [];
	const table = text.slice(line.length);
	const delimiter = named ?? findSeparator(table);
	try {
		// Tables with tabs seldom quote their values, but the values may have quotes.
		return parse(table, { columns: true, delimiter, relax_quotes: delimiter === '\t', skip_empty_lines: true, trim: true });
	} catch (error) {
		// The message of the parser can contain values of a lead.
		const cause = error.code.replace(/^CSV_/, '').toLowerCase().replaceAll('_', ' ');
		throw new UsageError(`${name} is not valid CSV at line ${error.lines} (${cause})`);
	}
};

/** @returns {string | undefined} the column with the phone numbers */
export const findPhoneColumn = (leads) => findColumn([...new Set(leads.flatMap(Object.keys))], PHONE_COLUMNS);

/**
 * Reads leads from JSON (an array of objects, or one under `leads`) or from CSV with column names (comma,
 * semicolon or tab, in UTF-8, UTF-16 or Windows-1252).
 *
 * @returns {{ leads: Array<Record<string, unknown>>, phoneColumn: string }}
 * @throws {UsageError} with the name of the file and the line, never with values of a lead
 */
export function readLeads(file) {
	const name = basename(file);
	const text = readText(file);
	if (text.trim() === '') throw new UsageError(`${name} is empty`);
	const leads = /\.json$/i.test(file) || /^\s*[[{]/.test(text) ? parseJson(text, name) : parseCsv(text, name);
	if (leads.length === 0) throw new UsageError(`${name} has no leads`);
	const phoneColumn = findPhoneColumn(leads);
	if (phoneColumn === undefined) {
		throw new UsageError(
			`${name} has no phone column. Name a column phone, mobile or telephone${/\.json$/i.test(file) ? '' : ' in the first line'}`,
		);
	}
	return { leads, phoneColumn };
}
