/**
 * An independent reading of SPEC 4 (version 2): how a policy decides about a lead. The engine is tested against it, so it
 * shares no code with the engine and follows SPEC's sentences rather than its structure. Where SPEC leaves a choice open, the
 * reading taken follows "SPEC silent" in a comment, or is the text of a call of `specSilent` and reported with the decision.
 */

import { effectivePolicy } from './referencePolicy';
import type { Action, ConditionJson, EffectivePolicy, Outcome, PolicyJson, ResultName, Rule, SpecSilent } from './referencePolicy';
import { judgedField, readResult, RESULT_NAMES } from './referenceResults';
import type { LeadResult } from './referenceResults';
import { compareNumber, compareText, isObject, readResponseValue } from './referenceValues';
import type { Json, JudgedField, Value } from './referenceValues';

export interface ReferenceInput {
	readonly policy: PolicyJson;
	/** The lead's campaigns, the strongest first. */
	readonly campaigns?: readonly string[];
	/** The lead, with its results at `ipqs`, `ipqs_email`, `ipqs_ip`, `ipqs_url`, `ipqs_device` and `ipqs_leak`. */
	readonly item: Json;
}

export type Source = 'rule' | 'default' | 'unknown' | 'failed_lookup' | 'unusable_number' | 'no_result';

/** A member that is undefined is not determined by SPEC. */
export interface ReferenceDecision {
	readonly outcome: Outcome;
	readonly source: Source;
	/** Name of the deciding rule. Undefined as well where SPEC gives it no name: rules of presets, rules without a name. */
	readonly rule?: string | null;
	readonly codes?: string;
	/** The first of the codes, where the rest is not determined. */
	readonly firstCode?: string;
	/** In the order of the rules. */
	readonly reasons?: ReadonlyArray<{ readonly code?: string; readonly rule?: string; readonly action: Action }>;
	/** Choices that SPEC leaves open and this evaluation made; they may not have mattered. One that begins with "source" affects the source only. */
	readonly specSilent: readonly string[];
}

type Decided = Omit<ReferenceDecision, 'specSilent'>;
/** Null is unknown. */
type Truth = boolean | null;

const SEVERITY: readonly Outcome[] = ['accept', 'qa', 'reject'];
const worstOf = (outcomes: readonly Outcome[]): Outcome =>
	outcomes.reduce((worst, outcome) => (SEVERITY.indexOf(outcome) > SEVERITY.indexOf(worst) ? outcome : worst));

/** SPEC 4.4 names these codes; the others are the field in capitals, with the result in front. */
const CODES: Readonly<Record<string, string>> = { 'valid isFalse': 'INVALID_NUMBER', 'active isFalse': 'INACTIVE' };
const FAILED = 'LOOKUP_FAILED';
const UNUSABLE_CODES: Readonly<Record<string, string>> = {
	phone_missing: 'NUMBER_MISSING',
	phone_unreadable: 'NUMBER_UNREADABLE',
	country_missing: 'COUNTRY_MISSING',
};

/** Undefined where SPEC does not tell: several conditions, presence, an email that is not valid, fields within an object. */
function codeOf({ code, conditions: [first, ...more] }: Rule): string | undefined {
	if (code !== undefined || first === undefined) return code;
	if (more.length > 0 || first.operator === 'isKnown' || first.operator === 'isUnknown') return undefined;
	// SPEC silent: whether the code of the preset's rule is also that of a rule of the user's with the same condition.
	if (first.operator === 'equals' && first.value === 'Phone Turned Off') return undefined;
	return first.operator === 'isFalse' ? CODES[`${first.field} isFalse`] : fieldCode(first.field);
}

const fieldCode = (field: string): string | undefined =>
	field.includes('transaction_details') ? undefined : field.toUpperCase().replace(/\./g, '_');

const ruleName = ({ name, preset }: Rule): string | undefined => (preset ? undefined : name);

interface Lead {
	readonly results: Readonly<Record<ResultName, LeadResult>>;
	readonly policy: EffectivePolicy;
	/** Results that `onMissingValue: ignore` passes over. */
	readonly ignored: readonly ResultName[];
	readonly specSilent: SpecSilent;
}

