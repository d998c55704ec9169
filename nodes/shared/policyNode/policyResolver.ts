import { NodeOperationError, type IExecuteFunctions, type INodeParameters } from 'n8n-workflow';
import { BoundedCache } from '../criteria/boundedCache';
import { compileCampaignPolicies } from '../criteria/compileCampaignPolicies';
import type { ResolvedPolicy } from '../criteria/buildDecision';
import { canonicalJson } from '../criteria/hash';
import { normalizeName } from '../criteria/normalizeName';
import type { IssuePath } from '../criteria/policyIssue';
import type { JsonObject } from '../json/json';
import { readPath } from '../json/path';
import { readOr } from '../json/readOr';
import type { NodeParameters } from '../parameters/nodeParameters';
import { formatIssues, type ParameterIssue } from './parameterIssues';
import { policyOf, type ParsedPolicy } from './policyFromParameters';
import { POLICY_PARAMETERS, type PolicyParameter, type PolicyValues } from './policyParameters';

/** What holds for the campaigns of a lead, the strongest first: its policy, or whatever is made of it. */
export type ByCampaigns<Resolved> = (campaigns: readonly string[]) => Resolved;

export type CampaignPolicies = ByCampaigns<ResolvedPolicy>;

export type InvalidPolicy = Extract<ResolvedPolicy, { error: string }>;

export const CORRECT_THE_NODE = 'No lead was processed. Correct the parameter and run the node again.';

/**
 * Whether an issue in a constant parameter stops the node. With On Error = Continue it must not, because n8n would then send the
 * leads to the first output, Accept, without a decision. They go to QA instead.
 */
export const stopsForIssues = (node: IExecuteFunctions): boolean => !node.continueOnFail();

/** @throws {NodeOperationError} with the issues of constants, unless On Error is Continue */
export function stopForIssues(node: IExecuteFunctions, issues: readonly ParameterIssue[]): void {
	if (stopsForIssues(node)) throw new NodeOperationError(node.getNode(), formatIssues(issues), { description: CORRECT_THE_NODE });
}

/** Policies kept per run, and the length of the texts they were made of in total: leads may bring a policy each. */
const LIMIT = { entries: 500, size: 4_000_000 };

/** Warnings shown per run. */
const MAX_WARNINGS = 5;

/** Undefined for values that cannot be written as JSON, such as circular objects. */
function toCacheKey(values: unknown): string | undefined {
	try {
		return JSON.stringify(values);
	} catch {
		return undefined;
	}
}

/** Policies by the values they were made of. */
export class PolicyCache<Policies> {
	private readonly entries = new BoundedCache<Policies>(LIMIT);

	/** Undefined for values that cannot be written as JSON, such as circular objects. */
	get(values: unknown, create: () => Policies): Policies | undefined {
		const key = toCacheKey(values);
		if (key === undefined) return undefined;
		const existing = this.entries.get(key);
		if (existing !== undefined) return existing;
		const created = create();
		this.entries.set(key, created, key.length);
		return created;
	}
}

/** Compiles a policy for each combination of campaigns that it knows. */
export function compilePolicies(parsed: ParsedPolicy): CampaignPolicies {
	if ('policy' in parsed) return compileCampaignPolicies(parsed.policy);
	const invalid: InvalidPolicy = { error: formatIssues(parsed.issues) || 'The policy could not be read' };
	return () => invalid;
}

/**
 * Resolves the policy of each item and campaign. Parses and compiles once if no parameter has an expression, otherwise once for
 * each distinct set of values. An issue in a value of an expression makes the policy invalid for that item only.
 *
 * @throws {NodeOperationError} with the issues of constants, unless On Error is Continue
 */
export class PolicyResolver<Resolved> {
	/** What to tell the user about rows of 'Override Rows'. */
	readonly warnings = new Set<string>();

	/** Used for all items if no parameter has an expression. */
	private readonly constant: ByCampaigns<Resolved> | undefined;

