import { PHONE_FIELDS } from '../../../../nodes/shared/ipqs/phoneFields';
import type { ResponseField } from '../../../../nodes/shared/ipqs/responseField';
import { selectFields, fieldsNotInPlan, projectFields, readTypedField } from '../../../../nodes/shared/ipqs/selectFields';
import landline from '../../../fixtures/phone/gb-landline-no-identity.json';
import identity from '../../../fixtures/phone/gb-wireless-identity.json';
import invalid from '../../../fixtures/phone/invalid-number.json';
import smsPumping from '../../../fixtures/phone/sms-pumping.json';
import transaction from '../../../fixtures/phone/transaction-details.json';
import tollFree from '../../../fixtures/phone/us-toll-free.json';
import odd from '../../../fixtures/phone/us-voip-odd-values.json';
import wrapped from '../../../fixtures/phone/us-wireless-through-a-wrapper.json';
import gated from '../../../fixtures/phone/us-wireless-plan-gated.json';

const PHONE = { fields: PHONE_FIELDS };
const SIMPLIFIED = selectFields(PHONE, 'simplified', [], []);
const selected = (...names: string[]) => selectFields(PHONE, 'selected', names, []);

const EVERY_BODY = Object.entries({ landline, identity, invalid, smsPumping, transaction, tollFree, odd, wrapped, gated });

const NOTHING_KNOWN = {
	message: null,
	success: null,
	formatted: null,
	valid: null,
	fraud_score: null,
	recent_abuse: null,
	VOIP: null,
	prepaid: null,
	risky: null,
	active: null,
	carrier: null,
	line_type: null,
	country: null,
	city: null,
	region: null,
	active_status: null,
	user_activity: null,
	leaked: null,
	spammer: null,
	do_not_call: null,
	tcpa_blacklist: null,
};

describe('the simplified result', () => {
	it('types a wireless number whose plan lacks fields', () => {
		expect(projectFields(gated, SIMPLIFIED)).toEqual({
			message: 'Phone is valid.',
			success: true,
			formatted: '+12015550123',
			valid: true,
			fraud_score: 12,
			recent_abuse: false,
			VOIP: false,
			prepaid: false,
			risky: false,
			active: true,
			carrier: 'Example Wireless',
			line_type: 'Wireless',
			country: 'US',
			city: 'HOBOKEN',
			region: 'NJ',
			active_status: null,
			user_activity: null,
			leaked: true,
			spammer: false,
			do_not_call: false,
			tcpa_blacklist: false,
		});
	});

	it('types values that went through a spreadsheet, and keeps a carrier that sounds like a plan sentence', () => {
		expect(projectFields(odd, SIMPLIFIED)).toEqual({
			message: 'Success.',
			success: true,
			formatted: '+12065550177',
			valid: true,
			fraud_score: 87,
			recent_abuse: true,
			VOIP: true,
			prepaid: null,
			risky: false,
			active: false,
			carrier: 'Example Voice Required Inc',
			line_type: 'VOIP',
			country: 'US',
			city: 'SEATTLE',
			region: 'WA',
			active_status: null,
			user_activity: 'low',
			leaked: false,
			spammer: false,
			do_not_call: false,
			tcpa_blacklist: null,
		});
	});

	it('spells line types one way', () => {
		expect(projectFields(tollFree, SIMPLIFIED)).toMatchObject({
			line_type: 'Toll Free',
			prepaid: null,
			active_status: 'Active Line - High Confidence',
			user_activity: null,
		});
		expect(projectFields(identity, SIMPLIFIED)).toMatchObject({
			line_type: 'Wireless',
			active_status: 'Phone Turned Off',
			user_activity: 'high',
		});
		expect(projectFields(landline, SIMPLIFIED)).toMatchObject({ line_type: 'Landline', prepaid: null, city: null, user_activity: 'none' });
		expect(projectFields(smsPumping, SIMPLIFIED)).toMatchObject({ line_type: 'Premium Rate' });
	});

	it('leaves an invalid number with nothing but that', () => {
		expect(projectFields(invalid, SIMPLIFIED)).toEqual({
			...NOTHING_KNOWN,
			message: 'Phone is invalid.',
			success: true,
			valid: false,
			fraud_score: 0,
		});
	});

	it('has every field, null where IPQS sent nothing', () => {
		expect(projectFields({}, SIMPLIFIED)).toEqual(NOTHING_KNOWN);
	});

	it('leaves out what a wrapper added', () => {
		expect(Object.keys(projectFields(wrapped, SIMPLIFIED)).sort()).toEqual(Object.keys(NOTHING_KNOWN).sort());
	});

	it('adds a field that the request gives a meaning to', () => {
		expect(projectFields(gated, selectFields(PHONE, 'simplified', ['city'], ['name']))).toEqual({
			...projectFields(gated, SIMPLIFIED),
			name: 'ADA Q MARSH, ADA MARSH',
		});
		expect(projectFields(tollFree, selectFields(PHONE, 'simplified', [], ['name']))).toMatchObject({ name: null });
	});
});

