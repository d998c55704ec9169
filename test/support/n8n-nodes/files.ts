import type { IDataObject } from 'n8n-workflow';
import { standIn } from './node';

const quoted = (value: unknown): string => {
	const text = value === null || value === undefined ? '' : String(value);
	return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** All items as one CSV, with the columns of the first. */
const csvOf = (rows: IDataObject[]): string => {
	const columns = Object.keys(rows[0] ?? {});
	return [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => cells.map(quoted).join(',')).join('\n');
};

/** Convert to File in its operation CSV: all items as one file. */
export const convertToFile = standIn(
	'convertToFile',
	async (node) => {
		const items = node.getInputData();
		const { fileName } = node.getNodeParameter('options', 0) as { fileName: string };
		const file = await node.helpers.prepareBinaryData(Buffer.from(csvOf(items.map(({ json }) => json))), fileName);
		return [[{ json: {}, binary: { data: file }, pairedItem: items.map((_, item) => ({ item })) }]];
	},
	{ parameters: ['operation', 'options'] },
);
