import { normalizeName, parseCampaigns } from '../criteria/normalizeName';
import { jsonTextIssue, parsePolicy, type PolicyParseResult } from '../criteria/parsePolicy';
import type { PolicyIssue } from '../criteria/policyIssue';
import { MISSING_VALUE_ACTIONS, UNUSABLE_NUMBER_ACTIONS, type Policy } from '../criteria/types';
import { fixedCollectionRows } from '../parameters/fixedCollection';
import { isJsonObject, parseJson, type JsonObject } from '../json/json';
import { toText } from '../parameters/text';
import { toJsonIssue, toParameterIssue, type ParameterIssue } from './parameterIssues';
import { withOverrideRows, type PolicyWithRows } from './overrideTable';
import {
	choiceOf,
	readCampaignCell,
	normalizeMenuValue,
	readOptionalValue,
	toList,
	toOverride,
	omitUndefined,
	toRule,
	type IsExpression,
} from './parameterRows';
import type { PolicyValues } from './policyParameters';

const ofJson = (issue: PolicyIssue): ParameterIssue => toJsonIssue(issue, ['policyJson'], 'Policy JSON');

/** Parses 'Policy JSON'. What it leaves out comes from the other parameters of the form. */
function policyOfJson(values: PolicyValues): PolicyParseResult<ParameterIssue> {
	const { policyJson, hitPolicy, defaultAction, onFailedLookup } = values;
	const textIssue = jsonTextIssue(policyJson);
	if (textIssue !== undefined) return { issues: [ofJson(textIssue)] };
	const json = parseJson(policyJson);
	const actions = {
		defaultAction: normalizeMenuValue(defaultAction),
		onFailedLookup: normalizeMenuValue(onFailedLookup),
		...optionMembers(values),
	};
	// Presets are always First Match.
	const takesHitPolicy = isJsonObject(json) && Object.hasOwn(json, 'rules') && !Object.hasOwn(json, 'preset');
	const form: JsonObject = takesHitPolicy ? { hitPolicy, ...actions } : actions;
	const parsed = parsePolicy(isJsonObject(json) ? { ...form, ...json } : json);
	if ('policy' in parsed) return parsed;
	const isFromForm = (name: string): boolean => Object.hasOwn(form, name) && isJsonObject(json) && !Object.hasOwn(json, name);
	return { issues: parsed.issues.map((issue) => (isFromForm(String(issue.path[0])) ? toParameterIssue(issue, values) : ofJson(issue))) };
}

/** The rows of 'Overrides' by campaign, and an issue for each campaign that has several rows. */
function overridesOf(values: PolicyValues, isExpression: IsExpression): { overrides: JsonObject | undefined; repeated: ParameterIssue[] } {
	const entries = new Map<string, readonly [campaign: string, override: JsonObject]>();
	const repeated: ParameterIssue[] = [];
	for (const [index, row] of fixedCollectionRows(values.overrides).entries()) {
		const campaign = readCampaignCell(row);
		const name = normalizeName(campaign);
		if (entries.has(name)) repeated.push(repeatedIssue(row, index));
		else entries.set(name, [campaign, toOverride(row, (path) => isExpression(['overrides', 'values', index, ...path]))]);
	}
	return { overrides: entries.size === 0 ? undefined : Object.fromEntries(entries.values()), repeated };
}

const repeatedIssue = (row: JsonObject, index: number): ParameterIssue => ({
	path: ['overrides', 'values', index, 'campaign'],
	sentence: `'${readCampaignCell(row)}' is listed twice under Overrides`,
});

/** The members of a policy that are options of the node. */
function optionMembers({ onUnusableNumber, onMissingValue }: PolicyValues): JsonObject {
	return omitUndefined({
		onUnusableNumber: choiceOf(onUnusableNumber ?? undefined, UNUSABLE_NUMBER_ACTIONS),
		onMissingValue: choiceOf(onMissingValue ?? undefined, MISSING_VALUE_ACTIONS),
	});
}

