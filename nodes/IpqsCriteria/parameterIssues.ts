import type { INodeProperties } from 'n8n-workflow';
import { OR_THRESHOLD } from '../shared/criteria/parseCondition';
import { formatIssue, type PolicyIssue, type IssuePath } from '../shared/criteria/policyIssue';
import { fixedCollectionRows } from '../shared/parameters/fixedCollection';
import { OVERRIDE_PROPERTIES } from './description/overrides';
import { properties } from './description/properties';
import type { PolicyValues } from './policyFromParameters';
import { readCampaignCell } from './parameterRows';

/** What is wrong with a policy, as the form shows it. */
export interface ParameterIssue {
	/** Place within the node's parameters. */
	readonly path: IssuePath;
	/** What comes before the sentence where that names a place within one parameter: "'Policy JSON': ". */
	readonly within?: string;
	/** One sentence that names the parameter, or the place within it, and what it takes. */
	readonly sentence: string;
}

/** Flaws that a message names; the rest are counted. */
const MAX_NAMED = 3;

/** Flaws as one message: "'Policy JSON': preset must be ...; also defaultAction must be ...; and 2 more". */
export function formatIssues(issues: readonly ParameterIssue[]): string {
	const distinct = issues.filter(({ sentence }, index) => issues.findIndex((other) => other.sentence === sentence) === index);
	const sentences = distinct
		.slice(0, MAX_NAMED)
		.map(({ within = '', sentence }, index) => (distinct[index - 1]?.within === within ? sentence : within + sentence));
	const more = distinct.length - sentences.length;
	return sentences.join('; also ') + (more > 0 ? `; and ${more} more` : '');
}

const label = (name: unknown, among: readonly INodeProperties[]): string =>
	`'${among.find((property) => property.name === name)?.displayName}'`;

export const toJsonIssue = ({ path, message }: PolicyIssue): ParameterIssue => ({
	path: ['policyJson'],
	within: "'Policy JSON': ",
	sentence: formatIssue({ path, message }),
});

function toRuleIssue(path: IssuePath, message: string): ParameterIssue {
	const [, index, member, condition] = path;
	const row: IssuePath = ['rules', 'values', Number(index)];
	const rule = `Rule ${Number(index) + 1}`;
	const part = String(path.at(-1));
	if (member === 'conditions' && condition !== undefined) {
		const place = `${rule}, condition ${Number(condition) + 1}`;
		return { path: [...row, 'conditions', 'values', condition], sentence: `${place}: the ${part} ${message.replace(OR_THRESHOLD, '')}` };
	}
	return { path: [...row, part], sentence: `${rule}: the ${part} ${message}` };
}

function toOverrideIssue([, key, member = 'campaign']: IssuePath, message: string, values: PolicyValues): ParameterIssue {
	const index = fixedCollectionRows(values.overrides).findIndex((row) => readCampaignCell(row) === key);
	return {
		path: ['overrides', 'values', index, member],
		sentence: `Override ${index + 1}: ${label(member, OVERRIDE_PROPERTIES)} ${message}`,
	};
}

/** A issue of a policy made of the parameters, at the place in the form that it comes from. */
export function toParameterIssue({ path, message }: PolicyIssue, values: PolicyValues): ParameterIssue {
	const [first, second] = path;
	if (first === 'rules' && second !== undefined) return toRuleIssue(path, message);
	if (first === 'overrides' && second !== undefined) return toOverrideIssue(path, message, values);
	return { path: path.slice(0, 1), sentence: `${label(first ?? 'policySource', properties)} ${message}` };
}
