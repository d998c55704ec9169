import type { NodeExecutionHint } from 'n8n-workflow';
import type { CompiledPolicy } from '../shared/criteria/compile';
import {
	acceptsCleanNumber,
	findUnreachableRules,
	unrecognizedChoices,
	type UnreachableRule,
	type UnrecognizedChoice,
} from '../shared/criteria/lint';
import type { RunStats } from './runStats';
import { formatList } from '../shared/text';

/** A table may bring a policy for each lead; what is amiss in one is amiss in most. */
const MAX_POLICIES = 20;

/** n8n shows a hint as HTML, and the names of rules, policies and campaigns may come out of a table. */
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const leads = (count: number): string => `${count} ${count === 1 ? 'lead' : 'leads'}`;

const unreachableRuleHint = ({ rule, because }: UnreachableRule): string =>
	because === null
		? `The rule '${rule}' can never match: its conditions exclude each other`
		: `The rule '${rule}' can never be reached: '${because}' stands before it and matches whenever it would`;

const unrecognizedChoiceHint = ({ rule, field, known }: UnrecognizedChoice): string =>
	`The rule '${rule}' compares '${field}' with a value that IPQS is not known to send: check its spelling, known are ${formatList(known, 'or')}`;

function policyHints(compiled: CompiledPolicy): string[] {
	const { name, campaign } = compiled.policy;
	const place = campaign === null ? `'${name}'` : `'${name}' for the campaign '${campaign}'`;
	const hints = [...findUnreachableRules(compiled).map(unreachableRuleHint), ...unrecognizedChoices(compiled).map(unrecognizedChoiceHint)];
	if (!acceptsCleanNumber(compiled)) {
		hints.push(
			`A spotless number (valid, score 0, no flag) does not reach Accept under ${place}: check whether a condition is the wrong way round`,
		);
	}
	return hints;
}

const missingHint = (labels: readonly string[]): string =>
	`No lead has ${labels.map((label) => `'${label}'`).join(', ')}, which the policy judges: ` +
	"it is left out by the 'Output' of the lookup, or not in your IPQS plan";

/** What a person should know after a run; never a lead's own values. */
export function executionHints(
	stats: RunStats,
	{ monitor, alwaysOutputData }: { monitor: boolean; alwaysOutputData: boolean },
): NodeExecutionHint[] {
	const warnings = [...new Set([...stats.policies].slice(0, MAX_POLICIES).flatMap(policyHints))];
	const missing = stats.missingFields.map(({ label }) => label);
	if (missing.length > 0) warnings.push(missingHint(missing));
	if (stats.withoutCampaign > 0) {
		warnings.push(`${leads(stats.withoutCampaign)} had nothing in 'Campaign Field', so the policy without overrides held`);
	}
	if (stats.invalidPolicies > 0)
		warnings.push(`${leads(stats.invalidPolicies)} brought a policy that cannot be used and went to QA; each decision says why`);
	if (alwaysOutputData) {
		warnings.push(
			"'Always Output Data' is on: when no lead reaches Accept, n8n puts an empty item there; switch it off in the node's settings",
		);
	}
	if (monitor) warnings.push('Monitor: decisions were recorded, and every lead went to Accept');
	const notes = stats.sandbox > 0 ? [`${leads(stats.sandbox)} came with a made-up result of the sandbox: nothing was checked`] : [];
	return [
		...warnings.map((message): NodeExecutionHint => ({ message: asHtml(message), location: 'outputPane', type: 'warning' })),
		...notes.map((message): NodeExecutionHint => ({ message, location: 'outputPane', type: 'info' })),
	];
}