describe('selected fields', () => {
	it("are those chosen and success, in IPQS's order", () => {
		expect(Object.entries(projectFields(gated, selected('zip_code', 'fraud_score', 'message')))).toEqual([
			['message', 'Phone is valid.'],
			['success', true],
			['fraud_score', 12],
			['zip_code', '07030'],
		]);
	});

	it('are success alone when none is chosen or known', () => {
		expect(projectFields(gated, selected())).toEqual({ success: true });
		expect(projectFields(gated, selected('type', 'toString', ''))).toEqual({ success: true });
	});

	it('take no field that the request gives a meaning to', () => {
		expect(projectFields(gated, selectFields(PHONE, 'selected', ['valid'], ['name']))).toEqual({ success: true, valid: true });
	});

	it('keep leading zeros and turn numbers into text where the field is text', () => {
		expect(projectFields(identity, selected('mnc', 'mcc', 'dialing_code'))).toEqual({
			success: true,
			mnc: '015',
			mcc: '234',
			dialing_code: 44,
		});
		expect(projectFields(odd, selected('zip_code', 'dialing_code', 'mnc'))).toEqual({
			success: true,
			zip_code: '98104',
			dialing_code: 1,
			mnc: null,
		});
	});

	it('lose plan sentences inside an object', () => {
		expect(projectFields(gated, selected('associated_email_addresses', 'number_recycling'))).toEqual({
			success: true,
			associated_email_addresses: { status: null, emails: [] },
			number_recycling: { message: null, recently_recycled: null, last_ported_date: null, ported: null },
		});
	});

	it('keep other words inside an object', () => {
		expect(projectFields(odd, selected('associated_email_addresses', 'number_recycling'))).toEqual({
			success: true,
			associated_email_addresses: { status: 'Associated emails found.', emails: ['ada@example.com', 'ben@example.com'] },
			number_recycling: null,
		});
		expect(projectFields(identity, selected('number_recycling'))).toEqual({ success: true, number_recycling: identity.number_recycling });
	});

	it('keep what other objects and lists hold', () => {
		expect(projectFields(identity, selected('identity_data'))).toEqual({ success: true, identity_data: identity.identity_data });
		expect(projectFields(landline, selected('identity_data', 'errors'))).toEqual({ success: true, identity_data: [], errors: null });
		expect(projectFields(smsPumping, selected('sms_pumping'))).toEqual({
			success: true,
			sms_pumping: { risk_score: 71, message: 'Elevated text traffic.', velocity: 'high' },
		});
	});

	it('lead into the transaction details', () => {
		const names = [
			...[
				'risk_score',
				'risk_factors',
				'valid_billing_email',
				'user_activity',
				'billing_phone_line_type',
				'billing_phone_country_code',
				'bin_country',
			],
			...['phone_name_identity_match', 'phone_email_identity_match', 'is_prepaid_card'],
		];
		expect(projectFields(transaction, selected(...names.map((name) => `transaction_details.${name}`)))).toEqual({
			success: true,
			transaction_details: {
				risk_score: 81.5,
				risk_factors: ['Billing and shipping differ'],
				valid_billing_email: false,
				user_activity: null,
				billing_phone_line_type: 'Internet Service Provider',
				billing_phone_country_code: 1,
				bin_country: null,
				phone_name_identity_match: 'No Match',
				phone_email_identity_match: null,
				is_prepaid_card: null,
			},
		});
	});

	it('lead into transaction details that are not there', () => {
		expect(projectFields(gated, selected('transaction_details.risk_score', 'transaction_details'))).toEqual({
			success: true,
			transaction_details: { risk_score: null },
		});
	});

	it('read a field whose name holds the dot, as a flattened row has it', () => {
		expect(projectFields({ 'transaction_details.risk_score': '12' }, selected('transaction_details.risk_score'))).toEqual({
			success: null,
			transaction_details: { risk_score: 12 },
		});
	});
});

