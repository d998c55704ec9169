import type { ExampleNumber } from './libphonenumber';

export interface Spelling {
	readonly name: string;
	readonly write: (number: ExampleNumber) => string;
	/** The country that is given with it: the number's own if it has one, another, or none. */
	readonly country: 'own' | 'US' | 'none';
	readonly needsCountry: boolean;
}

const shifted =
	(first: string) =>
	(text: string): string =>
		text.replace(/\d/g, (digit) => String.fromCodePoint((first.codePointAt(0) ?? 0) + Number(digit)));
const fullWidth = (text: string): string => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Spellings of a number with its country code, which need no country. */
const INTERNATIONAL: Readonly<Record<string, (number: ExampleNumber) => string>> = {
	'+…': ({ digits }) => `+${digits}`,
	formatted: ({ international }) => international,
	'00…': ({ digits }) => `00${digits}`,
	'00 and formatted': ({ international }) => `00 ${international.slice(1)}`,
	'+00…': ({ digits }) => `+00${digits}`,
	dashes: ({ international }) => international.replaceAll(' ', '-'),
	'en dashes': ({ international }) => international.replace(/[ -]/g, '\u2013'),
	dots: ({ international }) => international.replace(/[ -]/g, '.'),
	'no-break spaces': ({ international }) => international.replaceAll(' ', '\u00A0'),
	'code in brackets': ({ international }) => `(${international.replace(' ', ') ')}`,
	'square brackets': ({ digits }) => `[+${digits}]`,
	'zero in brackets': ({ international }) => international.replace(' ', ' (0)'),
	'p:': ({ digits }) => `p:+${digits}`,
	'tel:': ({ link }) => link,
	'whatsapp:': ({ digits }) => `whatsapp:+${digits}`,
	'WhatsApp link': ({ digits }) => `https://wa.me/${digits}`,
	'WhatsApp ID': ({ digits }) => `${digits}@c.us`,
	apostrophe: ({ digits }) => `'+${digits}`,
	formula: ({ digits }) => `="+${digits}"`,
	label: ({ international }) => `Mobile: ${international}`,
	'full width': ({ international }) => fullWidth(international),
	'Arabic digits': ({ international }) => shifted('\u0660')(international),
	'marks of direction': ({ international }) => `\u202A${international}\u202C`,
	'variation selector': ({ digits }) => `+${digits.slice(0, 1)}\uFE0F${digits.slice(1)}`,
	'%2B': ({ digits }) => `%2B${digits}`,
	entity: ({ digits }) => `&#43;${digits}`,
	x4: ({ international }) => `${international} x4`,
	';ext=4': ({ link }) => `${link};ext=4`,
	word: ({ international }) => `${international} mobile`,
	'number and .0': ({ digits }) => `+${digits}.0`,
};

/** Spellings that need the number's own country. */
const NATIONAL: Readonly<Record<string, (number: ExampleNumber) => string>> = {
	digits: ({ digits }) => digits,
	'digits and .0': ({ digits }) => `${digits}.0`,
	'digits and ,00': ({ digits }) => `${digits},00`,
	'power of ten': ({ digits }) => `${digits.slice(0, 1)}.${digits.slice(1)}E+${digits.length - 1}`,
	national: ({ national }) => national,
	'national without prefix': ({ significant }) => significant,
	'national and .0': ({ significant }) => `${significant}.0`,
	'national, dashes': ({ national }) => national.replaceAll(' ', '-'),
	'national, slash': ({ national }) => national.replace(/[ -]/, '/'),
	'national, apostrophe': ({ national }) => `'${national}`,
	'national, formula': ({ significant }) => `="${significant}"`,
	'national, label': ({ national }) => `Tel.: ${national}`,
	'national, full width': ({ national }) => fullWidth(national),
	'national, Devanagari digits': ({ national }) => shifted('\u0966')(national),
	'national, zero-width space': ({ national }) => national.replace(/\d\d/, '$&\u200B'),
	'national, ext 4': ({ national }) => `${national} ext 4`,
	'national, (ext. 4)': ({ national }) => `${national} (ext. 4)`,
	'national, ,,4': ({ national }) => `${national},,4`,
	'national, #4': ({ national }) => `${national} #4`,
	'national, press 4': ({ national }) => `${national} press 4`,
	'national, (cell)': ({ national }) => `${national} (cell)`,
};

const spellings = (country: Spelling['country'], all: Readonly<Record<string, (number: ExampleNumber) => string>>): Spelling[] =>
	Object.entries(all).map(([name, write]) => ({ name, write, country, needsCountry: all === NATIONAL }));

export const SPELLINGS: readonly Spelling[] = [
	...spellings('own', INTERNATIONAL),
	...spellings('own', NATIONAL),
	...spellings('none', {
		'+…, without country': ({ digits }) => `+${digits}`,
		'00…, without country': ({ digits }) => `00${digits}`,
		'tel:, without country': ({ link }) => link,
	}),
	...spellings('US', { '+…, with another country': ({ digits }) => `+${digits}`, 'dialled in the US': ({ fromUs }) => fromUs }),
];
