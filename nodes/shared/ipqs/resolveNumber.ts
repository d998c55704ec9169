import { hasPlan, isTypical, MAX_DIGITS, readInternational, readNational, type PlanReading } from './phonePlan';
import {
	AMBIGUOUS_CODE,
	AMBIGUOUS_ZERO,
	countryMissing,
	noSuchCode,
	noSuchLength,
	OTHER_LENGTH,
	REPEATED,
	tooManyDigits,
	ZERO_AFTER_PLUS,
	type NumberReading,
	type ReadableNumber,
} from './numberReading';

/** The digits of a number as it is written. */
export interface WrittenNumber {
	readonly digits: string;
	/** Whether a `+` is in front. */
	readonly plus: boolean;
	/** Place of a zero in brackets of its own, as in +44 (0)7700 …; the number of digits if there is none. */
	readonly zeroAt: number;
	/** Whether it comes from a link that always has the country code, as WhatsApp's do. */
	readonly fromLink: boolean;
}

/** IPQS requires a country with fewer digits than this (documentation, short numbers). */
const MIN_DIGITS_WITHOUT_COUNTRY = 10;

/** Prefixes for calls abroad that people write wherever they are. 011 is an area code as well, so a long number has to follow. */
const INTERNATIONAL_PREFIXES: ReadonlyArray<readonly [prefix: string, fewestDigits: number]> = [
	['00', 0],
	['0011', 0],
	['011', 10],
];

/** Fewer digits may be one digit repeated in a small country. */
const MIN_REPEATED = 7;

function repeatsOneDigit(digits: string): boolean {
	for (let place = 1; place < digits.length; place++) if (digits[place] !== digits[0]) return false;
	return true;
}

const toNumber = ({ digits, national }: PlanReading): NumberReading =>
	national.length >= MIN_REPEATED && repeatsOneDigit(national) ? REPEATED : { kind: 'number', digits, international: true, national };

const asWritten = (digits: string): ReadableNumber => ({ kind: 'number', digits, international: false, national: digits });

const possible = (plan: PlanReading | undefined): PlanReading | undefined => (plan?.possible ? plan : undefined);

const withoutDigitAt = (digits: string, place: number): string => digits.slice(0, place) + digits.slice(place + 1);

/** Forms put a country code in front of numbers that have it already: +44 44 7700 …, +44 0044 7700 … */
function withoutDoubledCode(digits: string, { callingCode }: PlanReading): PlanReading | undefined {
	const again = digits.slice(callingCode.length).replace(/^00/, '');
	return again.startsWith(callingCode) ? possible(readInternational(again)) : undefined;
}

/** The number without the zero at a place, undefined unless its country code is all that is in front of that zero. */
const readWithoutZero = (digits: string, zeroAt: number, plan: PlanReading): PlanReading | undefined =>
	plan.callingCode.length === zeroAt ? possible(readInternational(withoutDigitAt(digits, zeroAt))) : undefined;

/**
 * A zero in brackets is not dialled behind a country code, unless it is part of the number as in Italy. Plans that have no such
 * prefix show by their pattern which it is. Undefined if the zero makes no difference.
 */
function readWithZero(digits: string, zeroAt: number, plan: PlanReading): NumberReading | undefined {
	const without = readWithoutZero(digits, zeroAt, plan);
	const withZero = possible(plan);
	if (without === undefined || without.digits === withZero?.digits) return undefined;
	if (withZero === undefined || !isTypical(withZero.digits)) return toNumber(without);
	return isTypical(without.digits) ? AMBIGUOUS_ZERO : undefined;
}

/** Reads digits that begin with a country code. */
function readWithCode(digits: string, zeroAt: number): NumberReading {
	const plan = readInternational(digits);
	if (plan === undefined) return digits.length > MAX_DIGITS ? tooManyDigits(digits) : noSuchCode(digits);
	const withZero = readWithZero(digits, zeroAt, plan);
	if (withZero !== undefined) return withZero;
	const match = possible(plan) ?? withoutDoubledCode(digits, plan);
	if (match !== undefined) return toNumber(match);
	return plan.digits.length > MAX_DIGITS ? tooManyDigits(plan.digits) : noSuchLength(plan.digits);
}

