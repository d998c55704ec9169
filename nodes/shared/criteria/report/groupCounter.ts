import { BoundedCounter } from './boundedCounter';
import { sumOutcomes, toRate, zeroOutcomes } from './outcomeCounts';
import {
	SMALL_GROUP,
	type ChangeCounts,
	type KnownCounts,
	type LeadRecord,
	type Money,
	type Move,
	type OutcomeCounts,
	type PolicyRef,
	type ReportItem,
	type ReportSetup,
	type VariantEvaluation,
} from './types';

/** Sources of decisions that no result of the lead led to. */
const UNJUDGED: ReadonlySet<string> = new Set(['failed_lookup', 'unusable_number', 'no_result', 'bad_policy']);

/** Different codes that are counted one by one; a policy has far fewer. */
const MAX_CODES = 100;
const TOP_CODES = 10;

const zeroChanges = (): ChangeCounts => ({
	acceptToQa: 0,
	acceptToReject: 0,
	qaToAccept: 0,
	qaToReject: 0,
	rejectToAccept: 0,
	rejectToQa: 0,
	notCompared: 0,
});

export const toKnownCounts = (good: OutcomeCounts, bad: OutcomeCounts): KnownCounts => ({
	good: { ...good },
	bad: { ...bad },
	precision: toRate(bad.reject, bad.reject + good.reject),
	recall: toRate(bad.reject, sumOutcomes(bad)),
});

/** Cost of a number of leads or attempts with four decimals, null if either is not known. */
const toCost = (count: number | null, price: number | null): number | null =>
	count === null || price === null || !Number.isFinite(price) ? null : Math.round(count * price * 10_000) / 10_000;

const isSamePolicy = (a: PolicyRef, b: PolicyRef): boolean => a === b || (a.hash === b.hash && a.name === b.name);

/** What is read from an evaluation once, for all cells that count it. */
export interface Reading {
	/** Each code once. */
	readonly codes: readonly string[];
	/** Undefined if the outcome is the same, or there is nothing to compare with. */
	readonly move: Move | undefined;
}

/** Counts what one variant does with the leads of one group. */
export class GroupCounter {
	private readonly outcomes = zeroOutcomes();

	private readonly good = zeroOutcomes();

	private readonly bad = zeroOutcomes();

	private readonly changed = zeroChanges();

	private readonly codes = new BoundedCounter<string>(MAX_CODES);

	private unjudged = 0;

	private unknownDecided = 0;

	/** Null until a lead tells. */
	private chargedAttempts: number | null = null;

	private policy: PolicyRef | undefined;

	add(
		{ known, chargedAttempts, comparedWith }: LeadRecord,
		{ outcome, source, policy }: VariantEvaluation,
		{ codes, move }: Reading,
	): void {
		this.outcomes[outcome] += 1;
		if (UNJUDGED.has(source)) this.unjudged += 1;
		if (source === 'unknown') this.unknownDecided += 1;
		for (const code of codes) this.codes.add(code);
		if (known !== null) this[known][outcome] += 1;
		if (chargedAttempts !== null) this.chargedAttempts = (this.chargedAttempts ?? 0) + chargedAttempts;
		if (move !== undefined) this.changed[move.name] += 1;
		if (comparedWith === null) this.changed.notCompared += 1;
		this.addPolicy(policy);
	}

	private addPolicy(policy: PolicyRef): void {
		if (this.policy === undefined) this.policy = policy;
		else if (!isSamePolicy(this.policy, policy)) {
			this.policy = { name: this.policy.name === policy.name ? policy.name : null, hash: null };
		}
	}

	toItem(variant: string, group: string | null, setup: ReportSetup): ReportItem {
		const { accept, qa, reject } = this.outcomes;
		const leads = accept + qa + reject;
		return {
			variant,
			group,
			leads,
			accept,
			qa,
			reject,
			acceptRate: toRate(accept, leads),
			qaRate: toRate(qa, leads),
			rejectRate: toRate(reject, leads),
			unjudged: this.unjudged,
			unknownDecided: this.unknownDecided,
			topCodes: this.codes.top(TOP_CODES).map(([code, count]) => ({ code, leads: count })),
			changed: setup.comparison === null ? null : { ...this.changed },
			known: setup.known === null ? null : toKnownCounts(this.good, this.bad),
			money: this.money(setup),
			policy: this.policy ?? { name: null, hash: null },
			small: leads < SMALL_GROUP,
		};
	}

	private money({ known, costPerLead, costPerLookup }: ReportSetup): Money | null {
		if (costPerLead === null && costPerLookup === null) return null;
		return {
			spentOnLookups: toCost(this.chargedAttempts, costPerLookup),
			savedOnRejected: toCost(known === null ? null : this.bad.reject, costPerLead),
			lostOnGoodRejected: toCost(known === null ? null : this.good.reject, costPerLead),
		};
	}
}