const valueOf = ({ results, specSilent }: Lead, judged: JudgedField): Value | undefined => {
	const { state, body } = results[judged.result];
	return state === 'present' ? readResponseValue(judged, body, specSilent) : undefined;
};

function evaluateCondition(lead: Lead, { field: name, operator, value: expected }: ConditionJson): Truth {
	const judged = judgedField(name);
	if (lead.ignored.includes(judged.result)) return false;
	const actual = valueOf(lead, judged);
	if (operator === 'isKnown' || operator === 'isUnknown') {
		if (lead.results[judged.result].state !== 'present') lead.specSilent('isUnknown is true for a field of a check that was not made');
		return (actual !== undefined) === (operator === 'isKnown');
	}
	if (actual === undefined) return null;
	if (typeof actual === 'boolean') return actual === (operator === 'isTrue');
	if (typeof actual === 'number')
		return compareNumber(operator, actual, expected === 'threshold' ? lead.policy.threshold(judged.result) : expected);
	return compareText(operator, judged, actual, expected);
}

function evaluateRule(lead: Lead, { match = 'all', conditions }: Rule): Truth {
	const ignored = conditions.filter(({ field }) => lead.ignored.includes(judgedField(field).result));
	if (ignored.length > 0 && ignored.length < conditions.length)
		lead.specSilent('in a rule about an ignored result and another one, conditions about the ignored one are false');
	const truths = conditions.map((condition) => evaluateCondition(lead, condition));
	const deciding = match === 'any';
	if (truths.includes(deciding)) return deciding;
	return truths.includes(null) ? null : !deciding;
}

/** Whether IPQS leaves the field null for ordinary numbers, so that it says nothing about this lead (SPEC 4.2). */
function isOrdinarilyNull(lead: Lead, name: string): boolean {
	const judged = judgedField(name);
	const { state, body } = lead.results[judged.result];
	if (state !== 'present' || judged.field.nullIsNormal !== true) return false;
	// An impossible number: nothing was asked, so the check was not made.
	if (isObject(body.lookup) && body.lookup.status === 'not_sent') return false;
	if (name !== 'do_not_call' && name !== 'tcpa_blacklist') return true;
	const country = valueOf(lead, judgedField('country'));
	if (country === undefined || !/^[a-z]{2}$/i.test(String(country)))
		lead.specSilent('do_not_call and tcpa_blacklist are not passed over where the country is not known');
	return /^[a-z]{2}$/i.test(String(country)) && !/^(us|ca)$/i.test(String(country));
}

/** What an unknown rule does: pass, decide at once, or `fork`: the decision is reached both ways. */
function effectWhenUnknown(lead: Lead, { whenUnknown = 'default', conditions }: Rule): 'skip' | 'fork' | Outcome {
	if (whenUnknown !== 'default') return whenUnknown;
	// SPEC silent: whether a value that is not null but odd, such as prepaid "maybe", is passed over as null is. It is: SPEC
	// speaks of the field.
	const open = conditions.filter((condition) => evaluateCondition(lead, condition) === null);
	return open.every(({ field }) => isOrdinarilyNull(lead, field)) ? 'skip' : 'fork';
}

/** A rule that takes part in the decision. */
interface Hit {
	readonly rule: Rule;
	readonly effect: 'fork' | Outcome;
	readonly matched: boolean;
}

function hitsOf(lead: Lead): Hit[] {
	return lead.policy.rules.flatMap((rule): Hit[] => {
		const truth = evaluateRule(lead, rule);
		if (truth === false) return [];
		const effect = truth ? rule.action : effectWhenUnknown(lead, rule);
		return effect === 'skip' ? [] : [{ rule, effect, matched: truth === true }];
	});
}

const SAME_BOTH_WAYS = 'source of a decision that is the same both ways is that of the way without the unknown rule';
// SPEC silent: which rule is named where the source is "unknown".
const UNDECIDED: Decided = { outcome: 'qa', source: 'unknown' };

function decidedBy({ specSilent }: Lead, { rule, effect, matched }: Hit): Decided {
	const outcome = effect === 'fork' ? 'qa' : effect;
	if (matched) return { outcome, source: 'rule', rule: ruleName(rule) };
	specSilent("source where an unknown rule's own whenUnknown decides is unknown");
	return { outcome, source: 'unknown' };
}

