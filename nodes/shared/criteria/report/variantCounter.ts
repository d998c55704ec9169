import { CauseCounter } from './causes';
import { Cell } from './cell';
import { OTHER_GROUPS, type GroupSelection } from './groups';
import { findMove } from './outcomes';
import type { LeadRecord, ReportSetup, Variant, VariantEvaluation, VariantReport } from './types';

/** Counts what one variant does: with all leads, with each group, and what it changes. */
export class VariantCounter {
	private readonly total = new Cell();

	private readonly groups: Map<string, Cell>;

	private readonly causes = new CauseCounter();

	constructor(
		private readonly variant: Variant,
		private readonly selection: GroupSelection | null,
		private readonly splitCodes: (codes: string) => readonly string[],
	) {
		this.groups = new Map([...(selection?.names ?? [])].map((name) => [name, new Cell()]));
	}

	add(lead: LeadRecord, evaluation: VariantEvaluation): void {
		const { comparedWith } = lead;
		const move = comparedWith === null ? undefined : findMove(comparedWith.outcome, evaluation.outcome);
		const reading = { codes: this.splitCodes(evaluation.codes), move };
		this.total.add(lead, evaluation, reading);
		if (this.selection !== null) this.groupCell(lead.group).add(lead, evaluation, reading);
		if (comparedWith !== null && move !== undefined) this.causes.add(move, comparedWith, evaluation);
	}

	private groupCell(group: string | null): Cell {
		const name = group !== null && this.selection?.names.has(group) ? group : OTHER_GROUPS;
		const cell = this.groups.get(name) ?? new Cell();
		this.groups.set(name, cell);
		return cell;
	}

	report(setup: ReportSetup): VariantReport {
		const { variant, total, groups, causes } = this;
		return {
			variant,
			total: total.toItem(variant.name, null, setup),
			groups: [...groups].map(([group, cell]) => cell.toItem(variant.name, group, setup)),
			moves: causes.toMoves(),
		};
	}
}
