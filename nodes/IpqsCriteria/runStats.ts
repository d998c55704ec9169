import type { CompiledPolicy } from '../shared/criteria/compile';
import type { ConditionField } from '../shared/criteria/conditionFields';
import { toLeadResults, type ResolvedPolicy } from '../shared/criteria/decide';
import { hasField } from '../shared/criteria/lint';
import type { ExtractedResults } from '../shared/criteria/evaluatePolicy';
import type { Outcome } from '../shared/criteria/types';

/** Policies whose fields are watched: leads may bring a policy each. */
const MAX_POLICIES = 20;

/** Counts and observations of a run, for its hints and custom data. */
export class RunStats {
	readonly outcomes: Record<Outcome, number> = { accept: 0, qa: 0, reject: 0 };

	readonly policies = new Set<CompiledPolicy>();

	/** Number of leads whose result came from the sandbox. */
	sandbox = 0;

	/** Number of leads without a campaign, if 'Campaign Field' is filled in. */
	withoutCampaign = 0;

	/** Number of leads whose policy or settings are invalid. */
	invalidPolicies = 0;

	private results = 0;

	/** Fields that a policy of the run uses: those that a result had, and those that none had yet. */
	private readonly seen = new Set<ConditionField>();

	private readonly missing = new Set<ConditionField>();

	add(policy: ResolvedPolicy, extracted: ExtractedResults, outcome: Outcome): void {
		this.outcomes[outcome] += 1;
		if (Object.values(extracted).some((one) => one.kind !== 'none' && one.sandbox)) this.sandbox += 1;
		if ('error' in policy) {
			this.invalidPolicies += 1;
			return;
		}
		if (!this.policies.has(policy.compiled)) this.addPolicy(policy.compiled);
		if (!Object.values(extracted).some(({ kind }) => kind === 'result')) return;
		this.results += 1;
		if (this.missing.size === 0) return;
		const results = toLeadResults(extracted);
		for (const field of this.missing) {
			if (!hasField(field, results)) continue;
			this.missing.delete(field);
			this.seen.add(field);
		}
	}

	private addPolicy(compiled: CompiledPolicy): void {
		if (this.policies.size >= MAX_POLICIES) return;
		this.policies.add(compiled);
		for (const field of compiled.fields) {
			if (!this.seen.has(field)) this.missing.add(field);
		}
	}

	/** Fields that a policy uses and no result of the run had; empty if there was no result at all. */
	get missingFields(): ConditionField[] {
		return this.results === 0 ? [] : [...this.missing];
	}
}
