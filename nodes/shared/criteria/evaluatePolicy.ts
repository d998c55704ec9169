import type { CompiledPolicy } from './compile';
import { evaluateRules } from './evaluate';
import {
	explainFailedLookup,
	explainMissingValues,
	explainNoResult,
	explainUnusableNumber,
	failedLookupCode,
	unusableNumberCode,
} from './explain';
import type { ExtractedResult, UnusableNumberReason } from './extractResult';
import { PASSED_OVER, type LeadResults, type ResultKind } from './resultKinds';
import type { DecisionReason, DecisionSource, Evaluation, Outcome, UnusableNumberAction } from './types';

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

/** A judged result that gives no data, and how that is called. */
interface Problem {
	readonly kind: ResultKind;
	readonly code: string;
	readonly sentence: string;
	/** Set if nothing was looked up because of the phone number itself. */
	readonly unusable?: UnusableNumberReason;
}

function toProblem(kind: ResultKind, extracted: ExtractedResult): Problem | undefined {
	if (extracted.kind === 'failed') return { kind, code: failedLookupCode(kind), sentence: explainFailedLookup(kind, extracted.reason) };
	if (extracted.kind !== 'unusable') return undefined;
	return {
		kind,
		code: unusableNumberCode(extracted.reason),
		sentence: explainUnusableNumber(extracted.reason),
		unusable: extracted.reason,
	};
}

const unusableNumberOutcome = (action: UnusableNumberAction, reason: UnusableNumberReason): Outcome => {
	if (action !== 'rejectMissing') return action;
	return reason === 'phone_missing' ? 'reject' : 'qa';
};

/** Adds the lookups that failed to an evaluation by the rules. */
function withProblems(evaluation: Evaluation, problems: readonly Problem[]): Evaluation {
	if (problems.length === 0) return evaluation;
	const reasons = problems.map(({ code }): DecisionReason => ({ code, rule: null, action: 'skip' }));
	const codes = [...problems.map(({ code }) => code), ...(evaluation.codes === '' ? [] : [evaluation.codes])];
	return { ...evaluation, codes: codes.join(', '), reasons: [...reasons, ...evaluation.reasons] };
}

/** The evaluation if the rules cannot or must not decide; undefined if they do. */
function evaluateBeforeRules(
	{ policy, kinds }: CompiledPolicy,
	extracted: ExtractedResults,
	problems: readonly Problem[],
	phoneField: string,
): Evaluation | undefined {
	const stateOf = (kind: ResultKind): ExtractedResult['kind'] => extracted[kind]?.kind ?? 'none';
	const results = kinds.filter((kind) => stateOf(kind) === 'result').length;
	const missing = kinds.filter((kind) => stateOf(kind) === 'missing');
	const [problem] = problems;
	if (problem === undefined) {
		if (results > 0 || (missing.length > 0 && policy.onMissingValue === 'ignore')) return undefined;
		const reason = missing.length > 0 ? explainMissingValues(missing) : explainNoResult(kinds, phoneField);
		return evaluationWithoutRule('qa', 'no_result', ['NO_RESULT'], reason);
	}

	const codes = problems.map(({ code }) => code);
	const number = problems.find(({ unusable }) => unusable !== undefined);
	const ofNumber = number?.unusable && unusableNumberOutcome(policy.onUnusableNumber, number.unusable);
	const isAmongSeveral = results + problems.length > 1;
	if (number !== undefined && (ofNumber === 'reject' || (isAmongSeveral && policy.onFailedLookup === 'reject'))) {
		return evaluationWithoutRule('reject', 'unusable_number', codes, number.sentence);
	}
	if (results > 0) return undefined;
	return ofNumber !== undefined && !isAmongSeveral
		? evaluationWithoutRule(ofNumber, 'unusable_number', codes, problem.sentence)
		: evaluationWithoutRule(policy.onFailedLookup, 'failed_lookup', codes, problem.sentence);
}

/**
 * Evaluates the results of an item. Never throws because of values in the results.
 *
 * @param phoneField path of the phone result in the item, for the reason
 */
export function evaluatePolicy(compiled: CompiledPolicy, extracted: ExtractedResults, phoneField: string): Evaluation {
	const results: LeadResults = {};
	const problems: Problem[] = [];
	for (const kind of compiled.kinds) {
		const one = extracted[kind];
		if (one === undefined) continue;
		if (one.kind === 'result') results[kind] = one.result;
		if (one.kind === 'missing' && compiled.policy.onMissingValue === 'ignore') results[kind] = PASSED_OVER;
		const problem = toProblem(kind, one);
		if (problem !== undefined) problems.push(problem);
	}
	return evaluateBeforeRules(compiled, extracted, problems, phoneField) ?? withProblems(evaluateRules(compiled, results), problems);
}
