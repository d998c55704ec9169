import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
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

/** A text of each item as a file of its own. */
const filesOf = async (node: IExecuteFunctions): Promise<INodeExecutionData[]> =>
	await Promise.all(
		node.getInputData().map(async ({ json }, index) => {
			const { fileName } = node.getNodeParameter('options', index) as { fileName: string };
			const text = String(json[node.getNodeParameter('sourceProperty', index) as string]);
			return from(index, { json: {}, binary: { data: await node.helpers.prepareBinaryData(Buffer.from(text), fileName) } });
		}),
	);

/** Convert to File in its operations CSV, all items as one file, and Text. */
export const convertToFile = standIn(
	'convertToFile',
	async (node) => {
		if (node.getNodeParameter('operation', 0) === 'toText') return [await filesOf(node)];
		const items = node.getInputData();
		const { fileName } = node.getNodeParameter('options', 0) as { fileName: string };
		const file = await node.helpers.prepareBinaryData(Buffer.from(csvOf(items.map(({ json }) => json))), fileName);
		return [[{ json: {}, binary: { data: file }, pairedItem: items.map((_, item) => ({ item })) }]];
	},
	{ parameters: ['operation', 'sourceProperty', 'options'] },
);
