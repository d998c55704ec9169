import { z } from 'zod/v3';
import { parseJson } from '../json/json';
import { validatePolicy } from './validatePolicy';
import { parseCondition } from './parseCondition';
import type { PolicyIssue } from './policyIssue';
import { PRESET_NAMES, type PresetName } from './presets';
import { HIT_POLICIES, MATCHES, OUTCOMES, WHEN_UNKNOWN, type Condition, type Policy } from './types';
import { readNumber } from '../json/coerce';
import { formatList } from '../text';

const must = (what: string) => ({ errorMap: () => ({ message: `must be ${what}` }) });

const choice = <T extends string>(values: readonly [T, ...T[]]) => z.enum(values, must(formatList(values, 'or')));

const object = <T extends z.ZodRawShape>(shape: T, what: string) =>
	z.object(shape, { invalid_type_error: `must be ${what}`, required_error: `must be ${what}` }).strict();

const text = z.string(must('a text'));

/** A score, also as text: rows of a table often hold numbers so. */
const score = z.preprocess((value) => readNumber(value) ?? value, z.number(must('a number from 0 to 100')).min(0).max(100));

const condition = object({ field: text, operator: text, value: z.unknown() }, 'a condition with a field and an operator').transform(
	(raw, context): Condition => {
		const read = parseCondition(raw, (member, message) => context.addIssue({ code: z.ZodIssueCode.custom, path: [member], message }));
		return read ?? z.NEVER;
	},
);

const rule = object(
	{
		name: text.optional(),
		match: choice(MATCHES).optional(),
		conditions: z.array(condition, must('a list of conditions')).min(1, 'must hold a condition: a rule without one says nothing of a lead'),
		action: choice(OUTCOMES),
		whenUnknown: choice(WHEN_UNKNOWN).optional(),
	},
	'a rule with conditions and an action',
);

/** Rules that bear no name are numbered. */
const rules = z
	.array(rule, must('a list of rules'))
	.transform((all) => all.map((one, index) => ({ ...one, name: one.name?.trim() || `Rule ${index + 1}` })));

const shared = {
	preset: choice(PRESET_NAMES as [PresetName, ...PresetName[]]).optional(),
	fraudThreshold: score.optional(),
	qaThreshold: score.optional(),
	defaultAction: choice(OUTCOMES).optional(),
	onFailedLookup: choice(OUTCOMES).optional(),
	rules: rules.optional(),
};

const override = object({ ...shared, disableRules: z.array(text, must('a list of rule names')).optional() }, 'what the campaign changes');

const policy = object(
	{
		...shared,
		name: text.optional(),
		hitPolicy: choice(HIT_POLICIES).optional(),
		overrides: z.record(override, { invalid_type_error: 'must be an object with a member for each campaign' }).optional(),
	},
	'a JSON object such as {"preset": "standard"}',
);

const KEYS = {
	policy: Object.keys(policy.shape),
	override: Object.keys(override.shape),
	rule: Object.keys(rule.shape),
	condition: ['field', 'operator', 'value'],
};

/** The members that the object at a path may have. */
const keysAt = (path: PolicyIssue['path']): readonly string[] => {
	const lists = path.filter((step) => typeof step === 'string');
	const kind = path.length === 0 ? 'policy' : lists.includes('conditions') ? 'condition' : lists.at(-1) === 'rules' ? 'rule' : 'override';
	return KEYS[kind];
};

const toIssues = (issue: z.ZodIssue): PolicyIssue[] =>
	issue.code === 'unrecognized_keys'
		? issue.keys.map((key) => ({ path: [...issue.path, key], message: `is not known here; use ${formatList(keysAt(issue.path), 'or')}` }))
		: [{ path: issue.path, message: issue.message }];

/** A policy, or everything that is wrong with it. */
export type PolicyParseResult<Issue = PolicyIssue> = { readonly policy: Policy } | { readonly issues: readonly Issue[] };

/** Reads a policy out of plain data; all that is wrong with its form, or else with its meaning, is named with its place. */
export function parsePolicy(value: unknown): PolicyParseResult {
	const parsed = policy.safeParse(value);
	const issues = parsed.success ? validatePolicy(parsed.data) : parsed.error.issues.flatMap(toIssues);
	return parsed.success && issues.length === 0 ? { policy: parsed.data } : { issues };
}

/** Reads a policy out of JSON text, or out of the object that an expression gave. */
export const parsePolicyJson = (json: unknown): PolicyParseResult => parsePolicy(parseJson(json));
