import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

export interface Row extends IDataObject {
	id: number;
	state: string;
	updatedAt: Date;
}

interface Condition {
	keyName: string;
	condition: string;
	keyValue: unknown;
}

/** n8n's Data Table node on a table in memory: each write is one step, as its UPDATE with conditions is in a database. */
export interface DataTable {
	node: INodeType;
	rows: Row[];
	/** Every write in its order, as the row was after it. */
	writes: Row[];
	/** Whether there is a table; n8n's node fails where there is none. */
	exists: boolean;
	/** Whether an update returns the rows that it was meant for, changed by it or not, as on SQLite. */
	returnsMatchesBefore: boolean;
	/** Waited for after rows are read, and before one is changed to the given values. */
	afterRead: () => Promise<void>;
	beforeUpdate: (values: IDataObject) => Promise<void>;
	afterUpdate: (values: IDataObject) => Promise<void>;
	/** Makes every row look as if it was last touched that much earlier. */
	age: (minutes: number) => void;
}

/** Dates are columns of this table, or text of it that a workflow wrote. */
const timeOf = (value: unknown) => new Date(value as string | Date).getTime();

const HOLDS: Record<string, (actual: unknown, expected: unknown) => boolean> = {
	eq: (actual, expected) => actual === expected,
	neq: (actual, expected) => actual !== expected,
	gte: (actual, expected) => timeOf(actual) >= timeOf(expected),
	lt: (actual, expected) => timeOf(actual) < timeOf(expected),
	lte: (actual, expected) => timeOf(actual) <= timeOf(expected),
	isEmpty: (actual) => actual === '' || actual === null || actual === undefined,
	isTrue: (actual) => actual === true,
	isFalse: (actual) => actual === false,
};

const matches = (row: Row, conditions: Condition[]) =>
	conditions.every(({ keyName, condition, keyValue }) => HOLDS[condition]?.(row[keyName], keyValue) === true);

/** Parameters as this node stores them; their own types would make n8n ask its database. */
const stored = (name: string, fallback: INodeProperties['default'] = ''): INodeProperties => ({
	displayName: name,
	name,
	type: 'json',
	default: fallback,
});

const NO_TABLE = 'Data table not found';

export function makeDataTable(): DataTable {
	let last = 0;
	const write = (row: Row, values: IDataObject) => {
		Object.assign(row, values, { updatedAt: new Date() });
		table.writes.push({ ...row });
		return { ...row };
	};
	const operations: Record<string, (context: IExecuteFunctions, index: number) => Promise<Row[]>> = {
		async create() {
			table.exists = true;
			return [];
		},
		async insert(context, index) {
			const row: Row = { id: ++last, state: '', updatedAt: new Date() };
			table.rows.push(row);
			return [write(row, context.getNodeParameter('columns.value', index) as IDataObject)];
		},
		async get(context, index) {
			const conditions = context.getNodeParameter('filters.conditions', index) as Condition[];
			const limit = context.getNodeParameter('returnAll', index) === true ? Infinity : (context.getNodeParameter('limit', index) as number);
			const column = context.getNodeParameter('orderByColumn', index) as string;
			const matching = table.rows.filter((row) => matches(row, conditions));
			if (column !== '') matching.sort((one, other) => timeOf(one[column]) - timeOf(other[column]));
			const found = matching.slice(0, limit);
			const copies = found.map((row) => ({ ...row }));
			await table.afterRead();
			return copies;
		},
		async rowNotExists(context, index) {
			const conditions = context.getNodeParameter('filters.conditions', index) as Condition[];
			if (table.rows.some((row) => matches(row, conditions))) return [];
			return [context.getInputData()[index]?.json as Row];
		},
		async upsert(context, index) {
			const updated = (await operations.update?.(context, index)) ?? [];
			return updated.length > 0 ? updated : ((await operations.insert?.(context, index)) ?? []);
		},
		async update(context, index) {
			const conditions = context.getNodeParameter('filters.conditions', index) as Condition[];
			const values = context.getNodeParameter('columns.value', index) as IDataObject;
			const before = table.rows.filter((row) => matches(row, conditions));
			await table.beforeUpdate(values);
			const written = table.rows.filter((row) => matches(row, conditions)).map((row) => write(row, values));
			await table.afterUpdate(values);
			return table.returnsMatchesBefore ? before.map((row) => ({ ...row })) : written;
		},
		async deleteRows(context, index) {
			const conditions = context.getNodeParameter('filters.conditions', index) as Condition[];
			const deleted = table.rows.filter((row) => matches(row, conditions));
			table.rows.splice(0, table.rows.length, ...table.rows.filter((row) => !deleted.includes(row)));
			return deleted;
		},
	};
	async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items: INodeExecutionData[] = [];
		for (const index of this.getInputData().keys()) {
			const operation = this.getNodeParameter('operation', index) as string;
			const pairedItem = { item: index };
			if (operation !== 'create' && !table.exists) {
				if (!this.continueOnFail()) throw new NodeOperationError(this.getNode(), NO_TABLE);
				// n8n's node inserts all rows at once, and does not say which item an error belongs to.
				items.push({ json: { error: NO_TABLE }, ...(operation !== 'insert' && { pairedItem }) });
				continue;
			}
			const rows = (await operations[operation]?.(this, index)) ?? [];
			items.push(...rows.map((json) => ({ json, pairedItem })));
		}
		return [items];
	}
	const table: DataTable = {
		node: {
			description: {
				displayName: 'Data Table',
				name: 'dataTable',
				group: ['transform'],
				version: 1,
				description: 'Rows in memory',
				defaults: { name: 'Data Table' },
				inputs: ['main'],
				outputs: ['main'],
				properties: [
					...['operation', 'tableName', 'dataTableId', 'filters', 'columns', 'orderByColumn'].map((name) => stored(name)),
					stored('limit', 50),
					stored('returnAll', false),
				],
			},
			execute,
		},
		rows: [],
		writes: [],
		exists: false,
		returnsMatchesBefore: false,
		afterRead: async () => {},
		beforeUpdate: async () => {},
		afterUpdate: async () => {},
		age(minutes) {
			for (const row of table.rows) row.updatedAt = new Date(row.updatedAt.getTime() - minutes * 60_000);
		},
	};
	return table;
}

/** n8n's Data Table node on several tables, by their names. */
export function makeDataTables<Name extends string>(...names: Name[]): { node: INodeType; tables: Record<Name, DataTable> } {
	const tables = Object.fromEntries(names.map((name) => [name, makeDataTable()])) as Record<Name, DataTable>;
	const [first] = Object.values<DataTable>(tables);
	if (first === undefined) throw new Error('There is no table');
	async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const created = this.getNodeParameter('tableName', 0) as string;
		const name = (created || (this.getNodeParameter('dataTableId', 0) as { value: string }).value) as Name;
		return (await tables[name].node.execute?.call(this)) as INodeExecutionData[][];
	}
	return { node: { description: first.node.description, execute }, tables };
}
