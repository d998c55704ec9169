import { CauseCounter } from './causes';
import { Cell } from './cell';
import { findMove } from './outcomeCounts';
import type { LeadRecord, ReportSetup, Variant, VariantEvaluation, VariantReport } from './types';

/** Counts what one variant does: with all leads, with each group, and what it changes. */
export class VariantCounter {
	private readonly total = new Cell();

	private readonly groups: ReadonlyArray<{ readonly name: string; readonly cell: Cell }>;

	private readonly causes = new CauseCounter();

	constructor(
		private readonly variant: Variant,
		groupNames: readonly string[],
		private readonly splitCodes: (codes: string) => readonly string[],
	) {
		this.groups = groupNames.map((name) => ({ name, cell: new Cell() }));
	}

	/** @param group index of the lead's group */
	add(lead: LeadRecord, group: number, evaluation: VariantEvaluation): void {
		const { comparedWith } = lead;
		const move = comparedWith === null ? undefined : findMove(comparedWith.outcome, evaluation.outcome);
		const reading = { codes: this.splitCodes(evaluation.codes), move };
		this.total.add(lead, evaluation, reading);
		this.groups[group]?.cell.add(lead, evaluation, reading);
		if (comparedWith !== null && move !== undefined) this.causes.add(move, comparedWith, evaluation);
	}

	report(setup: ReportSetup): VariantReport {
		const { variant, total, groups, causes } = this;
		const items = groups.map(({ name, cell }) => cell.toItem(variant.name, name, setup));
		return {
			variant,
			total: total.toItem(variant.name, null, setup),
			groups: items.filter(({ leads }) => leads > 0),
			moves: causes.toMoves(),
		};
	}
}
