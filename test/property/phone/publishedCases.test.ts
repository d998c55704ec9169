import { readPhone } from '../../../nodes/shared/ipqs/phone';
import { readByLibphonenumber } from './libphonenumber';

/**
 * Texts of libphonenumber's own tests of what is a number, a possible number, and how it is parsed (PhoneNumberUtilTest: viable,
 * possible and extracted numbers, national numbers, letters, malicious input, prefixes, other scripts, leading zeros, Argentina,
 * Mexico, failures, no region, extensions, phone contexts). Its tests use plans of their own, so what it makes of a text is asked
 * of it here with the real plans.
 */
type PublishedCase = readonly [text: string, region: string, outcome: string];

const SAME: readonly PublishedCase[] = [
	['+1 650 253 0000', 'US', '+16502530000'],
	['+1 650 GOO OGLE', 'US', '+16504666453'],
	['(650) 253-0000', 'US', '+16502530000'],
	['253-0000', 'US', 'phone_unreadable'],
	['+1 650 253 0000', 'GB', '+16502530000'],
	['+44 20 7031 3000', 'GB', '+442070313000'],
	['(020) 7031 3000', 'GB', '+442070313000'],
	['7031 3000', 'GB', 'phone_unreadable'],
	['3331 6005', 'NZ', '+6433316005'],
	['+800 1234 5678', '', '+80012345678'],
	['+1 650 253 00000', 'US', 'phone_impossible'],
	['(650) 253-00000', 'US', 'phone_unreadable'],
	['I want a Pizza', 'US', 'phone_missing'],
	['253-000', 'US', 'phone_unreadable'],
	['1 3000', 'GB', 'phone_unreadable'],
	['+44 300', 'GB', 'phone_impossible'],
	['+800 1234 5678 9', '', 'phone_impossible'],
	['1', '', 'country_missing'],
	['1+1+1', '', 'phone_unreadable'],
	['80+0', '', 'phone_unreadable'],
	['00', '', 'phone_unreadable'],
	['111', '', 'country_missing'],
	['0800-4-pizza', 'NZ', '+64800474992'],
	['0800-4-PIZZA', 'NZ', '+64800474992'],
	['08-PIZZA', 'NZ', 'phone_unreadable'],
	['8-PIZZA', 'NZ', 'phone_unreadable'],
	['12. March', 'NZ', 'phone_unreadable'],
	['1\u300034', '', 'country_missing'],
	['1\u30003+4', '', 'phone_unreadable'],
	['\uFF081\uFF09\u30003456789', 'US', 'phone_unreadable'],
	['+1\uFF09\u30003456789', '', 'phone_impossible'],
	['Tel:0800-345-600', 'NZ', '+64800345600'],
	['Tel:0800 FOR PIZZA', 'NZ', 'phone_unreadable'],
	['Tel:+800-345-600', '', 'phone_impossible'],
	['\uFF10\uFF12\uFF13', 'NZ', 'phone_unreadable'],
	['Num-\uFF11\uFF12\uFF13', 'NZ', 'phone_unreadable'],
	['Num-....', 'NZ', 'phone_missing'],
	['(650) 253-0000..- ..', 'US', '+16502530000'],
	['(650) 253-0000.', 'US', '+16502530000'],
	['(650) 253-0000\u200F', 'US', '+16502530000'],
	['033316005', 'NZ', '+6433316005'],
	['33316005', 'NZ', '+6433316005'],
	['03-331 6005', 'NZ', '+6433316005'],
	['03 331 6005', 'NZ', '+6433316005'],
	['tel:03-331-6005;phone-context=+64', 'NZ', '+6433316005'],
	['tel:331-6005;phone-context=+64-3', 'NZ', '+6433316005'],
	['tel:331-6005;phone-context=+64-3', 'US', '+6433316005'],
	['My number is tel:03-331-6005;phone-context=+64', 'NZ', '+6433316005'],
	['tel:03-331-6005;phone-context=+64;a=%A1', 'NZ', '+6433316005'],
	['tel:03-331-6005;isub=12345;phone-context=+64', 'NZ', '+6433316005'],
	['tel:+64-3-331-6005;isub=12345', 'NZ', '+6433316005'],
	['03-331-6005;phone-context=+64', 'NZ', '+6433316005'],
	['0064 3 331 6005', 'NZ', '+6433316005'],
	['01164 3 331 6005', 'US', '+6433316005'],
	['+64 3 331 6005', 'US', '+6433316005'],
	['+01164 3 331 6005', 'US', '+6433316005'],
	['+0064 3 331 6005', 'NZ', '+6433316005'],
	['+ 00 64 3 331 6005', 'NZ', '+6433316005'],
	['tel:253-0000;phone-context=www.google.com', 'US', 'phone_unreadable'],
	['tel:253-0000;isub=12345;phone-context=www.google.com', 'US', 'phone_unreadable'],
	['tel:2530000;isub=12345;phone-context=1234.com', 'US', 'phone_unreadable'],
	['64(0)64123456', 'NZ', '+6464123456'],
	['301/23456', 'DE', '+4930123456'],
	['123-456-7890', 'US', '+11234567890'],
	['+81 *2345', 'JP', 'phone_unreadable'],
	['12', 'NZ', 'phone_unreadable'],
	['0123456', 'GB', '+440123456'],
	['0800 DDA 005', 'NZ', '+64800332005'],
	['0900 DDA 6005', 'NZ', '+649003326005'],
	[`${'+'.repeat(6_000)}12222-33-244 extensioB 343+`, 'US', 'phone_unreadable'],
	[`${'200'.repeat(350)} extensiOB 345`, 'US', 'phone_unreadable'],
	['+1 (650) 253-0000', 'NZ', '+16502530000'],
	['011 800 1234 5678', 'US', '+80012345678'],
	['1-650-253-0000', 'US', '+16502530000'],
	['0011-650-253-0000', 'SG', '+16502530000'],
	['0081-650-253-0000', 'SG', '+16502530000'],
	['0191-650-253-0000', 'SG', '+16502530000'],
	['0~01-650-253-0000', 'PL', '+16502530000'],
	['++1 (650) 253-0000', 'PL', '+16502530000'],
	['\uFF0B1 (650) 253-0000', 'SG', '+16502530000'],
	['1 (650) 253\u00AD-0000', 'US', '+16502530000'],
	['\uFF0B\uFF11\u3000\uFF08\uFF16\uFF15\uFF10\uFF09\u3000\uFF12\uFF15\uFF13\uFF0D\uFF10\uFF10\uFF10\uFF10', 'SG', '+16502530000'],
	['\uFF0B\uFF11\u3000\uFF08\uFF16\uFF15\uFF10\uFF09\u3000\uFF12\uFF15\uFF13\u30FC\uFF10\uFF10\uFF10\uFF10', 'SG', '+16502530000'],
	['+39 02-36618 300', 'NZ', '+390236618300'],
	['02-36618 300', 'IT', '+390236618300'],
	['345 678 901', 'IT', '+39345678901'],
	['+54 9 343 555 1212', 'AR', '+5493435551212'],
	['0343 15 555 1212', 'AR', '+5493435551212'],
	['+54 9 3715 65 4320', 'AR', '+5493715654320'],
	['03715 15 65 4320', 'AR', '+5493715654320'],
	['911 876 54321', 'AR', '+5491187654321'],
	['+54 11 8765 4321', 'AR', '+541187654321'],
	['011 8765 4321', 'AR', '+541187654321'],
	['+54 3715 65 4321', 'AR', '+543715654321'],
	['03715 65 4321', 'AR', '+543715654321'],
	['+54 23 1234 0000', 'AR', '+542312340000'],
	['023 1234 0000', 'AR', '+542312340000'],
	['01187654321', 'AR', '+541187654321'],
	['(0) 1187654321', 'AR', '+541187654321'],
	['0 1187654321', 'AR', '+541187654321'],
	['(0xx) 1187654321', 'AR', '+541187654321'],
	['011xx5481429712', 'US', 'phone_unreadable'],
	['+52 (449)978-0001', 'MX', '+524499780001'],
	['01 (449)978-0001', 'MX', 'phone_unreadable'],
	['(449)978-0001', 'MX', '+524499780001'],
	['044 (33) 1234-5678', 'MX', 'phone_unreadable'],
	['045 33 1234-5678', 'MX', 'phone_unreadable'],
	['This is not a phone number', 'NZ', 'phone_missing'],
	['1 Still not a number', 'NZ', 'phone_unreadable'],
	['1 MICROSOFT', 'NZ', 'phone_unreadable'],
	['12 MICROSOFT', 'NZ', 'phone_unreadable'],
	['01495 72553301873 810104', 'GB', 'phone_impossible'],
	['+---', 'DE', 'phone_missing'],
	['+***', 'DE', 'phone_missing'],
	['+*******91', 'DE', 'phone_unreadable'],
	['+49 0', 'DE', 'phone_impossible'],
	['+210 3456 56789', 'NZ', 'phone_impossible'],
	['+ 00 210 3 331 6005', 'NZ', 'phone_impossible'],
	['0044------', 'GB', 'phone_impossible'],
	['0044', 'GB', 'phone_impossible'],
	['011', 'US', 'phone_unreadable'],
	['0119', 'US', 'phone_unreadable'],
	['', '', 'phone_missing'],
	['tel:555-1234;phone-context=www.google.com', '', 'country_missing'],
	['tel:555-1234;phone-context=1-331', '', 'country_missing'],
	[';phone-context=', '', 'phone_missing'],
	['+64 3 331 6005', '', '+6433316005'],
	['\uFF0B64 3 331 6005', '', '+6433316005'],
	['Tel: +64 3 331 6005', '', '+6433316005'],
	['+979 123 456 789', '', '+979123456789'],
	['tel:03-331-6005;phone-context=+64', '', '+6433316005'],
	['  tel:03-331-6005;phone-context=+64', '', '+6433316005'],
	['tel:03-331-6005;isub=12345;phone-context=+64', '', '+6433316005'],
	['8123', 'BY', 'phone_unreadable'],
	['81234', 'BY', 'phone_unreadable'],
	['812345', 'BY', '+375812345'],
	['8123456', 'BY', '+3758123456'],
	['03 331 6005 ext 3456', 'NZ', '+6433316005'],
	['03-3316005x3456', 'NZ', '+6433316005'],
	['03-3316005 int.3456', 'NZ', '+6433316005'],
	['03 3316005 #3456', 'NZ', '+6433316005'],
	['1800 six-flags', 'US', 'phone_unreadable'],
	['1800 SIX FLAGS', 'US', 'phone_unreadable'],
	['0~0 1800 7493 5247', 'PL', 'phone_impossible'],
	['(1800) 7493.5247', 'US', 'phone_unreadable'],
	['0~0 1800 7493 5247 ~1234', 'PL', 'phone_impossible'],
	['+44 2034567890x456', 'NZ', '+442034567890'],
	['+44 2034567890x456', 'GB', '+442034567890'],
	['+44 2034567890 x456', 'GB', '+442034567890'],
	['+44 2034567890 X456', 'GB', '+442034567890'],
	['+44 2034567890 X 456', 'GB', '+442034567890'],
	['+44 2034567890 X  456', 'GB', '+442034567890'],
	['+44 2034567890 x 456  ', 'GB', '+442034567890'],
	['+44 2034567890  X 456', 'GB', '+442034567890'],
	['+44-2034567890;ext=456', 'GB', '+442034567890'],
	['tel:2034567890;ext=456;phone-context=+44', '', '+442034567890'],
	['+442034567890\uFF45\uFF58\uFF54\uFF4E456', 'GB', '+442034567890'],
	['+442034567890\uFF58\uFF54\uFF4E456', 'GB', '+442034567890'],
	['+442034567890\uFF58\uFF54456', 'GB', '+442034567890'],
	['(800) 901-3355 x 7246433', 'US', '+18009013355'],
	['(800) 901-3355 , ext 7246433', 'US', '+18009013355'],
	['(800) 901-3355 ,extension 7246433', 'US', '+18009013355'],
	['(800) 901-3355 ,extensi\u00F3n 7246433', 'US', '+18009013355'],
	['(800) 901-3355 ,extensio\u0301n 7246433', 'US', '+18009013355'],
	['(800) 901-3355 ext: 7246433', 'US', '+18009013355'],
	['8 (423) 202-25-11, \u0434\u043E\u0431. 100', 'RU', '+74232022511'],
	['8 (423) 202-25-11 \u0434\u043E\u0431. 100', 'RU', '+74232022511'],
	['8 (423) 202-25-11, \u0434\u043E\u0431 100', 'RU', '+74232022511'],
	['8 (423) 202-25-11 \u0434\u043E\u0431 100', 'RU', '+74232022511'],
	['8 (423) 202-25-11\u0434\u043E\u0431100', 'RU', '+74232022511'],
	['8 (423) 202-25-11\u0414\u041E\u0411100', 'RU', '+74232022511'],
	['(212)123-1234 x508/x1234', 'US', '+12121231234'],
	['(212)123-1234 x508/ x1234', 'US', '+12121231234'],
	['(212)123-1234 x508\\x1234', 'US', '+12121231234'],
	['+1 (645) 123 1234-910#', 'US', '+16451231234'],
	['+1 (645) 123 1234 ext. 910#', 'US', '+16451231234'],
	['tel:+6433316005;ext=0', 'NZ', '+6433316005'],
	['tel:+6433316005;ext=012345678901234567890', 'NZ', 'phone_unreadable'],
	['03 3316005ext:1', 'NZ', '+6433316005'],
	['03 3316005 extension 123456789012345678901', 'NZ', 'phone_unreadable'],
	['+442034000000,,123456789#', 'GB', '+442034000000'],
	['+12679000000,,1234567890123456#', 'US', 'phone_unreadable'],
	['03 3316005 x 123456789', 'NZ', '+6433316005'],
	['03 3316005 x. 123456789', 'NZ', '+6433316005'],
	['03 3316005 #123456789#', 'NZ', '+6433316005'],
	['+1123-456-7890 666666#', 'US', '+11234567890'],
	['+1123-456-7890 7777777#', 'US', 'phone_unreadable'],
	['011', 'AU', 'phone_unreadable'],
	['001', 'AU', 'phone_impossible'],
	['000', 'AU', 'phone_unreadable'],
	['0000', 'AU', 'phone_unreadable'],
	['+64 03 331 6005', 'NZ', '+6433316005'],
	['tel:033316005;phone-context=+64', '', '+6433316005'],
	["tel:033316005;phone-context=+64;{this isn't part of phone-context}", '', '+6433316005'],
	['tel:033316005;phone-context=+64-3', '', '+643033316005'],
	['tel:(555)555-6016;phone-context=+1', '', '+15555556016'],
	['tel:5555555555;phone-context=+64-3', '', 'phone_impossible'],
];

