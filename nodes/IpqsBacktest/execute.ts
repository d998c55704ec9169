import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { createClock } from '../shared/client/createClock';
import type { ResolvedPolicy } from '../shared/criteria/buildDecision';
import type { PolicyParseResult } from '../shared/criteria/parsePolicy';
import { ReportCollector, reportItems } from '../shared/criteria/report/collect';
import { selectGroups, toGroupName } from '../shared/criteria/report/selectGroups';
import { renderReport } from '../shared/criteria/report/html';
import { createKnownReader } from '../shared/criteria/report/readPastLead';
import type { Report, ReportSetup } from '../shared/criteria/report/types';
import type { Policy } from '../shared/criteria/types';
import { readPath } from '../shared/json/path';
import { readOr } from '../shared/json/readOr';
import { isTool, NodeParameters } from '../shared/parameters/nodeParameters';
import { errorMessageOf } from '../shared/parameters/readParameter';
import { executionHints } from '../shared/policyNode/executionHints';
import {
	DEFAULT_RESULT_LOCATIONS,
	LOCATION_PARAMETERS,
	NO_CAMPAIGNS,
	readCampaigns,
	readResultLocations,
	type ResultLocations,
} from '../shared/policyNode/resultLocations';
import type { ParameterIssue } from '../shared/policyNode/parameterIssues';
import { CORRECT_THE_NODE, PolicyResolver, type InvalidPolicy } from '../shared/policyNode/policyResolver';
import { RunStats } from '../shared/policyNode/runStats';
import { SecondPolicy } from '../shared/policyNode/secondPolicy';
import { createSettingsReader } from '../shared/policyNode/createSettingsReader';
import { mapWithYield, Yielder } from '../shared/scheduling/yielder';
import { properties } from './properties';
import { reportHints } from './executionHints';
import { toReportSetup } from './reportSetup';
import { readBacktestSettings, type BacktestSettings } from './backtestSettings';
import { LeadTester, type Change } from './testLead';
import { compileVariants } from './variants';

/** What an agent is told: its arguments are no leads. */
const NO_LEADS =
	'IPQS Back-Test receives no leads when an agent uses it as a tool. Put it in a separate workflow, after a node that gets past leads, and let the ' +
	"agent call that workflow with n8n's Call n8n Workflow Tool.";

/** @throws {NodeOperationError} if a parameter is invalid */
function readSettings(node: IExecuteFunctions, parameters: NodeParameters): BacktestSettings {
	try {
		return readBacktestSettings(parameters);
	} catch (thrown) {
		const message = errorMessageOf(thrown, parameters.evaluationError());
		throw new NodeOperationError(node.getNode(), message, { description: CORRECT_THE_NODE });
	}
}

const policyOf = (parsed: PolicyParseResult<ParameterIssue> | undefined): Policy | undefined =>
	parsed !== undefined && 'policy' in parsed ? parsed.policy : undefined;

/** @throws {NodeOperationError} if the policy is valid, but one of its variants is not */
function stopOnInvalidVariant(node: IExecuteFunctions, policies: readonly ResolvedPolicy[]): void {
	for (const policy of policies)
		if ('error' in policy) throw new NodeOperationError(node.getNode(), policy.error, { description: CORRECT_THE_NODE });
}

const readGroup = (json: IDataObject, groupBy: string): string => toGroupName(readOr(() => readPath(json, groupBy), undefined));

/** A copy of a lead that changes, with the change first, where every view of n8n shows it. */
function toChangedItem(item: INodeExecutionData, itemIndex: number, change: Change): INodeExecutionData {
	const backtest: IDataObject = { ...change };
	const json: IDataObject = { backtest, ...item.json };
	json.backtest = backtest;
	const changed: INodeExecutionData = { json, pairedItem: { item: itemIndex } };
	if (item.binary !== undefined) changed.binary = item.binary;
	return changed;
}

/** The items of a report, the first with the page as a file. */
async function toReportOutput(node: IExecuteFunctions, report: Report, { htmlReport }: BacktestSettings): Promise<INodeExecutionData[]> {
	const items = reportItems(report).map((item): INodeExecutionData => ({ json: item as unknown as IDataObject }));
	const [first] = items;
	if (htmlReport && first !== undefined) {
		const fileName = `back-test-${report.setup.createdAt.slice(0, 10)}.html`;
		first.binary = { data: await node.helpers.prepareBinaryData(Buffer.from(renderReport(report)), fileName, 'text/html') };
	}
	return items;
}