	/** By the values of expressions they were made of, as JSON. */
	private readonly byValues = new PolicyCache<ByCampaigns<Resolved>>();

	/** The parameters with an expression. */
	private readonly varying: readonly PolicyParameter[];

	private readonly rawParameters: INodeParameters;

	constructor(
		private readonly node: IExecuteFunctions,
		private readonly parameters: NodeParameters,
		private readonly compile: (parsed: ParsedPolicy) => ByCampaigns<Resolved>,
	) {
		this.rawParameters = node.getNode().parameters;
		const names = Object.keys(POLICY_PARAMETERS) as PolicyParameter[];
		this.varying = names.filter((name) => {
			const path = POLICY_PARAMETERS[name];
			return parameters.variesPerItem(path) && !parameters.isSameForAllItems(path);
		});
		this.constant = this.varying.length === 0 ? this.compileFor(0) : undefined;
	}

	/** Whether all items have the same policy. */
	get isConstant(): boolean {
		return this.constant !== undefined;
	}

	resolve(itemIndex: number, campaigns: readonly string[]): Resolved {
		return (this.constant ?? this.compileFor(itemIndex))(campaigns);
	}

	private compileFor(itemIndex: number): ByCampaigns<Resolved> {
		const values: Partial<Record<PolicyParameter, unknown>> = {};
		try {
			// A constant is read once for all who read it, and the settings of the run need the campaign field as text.
			for (const [name, path] of Object.entries(POLICY_PARAMETERS))
				values[name as PolicyParameter] = this.parameters.read<unknown>(path, itemIndex, name === 'campaignField' ? '' : null);
		} catch {
			return this.compile({ issues: [{ path: [], sentence: this.parameters.evaluationError() }] });
		}
		const read = values as PolicyValues;
		const varying = this.varying.map((name) => read[name] ?? null);
		const unreadable = (): ByCampaigns<Resolved> => this.compile({ issues: [] });
		const create = (): ByCampaigns<Resolved> => {
			const parsed = readOr(() => policyOf(read, (path) => !this.isFixed(path, read)), undefined);
			return parsed === undefined ? unreadable() : this.stopOnConstantIssues(parsed, read);
		};
		return this.byValues.get(varying, create) ?? unreadable();
	}

	private isFixed(path: IssuePath, values: JsonObject): boolean {
		const [first = '', ...rest] = path;
		const place = [POLICY_PARAMETERS[first as PolicyParameter] ?? first, ...rest].join('.');
		const isSame = (): boolean => canonicalJson(readPath(this.rawParameters, place)) === canonicalJson(readPath(values, path.join('.')));
		// A value that cannot be written as JSON comes from an expression.
		return readOr(isSame, false);
	}

	private stopOnConstantIssues(parsed: ParsedPolicy, values: JsonObject): ByCampaigns<Resolved> {
		for (const warning of ('warnings' in parsed && parsed.warnings) || []) {
			if (this.warnings.size < MAX_WARNINGS) this.warnings.add(warning);
		}
		const issues = 'issues' in parsed ? parsed.issues.filter(({ path }) => this.isFixed(path, values)) : [];
		if (issues.length === 0) return this.compileCampaigns(parsed);
		stopForIssues(this.node, issues);
		return this.compile({ issues });
	}

	/** An override that cannot be used makes the policy invalid for its campaign only. */
	private compileCampaigns(parsed: ParsedPolicy): ByCampaigns<Resolved> {
		const compiled = this.compile(parsed);
		const invalid = 'policy' in parsed ? parsed.invalidCampaigns : undefined;
		if (invalid === undefined || invalid.size === 0) return compiled;
		return (campaigns) => {
			const sentence = campaigns.map((campaign) => invalid.get(normalizeName(campaign))).find((found) => found !== undefined);
			return sentence === undefined ? compiled(campaigns) : this.compile({ issues: [{ path: [], sentence }] })(campaigns);
		};
	}
}