const GLUED_LETTER = 'a letter between or directly behind digits may be a digit that was mistyped';
const SEVEN_DIGITS = 'seven digits behind a comma or semicolon may be another number';
const LONG_EXTENSION = 'an extension of more than nine digits may be another number';
const TILDE = 'a tilde separates numbers or the ends of a range';
const TWO_READINGS = 'the digits before # may be part of the number or an extension, and either is possible';
const ANY_SCRIPT = 'digits of every script are read; libphonenumber plans to';
const FORMER_PREFIX = 'WhatsApp and older lists have the 1 that Mexican mobile numbers had until 2019';
const NO_COUNTRY = 'IPQS finds the country of ten digits';

type Difference = readonly [text: string, region: string, byLibphonenumber: string, outcome: string, why: string];

const DIFFERENT: readonly Difference[] = [
	['0900 332 6005a', 'NZ', '+649003326005', 'phone_unreadable', GLUED_LETTER],
	['0900 332 600a5', 'NZ', '+649003326005', 'phone_unreadable', GLUED_LETTER],
	['0900 332 600A5', 'NZ', '+649003326005', 'phone_unreadable', GLUED_LETTER],
	['0900 a332 600A5', 'NZ', '+649003326005', 'phone_unreadable', GLUED_LETTER],
	['\u1811 \u1816\u1815\u1810 \u1812\u1815\u1813 \u1810\u1810\u1810\u1810', 'US', 'none', '+16502530000', ANY_SCRIPT],
	['+52 1 33 1234-5678', 'MX', 'none', '+523312345678', FORMER_PREFIX],
	['123 456 7890', '', 'none', '1234567890', NO_COUNTRY],
	['(800) 901-3355 ; 7246433', 'US', '+18009013355', 'phone_unreadable', SEVEN_DIGITS],
	['(800) 901-3355;7246433', 'US', '+18009013355', 'phone_unreadable', SEVEN_DIGITS],
	['(800) 901-3355 , 7246433', 'US', '+18009013355', 'phone_unreadable', SEVEN_DIGITS],
	['tel:+6433316005;ext=01234567890123456789', 'NZ', '+6433316005', 'phone_unreadable', LONG_EXTENSION],
	['03 3316005 xtn:12345678901234567890', 'NZ', '+6433316005', 'phone_unreadable', LONG_EXTENSION],
	['03 3316005 extension\t12345678901234567890', 'NZ', '+6433316005', 'phone_unreadable', LONG_EXTENSION],
	['03 3316005 xtensio:12345678901234567890', 'NZ', '+6433316005', 'phone_unreadable', LONG_EXTENSION],
	['03 3316005 xtensi\u00F3n, 12345678901234567890#', 'NZ', '+6433316005', 'phone_unreadable', LONG_EXTENSION],
	['03 3316005extension.12345678901234567890', 'NZ', '+6433316005', 'phone_unreadable', LONG_EXTENSION],
	['03 3316005 \u0434\u043E\u0431:12345678901234567890', 'NZ', '+6433316005', 'phone_unreadable', LONG_EXTENSION],
	['+12679000000,,123456789012345#', 'US', '+12679000000', 'phone_unreadable', LONG_EXTENSION],
	['+12679000000;123456789012345#', 'US', '+12679000000', 'phone_unreadable', LONG_EXTENSION],
	['03 3316005 ~ 123456789', 'NZ', '+6433316005', 'phone_unreadable', TILDE],
	['+11234567890-6#', 'US', '+11234567890', 'phone_unreadable', TWO_READINGS],
];

