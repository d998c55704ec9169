import type { NodeExecutionHint } from 'n8n-workflow';
import type { Report } from '../shared/criteria/report/types';
import { NO_GROUP } from '../shared/criteria/report/selectGroups';
import { sumOutcomes } from '../shared/criteria/report/outcomeCounts';
import { formatCount } from '../shared/text';
import type { BacktestSettings } from './backtestSettings';

const missingValuesHint = (label: string): string =>
	`No lead has one of the '${label}', so the rates about them say nothing. Check their spelling.`;

/** What a person should know about a report before reading it. Contains no value of a lead. */
export function reportHints(
	report: Report,
	{ compareWith, groupBy, known, maxChanged }: BacktestSettings,
	changed: number,
): NodeExecutionHint[] {
	const hints: string[] = [];
	const [main] = report.variants;
	if (compareWith === 'decision' && report.comparison?.notCompared === report.leads) {
		hints.push(
			"No lead contains a decision, so nothing was compared. Check 'Decision Field', or set 'Compare With' to Other Policy or Nothing.",
		);
	}
	const counts = main?.total.known ?? null;
	if (known !== null && counts !== null && sumOutcomes(counts.good) + sumOutcomes(counts.bad) === 0) {
		hints.push("No lead has a known result. Check 'Known Result Field', 'Good Values' and 'Bad Values'.");
	} else if (known !== null && counts !== null) {
		if (known.goodValues.length > 0 && sumOutcomes(counts.good) === 0) hints.push(missingValuesHint('Good Values'));
		if (known.badValues.length > 0 && sumOutcomes(counts.bad) === 0) hints.push(missingValuesHint('Bad Values'));
	}
	if (groupBy !== null && main?.groups.every(({ group }) => group === NO_GROUP)) {
		hints.push("No lead has the field in 'Group By'. Check its name.");
	}
	if (changed > maxChanged) {
		hints.push(
			`${formatCount(changed, 'lead')} would change. Changed has the first ${maxChanged}: raise 'Max Changed Leads' in the options for more.`,
		);
	}
	return hints.map((message) => ({ message, location: 'outputPane', type: 'warning' }));
}