describe('the raw result', () => {
	it.each(EVERY_BODY)('is the body as it came: %s', (_name, body) => {
		const raw = projectFields(body, selectFields(PHONE, 'raw', ['valid'], ['name']));
		expect(raw).toEqual(body);
		expect(raw).not.toBe(body);
	});

	it('chooses no field', () => {
		expect(selectFields(PHONE, 'raw', ['valid'], ['name'])).toEqual({ mode: 'raw', fields: [], known: PHONE_FIELDS, keepUnlisted: true });
	});
});

describe('select fields', () => {
	it('gives every lead an object of its own, because later nodes may change it', () => {
		const before = structuredClone(identity);
		for (const fields of [selected('identity_data', 'number_recycling'), selectFields(PHONE, 'raw', [], [])]) {
			const lead = projectFields(identity, fields);
			(lead.identity_data as unknown[]).push('changed');
			Object.assign(lead.number_recycling as object, { changed: true });
		}
		(readTypedField(PHONE_FIELDS, identity, 'identity_data') as unknown[]).push('changed');
		expect(identity).toEqual(before);
	});

	it.each(EVERY_BODY)('every output leaves the body as it is: %s', (_name, body) => {
		const before = structuredClone(body);
		for (const fields of [SIMPLIFIED, selected(...PHONE_FIELDS.map(({ name }) => name)), selectFields(PHONE, 'raw', [], [])])
			projectFields(body, fields);
		fieldsNotInPlan(PHONE_FIELDS, body);
		expect(body).toEqual(before);
	});
});

describe('what the plan lacks', () => {
	it("is named by field, with IPQS's sentence", () => {
		expect(fieldsNotInPlan(PHONE_FIELDS, gated)).toEqual({
			user_activity: 'Enterprise L4+ required.',
			'associated_email_addresses.status': 'Enterprise Plus or higher required.',
			'number_recycling.message': 'Number recycling feature disabled. Please contact support to activate.',
		});
		expect(fieldsNotInPlan(PHONE_FIELDS, tollFree)).toEqual({
			user_activity: 'Disabled for performance. Contact support for further assistance.',
		});
		expect(fieldsNotInPlan(PHONE_FIELDS, transaction)).toEqual({
			'transaction_details.user_activity': 'Enterprise L4+ required.',
			'transaction_details.phone_email_identity_match': 'Enterprise plan required.',
		});
	});

	it('may be a boolean, a number or an object', () => {
		expect(
			fieldsNotInPlan(PHONE_FIELDS, {
				prepaid: 'Premium required.',
				fraud_score: 'Upgraded plan required.',
				sms_pumping: 'Feature disabled.',
			}),
		).toEqual({
			prepaid: 'Premium required.',
			fraud_score: 'Upgraded plan required.',
			sms_pumping: 'Feature disabled.',
		});
	});

	it.each([
		['nothing is apiMessage', {}],
		[
			'values are values',
			{ user_activity: 'high', prepaid: false, number_recycling: { message: '' }, associated_email_addresses: { status: 7 } },
		],
		[
			'a carrier, a name or a message only sounds like it',
			{ carrier: 'Disabled Telecom', name: 'REQUIRED READING LTD', message: 'A plan is required.' },
		],
		["a field is not IPQS's", { note: 'Premium required.' }],
		['IPQS names what it could not read', { errors: 'A country is required.' }],
		['IPQS lists what it could not read', { errors: ['A country is required.'] }],
	])('is nothing where %s', (_when, body) => {
		expect(fieldsNotInPlan(PHONE_FIELDS, body)).toEqual({});
	});

	it('has no value in the result', () => {
		const body = {
			success: true,
			identity_data: 'Enterprise plan required.',
			sms_pumping: 'Premium required.',
			user_activity: 'Premium required.',
		};
		const missing = Object.keys(fieldsNotInPlan(PHONE_FIELDS, body));
		expect(missing).toEqual(expect.arrayContaining(['sms_pumping', 'user_activity']));
		expect(missing.map((name) => [name, readTypedField(PHONE_FIELDS, body, name)])).toEqual(missing.map((name) => [name, null]));
	});
});

describe('one typed field', () => {
	it.each<[string, unknown]>([
		['fraud_score', 87],
		['VOIP', true],
		['line_type', 'VOIP'],
		['transaction_details.risk_score', null],
		['tcpa_blacklist', null],
		['no_such_field', null],
		['', null],
	])('%s is %j', (name, value) => {
		expect(readTypedField(PHONE_FIELDS, odd, name)).toBe(value);
	});

	it('loses a plan sentence inside it', () => {
		expect(readTypedField(PHONE_FIELDS, gated, 'associated_email_addresses')).toEqual({ status: null, emails: [] });
		expect(readTypedField(PHONE_FIELDS, gated, 'user_activity')).toBeNull();
	});
});