function outcomeOf(text: string, region: string): string {
	const reading = readPhone(text, region === '' ? [] : [region]);
	if (reading.kind !== 'number') return reading.kind === 'unusable' ? reading.reason : reading.kind;
	return `${reading.international ? '+' : ''}${reading.digits}`;
}

function libphonenumberOutcomeOf(text: string, region: string): string {
	const digits = readByLibphonenumber(text, region || undefined);
	return /^\d/.test(digits) ? `+${digits}` : 'none';
}

const isNumber = (outcome: string): boolean => /^\+?\d/.test(outcome);

describe("libphonenumber's published cases", () => {
	it.each(SAME)('%j in "%s" is %s, as in libphonenumber', (text, region, outcome) => {
		expect(outcomeOf(text, region)).toBe(outcome);
		expect(libphonenumberOutcomeOf(text, region)).toBe(isNumber(outcome) ? outcome : 'none');
	});

	it.each(DIFFERENT)('%j in "%s" is %s to libphonenumber and %s here: %s', (text, region, byLibphonenumber, outcome) => {
		expect(outcomeOf(text, region)).toBe(outcome);
		expect(libphonenumberOutcomeOf(text, region)).toBe(byLibphonenumber);
	});

	it('that differ are never another number', () => {
		expect(DIFFERENT.filter(([, , byLibphonenumber, outcome]) => isNumber(byLibphonenumber) && isNumber(outcome))).toEqual([]);
	});
});
