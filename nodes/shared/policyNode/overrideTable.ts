import type { INodeProperties } from 'n8n-workflow';
import { normalizeColumn, normalizeName, parseCampaigns } from '../criteria/normalizeName';
import { parsePolicy } from '../criteria/parsePolicy';
import type { PolicyIssue } from '../criteria/policyIssue';
import type { Policy } from '../criteria/types';
import { isJsonObject, parseJson, type JsonObject } from '../json/json';
import { INHERIT, OVERRIDE_PROPERTIES, OVERRIDE_ROWS_EXAMPLE } from './overrides';
import { formatIssues } from './parameterIssues';
import { omitUndefined, readCampaignCell, toOverride } from './parameterRows';

const LABEL = "'Override Rows'";

const PROPERTY_BY_COLUMN: ReadonlyMap<string, INodeProperties> = new Map(
	OVERRIDE_PROPERTIES.flatMap((property) => [
		[normalizeColumn(property.displayName), property],
		[normalizeColumn(property.name), property],
	]),
);

/** A row of the table with its columns renamed to the members of an override. */
interface OverrideRow {
	/** As people count: 1 for the first row. */
	readonly number: number;
	/** Text of the campaign column, which can list several campaigns. */
	readonly campaign: string;
	readonly cells: JsonObject;
	/** Names of the columns in the table, by member. */
	readonly columns: Readonly<Record<string, string>>;
}

/** The values of a menu by their normalized values and labels, the first of each. */
const menuValues = ({ options = [] }: INodeProperties): ReadonlyMap<string, unknown> =>
	new Map(
		options
			.flatMap((option) =>
				'value' in option ? [option.name, String(option.value)].map((one) => [normalizeName(one), option.value] as const) : [],
			)
			.reverse(),
	);

const MENU_VALUES: ReadonlyMap<INodeProperties, ReadonlyMap<string, unknown>> = new Map(
	OVERRIDE_PROPERTIES.map((property) => [property, menuValues(property)]),
);

/** The value of a menu by its value or label, whatever the case; a text that is neither is returned as it is. */
function readCell(property: INodeProperties, cell: unknown): unknown {
	if (typeof cell !== 'string') return cell;
	const text = cell.trim();
	if (text === '' || text.toLowerCase() === INHERIT) return undefined;
	const values = MENU_VALUES.get(property);
	const name = normalizeName(text);
	const value = values?.has(name) ? values.get(name) : text;
	return value === INHERIT ? undefined : value;
}

function toRow(row: JsonObject, index: number, propertyOf: (column: string) => INodeProperties | undefined): OverrideRow {
	const cells: JsonObject = {};
	const columns: Record<string, string> = {};
	for (const [column, cell] of Object.entries(row)) {
		const property = propertyOf(column);
		if (property === undefined || (columns[property.name] !== undefined && column !== property.name)) continue;
		columns[property.name] = column;
		cells[property.name] = readCell(property, cell) ?? undefined;
	}
	return { number: index + 1, campaign: readCampaignCell(cells), cells: omitUndefined(cells), columns };
}

/** Rows of a table usually have the same columns, whose names are then normalized once. */
function toOverrideRows(rows: readonly JsonObject[]): OverrideRow[] {
	const properties = new Map<string, INodeProperties | undefined>();
	const propertyOf = (column: string): INodeProperties | undefined => {
		if (!properties.has(column)) properties.set(column, PROPERTY_BY_COLUMN.get(normalizeColumn(column)));
		return properties.get(column);
	};
	return rows.map((row, index) => toRow(row, index, propertyOf));
}

/** A copy of what an expression returned; undefined if it is no data. */
function toPlain(value: unknown): unknown {
	try {
		return typeof value === 'string' ? parseJson(value) : JSON.parse(String(JSON.stringify(value)));
	} catch {
		return undefined;
	}
}

/** Rows as objects; undefined if the value is anything but items, plain objects or JSON text of them. */
function readRows(value: unknown): JsonObject[] | undefined {
	const plain = toPlain(value);
	const list: unknown[] = Array.isArray(plain) ? plain : [plain];
	const rows = list.map((row) => (isJsonObject(row) && isJsonObject(row.json) ? row.json : row));
	return rows.every(isJsonObject) ? rows : undefined;
}

/** The policy with the overrides of its rows. */
export interface PolicyWithRows {
	readonly policy: Policy;
	/** Why the row of a campaign cannot be used, by normalized name. */
	readonly invalidCampaigns: ReadonlyMap<string, string>;
	/** What to tell the user about rows that are not used. */
	readonly warnings: readonly string[];
}

