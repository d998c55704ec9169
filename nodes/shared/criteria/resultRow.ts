import { PHONE_FIELDS } from '../ipqs/phoneFields';
import { readResponseValue } from '../ipqs/readResponseValue';
import type { JsonObject } from '../json/json';
import { normalizeColumn } from './normalizeName';

/** The field that a column of a sheet or CRM stands for, by its name or label. */
const FIELD_BY_COLUMN: ReadonlyMap<string, string> = new Map(
	PHONE_FIELDS.flatMap(({ name, label }) => [
		[normalizeColumn(label), name],
		[normalizeColumn(name), name],
	]),
);

const MAX_COLUMNS = 10_000;

/** Fields by the columns seen so far: the rows of a table have the same ones. */
const fieldByName = new Map<string, string>();

function findField(column: string): string {
	const known = fieldByName.get(column);
	// Stryker disable next-line ConditionalExpression: only saves time
	if (known !== undefined) return known;
	const field = FIELD_BY_COLUMN.get(normalizeColumn(column)) ?? column;
	// Stryker disable next-line ConditionalExpression,EqualityOperator: only limits memory
	if (fieldByName.size < MAX_COLUMNS) fieldByName.set(column, field);
	return field;
}

/** A row of a sheet or CRM with its columns renamed to the fields of a phone result. A column with the exact name comes first. */
export function normalizeRow(row: JsonObject): JsonObject {
	let normalized: JsonObject | undefined;
	for (const column of Object.keys(row)) {
		const field = findField(column);
		if (field === column || Object.hasOwn(row, field)) continue;
		normalized ??= { ...row };
		normalized[field] = row[column];
	}
	return normalized ?? row;
}

const FRAUD_SCORE = PHONE_FIELDS.filter(({ name }) => name === 'fraud_score');

/** Fields that only IPQS has a name for, so that a lead's own columns are not taken for a result. */
const IPQS_FIELDS = PHONE_FIELDS.filter(({ name, isMetadata, ambiguousName }) => name !== 'fraud_score' && !isMetadata && !ambiguousName);

/** Whether a row has a fraud score and one more value of IPQS. */
export const isResultRow = (row: JsonObject): boolean =>
	[FRAUD_SCORE, IPQS_FIELDS].every((fields) => fields.some((field) => readResponseValue(field, row[field.name]) !== null));
