import type { Outcome } from '../types';

/** One way to decide, tried on every lead: the policy itself, the policy at another threshold, or a preset. */
export interface Variant {
	readonly name: string;
	/** Fraud threshold that this variant tries, if thresholds are what differs. */
	readonly threshold?: number;
}

/** What a Back-Test run was asked to do. */
export interface ReportSetup {
	readonly title: string;
	/** The tested policy in a few words, such as "Standard, fraud threshold 85". */
	readonly policy: string;
	/** At least one. */
	readonly variants: readonly Variant[];
	/** Index of the variant that the page describes in detail, the first by default. */
	readonly mainVariant?: number;
	/** What outcomes are compared with: the decisions that leads carry, another policy, or nothing. */
	readonly comparison: { readonly source: 'decision' } | { readonly source: 'policy'; readonly name: string } | null;
	/** Path of the field that leads are grouped by. */
	readonly groupBy: string | null;
	/** Path of the field that tells how a lead turned out, and its values. */
	readonly known: { readonly field: string; readonly goodValues: readonly string[]; readonly badValues: readonly string[] } | null;
	readonly costPerLead: number | null;
	readonly costPerLookup: number | null;
	/** ISO 8601. */
	readonly createdAt: string;
}

/** How a lead turned out. */
export type KnownResult = 'good' | 'bad';

export interface PolicyRef {
	readonly name: string | null;
	readonly hash: string | null;
}

/** A decision to compare with. Stored decisions may lack rule and codes. */
export interface ComparedDecision {
	readonly outcome: Outcome;
	readonly rule?: string | null;
	/** Codes separated by commas, as in `Evaluation`. */
	readonly codes?: string;
}

/** What one variant says of one lead; an `Evaluation` with its policy. */
export interface VariantEvaluation {
	readonly outcome: Outcome;
	/** `DecisionSource`. */
	readonly source: string;
	readonly rule: string | null;
	readonly codes: string;
	/** The same object for all leads of one policy, so that comparing is cheap. */
	readonly policy: PolicyRef;
}

export interface LeadRecord {
	/** As `toGroupName` gives it; null without grouping. */
	readonly group: string | null;
	/** The decision that the lead carries, null without one. */
	readonly earlier: ComparedDecision | null;
	/** What the outcomes of this lead are compared with, null if the lead has nothing to compare. */
	readonly comparedWith: ComparedDecision | null;
	/** Null for every value that is neither a good nor a bad one. */
	readonly known: KnownResult | null;
	/** `lookup.charged_attempts`, null if the result does not say. */
	readonly chargedAttempts: number | null;
	/** Whether the result comes from the sandbox. */
	readonly sandbox: boolean;
	/** One per variant, in their order. */
	readonly evaluations: readonly VariantEvaluation[];
}

export type OutcomeCounts = Record<Outcome, number>;

/** Changes of outcome, from what is compared with to what the variant says. */
export const MOVES = [
	{ name: 'acceptToQa', from: 'accept', to: 'qa' },
	{ name: 'acceptToReject', from: 'accept', to: 'reject' },
	{ name: 'qaToAccept', from: 'qa', to: 'accept' },
	{ name: 'qaToReject', from: 'qa', to: 'reject' },
	{ name: 'rejectToAccept', from: 'reject', to: 'accept' },
	{ name: 'rejectToQa', from: 'reject', to: 'qa' },
] as const satisfies ReadonlyArray<{ readonly name: string; readonly from: Outcome; readonly to: Outcome }>;

export type Move = (typeof MOVES)[number];
export type MoveName = Move['name'];

/** Leads by change; `notCompared` are leads that have nothing to compare with. */
export type ChangeCounts = Record<MoveName | 'notCompared', number>;

/** Leads whose result is known, by what the variant does with them. */
export interface KnownCounts {
	readonly good: OutcomeCounts;
	readonly bad: OutcomeCounts;
	/** Share of the rejected that are bad, 0 to 1; null if none is rejected. */
	readonly precision: number | null;
	/** Share of the bad that are rejected, 0 to 1; null if none is bad. QA does not count as caught. */
	readonly recall: number | null;
}

/** Sums in the currency of the costs; null for what the costs or results do not tell. */
export interface Money {
	readonly spentOnLookups: number | null;
	readonly savedOnRejected: number | null;
	readonly lostOnGoodRejected: number | null;
}

/** One line of the report: what a variant does with the leads of a group. Rates are 0 to 1, null without a lead. */
export interface ReportItem extends OutcomeCounts {
	readonly variant: string;
	/** Null for all leads together. */
	readonly group: string | null;
	readonly leads: number;
	readonly acceptRate: number | null;
	readonly qaRate: number | null;
	readonly rejectRate: number | null;
	/** Leads that could not be judged: no result, a failed lookup, an unusable number, a bad policy. */
	readonly unjudged: number;
	/** Leads whose outcome rests on a value that is unknown. */
	readonly unknownDecided: number;
	readonly topCodes: ReadonlyArray<{ readonly code: string; readonly leads: number }>;
	readonly changed: ChangeCounts | null;
	readonly known: KnownCounts | null;
	readonly money: Money | null;
	/** The hash is null if leads were judged by different policies, for example by overrides. */
	readonly policy: PolicyRef;
	/** Too few leads to conclude from. */
	readonly small: boolean;
}

/** The leads of one change, and the rules (or codes) behind it. */
export interface MoveCauses {
	readonly move: Move;
	readonly leads: number;
	/** Null is a decision that names neither rule nor code. */
	readonly causes: ReadonlyArray<{ readonly cause: string | null; readonly leads: number }>;
}

/** What the comparison does with all leads. */
export interface ComparisonCounts extends OutcomeCounts {
	/** Leads that have nothing to compare with. */
	readonly notCompared: number;
	readonly known: KnownCounts | null;
}

/** Earlier decisions of leads; `undecided` carry none. */
export type EarlierCounts = Record<Outcome | 'undecided', number>;

/** What one variant does. */
export interface VariantReport {
	readonly variant: Variant;
	/** All leads. */
	readonly total: ReportItem;
	/** From large groups to small ones, with `other` last; empty without grouping. */
	readonly groups: readonly ReportItem[];
	/** The changes that occur. */
	readonly moves: readonly MoveCauses[];
}

export interface Report {
	readonly setup: ReportSetup;
	readonly leads: number;
	readonly variants: readonly VariantReport[];
	/** Distinct groups before small ones became `other`. */
	readonly groupCount: number;
	readonly comparison: ComparisonCounts | null;
	/** How the leads whose result is known, and those whose result is not, were decided at the time. */
	readonly earlier: Record<KnownResult | 'unknown', EarlierCounts>;
	readonly sandboxLeads: number;
	/** Leads whose charged attempts are not known. */
	readonly unpricedLeads: number;
}

/** Below this number of leads a group is marked as small. */
export const SMALL_GROUP = 30;
