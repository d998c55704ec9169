import type { OperatorName } from './operators';
import type { PresetName } from './presets';

/** Where a lead goes, from harmless to severe; the outputs stand in this order. */
export const OUTCOMES = ['accept', 'qa', 'reject'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const MATCHES = ['all', 'any'] as const;
export type Match = (typeof MATCHES)[number];

/** `first`: the first rule that matches decides; `worst`: the most severe action of all that match. */
export const HIT_POLICIES = ['first', 'worst'] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];

/** What a rule does when it cannot be told whether it matches; `default` is Automatic. */
export const WHEN_UNKNOWN = ['default', ...OUTCOMES, 'skip'] as const;
export type WhenUnknown = (typeof WHEN_UNKNOWN)[number];

/** In place of a number in a `fraud_score` condition: the policy's fraud threshold. */
export const THRESHOLD = 'threshold';

export type ConditionValue = number | string | readonly number[] | readonly string[];

export interface Condition {
	readonly field: string;
	readonly operator: OperatorName;
	/** A number or text, `[from, to]` for `between`, a list for `in` and `notIn`; absent where the operator takes none. */
	readonly value?: ConditionValue;
}

export interface Rule {
	readonly name: string;
	readonly match?: Match;
	readonly conditions: readonly Condition[];
	readonly action: Outcome;
	readonly whenUnknown?: WhenUnknown;
}

/** What a campaign changes in a policy; what is absent stays as in the policy. */
export interface PolicyOverride {
	readonly preset?: PresetName;
	readonly fraudThreshold?: number;
	readonly qaThreshold?: number;
	readonly defaultAction?: Outcome;
	readonly onFailedLookup?: Outcome;
	/** Names of rules that do not apply. */
	readonly disableRules?: readonly string[];
	/** Rules that come before the policy's own. */
	readonly rules?: readonly Rule[];
}

/** A policy as people write it: a preset or rules of their own, the rest optional. */
export interface Policy {
	readonly name?: string;
	readonly preset?: PresetName;
	readonly rules?: readonly Rule[];
	/** Fraud score at or above which a lead is rejected, where the rules use it. */
	readonly fraudThreshold?: number;
	/** Fraud score at or above which a lead goes to QA, as a last rule. */
	readonly qaThreshold?: number;
	readonly hitPolicy?: HitPolicy;
	readonly defaultAction?: Outcome;
	readonly onFailedLookup?: Outcome;
	/** By campaign; a key may name several, separated by commas. */
	readonly overrides?: Readonly<Record<string, PolicyOverride>>;
}

/** Marks rules and conditions that no override brought. */
export const BASE = 'base';

/** A condition without stand-ins, and where its value comes from: `base` or a campaign. */
export interface EffectiveCondition extends Condition {
	readonly source: string;
}

export interface EffectiveRule extends Required<Rule> {
	readonly conditions: readonly EffectiveCondition[];
}

/** The policy that holds for one campaign, with nothing left to look up. */
export interface EffectivePolicy {
	readonly name: string;
	/** The campaign whose override applies, null when none does. */
	readonly campaign: string | null;
	readonly hitPolicy: HitPolicy;
	readonly rules: readonly EffectiveRule[];
	readonly defaultAction: Outcome;
	readonly onFailedLookup: Outcome;
}

export type DecisionSource = 'rule' | 'default' | 'unknown' | 'failed_lookup' | 'no_result' | 'bad_policy';

/** A rule that matched, or that could not be told. */
export interface DecisionReason {
	readonly code: string;
	readonly rule: string | null;
	readonly action: Outcome | 'skip';
}

/** How one condition came out. */
export interface TraceEntry {
	readonly rule: string;
	readonly field: string;
	readonly operator: OperatorName;
	readonly expected: ConditionValue | null;
	readonly actual: unknown;
	readonly result: TruthValue;
	readonly source: string;
}

export type TruthValue = 'true' | 'false' | 'unknown';

/** What a policy says of one lead, before the node adds how it was carried out. */
export interface Evaluation {
	readonly outcome: Outcome;
	/** Name of the deciding rule. */
	readonly rule: string | null;
	readonly source: DecisionSource;
	/** One sentence for people. */
	readonly reason: string;
	/** Codes of the reasons that count, separated by commas: text for a CRM property. */
	readonly codes: string;
	readonly reasons: readonly DecisionReason[];
}

export interface PolicyLabel {
	readonly name: string | null;
	readonly hash: string | null;
	readonly campaign: string | null;
	readonly json?: Policy;
}

/** What a lead carries on: its evaluation and under which policy it was reached. */
export interface Decision extends Evaluation {
	readonly policy: PolicyLabel;
	/** False where the decision was recorded but not carried out. */
	readonly enforced: boolean;
	/** Present when the result is a made-up one of the sandbox. */
	readonly sandbox?: true;
	readonly trace?: readonly TraceEntry[];
	readonly shadow?: Evaluation & { readonly policy: PolicyLabel };
}
