import type { INodeProperties } from 'n8n-workflow';
import { OR_THRESHOLD, VALUE_MESSAGES } from '../criteria/parseCondition';
import { formatIssue, type PolicyIssue, type IssuePath } from '../criteria/policyIssue';
import { UNUSED_THRESHOLD } from '../criteria/validatePolicy';
import { fixedCollectionRows } from '../parameters/fixedCollection';
import { REACHES_THRESHOLD_LABEL, valueInputs } from './conditions';
import { POLICY_OPTIONS } from './options';
import { OVERRIDE_PROPERTIES } from './overrides';
import { policyProperties } from './properties';
import { RULE_PROPERTIES } from './rules';
import { readCampaignCell, settingPath } from './parameterRows';
import { POLICY_PARAMETERS, type PolicyParameter, type PolicyValues } from './policyParameters';
import { formatCount, formatList } from '../text';
import type { JsonObject } from '../json/json';

/** An issue of a policy, in the words of the form. */
export interface ParameterIssue {
	/** Path in the node's parameters. */
	readonly path: IssuePath;
	/** Prefix of the sentence that names the parameter, if the sentence names a path in it: "'Policy JSON': ". */
	readonly within?: string;
	/** Names the parameter, or the path in it, and what it must be. */
	readonly sentence: string;
}

/** Issues that a message lists; more are only counted. */
const MAX_LISTED = 3;

/** One message: "'Policy JSON': preset must be …. defaultAction must be …. And 2 more issues". */
export function formatIssues(issues: readonly ParameterIssue[]): string {
	const distinct = [...new Map([...issues].reverse().map((issue) => [issue.sentence, issue])).values()].reverse();
	const sentences = distinct
		.slice(0, MAX_LISTED)
		.map(({ within = '', sentence }, index) => (distinct[index - 1]?.within === within ? sentence : within + sentence));
	const more = distinct.length - sentences.length;
	return [...sentences, ...(more > 0 ? [`And ${formatCount(more, 'more issue')}`] : [])].join('. ');
}

const labelOf = (name: unknown, among: readonly INodeProperties[]): string =>
	`'${among.find((property) => property.name === name)?.displayName}'`;

/**
 * An issue of a policy that is JSON in one parameter.
 *
 * @param path of the parameter
 * @param label of the parameter
 */
export const toJsonIssue = (issue: PolicyIssue, path: IssuePath, label: string): ParameterIssue =>
	issue.path.length === 0
		? { path, sentence: `'${label}' ${issue.message}` }
		: { path, within: `'${label}': `, sentence: formatIssue(issue) };

/** What is wrong with the value of a condition, in the words of the inputs that the form shows. */
function valueSentence(row: JsonObject, message: string): string {
	const inputs = valueInputs(row);
	const label = formatList(
		inputs.map(({ displayName }) => `'${displayName}'`),
		'and',
	);
	const isMenu = inputs.some(({ type }) => type === 'multiOptions');
	if (isMenu && (message === VALUE_MESSAGES.list || message === VALUE_MESSAGES.text)) return `${label} is empty; select at least one`;
	if (message === VALUE_MESSAGES.list) return `${label} ${VALUE_MESSAGES.text}`;
	if (message === VALUE_MESSAGES.range) return `${label} must be two numbers, the lower one first`;
	return `${label} ${message.replace(OR_THRESHOLD, '')}`;
}

/** Labels of a condition without its value. The form has a menu of operators for each type of field. */
const CONDITION_LABELS: Readonly<Record<string, string>> = { field: "'Field'", operator: "'Operator'" };

function toRuleIssue(path: IssuePath, message: string, values: PolicyValues): ParameterIssue {
	const [, index, member, condition] = path;
	const row: IssuePath = ['rules', 'values', Number(index)];
	const rule = `Rule ${Number(index) + 1}`;
	const part = String(path.at(-1));
	if (condition !== undefined) {
		const conditionRow = fixedCollectionRows(fixedCollectionRows(values.rules)[Number(index)]?.conditions)[Number(condition)] ?? {};
		const what = part === 'value' ? valueSentence(conditionRow, message) : `${CONDITION_LABELS[part] ?? part} ${message}`;
		return { path: [...row, 'conditions', 'values', condition], sentence: `${rule}, condition ${Number(condition) + 1}: ${what}` };
	}
	if (member === 'conditions') return { path: [...row, part], sentence: `${rule} has no condition. Add one, or remove the rule` };
	return { path: [...row, part], sentence: `${rule}: ${labelOf(part, RULE_PROPERTIES)} ${message}` };
}

function toOverrideIssue([, key, member = 'campaign']: IssuePath, message: string, values: PolicyValues): ParameterIssue {
	const rows = fixedCollectionRows(values.overrides);
	const index = rows.findIndex((row) => readCampaignCell(row) === key);
	return {
		path: ['overrides', 'values', index, ...settingPath(rows[index] ?? {}, String(member))],
		sentence: `Override ${index + 1}: ${labelOf(member, OVERRIDE_PROPERTIES)} ${message}`,
	};
}

/** In the form, the threshold is an operator, so that the message can name what to choose. */
const UNUSED_THRESHOLD_IN_FORM = `must be removed, or used by a rule: set the operator of its condition to '${REACHES_THRESHOLD_LABEL}'`;

/** Translates an issue of a policy that was made of the form's values: its path, and the names in its sentence. */
export function toParameterIssue({ path, message: original }: PolicyIssue, values: PolicyValues): ParameterIssue {
	const message = original === UNUSED_THRESHOLD ? UNUSED_THRESHOLD_IN_FORM : original;
	const [first = 'policySource', second] = path;
	if (first === 'rules' && second === undefined) return { path, sentence: 'Add at least one rule' };
	if (first === 'rules') return toRuleIssue(path, message, values);
	if (first === 'overrides') return toOverrideIssue(path, message, values);
	const name = POLICY_PARAMETERS[first as PolicyParameter] ?? first;
	const among = name.startsWith('options.') ? POLICY_OPTIONS : policyProperties;
	return { path: path.slice(0, 1), sentence: `${labelOf(first, among)} ${message}` };
}
