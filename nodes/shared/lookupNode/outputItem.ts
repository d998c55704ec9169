import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { isFailure, type ItemResult } from '../client/itemResult';
import { failuresOfOthers, toErrorOutput, withoutErrorFields } from '../ipqs/errorOutput';
import { failureMessage } from '../ipqs/failures';
import { projectFields, readTypedField, type FieldSelection } from '../ipqs/selectFields';
import type { JsonObject } from '../json/json';
import { withMember, withPath } from '../json/path';
import { readableItem } from '../json/readableItem';
import { readOr } from '../json/readOr';
import { withPrefixedFields } from './fieldPrefix';
import type { OutputOptions } from './readOutputOptions';

/** What happens to items that fail: stop the node, stay on the output, or leave on the error output. */
export type OnError = 'stop' | 'continue' | 'errorOutput';

export function readOnError({ onError }: INode, continueOnFail: boolean): OnError {
	if (onError === 'continueErrorOutput') return 'errorOutput';
	return continueOnFail ? 'continue' : 'stop';
}

/**
 * What happened to an item without a result, as a sentence. In the sandbox a test value chose the failure, and the sentence says
 * so: nobody should look for a real cause.
 */
export function failureMessageOf({ result, metadata }: ItemResult): string {
	if (result.kind !== 'failed') return '';
	const message = failureMessage(result.reason, result.apiMessage);
	return metadata.sandbox && metadata.attempts > 0 ? `Simulated by the test value: ${message}` : message;
}

function resultJson(itemResult: ItemResult, fields: FieldSelection): JsonObject {
	const { result, metadata } = itemResult;
	if (result.kind === 'failed') return { success: false, message: failureMessageOf(itemResult), lookup: metadata };
	return withMember(projectFields(result.body, fields), 'lookup', metadata);
}

function itemJson(input: JsonObject, itemResult: ItemResult, output: OutputOptions): JsonObject {
	const { result } = itemResult;
	const base = output.includeInput ? withoutErrorFields(input, itemResult.metadata.resource) : {};
	const json = resultJson(itemResult, output.fields);
	const placed = withPath(base, output.outputField, json);
	const { fieldPrefix, fields } = output;
	const withResult =
		fieldPrefix === '' ? placed : withPrefixedFields(placed, fieldPrefix, fields, result.kind === 'success' ? json : undefined);
	return output.fieldNames.reduce(
		(json, { field, name }) =>
			withPath(json, name, result.kind === 'success' ? readTypedField(output.fields.known, result.body, field) : null),
		withResult,
	);
}

function buildItem(
	input: Pick<INodeExecutionData, 'json' | 'binary'>,
	index: number,
	itemResult: ItemResult,
	output: OutputOptions,
	onError: OnError,
): INodeExecutionData {
	const { result, metadata } = itemResult;
	const rest = { ...(input.binary ? { binary: input.binary } : {}), pairedItem: { item: index } };
	if (onError === 'errorOutput' && isFailure(itemResult) && result.kind === 'failed') {
		const earlier = failuresOfOthers(input.json, metadata.resource);
		const json = toErrorOutput(failureMessageOf(itemResult), result.reason, metadata, earlier);
		return { json: json as IDataObject, ...rest };
	}
	return { json: itemJson(input.json, itemResult, output) as IDataObject, ...rest };
}

/**
 * Builds the output item of an input item. n8n adds the input fields to error-output items itself. A field of the input that cannot
 * be read is null: it must not lose the results of all leads.
 */
export function outputItem(
	input: INodeExecutionData,
	index: number,
	itemResult: ItemResult,
	output: OutputOptions,
	onError: OnError,
): INodeExecutionData {
	const build = (item: Pick<INodeExecutionData, 'json' | 'binary'>) => buildItem(item, index, itemResult, output, onError);
	return readOr(() => build(input), undefined) ?? build(readableItem(input));
}
