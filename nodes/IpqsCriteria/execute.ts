import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { decide, type ResolvedPolicy } from '../shared/criteria/decide';
import type { ExtractedResults } from '../shared/criteria/evaluatePolicy';
import { extractResult, type ExtractedResult } from '../shared/criteria/extractResult';
import type { ResultKind } from '../shared/criteria/resultKinds';
import { OUTCOMES, type Decision } from '../shared/criteria/types';
import { readNumber } from '../shared/json/coerce';
import { createClock } from '../shared/client/transport';
import type { JsonObject } from '../shared/json/json';
import { Yielder } from '../shared/scheduling/yielder';
import { isTool, NodeParameters } from '../shared/parameters/nodeParameters';
import { withPath } from '../shared/json/path';
import { InvalidParameter } from '../shared/parameters/validate';
import { properties } from './description/properties';
import { executionHints } from './executionHints';
import { DEFAULT_SETTINGS, NO_CAMPAIGNS, readCampaigns, SETTING_PARAMETERS, readItemSettings, type ItemSettings } from './itemSettings';
import { CORRECT_THE_NODE, PolicyResolver, stopsForIssues } from './resolvePolicy';
import { RunStats } from './runStats';

type InvalidPolicy = Extract<ResolvedPolicy, { error: string }>;

/**
 * Reads the settings of an item. An invalid value of an expression makes them an InvalidPolicy.
 *
 * @throws {NodeOperationError} if a constant is invalid, unless On Error is Continue
 */
function readItemSettingsSafely(node: IExecuteFunctions, parameters: NodeParameters, itemIndex: number): ItemSettings | InvalidPolicy {
	try {
		return readItemSettings(parameters, itemIndex);
	} catch (thrown) {
		const label = parameters.labelOf(parameters.lastRead);
		const message = thrown instanceof InvalidParameter ? thrown.message : `The expression in '${label}' could not be evaluated`;
		if (parameters.variesPerItem(parameters.lastRead) || !stopsForIssues(node)) return { error: message };
		throw new NodeOperationError(node.getNode(), message, { description: CORRECT_THE_NODE });
	}
}

/** Reads the settings once per run, or once per item if they have an expression. */
function createSettingsReader(node: IExecuteFunctions, parameters: NodeParameters): (itemIndex: number) => ItemSettings | InvalidPolicy {
	const vary = SETTING_PARAMETERS.some((name) => parameters.variesPerItem(name));
	const constant = vary ? undefined : readItemSettingsSafely(node, parameters, 0);
	return (itemIndex) => constant ?? readItemSettingsSafely(node, parameters, itemIndex);
}

interface ItemInput {
	readonly item: INodeExecutionData;
	readonly itemIndex: number;
	readonly settings: ItemSettings;
	readonly policy: ResolvedPolicy;
	readonly shadow: ResolvedPolicy | undefined;
}

interface ItemDecision {
	readonly extracted: ExtractedResults;
	readonly decision: Decision;
	readonly output: INodeExecutionData;
}

/** Extracts the results that the policies judge. */
function extractResults(
	json: JsonObject,
	{ resultFields }: ItemSettings,
	policies: ReadonlyArray<ResolvedPolicy | undefined>,
): ExtractedResults {
	const extracted: { -readonly [Kind in ResultKind]?: ExtractedResult } = {};
	for (const policy of policies) {
		if (policy === undefined || 'error' in policy) continue;
		for (const kind of policy.compiled.kinds) extracted[kind] ??= extractResult(json, resultFields[kind], kind);
	}
	return extracted;
}

/** A copy of an item's JSON with the decision in it. It comes first, where every view of n8n shows it. */
function addDecision(json: JsonObject, decisionField: string, decision: Decision): IDataObject {
	const [first = decisionField] = decisionField.split('.', 1);
	const isPath = first !== decisionField && json[decisionField] === undefined;
	const name = isPath ? first : decisionField;
	const value = isPath ? withPath(json, decisionField, decision)[name] : decision;
	const added = { [name]: value, ...json };
	added[name] = value;
	return added as unknown as IDataObject;
}

/** Judges an item and adds the decision to a copy of it. */
function decideItem({ item, itemIndex, settings, policy, shadow }: ItemInput, enforced: boolean): ItemDecision {
	const extracted = extractResults(item.json, settings, [policy, shadow]);
	const { resultFields, decisionField, includeTrace, includePolicy } = settings;
	const decision = decide(policy, shadow, extracted, { resultField: resultFields.phone, includeTrace, includePolicy, enforced });
	const output: INodeExecutionData = { json: addDecision(item.json, decisionField, decision), pairedItem: { item: itemIndex } };
	if (item.binary !== undefined) output.binary = item.binary;
	return { extracted, decision, output };
}