describe('select fields', () => {
	it('types the members of transaction details that are chosen as a whole', () => {
		const body = {
			transaction_details: { risk_score: '12.5', bin_country: 'N/A', user_activity: 'Enterprise plan required.', brand_new: 1 },
		};
		expect(readTypedField(PHONE_FIELDS, body, 'transaction_details')).toEqual({
			risk_score: 12.5,
			bin_country: null,
			user_activity: null,
			brand_new: 1,
		});
		expect(body.transaction_details.risk_score).toBe('12.5');
	});

	it('has no value for an object that is not there, whatever stands beside it under a dotted name', () => {
		expect(
			readTypedField(PHONE_FIELDS, { transaction_details: null, 'transaction_details.risk_score': 7 }, 'transaction_details'),
		).toBeNull();
	});
});

describe('a sentence about the plan within a value', () => {
	const KNOWN: readonly ResponseField[] = [
		{ name: 'success', label: 'Success', type: 'boolean', simplified: true, description: 'Whether it was answered' },
		{
			name: 'domains',
			label: 'Domains',
			type: 'list',
			planNoticeIn: '0',
			simplified: true,
			description: 'A list whose first element may be one',
		},
		{
			name: 'age',
			label: 'Age',
			type: 'object',
			planNoticeIn: 'human',
			simplified: true,
			description: 'An object of which a member may be one',
		},
		{ name: 'age.days', label: 'Days', type: 'number', description: 'A member of it' },
	];
	const known = selectFields({ fields: KNOWN }, 'simplified', [], []);

	it('stands for the whole list, which is named', () => {
		const body = { success: true, domains: ['Enterprise plan required.'] };
		expect(fieldsNotInPlan(KNOWN, body)).toEqual({ domains: 'Enterprise plan required.' });
		expect(projectFields(body, known)).toEqual({ success: true, domains: null, age: null });
		expect(readTypedField(KNOWN, body, 'domains')).toBeNull();
	});

	it.each([[[]], [['example.com']], [['example.com', 'Enterprise plan required.']]])(
		'is not what a list holds otherwise: %j',
		(domains: string[]) => {
			expect(fieldsNotInPlan(KNOWN, { domains })).toEqual({});
			expect(readTypedField(KNOWN, { domains }, 'domains')).toEqual(domains);
		},
	);

	it('stands for a member of an object, which is named, and leaves the others', () => {
		const body = { success: true, age: { human: 'Premium required.', days: '7', other: 'x' } };
		expect(fieldsNotInPlan(KNOWN, body)).toEqual({ 'age.human': 'Premium required.' });
		expect(projectFields(body, known)).toEqual({ success: true, domains: null, age: { human: null, days: 7, other: 'x' } });
		expect(body.age.human).toBe('Premium required.');
	});

	it('may be all there is in place of either', () => {
		const body = { domains: 'Upgraded plan required.', age: 'Feature disabled.' };
		expect(fieldsNotInPlan(KNOWN, body)).toEqual(body);
		expect(projectFields(body, known)).toEqual({ success: null, domains: null, age: null });
	});

	it('is none where a list or an object has no such place', () => {
		const plain = KNOWN.map((field) => ({ ...field, planNoticeIn: undefined }));
		const body = { domains: ['Premium required.'], age: { human: 'Premium required.' } };
		expect(fieldsNotInPlan(plain, body)).toEqual({});
		expect(readTypedField(plain, body, 'domains')).toEqual(['Premium required.']);
		expect(readTypedField(plain, body, 'age')).toEqual({ human: 'Premium required.' });
	});
});

describe('a response that is known in part', () => {
	const fields: readonly ResponseField[] = [
		{ name: 'credits', label: 'Credits', type: 'number', simplified: true, description: 'How many' },
	];
	const body = { credits: '420', brand_new: { field: 'N/A' } };

	it('keeps what is not known, as it came, in a simplified result', () => {
		expect(projectFields(body, selectFields({ fields, hasUnlistedFields: true }, 'simplified', [], []))).toEqual({
			credits: 420,
			brand_new: { field: 'N/A' },
		});
		expect(projectFields(body, selectFields({ fields }, 'simplified', [], []))).toEqual({ credits: 420 });
	});

	it('has what is chosen alone among selected fields', () => {
		expect(projectFields(body, selectFields({ fields, hasUnlistedFields: true }, 'selected', ['credits'], []))).toEqual({ credits: 420 });
	});
});
