import {
	overwritesPrefixedField,
	prefixWarning,
	readFieldPrefix,
	withPrefixedFields,
} from '../../../../nodes/shared/lookupNode/fieldPrefix';
import { PHONE_FIELDS } from '../../../../nodes/shared/ipqs/phoneFields';
import { selectFields } from '../../../../nodes/shared/ipqs/selectFields';

const SHAPE = { fields: PHONE_FIELDS };
const selected = (...names: string[]) => selectFields(SHAPE, 'selected', names, []);

describe('the field prefix', () => {
	it('is any start of a field name; spaces around it do not count', () => {
		const read = (value: unknown) => readFieldPrefix(value, selected('valid'), 'ipqs');
		expect(['', null, undefined, ' phone_ ', 'ipqs', 'Phone '].map(read)).toEqual(['', '', '', 'phone_', 'ipqs', 'Phone']);
	});

	it.each([
		['phone_', 'raw', 'ipqs', "needs 'Output' to be Simplified or Selected Fields"],
		['phone_*', 'simplified', 'ipqs', 'must be the start of field names, such as phone_'],
		['phone.', 'simplified', 'ipqs', 'must be the start of field names, such as phone_'],
		['phone_', 'simplified', 'phone_lookup', "would replace the result in 'Put Result in Field'. Use a different prefix"],
		['phone_', 'simplified', 'phone_valid.result', "would replace the result in 'Put Result in Field'. Use a different prefix"],
	] as const)('is refused: %s with %s and the result in %s', (prefix, mode, outputField, problem) => {
		const fields = selectFields(SHAPE, mode, [], []);
		expect(() => readFieldPrefix(prefix, fields, outputField)).toThrow(`'Output: Field Prefix' ${problem}`);
	});
});

describe('prefixed fields', () => {
	const RESULT = { success: true, valid: false, number_recycling: { ported: true }, lookup: { status: 'ok' } };

	it('are the fields of the output on one level, without lookup', () => {
		const fields = selected('valid', 'number_recycling.ported', 'prepaid');
		expect(withPrefixedFields({ name: 'Ada', phone_valid: 'old' }, 'phone_', fields, RESULT)).toEqual({
			name: 'Ada',
			phone_success: true,
			phone_valid: false,
			phone_prepaid: null,
			'phone_number_recycling.ported': true,
		});
	});

	it('replace the fields of the lead that would look like fields from IPQS', () => {
		const lead = {
			...{
				name: 'Ada',
				phone: 'x',
				phone_type: 'home',
				phone_lookup: { status: 'not_sent' },
				phone_VOIP: false,
				phone_recent_abuse: false,
			},
			...{ phone_number_recycling: { ported: false }, 'phone_number_recycling.ported': false, phone_number: '1' },
		};
		expect(withPrefixedFields(lead, 'phone_', selected('fraud_score'), { success: true, fraud_score: 100 })).toEqual({
			...{ name: 'Ada', phone: 'x', phone_type: 'home', phone_number: '1' },
			...{ phone_success: true, phone_fraud_score: 100 },
		});
	});

	it('are null without a result', () => {
		expect(withPrefixedFields({}, 'p', selected('valid'), undefined)).toEqual({ psuccess: null, pvalid: null });
	});

	it('include fields that IPQS does not document, if the output keeps them', () => {
		const fields = selectFields({ ...SHAPE, hasUnlistedFields: true }, 'simplified', [], []);
		const json = withPrefixedFields({}, 'phone_', fields, { ...RESULT, new_field: 1 });
		expect(json).toMatchObject({ phone_new_field: 1, phone_valid: false });
		expect(Object.keys(json)).not.toContain('phone_lookup');
	});

	it('give a warning if the lead has one of them already', () => {
		const fields = selected('valid');
		expect(overwritesPrefixedField({ phone_valid: 'x' }, 'phone_', fields)).toBe(true);
		expect(overwritesPrefixedField({ phone_VOIP: 'x' }, 'phone_', fields)).toBe(true);
		expect(overwritesPrefixedField({ phone_other: 'x', valid: true }, 'phone_', fields)).toBe(false);
		expect(overwritesPrefixedField({ valid: 'x' }, '', fields)).toBe(false);
		expect(prefixWarning(2)).toContain("2 leads already had a field that begins with the text in 'Output: Field Prefix'");
	});
});
