import { nameOf, type Facts, type LeadResult, type Lookup } from '../facts';
import { gaveResult, questionKey, wasRefused, wasUnanswered } from '../sentRequest';

/** The lookup whose result an item has, if its own request gave it: the latest one about its value up to this run of its node. */
const ownLookup = ({ lookups }: Facts, { execution, run, question }: LeadResult): Lookup | undefined =>
	question &&
	lookups
		.filter((lookup) => lookup.execution === execution && lookup.run.place === run.place && lookup.key === questionKey(question))
		.at(-1);

function* comparisons(facts: Facts, result: LeadResult): Generator<[name: string, actual: unknown, expected: unknown]> {
	const { lookup } = result;
	const isOwn = lookup.deduplicated !== true && lookup.reused !== true && lookup.status !== 'not_sent';
	const own = isOwn ? ownLookup(facts, result) : undefined;
	if (own === undefined || lookup.status === 'not_attempted') {
		if (isOwn && lookup.attempts !== 0) yield ['attempts', lookup.attempts, 0];
		yield ['charged_attempts', lookup.charged_attempts, 0];
		yield ['billable', lookup.billable, false];
		return;
	}
	const { requests } = own;
	const isAnswered = requests.some(gaveResult);
	yield ['attempts', lookup.attempts, requests.length];
	yield ['charged_attempts', lookup.charged_attempts, requests.filter((request) => !wasRefused(request)).length];
	yield ['billable', lookup.billable, isAnswered ? true : requests.some(wasUnanswered) ? null : false];
	yield ['status', lookup.status, isAnswered ? 'ok' : 'failed'];
}

/** What a result says about its requests and their cost is what IPQS saw. */
export function* itemsCountTheirRequests(facts: Facts): Generator<string> {
	for (const result of facts.results) {
		for (const [name, actual, expected] of comparisons(facts, result)) {
			if (actual !== expected) yield `${nameOf(result)}: ${name} is ${String(actual)}, IPQS saw ${String(expected)}`;
		}
	}
}

/** The custom data of an execution counts the lookups that IPQS may have charged. */
export function* executionsCountTheirCharges({ executions, requests }: Facts): Generator<string> {
	for (const execution of executions) {
		if (execution.state === 'lost') continue;
		const charged = requests.filter((request) => request.execution === execution && !wasRefused(request)).length;
		const counted = Number(execution.customData.get('ipqs_lookups') ?? 0);
		if (counted !== charged) yield `${execution.name}: ipqs_lookups is ${counted}, IPQS saw ${charged}`;
	}
}

/** No credit is taken for what the package takes for a refusal. */
export function* refusalsCostNothing({ requests }: Facts): Generator<string> {
	for (const request of requests) {
		if (request.chargedAt !== undefined && wasRefused(request))
			yield `${request.execution.name}: request ${request.id} was refused and charged`;
	}
}

/** Each lookup with a result that was paid for belongs to one lead that says so. */
export function* everyAnswerIsBilledOnce(facts: Facts): Generator<string> {
	for (const { execution, run, key, requests } of facts.lookups) {
		if (execution.state !== 'finished' || !requests.some(gaveResult)) continue;
		// A stored result from a clock that was ahead can be used by the next try, although the first one could not.
		if (execution.plan.usesEarlierResults && run.output === undefined) continue;
		const billed = facts.results.filter(
			(result) =>
				result.execution === execution &&
				result.run.place === run.place &&
				result.question !== undefined &&
				questionKey(result.question) === key &&
				result.lookup.billable === true,
		);
		if (billed.length !== 1) yield `${execution.name}: ${billed.length} leads are billed for ${key}`;
	}
}
