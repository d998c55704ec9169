import type { IDataObject } from 'n8n-workflow';
import { n8n } from './n8n';

/** As many rows as n8n returns at once. */
const PAGE = 250;

/**
 * Makes a data table; of each row the columns are taken, by name and type such as `string`.
 *
 * @returns reads its rows, at most 250
 */
export async function makeTable<Row>(name: string, columns: Record<string, string>, rows: IDataObject[]): Promise<() => Promise<Row[]>> {
	const project = await n8n.rest<{ id: string }>('GET', '/projects/personal');
	const place = `/projects/${project.id}/data-tables`;
	const names = Object.keys(columns);
	const table = await n8n.rest<{ id: string }>('POST', place, {
		name,
		columns: names.map((column) => ({ name: column, type: columns[column] })),
	});
	const data = rows.map((cells) => Object.fromEntries(names.map((column) => [column, cells[column]])));
	await n8n.rest('POST', `${place}/${table.id}/insert`, { data });
	return async () => (await n8n.rest<{ data: Row[] }>('GET', `${place}/${table.id}/rows?take=${PAGE}&sortBy=id:asc`)).data;
}
