import type { CompiledPolicy } from './compile';
import { evaluateRules } from './evaluateRules';
import {
	explainFailedLookup,
	explainMissingValue,
	explainNoResult,
	explainUnusableNumber,
	failedLookupCode,
	missingValueCode,
	unusableNumberCode,
} from './reasons';
import { NONE, type ExtractedResult } from './extractResult';
import { SEVERITY, worstOutcome } from './severity';
import { PASSED_OVER, type LeadResults, type ResultKind } from './resultKinds';
import type { DecisionReason, DecisionSource, EffectivePolicy, Evaluation, Outcome } from './types';

/** What was extracted for each result that the policy judges. */
export type ExtractedResults = Readonly<Partial<Record<ResultKind, ExtractedResult>>>;

/** An evaluation for a cause other than a rule. */
export const evaluationWithoutRule = (outcome: Outcome, source: DecisionSource, codes: readonly string[], reason: string): Evaluation => ({
	outcome,
	rule: null,
	source,
	reason,
	codes: codes.join(', '),
	reasons: codes.map((code) => ({ code, rule: null, action: outcome })),
});

/** A lookup that gives no data to judge, and where the settings of the policy send the lead because of it. */
interface Problem {
	readonly code: string;
	readonly sentence: string;
	readonly source: DecisionSource;
	readonly outcome: Outcome;
}

/** @param isAmongSeveral whether the policy judges other results as well, so that an unusable number counts as a failed lookup too */
function toProblem(kind: ResultKind, extracted: ExtractedResult, policy: EffectivePolicy, isAmongSeveral: boolean): Problem | undefined {
	const { onFailedLookup, onUnusableNumber } = policy;
	switch (extracted.kind) {
		case 'failed':
			return {
				code: failedLookupCode(kind),
				sentence: explainFailedLookup(kind, extracted.reason),
				source: 'failed_lookup',
				outcome: onFailedLookup,
			};
		case 'unusable': {
			const { reason } = extracted;
			const isRejected = reason === 'phone_missing' ? 'reject' : 'qa';
			const outcome = onUnusableNumber === 'rejectMissing' ? isRejected : onUnusableNumber;
			return {
				code: unusableNumberCode(reason),
				sentence: explainUnusableNumber(reason),
				source: 'unusable_number',
				outcome: isAmongSeveral ? worstOutcome(outcome, onFailedLookup) : outcome,
			};
		}
		case 'missing':
			return { code: missingValueCode(kind), sentence: explainMissingValue(kind), source: 'no_result', outcome: 'qa' };
		default:
			return undefined;
	}
}

/** The problem that decides: the first of those with the most severe outcome. */
const worstProblem = ([first, ...rest]: readonly Problem[]): Problem | undefined =>
	first && rest.reduce((worst, one) => (SEVERITY[one.outcome] > SEVERITY[worst.outcome] ? one : worst), first);

const isFailure = ({ source }: Problem): boolean => source !== 'no_result';

/** Adds the lookups that failed to an evaluation by the rules. */
function withProblems(evaluation: Evaluation, problems: readonly Problem[]): Evaluation {
	if (problems.length === 0) return evaluation;
	const own = problems.map(({ code }) => code);
	const reasons = own.map((code): DecisionReason => ({ code, rule: null, action: 'skip' }));
	return {
		...evaluation,
		codes: [...own, ...(evaluation.codes === '' ? [] : [evaluation.codes])].join(', '),
		reasons: [...reasons, ...evaluation.reasons],
	};
}

/** The results that rules can judge. A value that the lead does not have is passed over if the policy says so. */
export function toLeadResults({ policy, kinds }: CompiledPolicy, extracted: ExtractedResults): LeadResults {
	const results: LeadResults = {};
	for (const kind of kinds) {
		const one = extracted[kind];
		if (one?.kind === 'result') results[kind] = one.result;
		else if (one?.kind === 'missing' && policy.onMissingValue === 'ignore') results[kind] = PASSED_OVER;
	}
	return results;
}

/**
 * Evaluates the results of an item. Never throws because of values in the results.
 *
 * - Without any result, the lead goes to QA, also if all values are missing and the policy passes those over.
 * - If all lookups failed, the settings for failed lookups and unusable numbers decide.
 * - Otherwise the rules decide, with every field of an absent or failed result unknown, unless one of those settings is Reject.
 *
 * @param phoneField path of the phone result in the item, for the reason
 */
export function evaluatePolicy(compiled: CompiledPolicy, extracted: ExtractedResults, phoneField: string): Evaluation {
	const { kinds } = compiled;
	const results = toLeadResults(compiled, extracted);
	const isComplete = kinds.every((kind) => results[kind] !== undefined);
	const hasResult = kinds.length === 0 || kinds.some((kind) => results[kind] !== PASSED_OVER);
	return isComplete && hasResult ? evaluateRules(compiled, results) : evaluateIncomplete(compiled, extracted, results, phoneField);
}

/** Evaluates results of which at least one is absent or failed. */
function evaluateIncomplete(compiled: CompiledPolicy, extracted: ExtractedResults, results: LeadResults, phoneField: string): Evaluation {
	const withValue = compiled.kinds.filter((kind) => results[kind] !== PASSED_OVER);
	// With nothing else to judge, a missing value cannot be passed over.
	const judged = withValue.length === 0 ? compiled.kinds : withValue;
	const isUsable = withValue.some((kind) => results[kind] !== undefined);
	const problems = judged.flatMap((kind) => toProblem(kind, extracted[kind] ?? NONE, compiled.policy, judged.length > 1) ?? []);
	const worst = worstProblem(problems);
	if (!isUsable && worst === undefined) {
		return evaluationWithoutRule('qa', 'no_result', ['NO_RESULT'], explainNoResult(judged, phoneField));
	}
	if (worst !== undefined && (!isUsable || worst.outcome === 'reject')) {
		const codes = [...problems.filter(isFailure), ...problems.filter((one) => !isFailure(one))].map(({ code }) => code);
		return evaluationWithoutRule(worst.outcome, worst.source, codes, worst.sentence);
	}
	return withProblems(evaluateRules(compiled, results), problems.filter(isFailure));
}
