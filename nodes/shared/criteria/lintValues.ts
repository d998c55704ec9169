import { normalizeChoice } from '../ipqs/readResponseValue';
import type { TextFormat } from '../ipqs/responseField';
import type { CompiledPolicy } from './compile';
import type { ConditionField } from './conditionFields';
import type { CompiledCondition } from './compileCondition';
import { getOperator, type Comparable, type Operator } from './operators';

/** A condition that compares a field with a value that it is not known to have: probably a mistake. */
export type OddValue = { readonly rule: string; /** Label of the field. */ readonly field: string } & (
	| { readonly problem: 'list'; readonly operator: Operator }
	| { readonly problem: 'choice'; /** The choices that IPQS is known to send. IPQS may add some. */ readonly known: readonly string[] }
	/** IPQS says by the value that it does not know, so the condition is unknown. */
	| { readonly problem: 'unknown' }
	| { readonly problem: 'format'; readonly example: string }
);

type Problem<T = OddValue> = T extends OddValue ? Omit<T, 'rule' | 'field'> : never;

/** Whether an operator compares with a part of the value. */
const matchesPart = ({ name }: Operator): boolean => name === 'contains' || name === 'startsWith';

/** Words after a comma that belong to the name of one company. */
const COMPANY_FORM = /^(?:llc|inc|ltd|limited|corp|co|lp|llp|plc|gmbh|ag|sa|bv|nv|pty|dba .*)\.?$/i;

/** Text that IPQS itself separates by commas. */
const HAS_COMMAS = new Set(['name']);

/** Whether a value lists several, which an operator for one value compares as a whole. */
function isList({ type, path }: ConditionField, value: unknown): boolean {
	if (typeof value !== 'string' || !value.includes(',') || HAS_COMMAS.has(path)) return false;
	const [, ...more] = value.split(',').map((part) => part.trim());
	return type === 'choice' || more.every((part) => part !== '' && !COMPANY_FORM.test(part.replaceAll('.', '')));
}

function isUnknownChoice(choices: readonly string[], operator: Operator, operand: readonly Comparable[]): boolean {
	const known = choices.map(normalizeChoice);
	const isKnown = (value: Comparable): boolean => known.some(matchesPart(operator) ? operator.test([value]) : (choice) => choice === value);
	return !operand.every(isKnown);
}

/** Whether no value of a format equals, or begins with, one of the operands. */
function isOutOfFormat({ pattern }: TextFormat, operator: Operator, operand: readonly Comparable[]): boolean {
	const isTestable = operator.name === 'startsWith' ? pattern.source.startsWith('^') : operator.name !== 'contains';
	return isTestable && !operand.every((value) => pattern.test(String(value)));
}

function findProblem({ field, condition, operand }: CompiledCondition): Problem | undefined {
	const operator = getOperator(condition.operator);
	if (operator.operand === 'value' && isList(field, condition.value)) return { problem: 'list', operator };
	const { choices, unknownChoices = [], format } = field;
	if (unknownChoices.some((choice) => operand.includes(normalizeChoice(choice)))) return { problem: 'unknown' };
	if (choices !== undefined && isUnknownChoice(choices, operator, operand)) return { problem: 'choice', known: choices };
	if (format !== undefined && isOutOfFormat(format, operator, operand)) return { problem: 'format', example: format.example };
	return undefined;
}

/** Conditions with odd values, one per rule and field. */
export const findOddValues = ({ rules }: CompiledPolicy): OddValue[] =>
	rules.flatMap(({ rule, conditions }) => {
		const byField = new Map<string, OddValue>();
		for (const condition of conditions) {
			const problem = findProblem(condition);
			const { label } = condition.field;
			if (problem !== undefined && !byField.has(label)) byField.set(label, { rule: rule.name, field: label, ...problem });
		}
		return [...byField.values()];
	});
