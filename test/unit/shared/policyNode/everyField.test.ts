import { policyOf } from '../../../../nodes/shared/policyNode/policyFromParameters';
import { compileCampaignPolicies } from '../../../../nodes/shared/criteria/compileCampaignPolicies';
import { CONDITION_FIELDS, type ConditionField } from '../../../../nodes/shared/criteria/conditionFields';
import { decide } from '../../../../nodes/shared/criteria/buildDecision';
import { parsePolicyJson } from '../../../../nodes/shared/criteria/parsePolicy';
import { RESULT_KINDS } from '../../../../nodes/shared/criteria/resultKinds';
import type { Policy } from '../../../../nodes/shared/criteria/types';
import { withPath } from '../../../../nodes/shared/json/path';
import { FORM } from '../criteria/evaluations';

interface Case {
	readonly operator: string;
	readonly value?: string | number;
	/** A value for which the condition is true, and one for which it is false. */
	readonly yes: unknown;
	readonly no: unknown;
}

function caseOf({ type, choices = [], unknownChoices = [], isCountry, range: [lowest] = [0, 0] }: ConditionField): Case {
	if (type === 'boolean') return { operator: 'isTrue', yes: true, no: false };
	if (type === 'number') return { operator: 'equals', value: lowest, yes: lowest, no: lowest + 1 };
	if (isCountry) return { operator: 'equals', value: 'USA', yes: 'US', no: 'CA' };
	const [yes = 'Example', no = 'Another'] = choices.filter((choice) => !unknownChoices.includes(choice));
	return { operator: 'equals', value: yes, yes, no };
}

/** The outcome of a rule that rejects if the condition is true; QA if it is unknown. */
function outcomeOf(policy: Policy, { kind, path }: ConditionField, value: unknown): string {
	const extracted = { [kind]: { kind: 'result', result: withPath({}, path, value), sandbox: false } } as const;
	const options = { resultField: 'ipqs', enforced: true, includeTrace: false, includePolicy: false };
	return decide(compileCampaignPolicies(policy)([]), undefined, extracted, options).outcome;
}

describe.each(RESULT_KINDS)('every field with a single value of %s results', (kind) => {
	const fields = CONDITION_FIELDS.filter((field) => field.kind === kind);

	it.each(fields.map((field) => [field.name, field] as const))('%s is true, false and unknown, by form and by JSON', (name, field) => {
		const { operator, value, yes, no } = caseOf(field);
		const { type } = field;
		const row = { field: name, [`${type}Operator`]: operator, ...(value === undefined ? {} : { [`${type}Value`]: value }) };
		const rules = { values: [{ conditions: { values: [row] }, action: 'reject', whenUnknown: 'qa' }] };
		const condition = { field: name, operator, ...(value === undefined ? {} : { value }) };
		const form = policyOf({ ...FORM, policySource: 'rules', hitPolicy: 'first', rules }, () => false);
		const json = parsePolicyJson(JSON.stringify({ rules: [{ conditions: [condition], action: 'reject', whenUnknown: 'qa' }] }));
		for (const parsed of [form, json]) {
			if ('issues' in parsed) throw new TypeError(JSON.stringify(parsed.issues));
			expect([yes, no, null].map((actual) => outcomeOf(parsed.policy, field, actual))).toEqual(['reject', 'accept', 'qa']);
		}
	});
});
