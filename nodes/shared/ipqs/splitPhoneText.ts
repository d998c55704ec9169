/** A text around its first digits. */
export interface PhoneParts {
	readonly before: string;
	/** From the first `+` or digit to the last digit before anything else: digits, blanks, brackets, dots, dashes, slashes. */
	readonly body: string;
	readonly behind: string;
}

const BODY = /[+ ()-]*[\d ()./-]*/;
/** `Phone 2: …` */
const LABEL_INDEX = /^\d{1,2}[ )]*[:=](?=.*\d)/;
/** 00+44 … */
const ZEROS_BEFORE_PLUS = /^0{1,2}(?=[ (]*\+[ (+-]*\d)/;

/** Place behind the last digit, 0 if there is none. */
function endOfDigits(body: string): number {
	let end = body.length;
	while (end > 0 && body.charAt(end - 1) < '0') end -= 1;
	return end;
}

/**
 * Divides text that has a digit.
 *
 * @param text in the alphabet of `simplifyPhoneText`
 */
export function splitPhoneText(text: string): PhoneParts {
	let start = text.search(/[+\d]/);
	for (;;) {
		const before = text.slice(0, start);
		const rest = text.slice(start).replace(ZEROS_BEFORE_PLUS, '');
		const index = /\p{L}/u.test(before) ? LABEL_INDEX.exec(rest)?.[0] : undefined;
		const body = BODY.exec(rest)?.[0] ?? '';
		const end = index === undefined ? endOfDigits(body) : 0;
		if (end > 0) return { before, body: body.slice(0, end), behind: rest.slice(end) };
		start += 1 + text.slice(start + 1).search(/[+\d]/);
	}
}
