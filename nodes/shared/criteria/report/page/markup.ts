/** HTML that is inserted as it is. Only `html` makes it, so that all other text is escaped. */
export class Markup {
	constructor(readonly text: string) {}
}

type Value = Markup | string | number | null;
export type Insertable = Value | readonly Insertable[];

/**
 * Characters that change the direction of the text around them, control characters, parts of a character, and what HTML does
 * not allow. Joiners stay: emoji and Persian need them.
 */
const UNPRINTABLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]+/gu;

/** Text on one line, without characters that a reader cannot see. */
export const toPrintable = (text: string): string => text.replace(/\s+/g, ' ').replace(UNPRINTABLE, '').trim();

const escapeText = (text: string): string =>
	text
		.replace(UNPRINTABLE, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&#34;')
		.replaceAll("'", '&#39;');

function toText(value: Insertable): string {
	if (value === null) return '';
	if (value instanceof Markup) return value.text;
	return typeof value === 'object' ? value.map(toText).join('') : escapeText(String(value));
}

/** Line breaks and indentation of a template are for its readers only. */
const onOneLine = (part: string): string => part.replace(/\s*\n\s*/g, ' ');

/** HTML from a template: inserted text is escaped, also for quoted attributes; lists are joined; null is left out. */
export const html = (parts: TemplateStringsArray, ...values: readonly Insertable[]): Markup =>
	new Markup(parts.map((part, index) => toText(values[index - 1] ?? null) + onOneLine(part)).join(''));

/** Longest text of a name in characters; the page stays small however long names are. */
const MAX_LENGTH = 60;
const TAIL = 15;

/** Text as it is shown, with its middle left out if it is long: names often differ at the end. */
export function shorten(text: string): string {
	// Longer text is cut first, because a name may be of any length.
	const characters = [...toPrintable(text.length > 1_000 ? text.slice(0, 500) + text.slice(-500) : text)];
	if (characters.length <= MAX_LENGTH) return characters.join('');
	return `${characters.slice(0, MAX_LENGTH - TAIL - 1).join('')}…${characters.slice(-TAIL).join('')}`;
}

/** A name from the input, kept apart from the direction of the text around it. */
export const nameMarkup = (text: string | null): Markup => html`<bdi>${shorten(text ?? '') || '(empty)'}</bdi>`;

/** Joins as a sentence does: "a, b and c". */
export const joinList = (parts: readonly Insertable[]): readonly Insertable[] =>
	parts.map((part, index) => [index === 0 ? '' : index === parts.length - 1 ? ' and ' : ', ', part]);