/** The number behind a prefix for calls abroad, undefined if it begins with none. */
function readBehindPrefix({ digits, zeroAt }: WrittenNumber): NumberReading | undefined {
	// Stryker disable next-line ConditionalExpression,StringLiteral: only saves time
	if (!digits.startsWith('0')) return undefined;
	const readings = INTERNATIONAL_PREFIXES.flatMap(([prefix, fewestDigits]) => {
		const rest = digits.slice(prefix.length);
		return digits.startsWith(prefix) && rest.length >= fewestDigits && /^[1-9]/.test(rest)
			? [readWithCode(rest, zeroAt - prefix.length)]
			: [];
	});
	return readings.find(({ kind }) => kind === 'number') ?? (digits.startsWith('00') ? readings[0] : undefined);
}

/** The number where its text says that it begins with a country code, though nothing is in front of it. */
function readMarked({ digits, zeroAt, fromLink }: WrittenNumber): NumberReading | undefined {
	const plan = readInternational(digits);
	const marked = plan && (readWithoutZero(digits, zeroAt, plan) ?? (fromLink ? possible(plan) : undefined));
	return marked && toNumber(marked);
}

/** What remains without any country's plan: IPQS finds the country, which it cannot do with few digits. */
function readWithoutPlan(digits: string, countries: readonly string[]): NumberReading {
	if (digits.length > MAX_DIGITS) return tooManyDigits(digits);
	return countries.length === 0 && digits.length < MIN_DIGITS_WITHOUT_COUNTRY ? countryMissing(digits) : asWritten(digits);
}

/** What the plans of countries make of digits. */
interface NationalReading {
	/** The first possible one, or the first at all. */
	readonly plan: PlanReading | undefined;
	/** Whether two countries have the number, each with another country code. */
	readonly several: boolean;
}

function readInCountries(digits: string, countries: readonly string[]): NationalReading {
	const plans = countries.flatMap((country) => readNational(digits, country) ?? []);
	const fitting = plans.filter((plan) => plan.possible);
	return { plan: fitting[0] ?? plans[0], several: fitting.some((plan) => plan.digits !== fitting[0]?.digits) };
}

/**
 * Whether a number behind a prefix for calls abroad is more likely than a national number. Plans with many lengths, such as
 * Australia's, take 0061 2 … for a national number, though they have no such number.
 */
const isMoreLikely = (abroad: NumberReading | undefined, { digits }: PlanReading, plus: boolean): boolean =>
	abroad !== undefined && (plus || (!isTypical(digits) && (abroad.kind !== 'number' || isTypical(abroad.digits))));

/**
 * Finds the number that is written, by the plans of the countries it may be from and by its own country code.
 *
 * @param countries ISO 3166-1 alpha-2 codes that the number may be from, where it does not say
 */
export function resolveNumber(written: WrittenNumber, countries: readonly string[]): NumberReading {
	const { digits, plus, zeroAt } = written;
	if (/^0+$/.test(digits) || (digits.length >= MIN_REPEATED && repeatsOneDigit(digits))) return REPEATED;
	if (plus && !digits.startsWith('0')) return readWithCode(digits, zeroAt);

	const { plan, several } = readInCountries(digits, countries);
	const abroad = readBehindPrefix(written);
	if (plan?.possible && !isMoreLikely(abroad, plan, plus)) {
		if (several) return asWritten(digits);
		return plan.ambiguous ? AMBIGUOUS_CODE : toNumber(plan);
	}
	const marked = abroad ?? readMarked(written);
	if (marked !== undefined) return marked;
	if (plan?.dialledAbroad) return noSuchLength(plan.digits);
	if (plus) return ZERO_AFTER_PLUS;
	if (!countries.some(hasPlan)) return readWithoutPlan(digits, countries);
	return digits.length > MAX_DIGITS ? tooManyDigits(digits) : OTHER_LENGTH;
}

/** Whether digits that carry neither + nor a country can be read as a number with its country code. */
export const mayHaveCountryCode = (digits: string): boolean => possible(readInternational(digits)) !== undefined;