const namesOf = ({ campaign }: OverrideRow): string[] => [...new Set([campaign, ...parseCampaigns(campaign)].map(normalizeName))];

class RowOverrides {
	readonly invalid = new Map<string, string>();

	/** Rows that can be used, by their key in `overrides`. */
	private readonly byKey = new Map<string, OverrideRow>();

	constructor(rows: readonly OverrideRow[]) {
		const first = new Map<string, OverrideRow>();
		for (const row of rows) {
			for (const name of namesOf(row)) {
				const earlier = first.get(name);
				if (earlier === undefined) first.set(name, row);
				else this.invalid.set(name, `${LABEL}, row ${row.number}: ${row.columns.campaign} repeats the campaign of row ${earlier.number}`);
			}
		}
		for (const row of rows) {
			const isUsable = (campaign: string): boolean => !this.invalid.has(normalizeName(campaign));
			const key = isUsable(row.campaign) ? row.campaign : parseCampaigns(row.campaign).filter(isUsable).join(', ');
			if (key !== '') this.byKey.set(key, row);
		}
	}

	toOverrides(): JsonObject {
		return Object.fromEntries([...this.byKey].map(([key, { cells }]) => [key, toOverride(cells, () => false)]));
	}

	/** Removes the rows that issues are about. Returns the other issues. */
	remove(issues: readonly PolicyIssue[]): PolicyIssue[] {
		const issuesByRow = new Map<OverrideRow, PolicyIssue[]>();
		const others: PolicyIssue[] = [];
		for (const issue of issues) {
			const [first, key] = issue.path;
			const row = first === 'overrides' ? this.byKey.get(String(key)) : undefined;
			if (row === undefined) others.push(issue);
			else issuesByRow.set(row, [...(issuesByRow.get(row) ?? []), issue]);
		}
		for (const [key, row] of this.byKey) {
			const own = issuesByRow.get(row);
			if (own !== undefined) this.removeRow(key, row, own);
		}
		return others;
	}

	private removeRow(key: string, row: OverrideRow, issues: readonly PolicyIssue[]): void {
		this.byKey.delete(key);
		const within = `${LABEL}, row ${row.number}: `;
		const sentences = issues.map(({ path, message }) => ({
			path,
			within,
			sentence: `${row.columns[String(path[2])] ?? 'campaign'} ${message}`,
		}));
		for (const name of namesOf(row)) if (!this.invalid.has(name)) this.invalid.set(name, formatIssues(sentences));
	}
}

/**
 * Adds the overrides in the rows of a table to a policy. A row that cannot be used makes its own campaigns invalid only.
 *
 * @param policy without overrides; unchecked
 * @param value of 'Override Rows'
 */
export function withOverrideRows(policy: JsonObject, value: unknown): PolicyWithRows | { readonly issues: readonly PolicyIssue[] } {
	const invalid = (message: string) => ({ issues: [{ path: ['overrideRows'], message }] });
	const rows = readRows(value);
	if (rows === undefined) return invalid(`must be the rows of a table, such as ${OVERRIDE_ROWS_EXAMPLE}`);
	const filled = toOverrideRows(rows).filter(({ cells }) => Object.keys(cells).length > 0);
	const named = filled.filter(({ campaign }) => campaign !== '');
	if (filled.length > 0 && filled.every(({ columns }) => columns.campaign === undefined)) return invalid("must have a column 'campaign'");
	const overrides = new RowOverrides(named);
	// Issues with the types of members hide all others, so a second pass can find more.
	for (;;) {
		const parsed = parsePolicy({ ...policy, overrides: overrides.toOverrides() });
		if ('policy' in parsed)
			return { policy: parsed.policy, invalidCampaigns: overrides.invalid, warnings: rowWarnings(rows, filled, overrides.invalid) };
		const others = overrides.remove(parsed.issues);
		if (others.length > 0) return { issues: others };
	}
}

/** Warnings about rows that are named; more are left out. */
const MAX_WARNINGS = 3;

function rowWarnings(rows: readonly JsonObject[], filled: readonly OverrideRow[], invalid: ReadonlyMap<string, string>): string[] {
	if (rows.length === 0) return [`${LABEL} has no rows, so no override applied`];
	const unnamed = filled.filter(({ campaign }) => campaign === '');
	return [
		...[...new Set(invalid.values())].map((problem) => `${problem}. Leads of this campaign go to QA until the row is corrected.`),
		...unnamed.map(({ number }) => `${LABEL}, row ${number}: campaign is empty, so the row is not used`),
	].slice(0, MAX_WARNINGS);
}
