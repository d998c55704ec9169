import { conditionField } from '../shared/criteria/conditions';
import type { FlawPath } from '../shared/criteria/policyIssue';
import { OPERATORS } from '../shared/criteria/operators';
import { campaignsIn } from '../shared/criteria/effectivePolicy';
import { THRESHOLD } from '../shared/criteria/types';
import { rowsOf } from '../shared/parameters/fixedCollection';
import { textOf } from '../shared/parameters/text';
import type { JsonObject } from '../shared/json/json';
import { INHERIT } from './description/overrides';

/** Whether the value at a path within the parameters is an expression's, so that being empty is no choice of the user. */
export type IsExpression = (path: FlawPath) => boolean;

/** An object without its absent members. */
export const present = (object: JsonObject): JsonObject => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** A menu's value, which an expression may bring with capitals; null, which no menu has, where there is none. */
export const menuValue = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : (value ?? null));

/** A value that the form lets be empty; null, which nothing takes, where an expression leaves it empty. */
export function optionalValue(value: unknown, isExpression: boolean): unknown {
	const isEmpty = value === '' || value === null || value === undefined;
	if (isEmpty) return isExpression ? null : undefined;
	return value;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : campaignsIn(textOf(value)));

function conditionOf(row: JsonObject): JsonObject {
	const type = conditionField(textOf(row.field))?.type ?? 'text';
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
			return { field: row.field, operator, value: listOf(value) };
		default:
			return { field: row.field, operator };
	}
}

/** A row of 'Rules' as a rule of a policy, unchecked. */
export const ruleOf = ({ name, match, conditions, action, whenUnknown }: JsonObject): JsonObject =>
	present({ name: textOf(name), match, conditions: rowsOf(conditions).map(conditionOf), action, whenUnknown });

export const campaignOf = ({ campaign }: JsonObject): string => (Array.isArray(campaign) ? campaign.map(textOf).join(',') : textOf(campaign));

/**
 * A row of 'Overrides' as what its campaign changes, unchecked.
 *
 * @param isExpression takes the name of a member of the row
 */
export function overrideOf(row: JsonObject, isExpression: (member: string) => boolean): JsonObject {
	const member = (name: string): unknown => (menuValue(row[name]) === INHERIT ? undefined : optionalValue(row[name], isExpression(name)));
	const outcome = (name: string): unknown => {
		const value = member(name);
		return value === undefined ? undefined : menuValue(value);
	};
	const disabled = member('disableRules');
	return present({
		preset: member('preset'),
		fraudThreshold: member('fraudThreshold'),
		qaThreshold: member('qaThreshold'),
		defaultAction: outcome('defaultAction'),
		onFailedLookup: outcome('onFailedLookup'),
		disableRules: disabled === undefined || disabled === null ? disabled : listOf(disabled),
	});
}
