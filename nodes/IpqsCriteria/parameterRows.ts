import { conditionField } from '../shared/criteria/conditions';
import type { IssuePath } from '../shared/criteria/policyIssue';
import { OPERATORS } from '../shared/criteria/operators';
import { parseCampaigns } from '../shared/criteria/effectivePolicy';
import { THRESHOLD } from '../shared/criteria/types';
import { fixedCollectionRows } from '../shared/parameters/fixedCollection';
import { toText } from '../shared/parameters/text';
import type { JsonObject } from '../shared/json/json';
import { INHERIT } from './description/overrides';

/** Whether the value at a path within the parameters is an expression's, so that being empty is no choice of the user. */
export type IsExpression = (path: IssuePath) => boolean;

/** An object without its absent members. */
export const omitUndefined = (object: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** A menu's value, which an expression may bring with capitals; null, which no menu has, where there is none. */
export const normalizeMenuValue = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : (value ?? null));

/** A value that the form lets be empty; null, which nothing takes, where an expression leaves it empty. */
export function readOptionalValue(value: unknown, isExpression: boolean): unknown {
	const isEmpty = value === '' || value === null || value === undefined;
	if (isEmpty) return isExpression ? null : undefined;
	return value;
}

const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : parseCampaigns(toText(value)));

function toCondition(row: JsonObject): JsonObject {
	const type = conditionField(toText(row.field))?.type ?? 'text';
	const operator = row[`${type}Operator`];
	const entered = row[`${type}Value`];
	// The stand-in for a number is JSON's alone.
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

/** A row of 'Rules' as a rule of a policy, unchecked. */
export const toRule = ({ name, match, conditions, action, whenUnknown }: JsonObject): JsonObject =>
	omitUndefined({ name: toText(name), match, conditions: fixedCollectionRows(conditions).map(toCondition), action, whenUnknown });

export const readCampaignCell = ({ campaign }: JsonObject): string =>
	Array.isArray(campaign) ? campaign.map(toText).join(',') : toText(campaign);

/**
 * A row of 'Overrides' as what its campaign changes, unchecked.
 *
 * @param isExpression takes the name of a member of the row
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
		disableRules: disabled === undefined || disabled === null ? disabled : toList(disabled),
	});
}
