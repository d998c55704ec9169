import { parse } from 'csv-parse/sync';
import type { IDataObject } from 'n8n-workflow';
import { from, standIn } from './node';

const quoted = (value: unknown): string => {
	const text = value === null || value === undefined ? '' : String(value);
	return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** All items as one CSV, with the columns of the first. */
const csvOf = (rows: IDataObject[]): string => {
	const columns = Object.keys(rows[0] ?? {});
	return [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => cells.map(quoted).join(',')).join('\n');
};

/** Convert to File: a field's text as a file, or all items as one CSV. */
export const convertToFile = standIn(
	'convertToFile',
	async (node) => {
		const items = node.getInputData();
		const { fileName = 'file.txt' } = node.getNodeParameter('options', 0) as { fileName?: string };
		const file = async (text: string) => ({ json: {}, binary: { data: await node.helpers.prepareBinaryData(Buffer.from(text), fileName) } });
		if (node.getNodeParameter('operation', 0) === 'csv') {
			return [[{ ...(await file(csvOf(items.map(({ json }) => json)))), pairedItem: items.map((_, item) => ({ item })) }]];
		}
		const field = node.getNodeParameter('sourceProperty', 0) as string;
		return [await Promise.all(items.map(async ({ json }, index) => from(index, await file(String(json[field])))))];
	},
	{ parameters: ['operation', 'sourceProperty', 'binaryPropertyName', 'options'] },
);

/** Extract from File: an item for each row of a CSV, without its empty cells. */
export const extractFromFile = standIn(
	'extractFromFile',
	async (node) => {
		const files = await Promise.all(node.getInputData().map(async (_, index) => await node.helpers.getBinaryDataBuffer(index, 'data')));
		return [
			files.flatMap((file, index) =>
				(parse(file, { columns: true, skip_empty_lines: true }) as IDataObject[]).map((row) =>
					from(index, { json: Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')) }),
				),
			),
		];
	},
	{ parameters: ['operation', 'binaryPropertyName', 'options'] },
);
