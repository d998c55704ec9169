import { conditionField } from '../criteria/conditionFields';
import type { IssuePath } from '../criteria/policyIssue';
import { OPERATORS } from '../criteria/operators';
import { parseCampaigns } from '../criteria/names';
import { THRESHOLD, UNUSABLE_NUMBER_ACTIONS } from '../criteria/types';
import { fixedCollectionRows } from '../parameters/fixedCollection';
import { toText } from '../parameters/text';
import type { JsonObject } from '../json/json';
import { INHERIT } from './overrides';
import { REACHES_THRESHOLD } from './rules';

/** Whether the value at a path of the parameters comes from an expression. An empty one was then not left empty by the user. */
export type IsExpression = (path: IssuePath) => boolean;

export const omitUndefined = (object: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** A value of a menu in lower case, because expressions can return "Accept"; null, which is invalid in every menu, if it is missing. */
export const normalizeMenuValue = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : (value ?? null));

/** A value of a menu with capitals in its values, whatever the case of an expression's. */
export const choiceOf = (value: unknown, choices: readonly string[]): unknown =>
	typeof value === 'string' ? (choices.find((choice) => choice.toLowerCase() === value.trim().toLowerCase()) ?? value) : value;

/** An optional value: undefined if the user left it empty; null, which is always invalid, if an expression returned nothing. */
export function readOptionalValue(value: unknown, isExpression: boolean): unknown {
	const isEmpty = value === '' || value === null || value === undefined;
	if (isEmpty) return isExpression ? null : undefined;
	return value;
}

export const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : parseCampaigns(toText(value)));

function toCondition(row: JsonObject): JsonObject {
	const type = conditionField(toText(row.field))?.type ?? 'text';
	const operator = row[`${type}Operator`];
	const entered = row[`${type}Value`];
	if (operator === REACHES_THRESHOLD) return { field: row.field, operator: 'greaterOrEqual', value: THRESHOLD };
	// In the form, the threshold has an operator of its own.
	const value = type === 'number' && entered === THRESHOLD ? null : entered;
	switch (OPERATORS.find(({ name }) => name === operator)?.operand) {
		case 'value':
			return { field: row.field, operator, value };
		case 'range':
			return { field: row.field, operator, value: [value, row.numberTo] };
		case 'list':
			return { field: row.field, operator, value: toList(value) };
		default:
			return { field: row.field, operator };
	}
}

/** Converts a row of 'Rules' to a rule; unchecked. */
export const toRule = ({ name, match, conditions, action, whenUnknown, campaigns }: JsonObject): JsonObject =>
	omitUndefined({
		name: toText(name),
		match,
		conditions: fixedCollectionRows(conditions).map(toCondition),
		action,
		whenUnknown,
		campaigns: Array.isArray(campaigns) ? campaigns.map(toText).join(',') : toText(campaigns) || undefined,
	});

export const readCampaignCell = ({ campaign }: JsonObject): string =>
	Array.isArray(campaign) ? campaign.map(toText).join(',') : toText(campaign);

/**
 * Converts a row of 'Overrides' to an override; unchecked.
 *
 * @param isExpression called with the name of a member of the row
 */
export function toOverride(row: JsonObject, isExpression: (member: string) => boolean): JsonObject {
	const member = (name: string): unknown =>
		normalizeMenuValue(row[name]) === INHERIT ? undefined : readOptionalValue(row[name], isExpression(name));
	const outcome = (name: string): unknown => {
		const value = member(name);
		return value === undefined ? undefined : normalizeMenuValue(value);
	};
	const disabled = member('disableRules');
	return omitUndefined({
		preset: member('preset'),
		fraudThreshold: member('fraudThreshold'),
		qaThreshold: member('qaThreshold'),
		defaultAction: outcome('defaultAction'),
		onFailedLookup: outcome('onFailedLookup'),
		onUnusableNumber: choiceOf(member('onUnusableNumber'), UNUSABLE_NUMBER_ACTIONS),
		disableRules: disabled === undefined || disabled === null ? disabled : toList(disabled),
	});
}
