import type { ExtractedResult } from '../criteria/extractResult';
import { RESULT_KIND_INFO, type ResultKind } from '../criteria/resultKinds';
import { isJsonObject } from '../json/json';
import { readBoolean } from '../json/coerce';

/** What can be wrong with the values that lookups get. If it is wrong with all leads, the cause is usually the mapping. */
export type LookupProblem =
	| 'phone_missing'
	| 'phone_unreadable'
	| 'country_missing'
	| 'phone_impossible'
	| 'phone_invalid'
	| 'value_missing'
	| 'value_unusable'
	| 'invalid_parameter';

/** Reasons of failed lookups that are about their values. */
const isAboutValue = (reason: string | null): reason is 'value_unusable' | 'invalid_parameter' =>
	reason === 'value_unusable' || reason === 'invalid_parameter';

export function findLookupProblem(extracted: Exclude<ExtractedResult, { kind: 'none' }>, kind: ResultKind): LookupProblem | undefined {
	switch (extracted.kind) {
		case 'unusable':
			return extracted.reason;
		case 'missing':
			return 'value_missing';
		case 'failed':
			return isAboutValue(extracted.reason) ? extracted.reason : undefined;
		case 'result': {
			if (kind !== 'phone') return undefined;
			const { lookup, valid } = extracted.result;
			if (isJsonObject(lookup) && lookup.reason === 'phone_impossible') return 'phone_impossible';
			return readBoolean(valid) === false ? 'phone_invalid' : undefined;
		}
	}
}

/** Number of leads from which on a problem of all is no accident: a single lead can well have an impossible number. */
const MIN_LEADS: Readonly<Partial<Record<LookupProblem, number>>> = { phone_impossible: 2, value_unusable: 2, phone_invalid: 3 };

const CHECK_PHONE = "'Phone Number' of the lookup should contain the lead's phone field and nothing else.";

const PHONE_HINTS: Readonly<Partial<Record<LookupProblem, string>>> = {
	phone_missing: `No lead has a phone number. ${CHECK_PHONE}`,
	phone_unreadable: `No phone number could be read. ${CHECK_PHONE}`,
	country_missing: "No phone number has a country code. Set 'Country' of the lookup.",
	phone_impossible: `All phone numbers are impossible. ${CHECK_PHONE} Check 'Country', too.`,
	phone_invalid: "All phone numbers are invalid. Check 'Phone Number' and 'Country' of the lookup.",
};

/** A hint about a problem that all leads of a run have. */
export function lookupProblemHint(problem: LookupProblem, kind: ResultKind, leads: number): string | undefined {
	if (leads < (MIN_LEADS[problem] ?? 1)) return undefined;
	const { noun, name } = RESULT_KIND_INFO[kind];
	if (problem === 'value_missing') return `No lead has an ${noun}. Check which field the ${name} lookup uses.`.replace('an URL', 'a URL');
	if (problem === 'value_unusable') return `No ${noun} could be looked up. Check which field the ${name} lookup uses.`;
	if (problem === 'invalid_parameter') return `All ${name} lookups failed because of a mistake in their node. See 'message' in the result.`;
	return PHONE_HINTS[problem];
}
