import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { addToCustomData } from '../shared/client/executionCustomData';
import { createClock } from '../shared/client/createClock';
import { decide, type ResolvedPolicy } from '../shared/criteria/buildDecision';
import type { ExtractedResults } from '../shared/criteria/evaluateResults';
import { OUTCOMES, type Decision } from '../shared/criteria/types';
import type { JsonObject } from '../shared/json/json';
import { withPath } from '../shared/json/path';
import { readableItem } from '../shared/json/readableItem';
import { readOr } from '../shared/json/readOr';
import { isTool, NodeParameters } from '../shared/parameters/nodeParameters';
import { extractResults } from '../shared/policyNode/extractResults';
import { NO_CAMPAIGNS, readCampaigns } from '../shared/policyNode/resultLocations';
import { compilePolicies, PolicyResolver } from '../shared/policyNode/policyResolver';
import { RunStats } from '../shared/policyNode/runStats';
import { SecondPolicy } from '../shared/policyNode/secondPolicy';
import { createSettingsReader } from '../shared/policyNode/createSettingsReader';
import { Yielder } from '../shared/scheduling/yielder';
import { DEFAULT_SETTINGS, readDecisionSettings, SETTING_PARAMETERS, type DecisionSettings } from './decisionSettings';
import { properties } from './description/form';
import { executionHints } from '../shared/policyNode/executionHints';

interface ItemInput {
	readonly item: INodeExecutionData;
	readonly itemIndex: number;
	readonly settings: DecisionSettings;
	readonly policy: ResolvedPolicy;
	readonly shadow: ResolvedPolicy | undefined;
}

interface ItemDecision {
	readonly extracted: ExtractedResults;
	readonly decision: Decision;
	readonly output: INodeExecutionData;
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

/** Like `decideItem`, but never throws: after an unforeseen error, the item goes to QA. */
function decideItemSafely(input: ItemInput, enforced: boolean): ItemDecision {
	const decided = readOr<ItemDecision | undefined>(() => decideItem(input, enforced), undefined);
	if (decided !== undefined) return decided;
	const unreadable: ItemInput = {
		...input,
		item: readableItem(input.item),
		policy: { error: 'The lead could not be checked' },
		shadow: undefined,
	};
	return (
		readOr<ItemDecision | undefined>(() => decideItem(unreadable, enforced), undefined) ??
		decideItem({ ...unreadable, settings: DEFAULT_SETTINGS }, enforced)
	);
}

/** Judges every item and sends it to exactly one output: Accept, QA or Reject, in this order. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = node.getInputData();
	const outputs: INodeExecutionData[][] = OUTCOMES.map(() => []);
	if (items.length === 0) return outputs;

	const { alwaysOutputData = false } = node.getNode();
	const parameters = new NodeParameters(node, properties);
	const policies = new PolicyResolver(node, parameters, compilePolicies);
	const shadowPolicy = new SecondPolicy(node, parameters, 'options.shadowPolicy');
	const monitor = parameters.read<unknown>('mode', 0, 'enforce') === 'monitor';
	// An agent receives the first output only.
	const allToFirst = monitor || isTool(node.getNode());
	const readSettings = createSettingsReader(node, parameters, SETTING_PARAMETERS, readDecisionSettings);
	const stats = new RunStats();
	const yielder = new Yielder(createClock(node));

	for (const [itemIndex, item] of items.entries()) {
		const read = readSettings(itemIndex);
		const settings = 'error' in read ? DEFAULT_SETTINGS : read;
		const { campaigns, hasField } = readOr(() => readCampaigns(item.json, settings.campaignFields), NO_CAMPAIGNS);
		stats.addCampaigns(settings.campaignFields, campaigns, hasField);
		const policy = 'error' in read ? read : policies.resolve(itemIndex, campaigns);
		const shadow = shadowPolicy.resolve(itemIndex, campaigns);

		const { extracted, decision, output } = decideItemSafely({ item, itemIndex, settings, policy, shadow }, !monitor);
		stats.add({ policy, extracted, decision, json: output.json, resultFields: settings.resultFields });
		outputs[allToFirst ? 0 : OUTCOMES.indexOf(decision.outcome)]?.push(output);
		if (yielder.isDue()) await yielder.rest();
	}

	node.addExecutionHints(...executionHints(stats, { monitor, alwaysOutputData, policyWarnings: [...policies.warnings] }));
	for (const outcome of OUTCOMES) addToCustomData(node, `ipqs_${outcome}`, stats.outcomes[outcome]);
	return outputs;
}
