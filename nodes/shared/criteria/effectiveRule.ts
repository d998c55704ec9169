import { conditionField } from './conditionFields';
import { UniqueNames } from './normalizeName';
import { presetThreshold, type PresetName } from './presets';
import { qualifiedName, RESULT_KINDS } from './resultKinds';
import { BASE, THRESHOLD, type Condition, type EffectiveCondition, type EffectiveRule, type Rule } from './types';

/** A member of a policy, and where it comes from. */
export interface Sourced<Value> {
	readonly value: Value;
	/** `base`, or the campaign of the override. */
	readonly source: string;
	/** 0 for the strongest override. The policy itself comes after all overrides. */
	readonly rank: number;
}

/** A rule, and where it comes from. */
export type SourcedRule = Sourced<Rule>;

/** Fraud threshold of own rules, if neither the user nor a preset gives one. */
export const DEFAULT_THRESHOLD = 85;

export const usesThreshold = ({ conditions }: Rule): boolean => conditions.some(({ value }) => value === THRESHOLD);

const QA_RULE = 'QA Threshold';

/** The rule that a QA threshold adds. */
export const toQaRule = ({ value, ...from }: Sourced<number>): SourcedRule => ({
	...from,
	value: { name: QA_RULE, conditions: [{ field: 'fraud_score', operator: 'greaterOrEqual', value }], action: 'qa' },
});

/**
 * Replaces "threshold" by its number and fills in what a rule leaves out.
 *
 * @param threshold of the user, if there is one
 */
export function toEffectiveRule(
	{ value: { name, match = 'all', conditions, action, whenUnknown = 'default' }, source }: SourcedRule,
	threshold: Sourced<number> | undefined,
	preset: Sourced<PresetName> | undefined,
): EffectiveRule {
	const toEffective = ({ field, operator, value }: Condition): EffectiveCondition => {
		if (value !== THRESHOLD) return { field, operator, value, source };
		if (threshold !== undefined) return { field, operator, value: threshold.value, source: threshold.source };
		const kind = conditionField(field)?.kind ?? 'phone';
		const score = preset === undefined ? DEFAULT_THRESHOLD : presetThreshold(preset.value, kind);
		return { field, operator, value: score, source: preset?.source ?? BASE };
	};
	return { name, match, conditions: conditions.map(toEffective), action, whenUnknown };
}

/** Name of the rule of a policy without rules. */
export const NO_RULE_FOR_CAMPAIGN = 'No Rule for This Campaign';

/**
 * A rule that never matches, for a lead whose campaigns no rule is for. The results that other rules are about still count, so
 * that a lead whose lookup failed does not take the default action.
 */
export function emptyRule(rules: readonly SourcedRule[]): SourcedRule {
	const used = new Set(rules.flatMap(({ value }) => value.conditions.map(({ field }) => conditionField(field)?.kind)));
	const kinds = used.size === 0 ? (['phone'] as const) : RESULT_KINDS.filter((kind) => used.has(kind));
	const conditions = kinds.flatMap((kind): Condition[] => {
		const field = qualifiedName(kind, 'success');
		return [
			{ field, operator: 'isKnown' },
			{ field, operator: 'isUnknown' },
		];
	});
	return { value: { name: NO_RULE_FOR_CAMPAIGN, conditions, action: 'qa', whenUnknown: 'skip' }, source: BASE, rank: Infinity };
}

/** Rules of several overrides can have the same name. */
export function withUniqueNames(rules: readonly SourcedRule[]): SourcedRule[] {
	const names = new UniqueNames();
	return rules.map((rule) => {
		const name = names.add(rule.value.name);
		return name === rule.value.name ? rule : { ...rule, value: { ...rule.value, name } };
	});
}
