import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { makeDataTable, type DataTable } from './data-table';

/** n8n's Data Table node on several tables in memory, which nodes choose by name. */
export function makeDataTables<Name extends string>(names: readonly Name[]): { node: INodeType; tables: Record<Name, DataTable> } {
	const tables = Object.fromEntries(names.map((name) => [name, makeDataTable()])) as Record<Name, DataTable>;
	const { description } = makeDataTable().node;
	const properties = ['dataTableId', 'resource'].map((name) => ({ displayName: name, name, type: 'json' as const, default: '' }));
	const node: INodeType = {
		description: { ...description, version: [1, 1.1], properties: [...description.properties, ...properties] },
		async execute(this: IExecuteFunctions) {
			const isCreate = this.getNodeParameter('operation', 0) === 'create';
			const name = this.getNodeParameter(isCreate ? 'tableName' : 'dataTableId.value', 0) as Name;
			return (await tables[name].node.execute?.call(this)) ?? [];
		},
	};
	return { node, tables };
}
