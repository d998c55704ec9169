import { NUMBERING_PLANS, type NumberingPlan } from './numberingPlans';

/** A number as a numbering plan reads it. */
export interface PlanReading {
	/** Digits with the calling code, without `+` (ITU-T E.164). */
	readonly digits: string;
	readonly callingCode: string;
	/** Digits without the calling code. */
	readonly national: string;
	/** Whether the plan has numbers of this length. */
	readonly possible: boolean;
	/** Whether an international prefix, such as 011 in the US, came before the calling code. */
	readonly dialledAbroad: boolean;
	/** Whether the first digits may be the calling code as well, which leaves another number. */
	readonly ambiguous: boolean;
}

/** ITU-T E.164: digits of a number, calling code included. */
export const MAX_DIGITS = 15;

const LONGEST_CALLING_CODE = 3;

const PLAN_BY_REGION = new Map<string, NumberingPlan>();
const MAIN_PLANS = new Map<string, NumberingPlan>();
for (const plan of NUMBERING_PLANS) {
	const [region, callingCode] = plan;
	if (region !== '') PLAN_BY_REGION.set(region, plan);
	if (!MAIN_PLANS.has(callingCode)) MAIN_PLANS.set(callingCode, plan);
}

interface CompiledPlan {
	readonly callingCode: string;
	readonly lengths: readonly number[];
	readonly longest: number;
	/** Of the calling code's main country: with the code alone, a number does not show which of its countries it is from. */
	readonly possibleLengths: readonly number[];
	readonly pattern: RegExp;
	readonly internationalPrefix: RegExp;
	readonly nationalPrefix: RegExp;
	readonly transform: string;
	readonly mobile: RegExp;
}

const compiled = new Map<NumberingPlan, CompiledPlan>();

const atStart = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`);

/** Of a whole number; an empty pattern is of none. */
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern || '-'})$`);

/** Most leads come from few countries, so patterns are compiled when they are first needed. */
function compile(plan: NumberingPlan): CompiledPlan {
	const known = compiled.get(plan);
	// Stryker disable next-line ConditionalExpression: compiled again, a plan is the same
	if (known !== undefined) return known;
	const [, callingCode, lengths, pattern, internationalPrefix, nationalPrefix, transform, , mobile] = plan;
	const made: CompiledPlan = {
		callingCode,
		lengths,
		longest: Math.max(...lengths),
		possibleLengths: (MAIN_PLANS.get(callingCode) ?? plan)[2],
		pattern: whole(pattern),
		internationalPrefix: atStart(internationalPrefix),
		nationalPrefix: atStart(nationalPrefix),
		transform,
		mobile: whole(mobile),
	};
	compiled.set(plan, made);
	return made;
}

/**
 * Removes what is dialled before a national number, with a carrier code where one follows. A number that fits the plan as it is
 * stays, unless it fits without the prefix as well.
 */
function withoutNationalPrefix(digits: string, { nationalPrefix, pattern, transform }: CompiledPlan): string {
	const match = nationalPrefix.exec(digits);
	if (match === null) return digits;
	const stripped = digits.replace(nationalPrefix, match.at(-1) ? transform : '');
	return pattern.test(digits) && !pattern.test(stripped) ? digits : stripped;
}

/** A number without its calling code. Prefixes are dialled inside the country, but written after a calling code as well: +44 (0)… */
function readWithin(plan: CompiledPlan, digits: string, dialledAbroad: boolean): PlanReading {
	const { callingCode, lengths, longest, possibleLengths } = plan;
	const stripped = withoutNationalPrefix(digits, plan);
	// A longer number is too long with and without a prefix.
	const national = lengths.includes(Math.min(stripped.length, longest)) ? stripped : digits;
	const possible = possibleLengths.includes(national.length) && callingCode.length + national.length <= MAX_DIGITS;
	return { digits: `${callingCode}${national}`, callingCode, national, possible, dialledAbroad, ambiguous: false };
}

/** The plan of the main country of a number's calling code. No calling code is the beginning of another. */
function mainPlanOf(digits: string): NumberingPlan | undefined {
	for (let length = 1; length <= LONGEST_CALLING_CODE; length++) {
		const plan = MAIN_PLANS.get(digits.slice(0, length));
		if (plan !== undefined) return plan;
	}
	return undefined;
}

/**
 * Until 2019, a 1 stood between Mexico's calling code and a mobile number (Plan Técnico Fundamental de Numeración). WhatsApp and older
 * lists still have it.
 */
const FORMER_MEXICAN_MOBILE = /^521(?=[2-9]\d{9}$)/;

/** Reads digits that begin with a calling code; undefined if no such calling code exists. */
export function readInternational(written: string, dialledAbroad = false): PlanReading | undefined {
	const digits = written.replace(FORMER_MEXICAN_MOBILE, '52');
	const plan = mainPlanOf(digits);
	if (plan === undefined) return undefined;
	const [, callingCode] = plan;
	return readWithin(compile(plan), digits.slice(callingCode.length), dialledAbroad);
}

/**
 * Reads digits as they are written in a country (alpha-2): with or without its trunk prefix, its calling code, or the prefix for
 * calls abroad. Undefined if the country has no numbering plan, or the calling code behind that prefix does not exist.
 */
export function readNational(digits: string, country: string): PlanReading | undefined {
	const found = PLAN_BY_REGION.get(country);
	if (found === undefined) return undefined;
	const plan = compile(found);
	const abroad = plan.internationalPrefix.exec(digits)?.[0].length ?? 0;
	if (abroad > 0 && digits[abroad] !== '0') return readInternational(digits.slice(abroad), true);

	const { callingCode, longest, pattern, mobile } = plan;
	if (digits.startsWith(callingCode)) {
		const rest = withoutNationalPrefix(digits.slice(callingCode.length), plan);
		const isRestTypical = pattern.test(rest);
		const hasCode = digits.length > longest || (isRestTypical && !pattern.test(digits)) || mobile.test(rest);
		if (hasCode) return readInternational(`${callingCode}${rest}`);
		return { ...readWithin(plan, digits, false), ambiguous: isRestTypical };
	}
	return readWithin(plan, digits, false);
}

/** Whether digits with their calling code match the pattern of its plan, which says more than their length. */
export function isTypical(digits: string): boolean {
	const plan = mainPlanOf(digits);
	return plan !== undefined && compile(plan).pattern.test(digits.slice(plan[1].length));
}

/** Whether a country (alpha-2) has a numbering plan. Uninhabited ones have none. */
export const hasPlan = (country: string): boolean => PLAN_BY_REGION.has(country);

/** The calling code of a country (alpha-2), empty if it has none. */
export const callingCodeOf = (country: string): string => PLAN_BY_REGION.get(country)?.[1] ?? '';
