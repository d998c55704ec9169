import { NodeApiError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { NodeParameters } from '../shared/item/parameters';
import { clockOf } from '../shared/ipqs/client';
import { FAILURES } from '../shared/ipqs/errors';
import { lookUpBatch, type Inquiry, type ItemOutcome } from '../shared/run/batch';
import type { Clock } from '../shared/run/clock';
import { checkCredits, type CreditCheck } from '../shared/run/credits';
import { memoryOf } from '../shared/run/memory';
import { resultOf, resultWithoutRequest, stopsNode, type ItemResult } from '../shared/run/record';
import { properties } from './description';
import { hintsOf } from './hints';
import { planItem, type Plan } from './inquiry';
import { isSandbox, wayOf, type Way } from './line';
import { messageOf, onErrorOf, outputItem, type Placement } from './output';
import { DEFAULT_PLACEMENT, placementOf } from './placement';
import { complaintOf, readSettings, type Settings } from './settings';

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

const refusal = (detail: string, sandbox: boolean): Plan => ({ result: resultWithoutRequest('failed', 'invalid_parameter', sandbox, { detail }) });

/** What the whole execution needs, or why no item of it can be looked up. */
async function prepare(node: IExecuteFunctions): Promise<Prepared | { complaint: string }> {
	try {
		const clock = clockOf(node);
		return { clock, way: await wayOf(node, clock), settings: readSettings(node) };
	} catch (thrown) {
		return { complaint: complaintOf(thrown, 'The credential or an option could not be read; select the credential again and check the options') };
	}
}

function planned(parameters: NodeParameters, itemIndex: number, plan: () => Plan, sandbox: boolean): PlannedItem {
	try {
		return { placement: placementOf(parameters, itemIndex), plan: plan() };
	} catch (thrown) {
		const detail = complaintOf(thrown, `'${parameters.labelOf(parameters.reading)}' has an expression that gave no value`);
		return { placement: DEFAULT_PLACEMENT, plan: refusal(detail, sandbox) };
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

const NOTHING_ASKED: { outcomes: Array<ItemOutcome | undefined>; credits: CreditCheck | undefined } = { outcomes: [], credits: undefined };

/** Asks IPQS what the items ask, after a look at the account when that is wanted. */
async function ask(node: IExecuteFunctions, { clock, way, settings }: Prepared, inquiries: ReadonlyArray<Inquiry | undefined>, stopOnFailure: boolean): Promise<typeof NOTHING_ASKED> {
	const { line } = way;
	const memory = memoryOf(node.getExecutionCancelSignal());
	const first = inquiries.find((inquiry) => inquiry !== undefined);
	const credits = settings.checkCredits && line.account !== null && first !== undefined ? await checkCredits(line, first.retry.timeout, clock) : undefined;
	if (credits?.stopped !== undefined && line.account !== null) memory.stoppedAccounts.set(line.account.id, credits.stopped);
	return { credits, outcomes: await lookUpBatch(inquiries, { ...settings, line, clock, memory, stopOnFailure }) };
}

/** Looks the numbers of all items up and puts each result beside its lead's own fields. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = node.getInputData();
	if (items.length === 0) return [[]];
	const onError = onErrorOf(node.getNode(), node.continueOnFail());
	const sandbox = isSandbox(node);
	const parameters = new NodeParameters(node, properties);
	const prepared = await prepare(node);
	const plans = items.map((_, index) => {
		const plan = 'complaint' in prepared ? () => refusal(prepared.complaint, sandbox) : () => planItem(parameters, index, prepared.way);
		return planned(parameters, index, plan, sandbox);
	});
	const settled = plans.map(({ plan }) => ('result' in plan ? plan.result : undefined));
	if (onError === 'stop') stop(node, settled);

	const inquiries = plans.map(({ plan }) => ('inquiry' in plan ? plan.inquiry : undefined));
	const { outcomes, credits } = 'complaint' in prepared ? NOTHING_ASKED : await ask(node, prepared, inquiries, onError === 'stop');
	const results = settled.map((result, index) => result ?? resultOf(outcomes[index] as ItemOutcome, sandbox));
	if (onError === 'stop') stop(node, results);

	const withoutCountry = plans.filter(({ plan }) => 'withoutCountry' in plan && plan.withoutCountry).length;
	node.addExecutionHints(...hintsOf(results, { sandbox, withoutCountry, credits }));
	return [plans.map(({ placement }, index) => outputItem(items[index] as INodeExecutionData, index, results[index] as ItemResult, placement, onError))];
}
