import { digitsIn, isComplete, MIN_NUMBER_DIGITS, readPhoneDigits, type PhoneContext } from './readPhoneDigits';
import { spellOut } from './phoneLetters';
import { unwrapPhone } from './phoneLink';
import { splitPhoneText, type PhoneParts } from './splitPhoneText';
import { isTypical } from './phonePlan';
import { EMPTY, NO_DIGITS, OTHER_CHARACTERS, UNSPELLED_LETTERS, type NumberReading, type UnusableNumber } from './numberReading';
import { undoSpreadsheet } from './phoneSpreadsheet';
import { readTail } from './phoneTail';
import { simplifyPhoneText } from './simplifyPhoneText';
import { LABEL_WORDS } from './phoneWords';

const SPREADSHEET_ERROR = /#div\/0!?$/;
/** Where the digits of a carrier go, as people write it in Brazil and Argentina: (0xx11) … */
const CARRIER_PLACEHOLDER = /^(\(?0(?:11)?) ?xx(?=[ )-]*\d)/;
/** +44 +44 7700 … */
const DOUBLED_CODE = /\+(\d{1,3})[ ()-]*\+(?=\1)/;
const HASH_ALONE = /^[ ).]*#[^\d\p{L}]*$/u;
/** An extension without a label, as in 202 555 0123-503# */
const UNLABELLED_EXTENSION = /\d[ -]+\d{1,6}$/;
/** 201,555,0123 */
const COMMA_GROUPS = /^(?:\+\d{1,3}[ ,.()-]+)?\(?\d{3,4}(?:[().,-]{1,2}\d{3,4})+$/;
const BETWEEN_NUMBERS = /[,;/?]| (?:or|and|oder|und|y|o|ou|et|e) |(?=\+)|\((?=[+\d][^()]{6,}\))/;
/** Vanity numbers without a country are the toll-free ones of North America. */
const isTollFree = (digits: string): boolean => /^1?8(?:00|33|44|55|66|77|88)\d{7}$/.test(digits);

/** Why the text before a number makes it another one; undefined if it is only a label. */
function problemBefore({ before, body, behind }: PhoneParts): UnusableNumber | undefined {
	if (/\* *$/.test(before) && !/^[ ).]*\*/.test(behind)) return OTHER_CHARACTERS;
	const glued = body.startsWith('+') ? undefined : /\p{L}+$/u.exec(before)?.[0];
	return glued === undefined || LABEL_WORDS.has(glued) ? undefined : UNSPELLED_LETTERS;
}

function readSpelled(text: string, context: PhoneContext): NumberReading | undefined {
	const spelled = spellOut(text);
	if (spelled === undefined) return undefined;
	const number = readPhoneDigits(spelled, context);
	return number.kind === 'number' && (number.international ? isTypical : isTollFree)(number.digits) ? number : undefined;
}

/** Digits before a last `#` may be an extension. */
function readBeforeTail({ body, behind }: PhoneParts, number: NumberReading, context: PhoneContext): NumberReading {
	const extension = HASH_ALONE.test(behind) ? UNLABELLED_EXTENSION.exec(body) : null;
	if (extension === null) return number;
	const shorter = readPhoneDigits(body.slice(0, extension.index + 1), context);
	if (shorter.kind !== 'number') return number;
	return number.kind === 'number' ? OTHER_CHARACTERS : shorter;
}

/** Whether digits are a number by themselves, so that letters behind them are more likely a remark than digits. */
function isSufficient(body: string, number: NumberReading): boolean {
	if (number.kind === 'number') return !number.international || isTypical(number.digits);
	return digitsIn(body).length >= MIN_NUMBER_DIGITS && !/^[+1]/.test(body);
}

/** Digits behind which there are words of no list: a number and a remark, or letters for its digits. */
function readWords({ body, behind }: PhoneParts, number: NumberReading, context: PhoneContext): NumberReading {
	const spelled = readSpelled(`${body}${behind}`, context);
	if (spelled !== undefined) return isSufficient(body, number) ? UNSPELLED_LETTERS : spelled;
	return isComplete(number, digitsIn(body)) ? number : UNSPELLED_LETTERS;
}

/** Reads text with a digit that contains one number. */
function readSingle(text: string, context: PhoneContext): NumberReading {
	const parts = splitPhoneText(text);
	const { body, behind } = parts;
	const problem = problemBefore(parts);
	if (problem !== undefined) return problem;
	const number = readPhoneDigits(body, context);
	// Stryker disable next-line ConditionalExpression,StringLiteral: only saves time
	if (behind === '') return number;
	const isNumber = isComplete(number, digitsIn(body));
	const tail = readTail(behind, isNumber);
	if (tail.kind === 'words') return tail.areKnown ? readBeforeTail(parts, number, context) : readWords(parts, number, context);
	const whole = `${body}${behind}`;
	if (!isNumber && COMMA_GROUPS.test(whole)) return readPhoneDigits(whole, context);
	return readSpelled(whole, context) ?? tail;
}

/** A number that is written more than once in one text is one number. */
function readRepeated(text: string, context: PhoneContext): NumberReading | undefined {
	const parts = text.split(BETWEEN_NUMBERS).filter((part) => /\d/.test(part));
	if (parts.length < 2 || parts.some((part) => digitsIn(part).length < MIN_NUMBER_DIGITS)) return undefined;
	const [first, ...others] = parts.map((part) => readSingle(part, context));
	return first?.kind === 'number' && others.every((other) => other.kind === 'number' && other.digits === first.digits) ? first : undefined;
}

/** Reads text as people, forms, spreadsheets and messengers write a number. */
export function readPhoneText(text: string, countries: readonly string[]): NumberReading {
	const simple = simplifyPhoneText(text);
	if (simple === '') return EMPTY;
	const { text: unwrapped, fromLink } = unwrapPhone(simple);
	if (!/\d/.test(unwrapped) || SPREADSHEET_ERROR.test(unwrapped)) return NO_DIGITS;
	const undone = undoSpreadsheet(unwrapped.replace(/=[ =]*/, ''));
	if (typeof undone !== 'string') return undone;

	const context = { countries, fromLink };
	const number = readSingle(undone, context);
	if (number.kind === 'number') return number;
	const plain = undone.replace(CARRIER_PLACEHOLDER, '$1').replace(DOUBLED_CODE, '+');
	const again = readSingle(plain, context);
	return again.kind === 'number' ? again : (readRepeated(plain, context) ?? number);
}
