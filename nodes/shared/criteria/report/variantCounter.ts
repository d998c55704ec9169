import { CauseCounter } from './causes';
import { GroupCounter } from './groupCounter';
import { findMove } from './outcomeCounts';
import type { LeadRecord, ReportSetup, Variant, VariantEvaluation, VariantReport } from './types';

/** Counts what one variant does: with all leads, with each group, and what it changes. */
export class VariantCounter {
	private readonly total = new GroupCounter();

	private readonly groups: ReadonlyArray<{ readonly name: string; readonly counter: GroupCounter }>;

	private readonly causes = new CauseCounter();

	constructor(
		private readonly variant: Variant,
		groupNames: readonly string[],
		private readonly splitCodes: (codes: string) => readonly string[],
	) {
		this.groups = groupNames.map((name) => ({ name, counter: new GroupCounter() }));
	}

	/** @param group index of the lead's group */
	add(lead: LeadRecord, group: number, evaluation: VariantEvaluation): void {
		const { comparedWith } = lead;
		const move = comparedWith === null ? undefined : findMove(comparedWith.outcome, evaluation.outcome);
		const reading = { codes: this.splitCodes(evaluation.codes), move };
		this.total.add(lead, evaluation, reading);
		this.groups[group]?.counter.add(lead, evaluation, reading);
		if (comparedWith !== null && move !== undefined) this.causes.add(move, comparedWith, evaluation);
	}

	report(setup: ReportSetup): VariantReport {
		const { variant, total, groups, causes } = this;
		const items = groups.map(({ name, counter }) => counter.toItem(variant.name, name, setup));
		return {
			variant,
			total: total.toItem(variant.name, null, setup),
			groups: items.filter(({ leads }) => leads > 0),
			moves: causes.toMoves(),
		};
	}
}
