import type { OperatorName } from './operators';
import type { PresetName } from './presets';
import type { ResultKind } from './resultKinds';

/** From harmless to severe, which is also the order of the outputs. */
export const OUTCOMES = ['accept', 'qa', 'reject'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What people call an outcome. */
export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = { accept: 'Accept', qa: 'QA', reject: 'Reject' };

export const MATCHES = ['all', 'any'] as const;
export type Match = (typeof MATCHES)[number];

/** `first`: the first rule that matches decides; `worst`: the most severe action of all that match. */
export const HIT_POLICIES = ['first', 'worst'] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];

/** What a rule does if a value that it needs is unknown; `default` is Automatic in the form. */
export const WHEN_UNKNOWN = ['default', ...OUTCOMES, 'skip'] as const;
export type WhenUnknown = (typeof WHEN_UNKNOWN)[number];

/** Stands for the policy's fraud threshold, as the value of a `fraud_score` condition. */
export const THRESHOLD = 'threshold';

export type ConditionValue = number | string | readonly number[] | readonly string[];

/** What to do with a lead whose phone number was missing, unreadable or without its country, so that nothing was looked up. */
export const UNUSABLE_NUMBER_ACTIONS = ['qa', 'rejectMissing', 'reject', 'accept'] as const;
export type UnusableNumberAction = (typeof UNUSABLE_NUMBER_ACTIONS)[number];

/** What to do with rules about an email address, IP address or other value that the lead does not have. */
export const MISSING_VALUE_ACTIONS = ['qa', 'ignore'] as const;
export type MissingValueAction = (typeof MISSING_VALUE_ACTIONS)[number];

export interface Condition {
	readonly field: string;
	readonly operator: OperatorName;
	/** A number or text, `[from, to]` for `between`, a list for `in` and `notIn`, absent for operators without a value. */
	readonly value?: ConditionValue;
}

export interface Rule {
	readonly name: string;
	readonly match?: Match;
	readonly conditions: readonly Condition[];
	readonly action: Outcome;
	readonly whenUnknown?: WhenUnknown;
	/** Campaigns that the rule is for, separated by commas; empty for all. */
	readonly campaigns?: string;
}

/** Changes to a policy for a campaign. Absent members are the same as in the policy. */
export interface PolicyOverride {
	readonly preset?: PresetName;
	readonly fraudThreshold?: number;
	readonly qaThreshold?: number;
	readonly defaultAction?: Outcome;
	readonly onFailedLookup?: Outcome;
	readonly onUnusableNumber?: UnusableNumberAction;
	readonly onMissingValue?: MissingValueAction;
	/** Names of inherited rules to skip. */
	readonly disableRules?: readonly string[];
	/** Checked before the inherited rules. */
	readonly rules?: readonly Rule[];
}

/** A policy as users write it, with a preset, rules, or both. */
export interface Policy {
	readonly name?: string;
	readonly preset?: PresetName;
	/** The results that the preset judges; only the phone's by default. */
	readonly judge?: readonly ResultKind[];
	readonly rules?: readonly Rule[];
	/** 0 to 100; replaces the threshold of the preset, or `"threshold"` in the rules. */
	readonly fraudThreshold?: number;
	/** 0 to 100; adds a last rule that sends scores from here up to QA. */
	readonly qaThreshold?: number;
	readonly hitPolicy?: HitPolicy;
	readonly defaultAction?: Outcome;
	readonly onFailedLookup?: Outcome;
	readonly onUnusableNumber?: UnusableNumberAction;
	readonly onMissingValue?: MissingValueAction;
	/** Names of rules of the preset to leave out. */
	readonly disableRules?: readonly string[];
	/** By campaign. A key can list several, separated by commas. */
	readonly overrides?: Readonly<Record<string, PolicyOverride>>;
}

/** Source of rules and conditions that come from the policy itself. */
export const BASE = 'base';

/** A condition with `"threshold"` replaced by its number. */
export interface EffectiveCondition extends Condition {
	/** Where the value comes from: `base`, or the campaign of an override. */
	readonly source: string;
}

export interface EffectiveRule extends Required<Omit<Rule, 'campaigns'>> {
	readonly conditions: readonly EffectiveCondition[];
}

/** The policy for one campaign, with overrides applied and defaults filled in. */
export interface EffectivePolicy {
	readonly name: string;
	/** The campaigns whose overrides or rules apply, separated by commas; null if none does. */
	readonly campaign: string | null;
	readonly hitPolicy: HitPolicy;
	readonly rules: readonly EffectiveRule[];
	readonly defaultAction: Outcome;
	readonly onFailedLookup: Outcome;
	readonly onUnusableNumber: UnusableNumberAction;
	readonly onMissingValue: MissingValueAction;
}

export const DECISION_SOURCES = ['rule', 'default', 'unknown', 'failed_lookup', 'unusable_number', 'no_result', 'bad_policy'] as const;
export type DecisionSource = (typeof DECISION_SOURCES)[number];

/** A rule that matched or is unknown, or the cause of a decision without a rule. */
export interface DecisionReason {
	readonly code: string;
	readonly rule: string | null;
	readonly action: Outcome | 'skip';
}

/** The result of one condition. */
export interface TraceEntry {
	readonly rule: string;
	readonly field: string;
	readonly operator: OperatorName;
	/** The value of the condition. */
	readonly expected: ConditionValue | null;
	/** The unconverted value in the result. */
	readonly actual: unknown;
	readonly result: TruthValue;
	/** Where the expected value comes from: `base`, or the campaign of an override. */
	readonly source: string;
}

export type TruthValue = 'true' | 'false' | 'unknown';

/** What a policy decides about a lead. */
export interface Evaluation {
	readonly outcome: Outcome;
	/** Name of the deciding rule. */
	readonly rule: string | null;
	readonly source: DecisionSource;
	/** One sentence for people. */
	readonly reason: string;
	/** Codes of the reasons that count, separated by commas, as text for a CRM property. */
	readonly codes: string;
	readonly reasons: readonly DecisionReason[];
}

export interface PolicyLabel {
	readonly name: string | null;
	readonly hash: string | null;
	readonly campaign: string | null;
	readonly json?: Policy;
}

/** What the node adds to an item. */
export interface Decision extends Evaluation {
	readonly policy: PolicyLabel;
	/** False if the decision was only recorded (Monitor). */
	readonly enforced: boolean;
	/** Present if the result comes from the sandbox. */
	readonly sandbox?: true;
	readonly trace?: readonly TraceEntry[];
	readonly shadow?: Evaluation & { readonly policy: PolicyLabel };
}