/** The fields of an item that can be read; the others are null. */
function readableFields(item: INodeExecutionData): JsonObject {
	const readable: JsonObject = {};
	try {
		const { json } = item;
		for (const name of Object.keys(json)) readable[name] = readOr<unknown>(() => json[name], null);
	} catch {
		// The item has no fields at all.
	}
	return readable;
}

/** What a function returns, or the fallback if it throws: fields of items can be getters of an expression's or a node's own. */
function readOr<Value>(read: () => Value, fallback: Value): Value {
	try {
		return read();
	} catch {
		return fallback;
	}
}

/** Like `decideItem`, but never throws: after an unforeseen error, the item goes to QA. */
function decideItemSafely(input: ItemInput, enforced: boolean): ItemDecision {
	const decided = readOr<ItemDecision | undefined>(() => decideItem(input, enforced), undefined);
	if (decided !== undefined) return decided;
	const json = readableFields(input.item) as IDataObject;
	const unreadable: ItemInput = {
		...input,
		item: { json, binary: readOr(() => input.item.binary, undefined) },
		policy: { error: 'The lead could not be judged' },
		shadow: undefined,
	};
	return (
		readOr<ItemDecision | undefined>(() => decideItem(unreadable, enforced), undefined) ??
		decideItem({ ...unreadable, settings: DEFAULT_SETTINGS }, enforced)
	);
}

/** The policy of 'Shadow Policy'; undefined if there is none, or its expression fails: it must not change any outcome. */
function resolveShadow(
	policies: PolicyResolver,
	parameters: NodeParameters,
	itemIndex: number,
	campaigns: readonly string[],
): ResolvedPolicy | undefined {
	let text: unknown;
	try {
		text = parameters.read<unknown>('options.shadowPolicy', itemIndex, null);
	} catch {
		return { error: `The expression in 'Shadow Policy' could not be evaluated` };
	}
	return policies.resolveShadow(text, campaigns);
}

/** Adds the counts to the execution's custom data, so that loops and several nodes add up. n8n 1.x does not offer it to nodes. */
function recordCounts({ customData }: IExecuteFunctions, { outcomes }: RunStats): void {
	for (const outcome of OUTCOMES) {
		const name = `ipqs_${outcome}`;
		const earlier = readNumber(customData?.get?.(name)) ?? 0;
		customData?.set?.(name, String(earlier + outcomes[outcome]));
	}
}

/** Judges every item and sends it to exactly one output: Accept, QA or Reject, in this order. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = node.getInputData();
	const outputs: INodeExecutionData[][] = OUTCOMES.map(() => []);
	if (items.length === 0) return outputs;

	const { alwaysOutputData = false } = node.getNode();
	const parameters = new NodeParameters(node, properties);
	const policies = new PolicyResolver(node, parameters);
	const monitor = parameters.read<unknown>('mode', 0, 'enforce') === 'monitor';
	// An agent receives the first output only.
	const allToFirst = monitor || isTool(node.getNode());
	const readSettings = createSettingsReader(node, parameters);
	const stats = new RunStats();
	const yielder = new Yielder(createClock(node));

	for (const [itemIndex, item] of items.entries()) {
		const read = readSettings(itemIndex);
		const settings = 'error' in read ? DEFAULT_SETTINGS : read;
		const { campaigns, hasField } = readOr(() => readCampaigns(item.json, settings.campaignFields), NO_CAMPAIGNS);
		if (settings.campaignFields.length > 0 && campaigns.length === 0) stats.withoutCampaign += 1;
		if (hasField) stats.hasCampaignField = true;
		const policy = 'error' in read ? read : policies.resolve(itemIndex, campaigns);
		const shadow = resolveShadow(policies, parameters, itemIndex, campaigns);

		const { extracted, decision, output } = decideItemSafely({ item, itemIndex, settings, policy, shadow }, !monitor);
		stats.add({ policy, extracted, decision, json: output.json, resultFields: settings.resultFields });
		outputs[allToFirst ? 0 : OUTCOMES.indexOf(decision.outcome)]?.push(output);
		if (yielder.isDue()) await yielder.rest();
	}

	node.addExecutionHints(...executionHints(stats, { monitor, alwaysOutputData, policyWarnings: [...policies.warnings] }));
	recordCounts(node, stats);
	return outputs;
}
