import type { CompiledPolicy } from '../criteria/compile';
import { conditionField, type ConditionField } from '../criteria/conditionFields';
import { isNorthAmerican, phoneCountry } from '../criteria/compileCondition';
import type { ResolvedPolicy } from '../criteria/buildDecision';
import { toLeadResults, type ExtractedResults } from '../criteria/evaluateResults';
import { hasField } from '../criteria/lint';
import { RESULT_KINDS, type LeadResults, type ResultKind } from '../criteria/resultKinds';
import type { Decision, Outcome } from '../criteria/types';
import type { JsonObject } from '../json/json';
import { findLookupProblem, type LookupProblem } from './lookupProblem';

/** Policies whose fields are watched: leads may bring a policy each. */
const MAX_POLICIES = 20;

/** Leads kept to find out why none has a result. */
const MAX_SAMPLES = 20;

const TCPA_BLACKLIST = conditionField('tcpa_blacklist');

/** What the stats need to know of a lead. */
export interface JudgedLead {
	readonly policy: ResolvedPolicy;
	readonly extracted: ExtractedResults;
	readonly decision: Pick<Decision, 'outcome' | 'sandbox'>;
	readonly json: JsonObject;
	readonly resultFields: Readonly<Record<ResultKind, string>>;
}

interface KindStats {
	/** Leads whose policy judges the result. */
	judged: number;
	/** Leads with a result of the kind, failed or not. */
	present: number;
	/** Leads with a result that rules can judge. */
	usable: number;
	/** Leads by what is wrong with their lookup. */
	readonly problems: Map<LookupProblem, number>;
}

const newKindStats = (): KindStats => ({ judged: 0, present: 0, usable: 0, problems: new Map() });

/** Counts and observations of a run, for its hints and custom data. */
export class RunStats {
	readonly outcomes: Record<Outcome, number> = { accept: 0, qa: 0, reject: 0 };

	readonly policies = new Set<CompiledPolicy>();

	/** Number of leads whose result came from the sandbox. */
	sandbox = 0;

	/** Number of leads without a campaign, if 'Campaign Field' is filled in. */
	withoutCampaign = 0;

	/** Whether a lead had a field of 'Campaign Field', even an empty one. */
	hasCampaignField = false;

	/** Number of leads whose policy or settings are invalid. */
	invalidPolicies = 0;

	/** Why policies are invalid: at most two different sentences. */
	readonly policyErrors = new Set<string>();

	readonly kinds: Readonly<Record<ResultKind, KindStats>> = Object.fromEntries(
		RESULT_KINDS.map((kind) => [kind, newKindStats()]),
	) as Record<ResultKind, KindStats>;

	/** Leads without a result that their policy judges, and where it was looked for. */
	readonly samples: Array<Pick<JudgedLead, 'json' | 'resultFields'>> = [];

	/** Whether a policy of the run uses TCPA Blacklist. */
	private watchesTcpa = false;

	/** If a policy uses TCPA Blacklist: number of US and Canadian leads, and of those of them with a known TCPA Blacklist. */
	readonly northAmerican = { leads: 0, withTcpaBlacklist: 0 };

	/** Fields that a policy of the run uses: those that a result had, and those that none had yet. */
	private readonly seen = new Set<ConditionField>();

	private readonly missing = new Set<ConditionField>();

	/** @param hasField whether the lead has a field of 'Campaign Field', even an empty one */
	addCampaigns(campaignFields: readonly string[], campaigns: readonly string[], hasField: boolean): void {
		if (campaignFields.length > 0 && campaigns.length === 0) this.withoutCampaign += 1;
		if (hasField) this.hasCampaignField = true;
	}

	/** Never throws: a field of a result that cannot be read is not counted. */
	add(lead: JudgedLead): void {
		const { policy, extracted, decision } = lead;
		this.outcomes[decision.outcome] += 1;
		if (decision.sandbox) this.sandbox += 1;
		if ('error' in policy) {
			this.invalidPolicies += 1;
			if (this.policyErrors.size < 2) this.policyErrors.add(policy.error);
			return;
		}
		if (!this.policies.has(policy.compiled)) this.addPolicy(policy.compiled);
		try {
			this.addKinds(policy.compiled.kinds, lead);
			if (this.missing.size > 0 || this.watchesTcpa) this.addFields(toLeadResults(policy.compiled, extracted));
		} catch {
			// The lead has its decision already.
		}
	}

	private addPolicy(compiled: CompiledPolicy): void {
		if (this.policies.size >= MAX_POLICIES) return;
		this.policies.add(compiled);
		if (compiled.fields.some((field) => field === TCPA_BLACKLIST)) this.watchesTcpa = true;
		for (const field of compiled.fields) {
			if (!this.seen.has(field)) this.missing.add(field);
		}
	}

	private addKinds(kinds: readonly ResultKind[], { extracted, json, resultFields }: JudgedLead): void {
		let isComplete = true;
		for (const kind of kinds) {
			const one = extracted[kind];
			const stats = this.kinds[kind];
			stats.judged += 1;
			if (one === undefined || one.kind === 'none') {
				isComplete = false;
				continue;
			}
			stats.present += 1;
			if (one.kind === 'result') stats.usable += 1;
			const problem = findLookupProblem(one, kind);
			if (problem !== undefined) stats.problems.set(problem, (stats.problems.get(problem) ?? 0) + 1);
		}
		if (!isComplete && this.samples.length < MAX_SAMPLES) this.samples.push({ json, resultFields });
	}

	private addFields(results: LeadResults): void {
		if (this.watchesTcpa && isNorthAmerican(phoneCountry(results))) {
			this.northAmerican.leads += 1;
			if (TCPA_BLACKLIST?.value(results) !== null) this.northAmerican.withTcpaBlacklist += 1;
		}
		for (const field of this.missing) {
			if (!hasField(field, results)) continue;
			this.missing.delete(field);
			this.seen.add(field);
		}
	}

	/** Fields that a policy uses and no result of the run had. A kind of which there was no result at all has no fields among them. */
	get missingFields(): ConditionField[] {
		return [...this.missing].filter(({ kind }) => this.kinds[kind].usable > 0);
	}
}
