import { evaluateResolved, isFromSandbox, type ResolvedPolicy } from '../shared/criteria/buildDecision';
import { evaluationWithoutRule, type ExtractedResults } from '../shared/criteria/evaluateResults';
import type { CompiledPolicy } from '../shared/criteria/compile';
import { readDecision } from '../shared/criteria/report/readPastLead';
import type { ComparedDecision, KnownResult, LeadRecord, PolicyRef, VariantEvaluation } from '../shared/criteria/report/types';
import type { Decision, Evaluation, Outcome } from '../shared/criteria/types';
import type { JsonObject } from '../shared/json/json';
import { readPath } from '../shared/json/path';
import { readOr } from '../shared/json/readOr';
import { extractResults } from '../shared/policyNode/extractResults';
import type { ResultLocations } from '../shared/policyNode/resultLocations';
import { readChargedAttempts } from './chargedAttempts';
import type { BacktestSettings } from './backtestSettings';

/** A lead, and what it is tested with. */
export interface LeadTest {
	readonly json: JsonObject;
	readonly settings: ResultLocations;
	/** One per variant. */
	readonly policies: readonly ResolvedPolicy[];
	/** The policy to compare with, if any. */
	readonly other: ResolvedPolicy | undefined;
	/** As `toGroupName` gives it; null without grouping. */
	readonly group: string | null;
}

/** How the outcome of a lead changes under the policy as it is set. */
export interface Change {
	readonly from: Outcome;
	readonly to: Outcome;
	readonly reason: string;
	readonly codes: string;
}

export interface TestedLead {
	readonly record: LeadRecord;
	/** Null if the outcome is the same, or there is nothing to compare with. */
	readonly change: Change | null;
	/** The policy as it is set, and what it says. */
	readonly policy: ResolvedPolicy;
	readonly decision: Pick<Decision, 'outcome' | 'sandbox'>;
	readonly extracted: ExtractedResults;
}

/** As IPQS Criteria decides about an item whose fields cannot be read. */
const UNREADABLE = evaluationWithoutRule('qa', 'bad_policy', ['BAD_POLICY'], 'The lead could not be checked');

const UNRESOLVED: ResolvedPolicy = { error: UNREADABLE.reason };

const NO_POLICY: PolicyRef = { name: null, hash: null };

/** Tests leads. Never throws because of what a lead brings. */
export class LeadTester {
	/** One object for all leads of a policy, so that comparing is cheap. */
	private readonly refs = new WeakMap<CompiledPolicy, PolicyRef>();

	constructor(
		private readonly run: BacktestSettings,
		private readonly readKnown: (value: unknown) => KnownResult | null,
	) {}

	test({ json, settings, policies, other, group }: LeadTest): TestedLead {
		const { decisionField, known, costPerLookup } = this.run;
		const extracted = readOr(() => extractResults(json, settings, [...policies, other]), undefined);
		const evaluate = (resolved: ResolvedPolicy): Evaluation =>
			extracted === undefined ? UNREADABLE : readOr(() => evaluateResolved(resolved, extracted, settings.resultFields.phone), UNREADABLE);
		const earlier = readOr(() => readDecision(readPath(json, decisionField)), null);
		const comparedWith = this.comparedWith(earlier, other === undefined ? null : evaluate(other));
		const evaluations = policies.map(evaluate);
		const [policy = UNRESOLVED] = policies;
		const [{ outcome, reason, codes } = UNREADABLE] = evaluations;
		const sandbox = extracted !== undefined && isFromSandbox(extracted);
		return {
			record: {
				group,
				earlier,
				comparedWith,
				known: known === null ? null : readOr(() => this.readKnown(readPath(json, known.field)), null),
				chargedAttempts: costPerLookup === null ? null : readOr(() => readChargedAttempts(json, settings), null),
				sandbox,
				evaluations: evaluations.map((evaluation, index) => this.toVariantEvaluation(evaluation, policies[index])),
			},
			change: comparedWith === null || comparedWith.outcome === outcome ? null : { from: comparedWith.outcome, to: outcome, reason, codes },
			policy,
			decision: sandbox ? { outcome, sandbox } : { outcome },
			extracted: extracted ?? {},
		};
	}

	private comparedWith(earlier: ComparedDecision | null, other: Evaluation | null): ComparedDecision | null {
		if (this.run.compareWith === 'nothing') return null;
		return this.run.compareWith === 'decision' ? earlier : other;
	}

	private toVariantEvaluation({ outcome, source, rule, codes }: Evaluation, resolved: ResolvedPolicy | undefined): VariantEvaluation {
		return { outcome, source, rule, codes, policy: this.refOf(resolved) };
	}

	private refOf(resolved: ResolvedPolicy | undefined): PolicyRef {
		if (resolved === undefined || 'error' in resolved) return NO_POLICY;
		const { compiled } = resolved;
		const existing = this.refs.get(compiled);
		if (existing !== undefined) return existing;
		const ref = { name: compiled.policy.name, hash: compiled.hash };
		this.refs.set(compiled, ref);
		return ref;
	}
}
