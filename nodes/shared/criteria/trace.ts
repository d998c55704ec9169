import type { JsonObject } from '../json/json';
import type { CompiledPolicy } from './compile';
import type { TraceEntry } from './types';

/** The result of every condition of a policy, in order, including those after the deciding rule. */
export const buildTrace = ({ rules }: CompiledPolicy, result: JsonObject): TraceEntry[] =>
	rules.flatMap(({ rule, conditions }) =>
		conditions.map((compiled) => ({
			rule: rule.name,
			field: compiled.field.name,
			operator: compiled.condition.operator,
			expected: compiled.condition.value ?? null,
			actual: compiled.field.raw(result) ?? null,
			result: compiled.evaluate(result),
			source: compiled.condition.source,
		})),
	);
