import { count } from '../shared/lookupNode/executionHints';
import { requestMethodOf, variablesOf } from '../shared/lookupNode/planItem';
import type { ItemParameters, Operation, Question } from '../shared/lookupNode/operation';
import { levelOf } from '../shared/lookupNode/strictness';
import { transactionField, transactionOf } from '../shared/lookupNode/transactionOptions';
import type { Access } from '../shared/lookupNode/connection';
import { choice, flag, InvalidParameter } from '../shared/parameters/validate';
import { sendableText } from '../shared/parameters/text';
import { readCountries } from '../shared/ipqs/country';
import { FAILURES } from '../shared/ipqs/errors';
import { cleanPhone, mayBeNational, needsCountry } from '../shared/ipqs/phone';
import { PHONE_FIELDS } from '../shared/ipqs/phoneFields';
import { customIntegrationRequest, phoneRequest, type PhoneLookup } from '../shared/ipqs/phoneRequest';
import { PHONE_SANDBOX } from '../shared/ipqs/sandbox/phone';
import { LINE_CHECK_TIMEOUT, MALFORMED_PHONE, phoneOptions, phoneParameters } from './parameters';

const withoutCountry = (numbers: number): string =>
	`${count(numbers, 'number')} had no country code and 'Country' is empty, so IPQS had to guess the country; set 'Country', or map numbers that begin with +`;

function countriesOf(value: unknown): readonly string[] {
	const countries = readCountries(value);
	if ('unknown' in countries) throw new InvalidParameter('Country', 'names no country; use codes such as US or US,CA, or English names');
	return countries.codes;
}

/** A list, an object or a yes and no is no lead without a number, but a field that was mapped wrongly. */
function writtenNumber(value: unknown): unknown {
	if (typeof value === 'boolean' || (typeof value === 'object' && value !== null)) throw new InvalidParameter('Phone Number', 'must be one number as text; map a field that holds it alone');
	return value;
}

/** What a lookup asks beside the number. What a custom integration does not know is not read: the form hides it. */
function wishesOf(item: ItemParameters, access: Access): Omit<PhoneLookup, 'phone' | 'international'> {
	const { options } = item;
	const countries = countriesOf(item.read('country', ''));
	const strictness = levelOf('Strictness', item.read('strictness', 0), 2);
	if ('integration' in access) {
		return { countries, strictness, enhancedLineCheck: false, enhancedNameCheck: false, smsPumping: false, transaction: {}, variables: {} };
	}
	return {
		countries,
		strictness,
		enhancedLineCheck: flag('Enhanced Line Check', item.read('enhancedLineCheck', false)),
		enhancedNameCheck: flag('Enhanced Name Check', item.read('enhancedNameCheck', false)),
		smsPumping: flag('SMS Pumping Check', options.smsPumping ?? false),
		transaction: transactionOf(options),
		variables: variablesOf(options),
	};
}

/** A number that needs no request ends here. */
function ask(item: ItemParameters, access: Access): Question {
	const { options } = item;
	const asking = (lookup: PhoneLookup): { request: ReturnType<typeof phoneRequest>; timeout?: number } => ({
		request: 'integration' in access ? customIntegrationRequest(lookup, access.integration) : phoneRequest(lookup, requestMethodOf(options), access.keyLocation),
		...(lookup.enhancedLineCheck ? { timeout: LINE_CHECK_TIMEOUT } : {}),
	});

	const wishes = wishesOf(item, access);
	const number = cleanPhone(writtenNumber(item.read('phone', '')));
	const malformed = choice('Malformed Numbers', options.malformedPhone ?? 'invalid', MALFORMED_PHONE);
	if (!number.possible) {
		if (malformed === 'fail') return { settled: { status: 'failed', reason: 'malformed_phone', detail: number.cause } };
		if (malformed === 'invalid' || number.text === '') {
			const body = { message: `${FAILURES.malformed_phone.message}: ${number.cause}`, success: true, valid: false };
			return { settled: { status: 'not_sent', reason: 'malformed_phone', body } };
		}
		return asking({ ...wishes, phone: sendableText(number.text), international: false });
	}
	const alone = wishes.countries.length === 0;
	if (needsCountry(number) && alone) return { settled: { status: 'not_sent', reason: 'country_missing' } };
	const question = asking({ ...wishes, phone: number.digits, international: number.international });
	return mayBeNational(number) && alone ? { ...question, remark: withoutCountry } : question;
}

/** Phone validation: validity, fraud score, line type, carrier, abuse, do-not-call and more for one number. */
export const phoneLookup: Operation = {
	properties: phoneParameters,
	options: phoneOptions,
	fields: PHONE_FIELDS,
	charged: true,
	sandbox: PHONE_SANDBOX,
	ask,
	extraFields: (item) => [
		...(flag('Enhanced Name Check', item.read('enhancedNameCheck', false)) ? ['name'] : []),
		...transactionField(item.options),
	],
};
