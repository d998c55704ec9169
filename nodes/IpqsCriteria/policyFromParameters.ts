import { normalizeName } from '../shared/criteria/effectivePolicy';
import { jsonSyntaxIssue, parsePolicy, type PolicyParseResult } from '../shared/criteria/parsePolicy';
import type { PolicyIssue } from '../shared/criteria/policyIssue';
import { fixedCollectionRows } from '../shared/parameters/fixedCollection';
import { isJsonObject, parseJson, type JsonObject } from '../shared/json/json';
import { toJsonIssue, toParameterIssue, type ParameterIssue } from './parameterIssues';
import {
	readCampaignCell,
	normalizeMenuValue,
	readOptionalValue,
	toOverride,
	omitUndefined,
	toRule,
	type IsExpression,
} from './parameterRows';

/** The parameters that a policy is made of. */
export const POLICY_PARAMETERS = [
	'policySource',
	'preset',
	'fraudThreshold',
	'qaThreshold',
	'rules',
	'policyJson',
	'hitPolicy',
	'defaultAction',
	'onFailedLookup',
	'overrides',
] as const;

/** Their values for an item; null for parameters that the form hides. */
export type PolicyValues = Readonly<Record<(typeof POLICY_PARAMETERS)[number], unknown>>;

const ofJson = (issue: PolicyIssue): ParameterIssue => toJsonIssue(issue, ['policyJson'], 'Policy JSON');

/** Parses 'Policy JSON'. What it leaves out comes from the other parameters of the form. */
function policyOfJson(values: PolicyValues): PolicyParseResult<ParameterIssue> {
	const { policyJson, hitPolicy, defaultAction, onFailedLookup } = values;
	const syntaxIssue = jsonSyntaxIssue(policyJson);
	if (syntaxIssue !== undefined) return { issues: [ofJson(syntaxIssue)] };
	const json = parseJson(policyJson);
	const actions = { defaultAction: normalizeMenuValue(defaultAction), onFailedLookup: normalizeMenuValue(onFailedLookup) };
	const form: JsonObject = isJsonObject(json) && Object.hasOwn(json, 'rules') ? { hitPolicy, ...actions } : actions;
	const parsed = parsePolicy(isJsonObject(json) ? { ...form, ...json } : json);
	if ('policy' in parsed) return parsed;
	const isFromForm = (name: string | number | undefined): boolean =>
		typeof name === 'string' && Object.hasOwn(form, name) && isJsonObject(json) && !Object.hasOwn(json, name);
	return { issues: parsed.issues.map((issue) => (isFromForm(issue.path[0]) ? toParameterIssue(issue, values) : ofJson(issue))) };
}

/** Whether an earlier row has the same campaigns. In the policy they are keys of one object, where one of the two would be lost. */
const isRepeated = (row: JsonObject, index: number, rows: readonly JsonObject[]): boolean =>
	rows.findIndex((other) => normalizeName(readCampaignCell(other)) === normalizeName(readCampaignCell(row))) < index;

const repeatedIssue = (row: JsonObject, index: number): ParameterIssue => ({
	path: ['overrides', 'values', index, 'campaign'],
	sentence: `'${readCampaignCell(row)}' is listed twice under Overrides`,
});

function ownMembers(values: PolicyValues, isExpression: IsExpression): JsonObject {
	const { policySource, preset, rules, hitPolicy } = values;
	if (policySource === 'rules') return { name: 'Custom Rules', rules: fixedCollectionRows(rules).map(toRule), hitPolicy };
	return {
		preset,
		fraudThreshold: readOptionalValue(values.fraudThreshold, isExpression(['fraudThreshold'])),
		qaThreshold: readOptionalValue(values.qaThreshold, isExpression(['qaThreshold'])),
	};
}

/**
 * Makes a policy of the parameters' values, or returns the issues that make it invalid.
 *
 * @param isExpression whether the value at a path of the parameters comes from an expression
 */
export function policyOf(values: PolicyValues, isExpression: IsExpression): PolicyParseResult<ParameterIssue> {
	if (values.policySource === 'json') return policyOfJson(values);
	const rows = fixedCollectionRows(values.overrides);
	const repeated = rows.flatMap((row, index) => (isRepeated(row, index, rows) ? [repeatedIssue(row, index)] : []));
	const overrides = rows.flatMap((row, index) => {
		const isOwnExpression = (name: string): boolean => isExpression(['overrides', 'values', index, name]);
		return isRepeated(row, index, rows) ? [] : [[readCampaignCell(row), toOverride(row, isOwnExpression)] as const];
	});
	const parsed = parsePolicy(
		omitUndefined({
			...ownMembers(values, isExpression),
			defaultAction: normalizeMenuValue(values.defaultAction),
			onFailedLookup: normalizeMenuValue(values.onFailedLookup),
			overrides: overrides.length === 0 ? undefined : Object.fromEntries(overrides),
		}),
	);
	const issues = [...('issues' in parsed ? parsed.issues.map((issue) => toParameterIssue(issue, values)) : []), ...repeated];
	return 'policy' in parsed && issues.length === 0 ? parsed : { issues };
}