/** What a run needs for every lead. */
interface Plan {
	readonly settings: BacktestSettings;
	readonly setup: ReportSetup;
	/** Where each item has its results and campaigns. */
	readonly readItem: (itemIndex: number) => ResultLocations | InvalidPolicy;
	readonly policies: PolicyResolver<readonly ResolvedPolicy[]>;
	/** The policy to compare with, if any. */
	readonly other: SecondPolicy | undefined;
}

/**
 * @param createdAt ISO 8601
 * @throws {NodeOperationError} if a parameter is invalid
 */
function plan(node: IExecuteFunctions, createdAt: string): Plan {
	const parameters = new NodeParameters(node, properties);
	const settings = readSettings(node, parameters);
	const compile = compileVariants(settings.variants);
	let parsedPolicy: PolicyParseResult<ParameterIssue> | undefined;
	const policies = new PolicyResolver(node, parameters, (parsed) => {
		parsedPolicy = parsed;
		return compile(parsed);
	});
	const policy = policies.isConstant ? policyOf(parsedPolicy) : undefined;
	if (policy !== undefined) stopOnInvalidVariant(node, policies.resolve(0, []));
	const other = settings.compareWith === 'policy' ? new SecondPolicy(node, parameters, 'comparePolicy') : undefined;
	const resolvedOther = other?.resolve(0, []);
	const otherName = resolvedOther === undefined || 'error' in resolvedOther ? null : resolvedOther.compiled.policy.name;
	return {
		settings,
		setup: toReportSetup(settings, policy, otherName, createdAt),
		readItem: createSettingsReader(node, parameters, LOCATION_PARAMETERS, readResultLocations),
		policies,
		other,
	};
}

/** Tests a policy, and variants of it, on leads with results. Returns the items of Report and of Changed. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (isTool(node.getNode())) return [[{ json: { message: NO_LEADS } }], []];
	const items = node.getInputData();
	if (items.length === 0) return [[], []];

	const clock = createClock(node);
	const { settings, setup, readItem, policies, other } = plan(node, new Date(clock.date()).toISOString());
	const { variants, groupBy, known, maxChanged } = settings;
	const yielder = new Yielder(clock);
	const groups = groupBy === null ? null : await mapWithYield(items, ({ json }) => readGroup(json, groupBy), yielder);
	const collector = new ReportCollector(setup, groups === null ? null : selectGroups(groups));
	const tester = new LeadTester(settings, createKnownReader(known?.goodValues ?? [], known?.badValues ?? []));
	const stats = new RunStats();
	const changedItems: INodeExecutionData[] = [];
	let changed = 0;

	for (const [itemIndex, item] of items.entries()) {
		const read = readItem(itemIndex);
		const locations = 'error' in read ? DEFAULT_RESULT_LOCATIONS : read;
		const { resultFields, campaignFields } = locations;
		const { campaigns, hasField } = readOr(() => readCampaigns(item.json, campaignFields), NO_CAMPAIGNS);
		stats.addCampaigns(campaignFields, campaigns, hasField);
		const tested = tester.test({
			json: item.json,
			settings: locations,
			policies: 'error' in read ? variants.map(() => read) : policies.resolve(itemIndex, campaigns),
			other: other?.resolve(itemIndex, campaigns),
			group: groups?.[itemIndex] ?? null,
		});
		collector.add(tested.record);
		stats.add({ ...tested, json: item.json, resultFields });
		if (tested.change !== null) {
			changed += 1;
			if (changedItems.length < maxChanged) changedItems.push(toChangedItem(item, itemIndex, tested.change));
		}
		if (yielder.isDue()) await yielder.rest();
	}

	const report = collector.report();
	node.addExecutionHints(
		...executionHints(stats, { monitor: false, alwaysOutputData: false, policyWarnings: [...policies.warnings] }),
		...reportHints(report, settings, changed),
	);
	return [await toReportOutput(node, report, settings), changedItems];
}
