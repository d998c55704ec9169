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
	/** Waited for after rows are read, and before one is changed to the given values. */
	afterRead: () => Promise<void>;
	beforeUpdate: (values: IDataObject) => Promise<void>;
	/** Makes every row look as if it was last touched that much earlier. */
	age: (minutes: number) => void;
}

const comparable = (value: unknown) => (value instanceof Date ? value.getTime() : value);

const HOLDS: Record<string, (actual: unknown, expected: unknown) => boolean> = {
	eq: (actual, expected) => actual === expected,
	neq: (actual, expected) => actual !== expected,
	lte: (actual, expected) => (comparable(actual) as number) <= new Date(expected as string).getTime(),
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
			const found = table.rows.filter((row) => matches(row, conditions)).slice(0, limit);
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
			await table.beforeUpdate(values);
			return table.rows.filter((row) => matches(row, conditions)).map((row) => write(row, values));
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
					...['operation', 'tableName', 'filters', 'columns'].map((name) => stored(name)),
					stored('limit', 50),
					stored('returnAll', false),
				],
			},
			execute,
		},
		rows: [],
		writes: [],
		exists: false,
		afterRead: async () => {},
		beforeUpdate: async () => {},
		age(minutes) {
			for (const row of table.rows) row.updatedAt = new Date(row.updatedAt.getTime() - minutes * 60_000);
		},
	};
	return table;
}
