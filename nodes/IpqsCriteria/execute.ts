import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { decide, type Standing } from '../shared/criteria/decide';
import { findResult, type Finding } from '../shared/criteria/extractResult';
import { OUTCOMES, type Decision } from '../shared/criteria/types';
import { isTool, NodeParameters } from '../shared/parameters/nodeParameters';
import { withPath } from '../shared/json/path';
import { InvalidParameter } from '../shared/parameters/validate';
import { properties } from './description/properties';
import { hintsOf } from './executionHints';
import { campaignOfItem, DEFAULT_SETTINGS, SETTING_PARAMETERS, settingsOf, type Settings } from './itemSettings';
import { CORRECT_THE_NODE, policiesOf, stopsForFlaws } from './resolvePolicy';
import { Tally } from './runStats';

type Unusable = Extract<Standing, { unusable: string }>;

/** The settings of an item, or why an expression's value cannot be one; a constant that cannot be one ends the node. */
function readItemSettings(node: IExecuteFunctions, parameters: NodeParameters, itemIndex: number): Settings | Unusable {
	try {
		return settingsOf(parameters, itemIndex);
	} catch (thrown) {
		const label = parameters.labelOf(parameters.reading);
		const message = thrown instanceof InvalidParameter ? thrown.message : `The expression in '${label}' gave no value`;
		if (parameters.variesPerItem(parameters.reading) || !stopsForFlaws(node)) return { unusable: message };
		throw new NodeOperationError(node.getNode(), message, { description: CORRECT_THE_NODE });
	}
}

/** Reads settings once where no item can change them. */
function settingsReader(node: IExecuteFunctions, parameters: NodeParameters): (itemIndex: number) => Settings | Unusable {
	const vary = SETTING_PARAMETERS.some((name) => parameters.variesPerItem(name));
	const constant = vary ? undefined : readItemSettings(node, parameters, 0);
	return (itemIndex) => constant ?? readItemSettings(node, parameters, itemIndex);
}

interface Question {
	readonly item: INodeExecutionData;
	readonly itemIndex: number;
	readonly settings: Settings;
	readonly standing: Standing;
	readonly shadow: Standing | undefined;
}

interface Answer {
	readonly finding: Finding;
	readonly decision: Decision;
	readonly output: INodeExecutionData;
}

/** The item with its decision. */
function answer({ item, itemIndex, settings, standing, shadow }: Question, enforced: boolean): Answer {
	const finding = findResult(item.json, settings.resultField);
	const { resultField, includeTrace, includePolicy } = settings;
	const decision = decide(standing, shadow, finding, { resultField, includeTrace, includePolicy, enforced });
	const json = withPath(item.json, settings.decisionField, decision) as IDataObject;
	const output: INodeExecutionData = { json, pairedItem: { item: itemIndex } };
	if (item.binary !== undefined) output.binary = item.binary;
	return { finding, decision, output };
}

/** An answer for every item: what cannot be judged for a cause nobody thought of goes to QA and says so. */
function safeAnswer(question: Question, enforced: boolean): Answer {
	try {
		return answer(question, enforced);
	} catch {
		const bare = { ...question.item, json: { ...question.item.json } };
		const settings = { ...DEFAULT_SETTINGS, resultField: '' };
		return answer({ ...question, item: bare, settings, standing: { unusable: 'The lead cannot be judged' }, shadow: undefined }, enforced);
	}
}

/** n8n 2.x shows the counts in its list of executions; 1.x has no such place for a node. */
function recordCounts(node: IExecuteFunctions, tally: Tally): void {
	for (const [outcome, count] of Object.entries(tally.outcomes)) node.customData?.set?.(`ipqs_${outcome}`, String(count));
}

/** Judges every item once and sends it to the output of its outcome: Accept, QA, Reject. */
export function execute(node: IExecuteFunctions): INodeExecutionData[][] {
	const items = node.getInputData();
	const outputs: INodeExecutionData[][] = OUTCOMES.map(() => []);
	if (items.length === 0) return outputs;

	const { alwaysOutputData = false } = node.getNode();
	const parameters = new NodeParameters(node, properties);
	const policies = policiesOf(node, parameters);
	const monitor = parameters.read<unknown>('mode', 0, 'enforce') === 'monitor';
	// An agent is handed the first output alone.
	const allToFirst = monitor || isTool(node.getNode());
	const readSettings = settingsReader(node, parameters);
	const tally = new Tally();

	for (const [itemIndex, item] of items.entries()) {
		const read = readSettings(itemIndex);
		const settings = 'unusable' in read ? DEFAULT_SETTINGS : read;
		const campaign = campaignOfItem(item.json, settings.campaignField);
		if (settings.campaignField !== '' && campaign === null) tally.withoutCampaign += 1;
		const standing = 'unusable' in read ? read : policies.ofItem(itemIndex)(campaign);
		const shadow = policies.shadowOf(settings.shadowPolicy)?.(campaign);

		const { finding, decision, output } = safeAnswer({ item, itemIndex, settings, standing, shadow }, !monitor);
		tally.add(standing, finding, decision.outcome);
		outputs[allToFirst ? 0 : OUTCOMES.indexOf(decision.outcome)]?.push(output);
	}

	node.addExecutionHints(...hintsOf(tally, { monitor, alwaysOutputData }));
	recordCounts(node, tally);
	return outputs;
}
