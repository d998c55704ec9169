import { NodeOperationError, type IExecuteFunctions, type INodeParameters } from 'n8n-workflow';
import { compileCampaignPolicies } from '../shared/criteria/campaignPolicies';
import { type ResolvedPolicy } from '../shared/criteria/decide';
import { canonicalJson } from '../shared/criteria/hash';
import { parsePolicyJson, type PolicyParseResult } from '../shared/criteria/parsePolicy';
import type { IssuePath } from '../shared/criteria/policyIssue';
import { isPresetName, PRESET_NAMES } from '../shared/criteria/presets';
import { isJsonObject, type JsonObject } from '../shared/json/json';
import { readPath } from '../shared/json/path';
import type { NodeParameters } from '../shared/parameters/nodeParameters';
import { formatList } from '../shared/text';
import { formatIssues, toJsonIssue, type ParameterIssue } from './parameterIssues';
import { policyOf } from './policyFromParameters';
import { POLICY_PARAMETERS, type PolicyParameter, type PolicyValues } from './policyParameters';

/** The policy for the campaigns of a lead, the strongest first. */
export type CampaignPolicies = (campaigns: readonly string[]) => ResolvedPolicy;

export const CORRECT_THE_NODE = 'No lead was processed. Correct the parameter and run the node again.';

/**
 * Whether an issue in a constant parameter stops the node. With On Error = Continue it must not, because n8n would then send the
 * leads to the first output, Accept, without a decision. They go to QA instead.
 */
export const stopsForIssues = (node: IExecuteFunctions): boolean => !node.continueOnFail();

/** Policies kept per run, and the longest that are: leads may bring a policy each. */
const MAX_POLICIES = 500;
const MAX_KEY = 100_000;

/** Undefined for values that cannot be written as JSON, such as circular objects. */
function toCacheKey(values: unknown): string | undefined {
	try {
		return JSON.stringify(values);
	} catch {
		return undefined;
	}
}

function toCampaignPolicies(parsed: PolicyParseResult<ParameterIssue>): CampaignPolicies {
	if ('policy' in parsed) return compileCampaignPolicies(parsed.policy);
	const invalid: ResolvedPolicy = { error: formatIssues(parsed.issues) || 'The policy could not be read' };
	return () => invalid;
}

function parseShadow(text: unknown): PolicyParseResult<ParameterIssue> {
	const name = typeof text === 'string' ? text.trim() : '';
	const parsed = isPresetName(name) ? { policy: { preset: name } } : parsePolicyJson(text);
	if ('policy' in parsed) return parsed;
	const path = ['options', 'shadowPolicy'];
	if (!isJsonObject(text) && !name.startsWith('{')) {
		return { issues: [{ path, sentence: `'Shadow Policy' must be ${formatList([...PRESET_NAMES, 'policy JSON'], 'or')}` }] };
	}
	return { issues: parsed.issues.map((issue) => toJsonIssue(issue, path, 'Shadow Policy')) };
}

/**
 * Resolves the policy of each item and campaign. Parses and compiles once if no parameter has an expression, otherwise once for
 * each distinct set of values. An issue in a value of an expression makes the policy invalid for that item only.
 *
 * @throws {NodeOperationError} with the issues of constants, unless On Error is Continue
 */
export class PolicyResolver {
	/** Used for all items if no parameter has an expression. */
	private readonly constant: CampaignPolicies | undefined;

	/** By the cache key of the values they were made of. */
	private readonly byValues = new Map<string, CampaignPolicies>();

	private readonly rawParameters: INodeParameters;

	constructor(
		private readonly node: IExecuteFunctions,
		private readonly parameters: NodeParameters,
	) {
		this.rawParameters = node.getNode().parameters;
		const varies = Object.values(POLICY_PARAMETERS).some((path) => parameters.variesPerItem(path));
		this.constant = varies ? undefined : this.policiesOf(0);
	}

	resolve(itemIndex: number, campaigns: readonly string[]): ResolvedPolicy {
		return (this.constant ?? this.policiesOf(itemIndex))(campaigns);
	}

	/** @param text name of a preset, or policy JSON; undefined if there is no shadow policy */
	resolveShadow(text: unknown, campaigns: readonly string[]): ResolvedPolicy | undefined {
		if (text === undefined || text === null || text === '') return undefined;
		const policies = this.memoize({ shadow: text }, () =>
			this.stopOnConstantIssues(parseShadow(text), { options: { shadowPolicy: text } }),
		);
		return policies(campaigns);
	}

	private policiesOf(itemIndex: number): CampaignPolicies {
		const values: Partial<Record<PolicyParameter, unknown>> = {};
		try {
			for (const [name, path] of Object.entries(POLICY_PARAMETERS))
				values[name as PolicyParameter] = this.parameters.read(path, itemIndex, null);
		} catch {
			const sentence = `The expression in '${this.parameters.labelOf(this.parameters.lastRead)}' could not be evaluated`;
			return toCampaignPolicies({ issues: [{ path: [], sentence }] });
		}
		const read = values as PolicyValues;
		return this.memoize(read, () =>
			this.stopOnConstantIssues(
				policyOf(read, (path) => !this.isConstant(path, read)),
				read,
			),
		);
	}

	private memoize(values: unknown, create: () => CampaignPolicies): CampaignPolicies {
		const key = toCacheKey(values);
		if (key === undefined) return toCampaignPolicies({ issues: [] });
		const existing = this.byValues.get(key);
		if (existing !== undefined) return existing;
		const policies = create();
		// Leads may bring a policy each; then the oldest are of no more use.
		const oldest = this.byValues.keys().next();
		if (this.byValues.size >= MAX_POLICIES && !oldest.done) this.byValues.delete(oldest.value);
		if (key.length <= MAX_KEY) this.byValues.set(key, policies);
		return policies;
	}

	private isConstant(path: IssuePath, values: JsonObject): boolean {
		const [first = '', ...rest] = path;
		const place = [POLICY_PARAMETERS[first as PolicyParameter] ?? first, ...rest].join('.');
		return canonicalJson(readPath(this.rawParameters, place)) === canonicalJson(readPath(values, path.join('.')));
	}

	private stopOnConstantIssues(parsed: PolicyParseResult<ParameterIssue>, values: JsonObject): CampaignPolicies {
		const issues = 'issues' in parsed ? parsed.issues.filter(({ path }) => this.isConstant(path, values)) : [];
		if (issues.length === 0) return toCampaignPolicies(parsed);
		if (stopsForIssues(this.node))
			throw new NodeOperationError(this.node.getNode(), formatIssues(issues), { description: CORRECT_THE_NODE });
		return toCampaignPolicies({ issues });
	}
}
