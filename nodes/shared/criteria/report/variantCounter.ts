import { CauseCounter } from './causes';
import { Cell } from './cell';
import { OTHER_GROUPS, type GroupSelection } from './groups';
import { findMove } from './outcomes';
import type { LeadRecord, MoveCauses, ReportItem, ReportSetup, VariantEvaluation } from './types';

/** Counts what one variant does: with all leads, with each group, and what it changes. */
export class VariantCounter {
	private readonly total = new Cell();

	private readonly groups: Map<string, Cell>;

	private readonly causes = new CauseCounter();

	constructor(
		private readonly variant: string,
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

	totalItem(setup: ReportSetup): ReportItem {
		return this.total.toItem(this.variant, null, setup);
	}

	groupItems(setup: ReportSetup): readonly ReportItem[] {
		return [...this.groups].map(([group, cell]) => cell.toItem(this.variant, group, setup));
	}

	moves(): readonly MoveCauses[] {
		return this.causes.toMoves();
	}
}
