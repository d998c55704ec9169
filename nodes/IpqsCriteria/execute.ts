import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { decide, type ResolvedPolicy } from '../shared/criteria/decide';
import { extractResult, type ExtractedResult } from '../shared/criteria/extractResult';
import { OUTCOMES, type Decision } from '../shared/criteria/types';
import { isTool, NodeParameters } from '../shared/parameters/nodeParameters';
import { withPath } from '../shared/json/path';
import { InvalidParameter } from '../shared/parameters/validate';
import { properties } from './description/properties';
import { executionHints } from './executionHints';
import { readCampaign, DEFAULT_SETTINGS, SETTING_PARAMETERS, readItemSettings, type ItemSettings } from './itemSettings';
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
	readonly extracted: ExtractedResult;
	readonly decision: Decision;
	readonly output: INodeExecutionData;
}

/** Judges an item and adds the decision to a copy of it. */
function decideItem({ item, itemIndex, settings, policy, shadow }: ItemInput, enforced: boolean): ItemDecision {
	const extracted = extractResult(item.json, settings.resultField);
	const { resultField, includeTrace, includePolicy } = settings;
	const decision = decide(policy, shadow, extracted, { resultField, includeTrace, includePolicy, enforced });
	const json = withPath(item.json, settings.decisionField, decision) as IDataObject;
	const output: INodeExecutionData = { json, pairedItem: { item: itemIndex } };
	if (item.binary !== undefined) output.binary = item.binary;
	return { extracted, decision, output };
}

/** Like `decideItem`, but never throws: after an unforeseen error, the item goes to QA. */
function decideItemSafely(input: ItemInput, enforced: boolean): ItemDecision {
	try {
		return decideItem(input, enforced);
	} catch {
		const bare = { ...input.item, json: { ...input.item.json } };
		const settings = { ...DEFAULT_SETTINGS, resultField: '' };
		return decideItem({ ...input, item: bare, settings, policy: { error: 'The lead could not be judged' }, shadow: undefined }, enforced);
	}
}

/** Adds the counts to the execution's custom data, which n8n 1.x does not offer to nodes. */
function recordCounts(node: IExecuteFunctions, stats: RunStats): void {
	for (const [outcome, count] of Object.entries(stats.outcomes)) node.customData?.set?.(`ipqs_${outcome}`, String(count));
}

/** Judges every item and sends it to exactly one output: Accept, QA or Reject, in this order. */
export function execute(node: IExecuteFunctions): INodeExecutionData[][] {
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

	for (const [itemIndex, item] of items.entries()) {
		const read = readSettings(itemIndex);
		const settings = 'error' in read ? DEFAULT_SETTINGS : read;
		const campaign = readCampaign(item.json, settings.campaignField);
		if (settings.campaignField !== '' && campaign === null) stats.withoutCampaign += 1;
		const policy = 'error' in read ? read : policies.resolve(itemIndex, campaign);
		const shadow = policies.resolveShadow(settings.shadowPolicy, campaign);

		const { extracted, decision, output } = decideItemSafely({ item, itemIndex, settings, policy, shadow }, !monitor);
		stats.add(policy, extracted, decision.outcome);
		outputs[allToFirst ? 0 : OUTCOMES.indexOf(decision.outcome)]?.push(output);
	}

	node.addExecutionHints(...executionHints(stats, { monitor, alwaysOutputData }));
	recordCounts(node, stats);
	return outputs;
}
