import { ReportCollector } from '../../../../../nodes/shared/criteria/report/collect';
import { selectGroups } from '../../../../../nodes/shared/criteria/report/selectGroups';
import type { LeadRecord, Report, ReportSetup, VariantEvaluation } from '../../../../../nodes/shared/criteria/report/types';
import type { Outcome } from '../../../../../nodes/shared/criteria/types';

export const POLICY = { name: 'Standard', hash: 'a1' };

export const evaluation = (outcome: Outcome, more: Partial<VariantEvaluation> = {}): VariantEvaluation => ({
	outcome,
	source: 'rule',
	rule: null,
	codes: '',
	policy: POLICY,
	...more,
});

export const lead = (outcome: Outcome, more: Partial<LeadRecord> = {}): LeadRecord => ({
	group: null,
	earlier: null,
	comparedWith: null,
	known: null,
	chargedAttempts: null,
	sandbox: false,
	evaluations: [evaluation(outcome)],
	...more,
});

export const setupOf = (more: Partial<ReportSetup> = {}): ReportSetup => ({
	title: 'Standard',
	policy: 'Standard, fraud threshold 85',
	variants: [{ name: 'Standard' }],
	comparison: null,
	groupBy: null,
	known: null,
	costPerLead: null,
	costPerLookup: null,
	createdAt: '2025-11-25T18:20:00.000Z',
	...more,
});

export const KNOWN = { field: 'status', goodValues: ['sold'], badValues: ['returned', 'fraud'] };

export function reportOf(leads: readonly LeadRecord[], more: Partial<ReportSetup> = {}): Report {
	const setup = setupOf(more);
	const names = leads.flatMap(({ group }) => (group === null ? [] : [group]));
	const collector = new ReportCollector(setup, setup.groupBy === null ? null : selectGroups(names));
	for (const one of leads) collector.add(one);
	return collector.report();
}
