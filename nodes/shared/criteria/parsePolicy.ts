import { z } from 'zod/v3';
import { readNumber } from '../json/coerce';
import { isJsonObject, parseJson } from '../json/json';
import { findDuplicateKey } from '../json/duplicateKey';
import { findJsonSyntaxError } from '../json/jsonSyntax';
import { formatList } from '../text';
import { validatePolicy } from './validatePolicy';
import { parseCondition } from './parseCondition';
import type { PolicyIssue } from './policyIssue';
import { JUDGED_KINDS, PRESET_NAMES, type PresetName } from './presets';
import { nameRules } from './nameRules';
import {
	HIT_POLICIES,
	MATCHES,
	MISSING_VALUE_ACTIONS,
	OUTCOMES,
	UNUSABLE_NUMBER_ACTIONS,
	WHEN_UNKNOWN,
	type Condition,
	type Policy,
} from './types';

const must = (what: string) => ({ errorMap: () => ({ message: `must be ${what}` }) });

const choice = <T extends string>(values: readonly [T, ...T[]]) => z.enum(values, must(formatList(values, 'or')));

const object = <T extends z.ZodRawShape>(shape: T, what: string) =>
	z.object(shape, { invalid_type_error: `must be ${what}`, required_error: `must be ${what}` }).strict();

const text = z.string(must('text'));

/** A score as a number or as text, because table columns often store numbers as text. */
const score = z.preprocess((value) => readNumber(value) ?? value, z.number(must('a number from 0 to 100')).min(0).max(100));

const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Campaigns of a rule: text, separated by commas, or a list. An empty list is no text: it would mean all campaigns. */
const campaigns = z.preprocess(
	(value) => (Array.isArray(value) && value.length > 0 && value.every(isName) ? value.join(', ') : value),
	z.string(must('text, or a list of texts that are not empty')),
);

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
		conditions: z.array(condition, must('a list of conditions')).min(1, 'must have at least one condition'),
		action: choice(OUTCOMES),
		whenUnknown: choice(WHEN_UNKNOWN).optional(),
		campaigns: campaigns.optional(),
	},
	'a rule with conditions and an action',
);

const rules = z.array(rule, must('a list of rules'));

const shared = {
	preset: choice(PRESET_NAMES as [PresetName, ...PresetName[]]).optional(),
	fraudThreshold: score.optional(),
	qaThreshold: score.optional(),
	defaultAction: choice(OUTCOMES).optional(),
	onFailedLookup: choice(OUTCOMES).optional(),
	onUnusableNumber: choice(UNUSABLE_NUMBER_ACTIONS).optional(),
	onMissingValue: choice(MISSING_VALUE_ACTIONS).optional(),
	disableRules: z.array(text, must('a list of rule names')).optional(),
	rules: rules.optional(),
};

const override = object(shared, 'an object such as {"fraudThreshold": 70}');

/** Overrides by campaign. Built from entries, because a campaign can have any name, `__proto__` included. */
const overrides = z.unknown().transform((value, context): Record<string, z.infer<typeof override>> => {
	if (!isJsonObject(value)) {
		context.addIssue({ code: z.ZodIssueCode.custom, message: 'must be an object with a key for each campaign' });
		return z.NEVER;
	}
	// Most campaigns of a long table have one of a few settings, which are parsed once.
	const parsedByJson = new Map<string, ReturnType<typeof override.safeParse>>();
	const entries = Object.entries(value).map(([campaign, one]) => {
		const json = JSON.stringify(one) ?? '';
		const parsed = parsedByJson.get(json) ?? override.safeParse(one);
		parsedByJson.set(json, parsed);
		if (!parsed.success) for (const issue of parsed.error.issues) context.addIssue({ ...issue, path: [campaign, ...issue.path] });
		return [campaign, parsed.success ? { ...parsed.data } : {}] as const;
	});
	return Object.fromEntries(entries);
});

const policy = object(
	{
		...shared,
		name: text.optional(),
		hitPolicy: choice(HIT_POLICIES).optional(),
		judge: z.array(choice(JUDGED_KINDS), must('a list of results')).min(1, 'must name at least one result').optional(),
		overrides: overrides.optional(),
	},
	'a JSON object such as {"preset": "standard"}',
);

const KEYS = {
	policy: Object.keys(policy.shape),
	override: Object.keys(override.shape),
	rule: Object.keys(rule.shape),
	condition: ['field', 'operator', 'value'],
};

/** The keys that the object at a path can have. */
const keysAt = (path: PolicyIssue['path']): readonly string[] => {
	const [list, last] = path.slice(-2);
	if (typeof last === 'number') return list === 'conditions' ? KEYS.condition : KEYS.rule;
	return path.length === 0 ? KEYS.policy : KEYS.override;
};

const toIssues = (issue: z.ZodIssue): PolicyIssue[] =>
	issue.code === 'unrecognized_keys'
		? issue.keys.map((key) => ({ path: [...issue.path, key], message: `does not exist. Use ${formatList(keysAt(issue.path), 'or')}` }))
		: [{ path: issue.path, message: issue.message }];

/** A policy, or the issues that make it invalid. */
export type PolicyParseResult<Issue = PolicyIssue> = { readonly policy: Policy } | { readonly issues: readonly Issue[] };

/** Parses a policy: reports all members of the wrong type, or if there are none, all other issues. */
export function parsePolicy(value: unknown): PolicyParseResult {
	const parsed = policy.safeParse(value);
	if (!parsed.success) return { issues: parsed.error.issues.flatMap(toIssues) };
	const named = nameRules(parsed.data);
	const issues = validatePolicy(named);
	return issues.length === 0 ? { policy: named } : { issues };
}

/** What is wrong with JSON text, as an issue; undefined for valid JSON, and for text that does not start like an object. */
export function jsonTextIssue(json: unknown): PolicyIssue | undefined {
	if (typeof json !== 'string' || !json.trimStart().startsWith('{')) return undefined;
	const error = findJsonSyntaxError(json);
	if (error !== undefined) {
		const { line, column, expected } = error;
		return { path: [], message: `is not valid JSON. Line ${line}, column ${column}: expected ${expected}` };
	}
	const key = findDuplicateKey(json);
	return key === undefined ? undefined : { path: [], message: `has "${key}" twice in the same object. Remove one of them` };
}

/** Parses a policy from JSON text, or from the object that an expression returned. */
export function parsePolicyJson(json: unknown): PolicyParseResult {
	const issue = jsonTextIssue(json);
	return issue === undefined ? parsePolicy(parseJson(json)) : { issues: [issue] };
}
