import { NodeApiError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { NodeParameters } from '../parameters/nodeParameters';
import type { JsonObject } from '../json/json';
import { clockOf } from '../client/transport';
import { FAILURES } from '../ipqs/errors';
import { chooseFields, plansMissing } from '../ipqs/selectFields';
import { lookUpBatch, type ItemOutcome } from '../client/lookUpBatch';
import type { Clock } from '../scheduling/clock';
import { checkCredits, type CreditCheck } from '../client/credits';
import { memoryOf } from '../client/executionState';
import { resultOf, resultWithoutRequest, stopsNode, type ItemResult, type Settled } from '../client/itemResult';
import { hintsOf } from './executionHints';
import { planItem } from './planItem';
import { ItemParameters, type Operation, type Plan } from './operation';
import { messageOf, onErrorOf, outputItem, type Placement } from './outputItem';
import { askPages, type Answers } from './pagination';
import { defaultPlacement, placementOf } from './outputOptions';
import { formOf } from './properties';
import { otherReplaced, replacesOther } from './overwriteWarning';
import { complaintOf, readSettings, type Settings } from './runSettings';
import { isSandbox, wayOf, type Way } from './connection';

/** What an item asks, and where its result goes. */
interface PlannedItem {
	readonly plan: Plan;
	readonly placement: Placement;
}

interface Prepared {
	readonly clock: Clock;
	readonly way: Way;
	readonly settings: Settings;
}

const refused = (detail: string): { settled: Settled } => ({ settled: { status: 'failed', reason: 'invalid_parameter', detail } });

/** What the whole execution needs, or why no item of it can be looked up. */
async function prepare(node: IExecuteFunctions, operation: Operation): Promise<Prepared | { complaint: string }> {
	try {
		const clock = clockOf(node);
		return { clock, way: await wayOf(node, clock, operation.sandbox), settings: readSettings(node) };
	} catch (thrown) {
		return { complaint: complaintOf(thrown, 'The credential or an option could not be read; select the credential again and check the options') };
	}
}

/** Ends the node for the first item that stops it: what happened, to which item, what to do, and how to keep the other leads. */
function stop(node: IExecuteFunctions, results: ReadonlyArray<ItemResult | undefined>): void {
	const itemIndex = results.findIndex((result) => result !== undefined && stopsNode(result));
	const result = results[itemIndex];
	if (result === undefined || result.verdict.kind === 'answered') return;
	const { reason, status } = result.verdict;
	const message = `${messageOf(result)} [item ${itemIndex}]`;
	const description = `${FAILURES[reason].remedy}. To keep the other leads, set 'On Error' in the node's settings to Continue.`;
	// IPQS says most of what is wrong with HTTP 200, which would read like success.
	const httpCode = status === null || status === 200 ? undefined : String(status);
	throw new NodeApiError(node.getNode(), { message }, { message, description, httpCode, itemIndex });
}

/** Asks IPQS what the items ask, after a look at the account when that is wanted. */
async function ask(
	node: IExecuteFunctions,
	{ clock, way, settings }: Prepared,
	plans: readonly Plan[],
	stopOnFailure: boolean,
): Promise<Answers & { credits: CreditCheck | undefined }> {
	const { line } = way;
	const memory = memoryOf(node.getExecutionCancelSignal());
	const first = plans.find((plan) => 'inquiry' in plan);
	// A custom integration has no account call.
	const checks = settings.checkCredits && 'keyLocation' in way.access && line.account !== null && first !== undefined;
	const credits = checks ? await checkCredits(line, first.inquiry.retry.timeout, clock) : undefined;
	if (credits?.stopped !== undefined && line.account !== null) memory.stoppedAccounts.set(line.account.id, credits.stopped);
	const asked = await askPages(plans, (inquiries) => lookUpBatch(inquiries, { ...settings, line, clock, memory, stopOnFailure }), stopOnFailure);
	return { ...asked, credits };
}

/** What an answer without records leaves for a lead, which must not vanish. */
const NO_RECORDS: JsonObject = { success: true, message: 'IPQS has no records that match' };

/** A result and where it goes. */
type Placed = readonly [result: ItemResult, placement: Placement];

/** The answer as people get it, or each of its records where it holds many. */
function placedResults(operation: Operation, { plan, placement }: PlannedItem, result: ItemResult, answers: readonly JsonObject[]): Placed[] {
	const { verdict } = result;
	if (verdict.kind === 'failed' || 'settled' in plan) return [[result, placement]];
	const read = (body: JsonObject): JsonObject => operation.read?.(body) ?? body;
	if (plan.paging === undefined) return [[{ ...result, verdict: { ...verdict, body: read(verdict.body) } }, placement]];

	const ofRecord = (body: JsonObject): ItemResult => ({
		verdict: { ...verdict, body },
		record: { ...result.record, not_in_plan: plansMissing(operation.fields, body) },
	});
	const records = plan.paging.records(answers);
	if (records.length === 0 && placement.includeInput) {
		return [[ofRecord(NO_RECORDS), { ...placement, fields: chooseFields(operation, 'raw', [], []) }]];
	}
	return records.map((body) => [ofRecord(read(body)), placement]);
}

/** What an item asks and where its result goes. Each is read by itself: what is wrong with the one says nothing of the other. */
function plannedItem(operation: Operation, prepared: Prepared | { complaint: string }, parameters: NodeParameters, index: number): PlannedItem {
	const item = new ItemParameters(parameters, index);
	const attempt = <Read, Instead>(read: () => Read, instead: (complaint: string) => Instead): Read | Instead => {
		try {
			return read();
		} catch (thrown) {
			return instead(complaintOf(thrown, `'${parameters.labelOf(parameters.reading)}' has an expression that gave no value`));
		}
	};
	const plan = 'complaint' in prepared ? refused(prepared.complaint) : attempt(() => planItem(operation, item, prepared.way), refused);
	return attempt<PlannedItem, PlannedItem>(
		() => ({ plan, placement: placementOf(operation, item) }),
		(complaint) => ({ plan: refused(complaint), placement: defaultPlacement(operation) }),
	);
}

/**
 * Looks up what all items ask and puts each result beside its lead's own fields.
 *
 * @param resource what the operation is about, as `lookup` of each result tells it
 */
export async function executeLookups(node: IExecuteFunctions, operation: Operation, resource: string): Promise<INodeExecutionData[][]> {
	const items = node.getInputData();
	if (items.length === 0) return [[]];
	const onError = onErrorOf(node.getNode(), node.continueOnFail());
	const origin = { sandbox: isSandbox(node), resource };
	const parameters = new NodeParameters(node, formOf(operation));
	const prepared = await prepare(node, operation);
	const planned = items.map((_, index) => plannedItem(operation, prepared, parameters, index));
	const plans = planned.map(({ plan }) => plan);
	const settled = plans.map((plan) => ('settled' in plan ? resultWithoutRequest(plan.settled, origin) : undefined));
	if (onError === 'stop') stop(node, settled);

	const { outcomes, answers, credits } =
		'complaint' in prepared ? { outcomes: [], answers: [], credits: undefined } : await ask(node, prepared, plans, onError === 'stop');
	const results = settled.map((result, index) => result ?? resultOf(outcomes[index] as ItemOutcome, operation.fields, origin));
	if (onError === 'stop') stop(node, results);

	const remarks = planned.flatMap(({ plan, placement }, index) => [
		...('inquiry' in plan && plan.remark ? [plan.remark] : []),
		...(placement.includeInput && replacesOther((items[index] as INodeExecutionData).json, placement.outputField, operation) ? [otherReplaced] : []),
	]);
	node.addExecutionHints(...hintsOf(results, { sandbox: origin.sandbox, remarks, credits }));
	const output = planned.flatMap((one, index) =>
		placedResults(operation, one, results[index] as ItemResult, answers[index] ?? []).map(([result, placement]) =>
			outputItem(items[index] as INodeExecutionData, index, result, placement, onError),
		),
	);
	return [output];
}
