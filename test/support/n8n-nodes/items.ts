import { NodeConnectionTypes, type IDataObject, type IExecuteFunctions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';
import { readPath } from '../../../nodes/shared/json/path';
import { from, standIn } from './node';

interface Assignment {
	name: string;
	value: IDataObject[string];
	type: keyof typeof CONVERSIONS;
}

const CONVERSIONS = {
	array: (value: IDataObject[string]) => value,
	boolean: Boolean,
	number: Number,
	object: (value: IDataObject[string]) => (typeof value === 'string' ? (JSON.parse(value) as IDataObject) : value),
	string: String,
};

const CONDITIONS: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'filter',
	default: {},
	typeOptions: { filter: { caseSensitive: true, typeValidation: 'strict', version: 2 } },
};

/** Edit Fields: writes fields, beside those that are there or in their place. */
export const set = standIn(
	'set',
	(node) => [
		node.getInputData().map(({ json }, index) => {
			const assignments = node.getNodeParameter('assignments.assignments', index, []) as unknown as Assignment[];
			const written = assignments.map(
				({ name, value, type }) => [name, value === null || value === undefined ? value : CONVERSIONS[type](value)] as const,
			);
			return from(index, {
				json: { ...(node.getNodeParameter('includeOtherFields', index, false) === true && json), ...Object.fromEntries(written) },
			});
		}),
	],
	{ parameters: ['assignments', 'includeOtherFields'] },
);

/** If: n8n-core judges the conditions. */
export const branch = standIn(
	'if',
	(node) => {
		const items = node.getInputData();
		const passes = items.map((_, index) => node.getNodeParameter('conditions', index, false, { extractValue: true }) === true);
		return [true, false].map((side) => items.flatMap((item, index) => (passes[index] === side ? [from(index, item)] : [])));
	},
	{ properties: [CONDITIONS], parameters: ['options'], outputs: 2 },
);

/** Filter: n8n-core judges the conditions. */
export const filter = standIn(
	'filter',
	(node) => [
		node
			.getInputData()
			.map((item, index) => from(index, item))
			.filter((_item, index) => node.getNodeParameter('conditions', index, false, { extractValue: true }) === true),
	],
	{ properties: [CONDITIONS], parameters: ['options'] },
);

const seen = new Set<unknown>();

/**
 * Remove Duplicates with Remove Items Processed in Previous Executions, for the life of this process, or with Remove Items Repeated
 * Within Current Input, by one field.
 */
export const removeDuplicates = standIn(
	'removeDuplicates',
	(node) => {
		const isWithinInput = node.getNodeParameter('operation', 0) === 'removeDuplicateInputItems';
		const known = isWithinInput ? new Set<unknown>() : seen;
		const valueOf = (json: IDataObject, index: number): unknown =>
			isWithinInput ? json[node.getNodeParameter('fieldsToCompare', 0) as string] : node.getNodeParameter('dedupeValue', index);
		const isNew = (json: IDataObject, index: number): boolean => {
			const value = valueOf(json, index);
			return !known.has(value) && known.add(value) !== undefined;
		};
		return [node.getInputData().flatMap((item, index) => (isNew(item.json, index) ? [from(index, item)] : []))];
	},
	{ parameters: ['operation', 'compare', 'fieldsToCompare', 'dedupeValue', 'options'] },
);

const CLASHES = ['preferInput1', 'preferLast'];

/**
 * Items of the first input with the fields of the first match in the second, then those without a match. Merge 3 empties the items
 * with a match if it does not know the value of 'Clash Handling'.
 */
function enrich(node: IExecuteFunctions): INodeExecutionData[] {
	const clash = node.getNodeParameter('options.clashHandling.values.resolveClash', 0, 'preferLast');
	const [{ field1, field2 }] = node.getNodeParameter('mergeByFields.values', 0) as [{ field1: string; field2: string }];
	const [items, matches] = [node.getInputData(0), node.getInputData(1)];
	const firsts = new Map([...matches].reverse().map(({ json }) => [readPath(json, field2), json]));
	const all = items.map((item, index) => {
		const match = firsts.get(readPath(item.json, field1) ?? '');
		const merged = clash === 'preferInput1' ? { ...match, ...item.json } : { ...item.json, ...match };
		const json = match === undefined || CLASHES.includes(String(clash)) ? merged : {};
		return { hasMatch: match !== undefined, item: from(index, { ...item, json }) };
	});
	return [true, false].flatMap((side) => all.filter(({ hasMatch }) => hasMatch === side).map(({ item }) => item));
}

/** Merge in its modes Append and Combine (Enrich Input 1); an input that nothing arrives at is passed over. */
export const merge = standIn(
	'merge',
	(node) => [
		node.getNodeParameter('mode', 0, 'append') === 'combine'
			? enrich(node)
			: [0, 1, 2].flatMap((input) => node.getInputData(input).map((item, index) => ({ ...item, pairedItem: { item: index, input } }))),
	],
	{
		inputs: Array.from({ length: 3 }, () => NodeConnectionTypes.Main),
		requiredInputs: 1,
		parameters: ['mode', 'numberInputs', 'mergeByFields', 'joinMode', 'options'],
	},
);

/** Split Out: an item for each element of a list, with the element in place of the list. */
export const splitOut = standIn(
	'splitOut',
	(node) => [
		node.getInputData().flatMap(({ json }, index) => {
			const field = node.getNodeParameter('fieldToSplitOut', index) as string;
			return (json[field] as IDataObject[string][]).map((element) => from(index, { json: { [field]: element } as IDataObject }));
		}),
	],
	{ parameters: ['fieldToSplitOut', 'options'] },
);

type Counts = { [value: string]: Counts | number };

/** Summarize in its format Single Item: counts the items of each value of the fields it splits by. */
export const summarize = standIn(
	'summarize',
	(node) => {
		const [{ field }] = node.getNodeParameter('fieldsToSummarize.values', 0) as [{ field: string }];
		const splits = (node.getNodeParameter('fieldsToSplitBy', 0) as string).split(',').map((name) => name.trim());
		const counts: Counts = {};
		for (const { json } of node.getInputData()) {
			const group = splits.reduce<Counts>((inner, split) => (inner[String(json[split])] ??= {}) as Counts, counts);
			group[`count_${field}`] = Number(group[`count_${field}`] ?? 0) + 1;
		}
		return [[{ json: counts, pairedItem: node.getInputData().map((_, item) => ({ item })) }]];
	},
	{ parameters: ['fieldsToSummarize', 'fieldsToSplitBy', 'options'] },
);
