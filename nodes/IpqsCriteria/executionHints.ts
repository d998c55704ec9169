import type { NodeExecutionHint } from 'n8n-workflow';
import type { CompiledPolicy } from '../shared/criteria/compile';
import {
	acceptsCleanLead,
	findUnreachableRules,
	unrecognizedChoices,
	type UnreachableRule,
	type UnrecognizedChoice,
} from '../shared/criteria/lint';
import type { RunStats } from './runStats';
import { formatCount, formatList } from '../shared/text';

/** n8n renders hints as HTML, and names of rules, policies and campaigns can come from a table. */
const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unreachableRuleHint = ({ rule, because }: UnreachableRule): string =>
	because === null
		? `The rule '${rule}' can never match, because its conditions contradict each other`
		: `The rule '${rule}' is never reached, because '${because}' comes first and matches the same leads`;

const unrecognizedChoiceHint = ({ rule, field, known }: UnrecognizedChoice): string =>
	`The rule '${rule}' compares '${field}' with a value that IPQS is not known to send. Check the spelling. Known values: ${known.join(', ')}.`;

function policyHints(compiled: CompiledPolicy): string[] {
	const { name, campaign } = compiled.policy;
	const policy = campaign === null ? `'${name}'` : `'${name}' for the campaign '${campaign}'`;
	const hints = [...findUnreachableRules(compiled).map(unreachableRuleHint), ...unrecognizedChoices(compiled).map(unrecognizedChoiceHint)];
	if (!acceptsCleanLead(compiled)) {
		hints.push(`Even a clean lead (valid, score 0, no flags) is not accepted under ${policy}. Check for a reversed condition.`);
	}
	return hints;
}

const missingHint = (labels: readonly string[]): string =>
	`No lead has ${formatList(
		labels.map((label) => `'${label}'`),
		'or',
	)}, which the policy uses. Check 'Output' of the lookup, or whether your IPQS plan includes it.`;

/** Hints about a run. They contain no value of a lead. */
export function executionHints(
	stats: RunStats,
	{ monitor, alwaysOutputData }: { monitor: boolean; alwaysOutputData: boolean },
): NodeExecutionHint[] {
	const warnings = [...new Set([...stats.policies].flatMap(policyHints))];
	const missing = stats.missingFields.map(({ label }) => label);
	if (missing.length > 0) warnings.push(missingHint(missing));
	if (stats.withoutCampaign > 0) {
		warnings.push(`${formatCount(stats.withoutCampaign, 'lead')} had no campaign in 'Campaign Field', so no override applied`);
	}
	if (stats.invalidPolicies > 0) {
		warnings.push(`${formatCount(stats.invalidPolicies, 'lead')} had an invalid policy and went to QA. See the reason in the decision.`);
	}
	if (alwaysOutputData) {
		warnings.push(
			"'Always Output Data' is on. If no lead is accepted, n8n puts an empty item on Accept. Turn it off in the settings of this node.",
		);
	}
	if (monitor) warnings.push('Monitor: decisions were recorded, but every lead went to Accept');
	const notes = stats.sandbox > 0 ? [`${formatCount(stats.sandbox, 'lead')} with sandbox test results: nothing was really checked`] : [];
	return [
		...warnings.map((message): NodeExecutionHint => ({ message: escapeHtml(message), location: 'outputPane', type: 'warning' })),
		...notes.map((message): NodeExecutionHint => ({ message, location: 'outputPane', type: 'info' })),
	];
}