function ownMembers(values: PolicyValues, isExpression: IsExpression): JsonObject {
	const { policySource, preset, judge, rules, hitPolicy, disableRules } = values;
	const own = {
		rules: fixedCollectionRows(rules).map(toRule),
		fraudThreshold: readOptionalValue(values.fraudThreshold, isExpression(['fraudThreshold'])),
	};
	if (policySource === 'rules') return { ...own, name: 'Custom Rules', hitPolicy };
	return {
		...own,
		rules: own.rules.length === 0 ? undefined : own.rules,
		preset,
		judge: judge ?? undefined,
		qaThreshold: readOptionalValue(values.qaThreshold, isExpression(['qaThreshold'])),
		disableRules: (disableRules ?? undefined) === undefined ? undefined : toList(disableRules),
	};
}

/**
 * Makes a policy of the parameters' values, or returns the issues that make it invalid.
 *
 * @param isExpression whether the value at a path of the parameters comes from an expression
 */
export function policyOf(values: PolicyValues, isExpression: IsExpression): ParsedPolicy {
	const parsed = values.policySource === 'json' ? policyOfJson(values) : policyOfForm(values, isExpression);
	if ('issues' in parsed) return parsed;
	const issue = uselessCampaignsIssue(parsed.policy, values);
	return issue === undefined ? parsed : { issues: [issue] };
}

/** A policy, and if its overrides are rows of a table, what is wrong with them. */
export type FormPolicy = Pick<PolicyWithRows, 'policy'> & Partial<PolicyWithRows>;

export type ParsedPolicy = FormPolicy | { readonly issues: readonly ParameterIssue[] };

const hasOverrideRows = ({ overridesSource }: PolicyValues): boolean => overridesSource === 'rows';

/** Settings for campaigns do nothing without 'Campaign Field', which is probably a mistake. */
function uselessCampaignsIssue({ rules = [], overrides = {} }: Policy, values: PolicyValues): ParameterIssue | undefined {
	const { policySource, campaignField } = values;
	if (parseCampaigns(toText(campaignField)).length > 0) return undefined;
	const hasRule = rules.some(({ campaigns = '' }) => parseCampaigns(campaigns).length > 0);
	if (!hasRule && Object.keys(overrides).length === 0) return undefined;
	if (policySource !== 'json' && hasRule) {
		return { path: ['rules'], sentence: "Fill in 'Campaign Field', because a rule has a value in 'Only for Campaigns'" };
	}
	const [name, label] = campaignParameter(values);
	return { path: [name], sentence: `Fill in 'Campaign Field', because '${label}' has settings for campaigns` };
}

/** The parameter with the settings for campaigns. */
function campaignParameter(values: PolicyValues): readonly [name: string, label: string] {
	if (values.policySource === 'json') return ['policyJson', 'Policy JSON'];
	return hasOverrideRows(values) ? ['overrideRows', 'Override Rows'] : ['overrides', 'Overrides'];
}

function policyOfForm(values: PolicyValues, isExpression: IsExpression): ParsedPolicy {
	const members = omitUndefined({
		...ownMembers(values, isExpression),
		...optionMembers(values),
		defaultAction: normalizeMenuValue(values.defaultAction),
		onFailedLookup: normalizeMenuValue(values.onFailedLookup),
	});
	if (hasOverrideRows(values)) {
		const parsed = withOverrideRows(members, values.overrideRows);
		return 'policy' in parsed ? parsed : { issues: parsed.issues.map((issue) => toParameterIssue(issue, values)) };
	}
	const { overrides, repeated } = overridesOf(values, isExpression);
	const parsed = parsePolicy(omitUndefined({ ...members, overrides }));
	const issues = [...('issues' in parsed ? parsed.issues.map((issue) => toParameterIssue(issue, values)) : []), ...repeated];
	return 'policy' in parsed && issues.length === 0 ? parsed : { issues };
}
