import { NodeApiError, type IDataObject, type INode, type INodeExecutionData } from 'n8n-workflow';
import { withPath } from '../json/path';
import type { JsonObject } from '../json/json';
import { errorItem, withoutFailure } from '../ipqs/errorOutput';
import { failureMessage } from '../ipqs/errors';
import { project, typedField, type FieldChoice } from '../ipqs/selectFields';
import { followsOnError, type ItemResult } from '../client/itemResult';

/** Where a result goes in an item. */
export interface Placement {
	readonly outputField: string;
	readonly includeInput: boolean;
	readonly fields: FieldChoice;
	/** Response field by the lead field that takes it, "Save Fields As". */
	readonly fieldNames: ReadonlyArray<{ readonly field: string; readonly name: string }>;
}

/** What happens to items that fail: stop the node, stay on the output, or leave by the error output, with `details` or without. */
export type OnError = 'stop' | 'continue' | 'errorOutput' | 'errorOutputWithDetails';

/**
 * n8n 2.36 and newer know an item of the error output by `error`, `message` and `details`; older ones would leave an item with
 * `details` on the normal output. The next version brought the declared failure, by which it is told here.
 */
const takesDetails = (node: INode): boolean => 'failure' in new NodeApiError(node, {});

export const onErrorOf = (node: INode, continueOnFail: boolean): OnError => {
	if (node.onError === 'continueErrorOutput') return takesDetails(node) ? 'errorOutputWithDetails' : 'errorOutput';
	return continueOnFail ? 'continue' : 'stop';
};

/** What happened to an item that has no answer, in a sentence. */
export const messageOf = ({ verdict }: ItemResult): string =>
	verdict.kind === 'failed' ? failureMessage(verdict.reason, verdict.said) : '';

function resultJson(result: ItemResult, fields: FieldChoice): JsonObject {
	const { verdict, record } = result;
	if (verdict.kind === 'failed') return { success: false, message: messageOf(result), lookup: record };
	return { ...project(verdict.body, fields), lookup: record };
}

function itemJson(input: JsonObject, result: ItemResult, placement: Placement): JsonObject {
	const { verdict } = result;
	const base = placement.includeInput ? withoutFailure(input) : {};
	const withResult = withPath(base, placement.outputField, resultJson(result, placement.fields));
	return placement.fieldNames.reduce(
		(json, { field, name }) => withPath(json, name, verdict.kind === 'answered' ? typedField(placement.fields.known, verdict.body, field) : null),
		withResult,
	);
}

/**
 * The item that leaves for an input item. An item for the error output holds nothing beside what n8n knows it by; n8n adds the
 * input's fields to it.
 */
export function outputItem(input: INodeExecutionData, index: number, result: ItemResult, placement: Placement, onError: OnError): INodeExecutionData {
	const { verdict, record } = result;
	const rest = { ...(input.binary ? { binary: input.binary } : {}), pairedItem: { item: index } };
	if (onError.startsWith('errorOutput') && followsOnError(result) && verdict.kind === 'failed') {
		const json = errorItem(messageOf(result), verdict.reason, onError === 'errorOutputWithDetails' ? record : undefined);
		return { json: json as IDataObject, ...rest };
	}
	return { json: itemJson(input.json, result, placement) as IDataObject, ...rest };
}
