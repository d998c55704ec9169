import { simplifyPhoneText } from './simplifyPhoneText';

const toWordSet = (text: string): ReadonlySet<string> => new Set(simplifyPhoneText(text).split(/[\s,]+/));

/** Words that announce an extension, in the languages that forms and phone books use, and signs that a phone dials or waits by. */
export const EXTENSION_WORDS = toWordSet(`
	ext, extn, exten, extension, extensao, xtn, xt, x, int, internal, press, dial, option, opt, p, w,
	durchwahl, dw, apparat, app, nebenstelle, nst, klappe, kl, poste, anexo, interno, ramal, toestel, tst,
	wewnętrzny, wewn, wew, anknytning, ankn, lokal, alanumero, linka, klapka, mellék, mell, dahili, nhánh, lẻ, pesawat,
	доб, добавочный, вн, внутр, внутренний, дод, внутрішній, εσωτ, εσωτερικό, שלוחה, تحويلة,
	转, 轉, 分机, 分機, 分机号, 内線, 내선
`);

/** Words before or behind a number that say what it is. They spell no digits. */
export const LABEL_WORDS = toWordSet(`
	tel, telephone, phone, ph, fon, telefon, telefono, telefone, téléphone, тел, телефон,
	mobile, mobil, mob, móvil, cell, cel, cellphone, cellular, celular, cellulare, handy, natel, gsm, portable, моб,
	home, house, work, office, business, company, main, direct, primary, secondary, personal, private, privat, day, evening,
	casa, trabajo, oficina, arbeit, büro, geschäftlich, zuhause, bureau, domicile, travail, landline, land, line, fixed, fixe, festnetz,
	number, no, nr, num, nummer, numero, número, n, contact, lead, fax, voice, data, toll, free,
	desk, reception, sales, support, emergency, other, alternative, alternate, alt, new, old, only, preferred, please, thanks,
	or, and, oder, und, ou, et, unknown, none, null, nil, invalid, test,
	whatsapp, wa, viber, signal, telegram, imessage, facetime, skype, sms, text, callto, sip, t, m, h, c, o, f, p, w
`);

const isListed = (word: string): boolean => EXTENSION_WORDS.has(word) || LABEL_WORDS.has(word);

/** Whether a word, or two written as one, say what kind of number it is: cell, xcell. */
export function isKnownWord(word: string): boolean {
	if (isListed(word)) return true;
	for (let length = 1; length < word.length; length++) if (isListed(word.slice(0, length)) && isListed(word.slice(length))) return true;
	return false;
}
