import type { NodeExecutionHint } from 'n8n-workflow';
import type { CompiledPolicy } from '../shared/criteria/compile';
import { oneOf } from '../shared/criteria/policyIssue';
import { acceptsSpotless, deadRules, strangeChoices, type DeadRule, type StrangeChoice } from '../shared/criteria/lint';
import type { Tally } from './runStats';

/** A table may bring a policy for each lead; what is amiss in one is amiss in most. */
const MAX_POLICIES = 20;

/** n8n shows a hint as HTML, and the names of rules, policies and campaigns may come out of a table. */
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const leads = (count: number): string => `${count} ${count === 1 ? 'lead' : 'leads'}`;

const deadRuleHint = ({ rule, because }: DeadRule): string =>
	because === null
		? `The rule '${rule}' can never match: its conditions exclude each other`
		: `The rule '${rule}' can never be reached: '${because}' stands before it and matches whenever it would`;

const strangeChoiceHint = ({ rule, field, known }: StrangeChoice): string =>
	`The rule '${rule}' compares '${field}' with a value that IPQS is not known to send: check its spelling, known are ${oneOf(known)}`;

function policyHints(compiled: CompiledPolicy): string[] {
	const { name, campaign } = compiled.policy;
	const place = campaign === null ? `'${name}'` : `'${name}' for the campaign '${campaign}'`;
	const hints = [...deadRules(compiled).map(deadRuleHint), ...strangeChoices(compiled).map(strangeChoiceHint)];
	if (!acceptsSpotless(compiled)) {
		hints.push(`A spotless number (valid, score 0, no flag) does not reach Accept under ${place}: check whether a condition is the wrong way round`);
	}
	return hints;
}

const missingHint = (labels: readonly string[]): string =>
	`No lead has ${labels.map((label) => `'${label}'`).join(', ')}, which the policy judges: ` +
	"it is left out by the 'Output' of the lookup, or not in your IPQS plan";

/** What a person should know after a run; never a lead's own values. */
export function hintsOf(tally: Tally, { monitor, alwaysOutputData }: { monitor: boolean; alwaysOutputData: boolean }): NodeExecutionHint[] {
	const warnings = [...new Set([...tally.policies].slice(0, MAX_POLICIES).flatMap(policyHints))];
	const missing = tally.missingFields.map(({ label }) => label);
	if (missing.length > 0) warnings.push(missingHint(missing));
	if (tally.withoutCampaign > 0) {
		warnings.push(`${leads(tally.withoutCampaign)} had nothing in 'Campaign Field', so the policy without overrides held`);
	}
	if (tally.unusable > 0) warnings.push(`${leads(tally.unusable)} brought a policy that cannot be used and went to QA; each decision says why`);
	if (alwaysOutputData) {
		warnings.push('\'Always Output Data\' is on: when no lead reaches Accept, n8n puts an empty item there; switch it off in the node\'s settings');
	}
	if (monitor) warnings.push('Monitor: decisions were recorded, and every lead went to Accept');
	const notes = tally.sandbox > 0 ? [`${leads(tally.sandbox)} came with a made-up result of the sandbox: nothing was checked`] : [];
	return [
		...warnings.map((message): NodeExecutionHint => ({ message: asHtml(message), location: 'outputPane', type: 'warning' })),
		...notes.map((message): NodeExecutionHint => ({ message, location: 'outputPane', type: 'info' })),
	];
}
