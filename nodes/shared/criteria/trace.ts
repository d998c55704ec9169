import type { CompiledPolicy } from './compile';
import type { LeadResults } from './resultKinds';
import type { TraceEntry } from './types';

/** The result of every condition of a policy, in order, including those after the deciding rule. */
export const buildTrace = ({ rules }: CompiledPolicy, results: LeadResults): TraceEntry[] =>
	rules.flatMap(({ rule, conditions }) =>
		conditions.map((compiled) => ({
			rule: rule.name,
			field: compiled.field.name,
			operator: compiled.condition.operator,
			expected: compiled.condition.value ?? null,
			actual: compiled.field.raw(results) ?? null,
			result: compiled.evaluate(results),
			source: compiled.condition.source,
		})),
	);
