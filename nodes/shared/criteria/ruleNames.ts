import { conditionField } from './conditionFields';
import { operandOf } from './conditions';
import { normalizeName } from './effectivePolicy';
import { getOperator } from './operators';
import { THRESHOLD, type Condition } from './types';

/** "Fraud Score is at or above 85". */
function describe({ field, operator, value }: Condition): string {
	const operand = value === THRESHOLD ? ['the Fraud Threshold'] : operandOf(value).map(String);
	return `${conditionField(field)?.label ?? field} ${getOperator(operator).phrase(operand)}`;
}

/** Names rules without a name by their first condition, each differently. */
export function nameRules<Rule extends { readonly name?: string | undefined; readonly conditions: readonly Condition[] }>(
	rules: readonly Rule[],
): Array<Rule & { name: string }> {
	const taken = new Set(rules.map(({ name = '' }) => normalizeName(name)));
	return rules.map((rule) => {
		const given = rule.name?.trim();
		if (given) return { ...rule, name: given };
		const [first] = rule.conditions;
		const base = first === undefined ? 'Rule' : describe(first);
		let name = base;
		for (let number = 2; taken.has(normalizeName(name)); number++) name = `${base} (${number})`;
		taken.add(normalizeName(name));
		return { ...rule, name };
	});
}
