import { PHONE_FIELDS, PHONE_TURNED_OFF } from '../../../../nodes/shared/ipqs/phoneFields';

const mainFields = PHONE_FIELDS.filter(({ name }) => !name.includes('.'));
const transactionFields = PHONE_FIELDS.filter(({ name }) => name.startsWith('transaction_details.'));

describe('the list of response fields', () => {
	it("has every field of a phone response, in IPQS's order", () => {
		expect(mainFields.map(({ name }) => name)).toEqual([
			...[
				'message',
				'success',
				'formatted',
				'local_format',
				'valid',
				'fraud_score',
				'recent_abuse',
				'VOIP',
				'prepaid',
				'risky',
				'active',
				'carrier',
			],
			...[
				'line_type',
				'country',
				'city',
				'zip_code',
				'region',
				'dialing_code',
				'active_status',
				'sms_domain',
				'associated_email_addresses',
			],
			...['user_activity', 'mnc', 'mcc', 'leaked', 'spammer', 'request_id', 'name', 'timezone', 'do_not_call', 'tcpa_blacklist'],
			...['accurate_country_code', 'sms_email', 'number_recycling', 'identity_data', 'sms_pumping', 'transaction_details', 'errors'],
		]);
	});

	it('has every member of the transaction details, none of which ordinary numbers have', () => {
		expect(transactionFields).toHaveLength(34);
		for (const { name, label, nullIsNormal } of transactionFields) {
			expect(name).toMatch(/^transaction_details\.[a-z_]+$/);
			expect(label).toMatch(/^Transaction: [A-Z]/);
			expect(nullIsNormal).toBe(true);
		}
	});

	it('simplifies to the fields that decide about a lead', () => {
		expect(PHONE_FIELDS.filter(({ simplified }) => simplified).map(({ name }) => name)).toEqual([
			...[
				'message',
				'success',
				'formatted',
				'valid',
				'fraud_score',
				'recent_abuse',
				'VOIP',
				'prepaid',
				'risky',
				'active',
				'carrier',
				'line_type',
			],
			...['country', 'city', 'region', 'active_status', 'user_activity', 'leaked', 'spammer', 'do_not_call', 'tcpa_blacklist'],
		]);
	});

	it("marks IPQS's own words, and what inside an object carries plan sentences", () => {
		expect(PHONE_FIELDS.filter(({ freeText }) => freeText).map(({ name }) => name)).toEqual(['errors']);
		expect(PHONE_FIELDS.flatMap(({ name, planNoticeIn }) => (planNoticeIn === undefined ? [] : [`${name}.${planNoticeIn}`]))).toEqual([
			'associated_email_addresses.status',
			'number_recycling.message',
		]);
	});

	it('marks what ordinary numbers lack', () => {
		expect(mainFields.filter(({ nullIsNormal }) => nullIsNormal).map(({ name }) => name)).toEqual([
			...[
				'prepaid',
				'active',
				'active_status',
				'user_activity',
				'name',
				'do_not_call',
				'tcpa_blacklist',
				'accurate_country_code',
				'sms_email',
			],
			...['number_recycling', 'identity_data', 'sms_pumping', 'transaction_details', 'errors'],
		]);
	});

	it('types what is no text', () => {
		const named = (type: string) => mainFields.filter((field) => field.type === type).map(({ name }) => name);
		expect(named('boolean')).toEqual([
			...['success', 'valid', 'recent_abuse', 'VOIP', 'prepaid', 'risky', 'active', 'leaked', 'spammer', 'do_not_call', 'tcpa_blacklist'],
			'accurate_country_code',
		]);
		expect(named('number')).toEqual(['fraud_score', 'dialing_code']);
		expect(named('choice')).toEqual(['line_type', 'active_status', 'user_activity']);
		expect(named('list')).toEqual(['identity_data', 'errors']);
		expect(named('object')).toEqual(['associated_email_addresses', 'number_recycling', 'sms_pumping', 'transaction_details']);
	});

	it('names what can be chosen', () => {
		expect(PHONE_FIELDS.find(({ name }) => name === 'line_type')?.choices).toEqual([
			'Wireless',
			'Landline',
			'VOIP',
			'Toll Free',
			'Satellite',
			'Premium Rate',
			'Pager',
		]);
		expect(PHONE_FIELDS.find(({ name }) => name === 'user_activity')?.choices).toEqual(['high', 'medium', 'low', 'none']);
		expect(PHONE_FIELDS.find(({ name }) => name === 'active_status')?.choices).toEqual([
			...[
				'Active Line',
				'Active Line - High Confidence',
				'Active Line - Medium Confidence',
				'Active Line - Low Confidence',
				'Disconnected Line',
			],
			...[PHONE_TURNED_OFF, 'Inconclusive Status'],
		]);
		for (const { type, choices } of PHONE_FIELDS) expect(choices !== undefined).toBe(type === 'choice');
	});

	it('has each name and each label once, each with a description', () => {
		expect(new Set(PHONE_FIELDS.map(({ name }) => name)).size).toBe(PHONE_FIELDS.length);
		expect(new Set(PHONE_FIELDS.map(({ label }) => label)).size).toBe(PHONE_FIELDS.length);
		for (const field of PHONE_FIELDS) {
			expect(field.description).toMatch(/^[A-Z].*[^.]$/);
			if (field.type === 'boolean') expect(field.description).toMatch(/^Whether /);
		}
	});
});
