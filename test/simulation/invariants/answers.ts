import { truthOf } from '../answers';
import { areOfSameAccount, nameOf, type Facts, type LeadResult } from '../facts';
import { gaveResult, questionKey, type SentRequest } from '../sentRequest';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Whether the body is IPQS's answer about the lead, and not about another one. */
function isAbout({ question, body }: LeadResult): boolean {
	if (question === undefined) return false;
	const { value, kind } = question;
	if (kind === 'email') return body.sanitized_email === undefined || body.sanitized_email === value;
	const isValid = truthOf(value) !== 'invalid';
	if (body.valid !== isValid && body.valid !== String(isValid)) return false;
	return body.formatted === undefined || body.formatted === null || body.formatted === `+${value}`;
}

/** Whether a result that was used again could be. */
function isReusable({ execution, run, lookup }: LeadResult, request: SentRequest, facts: Facts): boolean {
	const { options, usesEarlierResults } = execution.plan;
	if (lookup.attempts === 0) {
		const age = run.startDate - Date.parse(String(lookup.checked_at));
		return usesEarlierResults && age >= -1_000 && age <= options.earlierDays * DAY + 1_000;
	}
	const own = facts.requests.find((one) => one.execution === execution) ?? { ...request, execution, processId: execution.processId };
	const age = run.startedAt - (request.endedAt ?? 0);
	return areOfSameAccount(request, own) && options.reuseMinutes > 0 && age <= options.reuseMinutes * MINUTE;
}

/** What is wrong with a successful result. */
function findProblem(result: LeadResult, facts: Facts): string | undefined {
	const { execution, run, question, lookup } = result;
	if (!isAbout(result)) return 'has an answer about another value';
	const request = facts.requests.find(({ id }) => `id${id}` === lookup.request_id);
	if (request === undefined) return `has a result that no request gave (${String(lookup.request_id)})`;
	if (question === undefined || questionKey(request.question) !== questionKey(question)) return 'has an answer to another lookup';
	if (!gaveResult(request)) return 'has a result that never arrived';
	if (lookup.reused === true) return isReusable(result, request, facts) ? undefined : 'has a result that could not be used again';
	if (request.execution !== execution) return 'has a result of another execution';
	return lookup.deduplicated === true || request.run.place === run.place ? undefined : 'has a result of another node';
}

/** A result is IPQS's answer to this very lookup. */
export function* resultsAreOwnAnswers(facts: Facts): Generator<string> {
	for (const result of facts.results) {
		const { lookup, body } = result;
		if (lookup.sandbox === true) yield `${nameOf(result)}: has a result of the sandbox`;
		if (lookup.status === 'ok') {
			const problem = findProblem(result, facts);
			if (problem !== undefined) yield `${nameOf(result)}: ${problem}`;
			if (body.success !== true) yield `${nameOf(result)}: has no success with a result`;
		} else if (body.success === true && lookup.status !== 'not_sent') yield `${nameOf(result)}: has success without a result`;
	}
}

/** A lead without a number is not looked up; every other one is, or says why not. */
export function* unusableValuesAreNotSent(facts: Facts): Generator<string> {
	for (const result of facts.results) {
		const { question, lookup } = result;
		if ((question === undefined) !== (lookup.status === 'not_sent')) yield `${nameOf(result)}: ${String(lookup.status)} for this value`;
	}
	const asked = new Set(facts.executions.flatMap(({ plan }) => plan.leads.flatMap(({ digits, email }) => [digits, email])));
	for (const { question, execution } of facts.requests) {
		if (!asked.has(question.value)) yield `${execution.name}: sent ${questionKey(question)}, which no lead has`;
	}
}
