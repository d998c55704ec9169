import { toKnownCounts } from './groupCounter';
import { createCodeSplitter } from './splitCodes';
import { OTHER_GROUPS, type GroupSelection } from './selectGroups';
import { zeroOutcomes } from './outcomeCounts';
import type { ComparisonCounts, EarlierCounts, LeadRecord, Report, ReportItem, ReportSetup } from './types';
import { VariantCounter } from './variantCounter';

const zeroEarlier = (): EarlierCounts => ({ ...zeroOutcomes(), undecided: 0 });

/**
 * Counts the outcomes of many leads. Time is linear in leads and variants; memory depends on variants and groups only.
 *
 * @example
 * const names = leads.map((lead) => toGroupName(readPath(lead, groupBy)));
 * const collector = new ReportCollector(setup, selectGroups(names));
 * leads.forEach((lead, index) => collector.add({ group: names[index], … }));
 * const report = collector.report();
 */
export class ReportCollector {
	private leads = 0;

	private sandboxLeads = 0;

	private unpricedLeads = 0;

	private readonly variants: readonly VariantCounter[];

	/** Group names with their index; `other` is always among them. Empty without grouping. */
	private readonly groups: ReadonlyMap<string, number>;

	private readonly compared = { all: zeroEarlier(), good: zeroOutcomes(), bad: zeroOutcomes() };

	private readonly earlier = { good: zeroEarlier(), bad: zeroEarlier(), unknown: zeroEarlier() };

	/** @param selection the groups to show, null without grouping */
	constructor(
		private readonly setup: ReportSetup,
		private readonly selection: GroupSelection | null,
	) {
		const names = selection === null ? [] : [...new Set([...selection.names, OTHER_GROUPS])];
		this.groups = new Map(names.map((name, index) => [name, index]));
		const splitCodes = createCodeSplitter();
		this.variants = setup.variants.map((variant) => new VariantCounter(variant, names, splitCodes));
	}

	/** @throws {Error} if an evaluation is missing */
	add(lead: LeadRecord): void {
		this.leads += 1;
		if (lead.sandbox) this.sandboxLeads += 1;
		if (lead.chargedAttempts === null) this.unpricedLeads += 1;
		this.addEarlier(lead);
		const group = this.groupIndex(lead.group);
		this.variants.forEach((variant, index) => {
			const evaluation = lead.evaluations[index];
			if (evaluation === undefined) throw new Error('A lead needs one evaluation per variant');
			variant.add(lead, group, evaluation);
		});
	}

	/** -1 without grouping. */
	private groupIndex(group: string | null): number {
		const index = group === null ? undefined : this.groups.get(group);
		return index ?? this.groups.get(OTHER_GROUPS) ?? -1;
	}

	private addEarlier({ earlier, comparedWith, known }: LeadRecord): void {
		this.earlier[known ?? 'unknown'][earlier?.outcome ?? 'undecided'] += 1;
		this.compared.all[comparedWith?.outcome ?? 'undecided'] += 1;
		if (known !== null && comparedWith !== null) this.compared[known][comparedWith.outcome] += 1;
	}

	report(): Report {
		const { setup } = this;
		return {
			setup,
			leads: this.leads,
			variants: this.variants.map((variant) => variant.report(setup)),
			groupCount: this.selection?.total ?? 0,
			comparison: setup.comparison === null ? null : this.comparison(),
			earlier: structuredClone(this.earlier),
			sandboxLeads: this.sandboxLeads,
			unpricedLeads: this.unpricedLeads,
		};
	}

	private comparison(): ComparisonCounts {
		const { all, good, bad } = this.compared;
		const { undecided, ...outcomes } = all;
		return { ...outcomes, notCompared: undecided, known: this.setup.known === null ? null : toKnownCounts(good, bad) };
	}
}

/** The items that the node gives: one for each variant and group, or for each variant without grouping. */
export const reportItems = ({ variants, setup }: Report): readonly ReportItem[] =>
	variants.flatMap(({ total, groups }) => (setup.groupBy === null ? [total] : groups));
