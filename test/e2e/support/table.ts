import type { IDataObject } from 'n8n-workflow';
import { n8n } from './n8n';

/** Makes a data table; of each row the columns are taken, by name and type such as `string`. */
export async function makeTable(name: string, columns: Record<string, string>, rows: IDataObject[]): Promise<void> {
	const project = await n8n.rest<{ id: string }>('GET', '/projects/personal');
	const place = `/projects/${project.id}/data-tables`;
	const names = Object.keys(columns);
	const table = await n8n.rest<{ id: string }>('POST', place, {
		name,
		columns: names.map((column) => ({ name: column, type: columns[column] })),
	});
	const data = rows.map((cells) => Object.fromEntries(names.map((column) => [column, cells[column]])));
	await n8n.rest('POST', `${place}/${table.id}/insert`, { data });
}
