import type { IExecuteFunctions } from 'n8n-workflow';
import type { ResolvedPolicy } from '../criteria/buildDecision';
import { parsePolicyJson, type PolicyParseResult } from '../criteria/parsePolicy';
import { findPreset, PRESETS } from '../criteria/presets';
import { isJsonObject } from '../json/json';
import type { NodeParameters } from '../parameters/nodeParameters';
import { formatList } from '../text';
import { toJsonIssue, type ParameterIssue } from './parameterIssues';
import { compilePolicies, PolicyCache, stopForIssues, type CampaignPolicies } from './policyResolver';

/** A policy in one parameter, as the name of a preset or as JSON, that another policy is compared with. */
export class SecondPolicy {
	private readonly byText = new PolicyCache<CampaignPolicies>();

	private constant: CampaignPolicies | undefined;

	/** @param name of the parameter */
	constructor(
		private readonly node: IExecuteFunctions,
		private readonly parameters: NodeParameters,
		private readonly name: string,
	) {}

	/**
	 * Undefined if the parameter is empty. If its expression fails, the policy is invalid: it must not change any outcome.
	 *
	 * @throws {NodeOperationError} with the issues of a constant, unless On Error is Continue
	 */
	resolve(itemIndex: number, campaigns: readonly string[]): ResolvedPolicy | undefined {
		let text: unknown;
		try {
			text = this.parameters.read<unknown>(this.name, itemIndex, null);
		} catch {
			return { error: this.parameters.evaluationError(this.name) };
		}
		if (text === undefined || text === null || text === '') return undefined;
		if (!this.parameters.variesPerItem(this.name)) return (this.constant ??= this.compileConstant(text))(campaigns);
		return (this.byText.get(text, () => compilePolicies(this.parse(text))) ?? compilePolicies({ issues: [] }))(campaigns);
	}

	private get label(): string {
		return this.parameters.labelOf(this.name);
	}

	private compileConstant(text: unknown): CampaignPolicies {
		const parsed = this.parse(text);
		if ('issues' in parsed) stopForIssues(this.node, parsed.issues);
		return compilePolicies(parsed);
	}

	private parse(text: unknown): PolicyParseResult<ParameterIssue> {
		const name = typeof text === 'string' ? text.trim() : '';
		const preset = findPreset(name);
		const parsed = preset === undefined ? parsePolicyJson(text) : { policy: { preset } };
		if ('policy' in parsed) return parsed;
		const path = this.name.split('.');
		if (!isJsonObject(text) && !name.startsWith('{')) {
			return {
				issues: [{ path, sentence: `'${this.label}' must be ${formatList([...PRESETS.map(({ label }) => label), 'policy JSON'], 'or')}` }],
			};
		}
		return { issues: parsed.issues.map((issue) => toJsonIssue(issue, path, this.label)) };
	}
}
