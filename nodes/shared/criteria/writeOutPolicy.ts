import type { Condition, EffectiveCondition, EffectivePolicy, Policy } from './types';

const withoutSource = ({ field, operator, value }: EffectiveCondition): Condition =>
	value === undefined ? { field, operator } : { field, operator, value };

/** Converts an effective policy to one that can be pasted into 'Policy JSON', with every rule written out. */
export const writeOutPolicy = ({
	name,
	hitPolicy,
	rules,
	defaultAction,
	onFailedLookup,
	onUnusableNumber,
	onMissingValue,
}: EffectivePolicy): Policy & Required<Pick<Policy, 'rules'>> => ({
	...{ name, hitPolicy, defaultAction, onFailedLookup, onUnusableNumber, onMissingValue },
	rules: rules.map((rule) => ({ ...rule, conditions: rule.conditions.map(withoutSource) })),
});
