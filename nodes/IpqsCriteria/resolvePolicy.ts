import { NodeOperationError, type IExecuteFunctions, type INodeParameters } from 'n8n-workflow';
import { BoundedCache } from '../shared/criteria/boundedCache';
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

/** Policies kept per run, and the length of the texts they were made of in total: leads may bring a policy each. */
const LIMIT = { entries: 500, size: 4_000_000 };

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

	private constantShadow: CampaignPolicies | undefined;

	/** By the values of expressions they were made of, as JSON. */
	private readonly byValues = new BoundedCache<CampaignPolicies>(LIMIT);

	/** The parameters with an expression. */
	private readonly varying: readonly PolicyParameter[];

	private readonly rawParameters: INodeParameters;

	constructor(
		private readonly node: IExecuteFunctions,
		private readonly parameters: NodeParameters,
	) {
		this.rawParameters = node.getNode().parameters;
		const names = Object.keys(POLICY_PARAMETERS) as PolicyParameter[];
		this.varying = names.filter((name) => parameters.variesPerItem(POLICY_PARAMETERS[name]));
		this.constant = this.varying.length === 0 ? this.compileFor(0) : undefined;
	}

	resolve(itemIndex: number, campaigns: readonly string[]): ResolvedPolicy {
		return (this.constant ?? this.compileFor(itemIndex))(campaigns);
	}

	/** @param text name of a preset, or policy JSON; undefined if there is no shadow policy */
	resolveShadow(text: unknown, campaigns: readonly string[]): ResolvedPolicy | undefined {
		if (text === undefined || text === null || text === '') return undefined;
		const create = () => this.stopOnConstantIssues(parseShadow(text), { options: { shadowPolicy: text } });
		if (!this.parameters.variesPerItem('options.shadowPolicy')) return (this.constantShadow ??= create())(campaigns);
		return this.memoize({ shadow: text }, create)(campaigns);
	}

	private compileFor(itemIndex: number): CampaignPolicies {
		const values: Partial<Record<PolicyParameter, unknown>> = {};
		try {
			for (const [name, path] of Object.entries(POLICY_PARAMETERS))
				values[name as PolicyParameter] = this.parameters.read<unknown>(path, itemIndex, name === 'campaignField' ? '' : null);
		} catch {
			const sentence = `The expression in '${this.parameters.labelOf(this.parameters.lastRead)}' could not be evaluated`;
			return toCampaignPolicies({ issues: [{ path: [], sentence }] });
		}
		const read = values as PolicyValues;
		const varying = this.varying.map((name) => read[name] ?? null);
		return this.memoize(varying, () =>
			this.stopOnConstantIssues(
				policyOf(read, (path) => !this.isConstant(path, read)),
				read,
			),
		);
	}

	/** @param varying what can differ between items */
	private memoize(varying: unknown, create: () => CampaignPolicies): CampaignPolicies {
		const key = toCacheKey(varying);
		if (key === undefined) return toCampaignPolicies({ issues: [] });
		const existing = this.byValues.get(key);
		if (existing !== undefined) return existing;
		const policies = create();
		this.byValues.set(key, policies, key.length);
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
