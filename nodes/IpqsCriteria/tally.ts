import type { CompiledPolicy } from '../shared/criteria/compile';
import type { ConditionField } from '../shared/criteria/conditions';
import type { Standing } from '../shared/criteria/decide';
import { hasField } from '../shared/criteria/lint';
import type { Finding } from '../shared/criteria/result';
import { OUTCOMES, type Outcome } from '../shared/criteria/types';

/** What a run has seen, for its hints and counts. */
export class Tally {
	readonly outcomes = new Map<Outcome, number>(OUTCOMES.map((outcome) => [outcome, 0]));

	readonly policies = new Set<CompiledPolicy>();

	/** Leads whose result came from the sandbox. */
	sandbox = 0;

	/** Leads whose campaign is empty although a field is named. */
	withoutCampaign = 0;

	/** Leads without a usable policy. */
	unusable = 0;

	private results = 0;

	private readonly seen = new Set<ConditionField>();

	add(standing: Standing, finding: Finding, outcome: Outcome): void {
		this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
		if (finding.kind !== 'none' && finding.sandbox) this.sandbox += 1;
		if ('unusable' in standing) {
			this.unusable += 1;
			return;
		}
		this.policies.add(standing.compiled);
		if (finding.kind !== 'result') return;
		this.results += 1;
		for (const field of standing.compiled.fields) {
			if (!this.seen.has(field) && hasField(field, finding.result)) this.seen.add(field);
		}
	}

	/** Fields that a policy judges and no result of the run has; none while there was no result. */
	get missingFields(): ConditionField[] {
		if (this.results === 0) return [];
		const judged = new Set([...this.policies].flatMap(({ fields }) => fields));
		return [...judged].filter((field) => !this.seen.has(field));
	}
}
