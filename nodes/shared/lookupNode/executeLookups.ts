import { NodeApiError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { addToCustomData } from '../client/executionCustomData';
import { getExecutionState } from '../client/executionState';
import { stopsNode, toItemResult, toUnsentResult, type ItemResult, type LookupSource, type UnsentResult } from '../client/itemResult';
import { lookUpBatch, type BatchResult } from '../client/lookUpBatch';
import { createClock } from '../client/createClock';
import { FAILURES } from '../ipqs/failures';
import { fieldsNotInPlan, selectFields } from '../ipqs/selectFields';
import type { JsonObject } from '../json/json';
import { readOr } from '../json/readOr';
import { NodeParameters } from '../parameters/nodeParameters';
import { errorMessageOf } from '../parameters/readParameter';
import type { Clock } from '../scheduling/clock';
import { mapWithYield, Yielder } from '../scheduling/yielder';
import { withEarlierResult } from './earlierResult';
import { connect, isSandbox, type Connection } from './connection';
import { executionHints, ResultCounts, type SpendingFacts } from './executionHints';
import { overwritesPrefixedField, prefixWarning } from './fieldPrefix';
import { ItemParameters } from './itemParameters';
import type { ItemPlan, ItemWarning, LookupPlan, Operation } from './operation';
import { failureMessageOf, outputItem, readOnError } from './outputItem';
import { outputModeOf, readOutputOptions, type OutputOptions } from './readOutputOptions';
import { overwritesOtherResult, overwriteWarning } from './overwriteWarning';
import { lookUpPages, type PagedResults } from './pagination';
import { planItem } from './planItem';
import { operationProperties } from './properties';
import { readRunSettings, type RunSettings } from './runSettings';

/** Name in the custom data of an execution: requests that IPQS may have charged. */
const CHARGES = 'ipqs_lookups';

/** What the run needs for all items. */
interface Prepared {
	readonly connection: Connection;
	readonly settings: RunSettings;
}

/** The lookup of an item, and where its result goes. */
interface PlannedItem<Plan = LookupPlan> {
	readonly plan: Plan;
	readonly output: OutputOptions;
}

const invalid = (detail: string): { unsent: UnsentResult } => ({ unsent: { status: 'failed', reason: 'invalid_parameter', detail } });

/** Reads the credential and the options of the run, or returns why no item can be looked up. */
async function prepare(node: IExecuteFunctions, operation: Operation, clock: Clock): Promise<Prepared | { error: string }> {
	try {
		const connection = await connect(node, clock, operation.sandbox);
		const settings = readRunSettings(node);
		// Custom integrations have no account call.
		const readsCredits = 'keyLocation' in connection.auth && operation.costsCredit;
		return { connection, settings: readsCredits ? settings : { ...settings, keepCredits: null } };
	} catch (thrown) {
		return {
			error: errorMessageOf(thrown, 'The credential or an option could not be read: select the credential again and check the options'),
		};
	}
}

/** What planning needs to know about the run. */
interface PlanContext {
	readonly operation: Operation;
	readonly prepared: Prepared | { error: string };
	readonly parameters: NodeParameters;
	readonly source: LookupSource;
	/** Ms since the epoch. */
	readonly now: number;
}

/** Plans an item. Its request and its output options are read separately, so that an error in one does not hide the other. */
function planItemSafely({ operation, prepared, parameters, source, now }: PlanContext, index: number): PlannedItem {
	const item = new ItemParameters(parameters, index);
	const toPlan = (thrown: unknown): { unsent: UnsentResult } =>
		invalid(errorMessageOf(thrown, `The expression in '${parameters.labelOf(parameters.lastRead)}' gave no value`));
	const attempt = <Plan>(read: () => Plan): Plan | { unsent: UnsentResult } => {
		try {
			return read();
		} catch (thrown) {
			return toPlan(thrown);
		}
	};
	const plan: ItemPlan = 'error' in prepared ? invalid(prepared.error) : attempt(() => planItem(operation, item, prepared.connection));
	let problem: ItemPlan | undefined;
	const output = readOutputOptions(operation, item, (thrown) => (problem ??= toPlan(thrown)));
	return { plan: attempt(() => withEarlierResult(problem ?? plan, output, item, source, now)), output };
}

/** Stops the node at the first item that must stop it: names the item, says what to do and how to keep the other leads. */
function stopAtFailure(node: IExecuteFunctions, results: ReadonlyArray<ItemResult | undefined>): void {
	const itemIndex = results.findIndex((itemResult) => itemResult !== undefined && stopsNode(itemResult));
	const itemResult = results[itemIndex];
	if (itemResult === undefined || itemResult.result.kind === 'success') return;
	const { reason, status } = itemResult.result;
	const message = `${failureMessageOf(itemResult)} [item ${itemIndex}]`;
	const description = `${FAILURES[reason].remedy}. To keep the other leads, set 'On Error' in the node's settings to Continue.`;
	// IPQS reports most errors with HTTP 200, which would look like success.
	const httpCode = status === null || status === 200 ? undefined : String(status);
	throw new NodeApiError(node.getNode(), { message }, { message, description, httpCode, itemIndex });
}

/** Adds charged requests to the execution's custom data. */
function recordCharges(node: IExecuteFunctions): void {
	const state = getExecutionState(node.getExecutionCancelSignal());
	addToCustomData(node, CHARGES, state.unrecordedCharges);
	state.unrecordedCharges = 0;
}

/** Sends the requests of all plans. */
async function runLookups(
	node: IExecuteFunctions,
	{ connection, settings }: Prepared,
	clock: Clock,
	plans: readonly LookupPlan[],
	stopOnFailure: boolean,
	yielder: Yielder,
): Promise<PagedResults> {
	const { transport } = connection;
	const state = getExecutionState(node.getExecutionCancelSignal());
	const options = { ...settings, transport, clock, state, stopOnFailure };
	return await lookUpPages(plans, (tasks) => lookUpBatch(tasks, options), stopOnFailure, yielder);
}

/** What is left of the limits of the account; undefined in the sandbox. */
function spendingFacts({ connection: { transport }, settings: { keepCredits } }: Prepared, clock: Clock): SpendingFacts | undefined {
	const { account } = transport;
	if (account === null) return undefined;
	const { spending, credits } = account;
	// Without credits, the failed items say so.
	const isShown = keepCredits !== null && credits.blockedBy(keepCredits, clock.now()) !== 'insufficient_credits';
	return {
		used: spending.usedOn(clock.date()),
		dailyLimit: spending.dailyLimit(clock.date()),
		credits: !isShown ? undefined : { left: credits.left(clock.now()), isCurrent: credits.isCurrent },
	};
}

/** The result of a list without records. It keeps the lead, which must not be lost. */
const NO_RECORDS: JsonObject = { success: true, message: 'IPQS has no matching records' };

/** A result and where it goes. */
type ItemOutput = readonly [itemResult: ItemResult, output: OutputOptions];

/** Splits the result of an item into its outputs: one, or one for each record of a list. */
function itemOutputs(
	operation: Operation,
	{ plan, output }: PlannedItem,
	itemResult: ItemResult,
	pages: readonly JsonObject[],
): ItemOutput[] {
	const { result } = itemResult;
	if (result.kind === 'failed' || 'unsent' in plan) return [[itemResult, output]];
	const transform = (body: JsonObject): JsonObject => operation.transformResponse?.(body) ?? body;
	const paging = 'task' in plan ? plan.paging : undefined;
	if (paging === undefined) return [[{ ...itemResult, result: { ...result, body: transform(result.body) } }, output]];

	const toRecordResult = (body: JsonObject): ItemResult => ({
		result: { ...result, body },
		metadata: {
			...itemResult.metadata,
			resource: paging.resource ?? itemResult.metadata.resource,
			not_in_plan: fieldsNotInPlan(operation.fields, body),
		},
	});
	const records = paging.records(pages);
	if (records.length === 0 && output.includeInput) {
		return [[toRecordResult(NO_RECORDS), { ...output, fields: selectFields(operation, 'raw', [], []) }]];
	}
	return records.map((body) => [toRecordResult(transform(body)), output]);
}

/** Label of the parameter that is looked up, if all leads have the same: the first required one of a lookup that is paid for. */
function fixedValueOf({ costsCredit, properties }: Operation, parameters: NodeParameters): string | undefined {
	const value = costsCredit ? properties.find(({ required }) => required) : undefined;
	return value === undefined || parameters.variesPerItem(value.name) ? undefined : value.displayName;
}

/** Warnings about an item, if any. */
function itemWarnings(operation: Operation, { plan, output }: PlannedItem, { json }: INodeExecutionData): ItemWarning[] {
	const warnings: ItemWarning[] = 'task' in plan && plan.warning ? [plan.warning] : [];
	if (!output.includeInput) return warnings;
	if (overwritesOtherResult(json, output.outputField, operation)) warnings.push(overwriteWarning);
	if (overwritesPrefixedField(json, output.fieldPrefix, output.fields)) warnings.push(prefixWarning);
	return warnings;
}

/**
 * Looks up all items and puts each result into its item.
 *
 * @param resource what is looked up, for `lookup.resource` of each result
 */
export async function executeLookups(node: IExecuteFunctions, operation: Operation, resource: string): Promise<INodeExecutionData[][]> {
	const items = node.getInputData();
	if (items.length === 0) return [[]];
	const onError = readOnError(node.getNode(), node.continueOnFail());
	const source: LookupSource = { sandbox: isSandbox(node), resource, output: outputModeOf(node) };
	const parameters = new NodeParameters(node, operationProperties(operation));

	const clock = createClock(node);
	const prepared = await prepare(node, operation, clock);
	const yielder = new Yielder(clock);
	const context: PlanContext = { operation, prepared, parameters, source, now: clock.date() };
	const planned = await mapWithYield(items, (_, index) => planItemSafely(context, index), yielder);
	const plans = planned.map(({ plan }) => plan);
	const toResultWithoutRequest = (plan: LookupPlan): ItemResult | undefined => {
		if ('earlier' in plan) return plan.earlier;
		return 'unsent' in plan ? toUnsentResult(plan.unsent, source) : undefined;
	};
	const withoutRequest = await mapWithYield(plans, toResultWithoutRequest, yielder);
	if (onError === 'stop') stopAtFailure(node, withoutRequest);

	const lookups = 'error' in prepared ? undefined : await runLookups(node, prepared, clock, plans, onError === 'stop', yielder);
	if (operation.costsCredit && !source.sandbox) recordCharges(node);
	const results = await mapWithYield(
		plans,
		(plan, index) =>
			'task' in plan
				? toItemResult(lookups?.results[index] as BatchResult, operation.fields, plan.key ?? null, source)
				: (withoutRequest[index] as ItemResult),
		yielder,
	);
	if (onError === 'stop') stopAtFailure(node, results);

	const counts = new ResultCounts();
	const warnings = await mapWithYield(
		planned,
		(one, index) => {
			counts.add(results[index] as ItemResult);
			return readOr(() => itemWarnings(operation, one, items[index] as INodeExecutionData), []);
		},
		yielder,
	);
	const spending = 'error' in prepared || !operation.costsCredit ? undefined : spendingFacts(prepared, clock);
	node.addExecutionHints(
		...executionHints(counts, {
			sandbox: source.sandbox,
			fixedValue: fixedValueOf(operation, parameters),
			warnings: warnings.flat(),
			spending,
		}),
	);
	const output = await mapWithYield(
		planned,
		(one, index) =>
			itemOutputs(operation, one, results[index] as ItemResult, lookups?.pages[index] ?? []).map(([itemResult, outputOptions]) =>
				outputItem(items[index] as INodeExecutionData, index, itemResult, outputOptions, onError),
			),
		yielder,
	);
	return [output.flat()];
}
