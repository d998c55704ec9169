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

const readText = (file) => {
	try {
		return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
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

const findSeparator = (text) => {
	const [header] = text.split('\n', 1);
	const count = (separator) => header.split(separator).length;
	return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
};

const parseCsv = (text, name) => {
	try {
		return parse(text, { columns: true, delimiter: findSeparator(text), skip_empty_lines: true, trim: true });
	} catch (error) {
		// The message of the parser can contain values of a lead.
		const cause = error.code.replace(/^CSV_/, '').toLowerCase().replaceAll('_', ' ');
		throw new UsageError(`${name} is not valid CSV at line ${error.lines} (${cause})`);
	}
};

/** @returns {string | undefined} the column with the phone numbers */
export const findPhoneColumn = (leads) => findColumn([...new Set(leads.flatMap(Object.keys))], PHONE_COLUMNS);

/**
 * Reads leads from JSON (an array of objects, or one under `leads`) or from CSV with column names (comma, semicolon or tab).
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
