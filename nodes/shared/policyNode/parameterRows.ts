import { conditionField } from '../criteria/conditionFields';
import type { IssuePath } from '../criteria/policyIssue';
import { OPERATORS } from '../criteria/operators';
import { parseCampaigns } from '../criteria/normalizeName';
import { THRESHOLD, UNUSABLE_NUMBER_ACTIONS } from '../criteria/types';
import { fixedCollectionRows } from '../parameters/fixedCollection';
import { toText } from '../parameters/text';
import { isJsonObject, type JsonObject } from '../json/json';
import { readPath } from '../json/path';
import { INHERIT, MORE_SETTINGS } from './overrides';
import { REACHES_THRESHOLD } from './conditions';

/** Whether the value at a path of the parameters comes from an expression. An empty one was then not left empty by the user. */
export type IsExpression = (path: IssuePath) => boolean;

export const omitUndefined = (object: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** A value of a menu in lower case, because expressions can return "Accept"; null, which is invalid in every menu, if it is missing. */
export const normalizeMenuValue = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : (value ?? null));

/** A value of a menu with capitals in its values, whatever the case of an expression's. */
export const choiceOf = (value: unknown, choices: readonly string[]): unknown =>
	typeof value === 'string' ? (choices.find((choice) => choice.toLowerCase() === value.trim().toLowerCase()) ?? value) : value;

const isBlank = (value: unknown): boolean => value === '' || value === null || value === undefined;

/** An optional value: undefined if the user left it empty; null, which is always invalid, if an expression returned nothing. */
export function readOptionalValue(value: unknown, isExpression: boolean): unknown {
	if (isBlank(value)) return isExpression ? null : undefined;
	return value;
}

export const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : parseCampaigns(toText(value)));

/** Is and Is Not with several values from a menu. */
const LIST_OPERATORS: Readonly<Record<string, string>> = { equals: 'in', notEquals: 'notIn' };

/** The operator and value of a choice: from the menu or the text of its operator, or else the text from before the menus. */
function readChoice({ choiceOperator, choiceValues, choiceText, choiceValue }: JsonObject): { operator: unknown; entered: unknown } {
	const selected = toList(choiceValues ?? []);
	const [first, ...more] = selected;
	if (first === undefined) return { operator: choiceOperator, entered: toText(choiceText) === '' ? choiceValue : choiceText };
	if (more.length === 0) return { operator: choiceOperator, entered: first };
	return { operator: LIST_OPERATORS[String(choiceOperator)] ?? choiceOperator, entered: selected };
}

function toCondition(row: JsonObject): JsonObject {
	const type = conditionField(toText(row.field))?.type ?? 'text';
	const { operator, entered } = type === 'choice' ? readChoice(row) : { operator: row[`${type}Operator`], entered: row[`${type}Value`] };
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

/** The path of a setting in an entry of 'Overrides': in 'More Settings' if it was added there. */
export function settingPath(row: JsonObject, name: string): string[] {
	const more = row[MORE_SETTINGS];
	const isAdded = isJsonObject(more) && Object.hasOwn(more, name);
	return isAdded && !(isBlank(more[name]) && !isBlank(row[name])) ? [MORE_SETTINGS, name] : [name];
}

/**
 * Converts an entry of 'Overrides' to an override; unchecked.
 *
 * @param isExpression called with the path of a setting in the entry
 */
export function toOverride(row: JsonObject, isExpression: (path: IssuePath) => boolean): JsonObject {
	const member = (name: string): unknown => {
		const path = settingPath(row, name);
		const value = readPath(row, path.join('.'));
		return normalizeMenuValue(value) === INHERIT ? undefined : readOptionalValue(value, isExpression(path));
	};
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
