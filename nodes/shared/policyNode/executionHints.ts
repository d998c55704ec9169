import type { NodeExecutionHint } from 'n8n-workflow';
import type { CompiledPolicy } from '../criteria/compile';
import { acceptsCleanLead, findUnreachableRules, type UnreachableRule } from '../criteria/lint';
import { findOddValues, type OddValue } from '../criteria/lintValues';
import { formatCount, formatList } from '../text';
import { mappingHints } from './mappingHints';
import type { RunStats } from './runStats';

/** n8n renders hints as HTML, and names of rules, policies and campaigns can come from a table. */
const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unreachableRuleHint = ({ rule, because }: UnreachableRule): string =>
	because === null
		? `The rule '${rule}' can never match, because its conditions contradict each other`
		: `The rule '${rule}' is never reached, because '${because}' comes first and matches the same leads`;

function oddValueHint(odd: OddValue): string {
	const comparison = `The rule '${odd.rule}' compares '${odd.field}'`;
	switch (odd.problem) {
		case 'choice':
			return `${comparison} with a value that IPQS is not known to send. Check the spelling. Known values: ${odd.known.join(', ')}.`;
		case 'format':
			return `${comparison} with a value that it never has. Its values look like ${odd.example}.`;
		case 'unknown':
			return `${comparison} with a value that means unknown. Use 'Is Unknown' instead.`;
		case 'list': {
			const { name, label } = odd.operator;
			const several = name === 'equals' ? "'Is One Of'" : name === 'notEquals' ? "'Is None Of'" : 'one condition per value';
			return `${comparison} with a list, but '${label}' takes one value. Use ${several} instead.`;
		}
	}
}

const REVERSED =
	"Check for a reversed condition. A rule describes the leads it sends to Accept, QA or Reject. In LeadExec, 'less than 50' describes the leads that pass, so here reject scores at or above 50.";

function policyHints(compiled: CompiledPolicy): string[] {
	const { name, campaign } = compiled.policy;
	const policy = campaign === null ? `'${name}'` : `'${name}' for the campaign '${campaign}'`;
	const hints = [...findUnreachableRules(compiled).map(unreachableRuleHint), ...findOddValues(compiled).map(oddValueHint)];
	if (!acceptsCleanLead(compiled)) {
		hints.push(`Even a clean lead (valid, score 0, no flags) is not accepted under ${policy}. ${REVERSED}`);
	}
	return hints;
}

function campaignHints({ withoutCampaign, hasCampaignField }: RunStats): string[] {
	if (withoutCampaign === 0) return [];
	if (!hasCampaignField) return ["No lead has a field named in 'Campaign Field', so no override applied. Check the name of the field."];
	return [`${formatCount(withoutCampaign, 'lead')} had no campaign in 'Campaign Field', so no override applied`];
}

const TCPA_HINT =
	"No US or Canadian lead has 'TCPA Blacklist', so a lead that is fine otherwise goes to QA. Your IPQS plan may not include it. " +
	"To judge leads without it, skip the rule 'TCPA Blacklist' (Options, Skip Rules; in JSON disableRules).";

function fieldHints({ missingFields, northAmerican: { leads, withTcpaBlacklist } }: RunStats): string[] {
	const isWithoutTcpa = leads > 0 && withTcpaBlacklist === 0;
	const labels = missingFields.filter(({ name }) => !isWithoutTcpa || name !== 'tcpa_blacklist').map(({ label }) => `'${label}'`);
	return [
		...(isWithoutTcpa ? [TCPA_HINT] : []),
		...(labels.length === 0
			? []
			: [
					`No lead has ${formatList(labels, 'or')}, which the policy uses. Check 'Output' of the lookup, or whether your IPQS plan includes it.`,
				]),
	];
}

/** With a reason if all leads have the same one, so that it is about the node and not about a lead. */
function invalidPolicyHint({ invalidPolicies, policyErrors, outcomes }: RunStats): string {
	const [error, ...others] = policyErrors;
	const leads = formatCount(invalidPolicies, 'lead');
	const isOfAll = invalidPolicies > 1 && invalidPolicies === outcomes.accept + outcomes.qa + outcomes.reject;
	return isOfAll && others.length === 0
		? `All ${leads} went to QA, because the policy is invalid: ${error}`
		: `${leads} had an invalid policy and went to QA. See the reason in the decision.`;
}

/** Hints about a run. They contain no value of a lead. */
export function executionHints(
	stats: RunStats,
	{ monitor, alwaysOutputData, policyWarnings }: { monitor: boolean; alwaysOutputData: boolean; policyWarnings: readonly string[] },
): NodeExecutionHint[] {
	const warnings = [
		...mappingHints(stats),
		...new Set([...stats.policies].flatMap(policyHints)),
		...fieldHints(stats),
		...campaignHints(stats),
		...policyWarnings,
	];
	if (stats.invalidPolicies > 0) {
		warnings.push(invalidPolicyHint(stats));
	}
	if (alwaysOutputData) {
		warnings.push(
			"'Always Output Data' is on. If no lead is accepted, n8n puts an empty item on Accept. Turn it off in the settings of this node.",
		);
	}
	if (monitor) warnings.push('Monitor: decisions were recorded, but every lead went to Accept');
	const notes = stats.sandbox > 0 ? [`${formatCount(stats.sandbox, 'lead')} with sandbox test results, which IPQS did not check`] : [];
	return [
		...warnings.map((message): NodeExecutionHint => ({ message: escapeHtml(message), location: 'outputPane', type: 'warning' })),
		...notes.map((message): NodeExecutionHint => ({ message, location: 'outputPane', type: 'info' })),
	];
}