/** The first rule that matches decides. Where one is unknown, the rest decides as if it did not match. */
function decideFirst(lead: Lead, [hit, ...rest]: readonly Hit[]): Decided {
	if (hit === undefined) return { outcome: lead.policy.defaultAction, source: 'default', rule: null };
	if (hit.effect !== 'fork') return decidedBy(lead, hit);
	const otherwise = decideFirst(lead, rest);
	if (otherwise.outcome !== hit.rule.action) return UNDECIDED;
	lead.specSilent(SAME_BOTH_WAYS);
	return { outcome: otherwise.outcome, source: otherwise.source };
}

/** The worst of all rules that match decides, the earlier one where two tie. */
function decideWorst(lead: Lead, hits: readonly Hit[]): Decided {
	const certain = hits.filter(({ effect }) => effect !== 'fork');
	const forks = hits.filter(({ effect }) => effect === 'fork');
	const worst = certain.length === 0 ? undefined : worstOf(certain.map(({ effect }) => effect as Outcome));
	const deciding = certain.find(({ effect }) => effect === worst);
	const base: Decided =
		deciding === undefined ? { outcome: lead.policy.defaultAction, source: 'default', rule: null } : decidedBy(lead, deciding);
	const withFork = forks.map(({ rule }) => (deciding === undefined ? rule.action : worstOf([base.outcome, rule.action])));
	if (withFork.some((outcome) => outcome !== base.outcome)) return UNDECIDED;
	if (forks.length === 0) return base;
	lead.specSilent(SAME_BOTH_WAYS);
	return { outcome: base.outcome, source: base.source };
}

/** Codes and reasons where no unknown rule takes part; for those, SPEC does not say which of them are listed. */
function explain(lead: Lead, hits: readonly Hit[], { outcome, source }: Decided): Pick<Decided, 'codes' | 'reasons'> {
	if (hits.some(({ matched }) => !matched)) return {};
	// SPEC silent: whether `reasons` has the unknown rules that were passed over.
	const passedOver = lead.policy.rules.some((rule) => evaluateRule(lead, rule) === null);
	const listed = hits.map(({ rule }) => ({ code: codeOf(rule), rule: ruleName(rule), action: rule.action }));
	const reasons = passedOver ? undefined : listed;
	if (hits.length === 0) return { reasons, codes: source === 'default' && outcome !== 'accept' ? 'NO_RULE' : '' };
	const against = listed.filter(({ action }) => action !== 'accept').map(({ code }) => code);
	// SPEC silent: whether an accepted lead has the codes of later rules that match.
	const isDetermined = against.every((code) => code !== undefined) && (outcome !== 'accept' || against.length === 0);
	return { reasons, ...(isDetermined ? { codes: [...new Set(against)].join(', ') } : {}) };
}

function judgedResults({ rules, allRules }: EffectivePolicy, specSilent: SpecSilent): ResultName[] {
	const namedBy = (named: readonly Rule[]) => named.flatMap(({ conditions }) => conditions.map(({ field }) => judgedField(field).result));
	const inOrder = (names: readonly ResultName[]) => RESULT_NAMES.filter((name) => names.includes(name));
	const judged = inOrder(namedBy(rules));
	if (judged.length > 0 && judged.length < inOrder(namedBy(allRules)).length)
		specSilent('results that only rules of other campaigns name do not count');
	if (judged.length > 0) return judged;
	specSilent("where no rule holds for the lead, the results count that the policy's other rules name, and else the phone's");
	return allRules.length === 0 ? ['phone'] : inOrder(namedBy(allRules));
}

/** What the settings beside the rules say about the results that are present and not usable (SPEC 4, Failed lookup). */
function decideWithoutRules(lead: Lead, judged: readonly ResultName[]): Decided | undefined {
	const { policy, results, specSilent } = lead;
	const present = judged.filter((name) => results[name].state !== 'absent');
	if (judged.length > 0 && present.length === 0) return { outcome: 'qa', source: 'no_result', rule: null, codes: 'NO_RESULT' };

	const { state: phoneState, reason = '' } = results.phone;
	const isUnusable = judged.includes('phone') && phoneState === 'unusable';
	const rejectsMissing = policy.onUnusableNumber === 'rejectMissing';
	const onUnusable: Action = rejectsMissing ? (reason === 'phone_missing' ? 'reject' : 'qa') : (policy.onUnusableNumber as Action);
	const failed = present.filter((name) => results[name].state === 'failed');
	// An unusable number counts as a failed lookup among several results.
	const countsAsFailed = failed.length > 0 || (isUnusable && judged.length > 1);
	const hasMissing = present.some((name) => results[name].state === 'missing');
	const actions: Action[] = [
		...(isUnusable ? [onUnusable] : []),
		...(countsAsFailed ? [policy.onFailedLookup] : []),
		...(hasMissing ? (['qa'] as const) : []),
	];
	const allFailed = present.length > 0 && present.every((name) => results[name].state !== 'present');
	if (!allFailed && !actions.includes('reject')) return undefined;

	if (new Set(actions).size > 1 && allFailed)
		specSilent('the worst holds where a failed, an unusable and a missing one ask for different actions');
	if (!allFailed && !(isUnusable && onUnusable === 'reject'))
		specSilent('onFailedLookup "reject" rejects as soon as one of several lookups failed');
	if (isUnusable && countsAsFailed)
		specSilent('source is unusable_number among several results where onUnusableNumber gives the outcome, else failed_lookup');
	if (hasMissing) specSilent('source of a decision about a missing email or IP address is failed_lookup');
	const outcome = worstOf(actions);
	if (isUnusable && outcome === onUnusable) {
		const codes = judged.length === 1 && outcome !== 'accept' ? { codes: UNUSABLE_CODES[reason] } : {};
		return { outcome, source: 'unusable_number', rule: null, ...codes };
	}
	return { outcome, source: 'failed_lookup', rule: null, ...(isUnusable ? {} : firstCodeOf(failed, outcome)) };
}

const firstCodeOf = ([first]: readonly ResultName[], outcome: Outcome): Pick<Decided, 'firstCode'> =>
	first === undefined || outcome === 'accept' ? {} : { firstCode: first === 'phone' ? FAILED : `${first.toUpperCase()}_${FAILED}` };

export function referenceDecision({ policy: json, campaigns = [], item }: ReferenceInput): ReferenceDecision {
	const choices = new Set<string>();
	const specSilent = (choice: string) => void choices.add(choice);
	const policy = effectivePolicy(json, campaigns, specSilent);
	const named = judgedResults(policy, specSilent);
	const read = RESULT_NAMES.map((name) => [name, readResult(name, item, named.includes(name) ? specSilent : () => {})] as const);
	const results = Object.fromEntries(read) as Record<ResultName, LeadResult>;
	const missing = policy.onMissingValue === 'ignore' ? named.filter((name) => results[name].state === 'missing') : [];
	if (missing.length > 0 && missing.length === named.length) specSilent('a lead with nothing but missing values goes to QA');
	const ignored = missing.length < named.length ? missing : [];
	const judged = named.filter((name) => !ignored.includes(name));
	const lead: Lead = { results, policy, ignored, specSilent };

	const early = decideWithoutRules(lead, judged);
	if (early !== undefined) return { ...early, specSilent: [...choices] };
	const hits = hitsOf(lead);
	const decided = policy.hitPolicy === 'first' ? decideFirst(lead, hits) : decideWorst(lead, hits);
	// SPEC silent: whether a failed lookup that did not matter to the decision gives a code.
	const failed = decided.source === 'unknown' ? judged.filter((name) => results[name].state === 'failed') : [];
	const someFailed = judged.some((name) => results[name].state !== 'present');
	// SPEC silent: the code of an unusable number that counts as a failed lookup.
	const isNumberUnusable = judged.includes('phone') && results.phone.state === 'unusable';
	const words = isNumberUnusable ? {} : someFailed ? firstCodeOf(failed, decided.outcome) : explain(lead, hits, decided);
	return { ...decided, ...words, specSilent: [...choices] };
}
