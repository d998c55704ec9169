/** Fictional numbers, +1 NPA 555 01nn: 80,000 different ones. */
const numberOf = (index) => `1${200 + (Math.floor(index / 100) % 800)}55501${String(index % 100).padStart(2, '0')}`;

const LINE_TYPES = ['Wireless', 'Landline', 'VOIP', 'Toll Free'];

/** The converted result of the lead at an index, as IPQS Phone Validation outputs it. Of 100 leads, 16 score 85 or more, 4 are invalid and 10 are VOIP. */
function createResult(index) {
	const suffix = String(index % 100).padStart(2, '0');
	const lineType = LINE_TYPES[index % 10 === 3 ? 2 : index % 2];
	return {
		success: true,
		message: 'Success',
		valid: index % 25 !== 7,
		fraud_score: (index * 37) % 101,
		recent_abuse: index % 20 === 9,
		VOIP: lineType === 'VOIP',
		prepaid: lineType === 'Wireless' ? index % 8 === 2 : null,
		risky: index % 20 === 9,
		active: index % 30 !== 4,
		active_status: index % 30 === 4 ? 'Disconnected Line' : 'Active Line',
		line_type: lineType,
		carrier: 'Example Wireless, LLC',
		country: 'US',
		region: 'NJ',
		city: 'Jersey City',
		do_not_call: index % 50 === 11,
		tcpa_blacklist: false,
		leaked: index % 3 === 0,
		spammer: false,
		user_activity: null,
		formatted: `+120155501${suffix}`,
		lookup: {
			status: 'ok',
			reason: null,
			request_id: `benchmark${index}`,
			checked_at: '2026-01-01T00:00:00.000Z',
			attempts: 1,
			charged_attempts: 1,
			latency_ms: 100,
			deduplicated: false,
			billable: true,
			sandbox: false,
			resource: 'phone',
			not_in_plan: {},
		},
	};
}

/** The converted result of an email or IP lookup that no rule of the benchmarks matches, so that all rules are evaluated. */
const createCleanResult = (index, resource, fields) => {
	const { lookup } = createResult(index);
	return { success: true, message: 'Success', fraud_score: index % 80, ...fields, lookup: { ...lookup, resource } };
};

/** The lead at an index with results of the given kinds. */
const createLead = (index, kinds) => ({
	id: index,
	ipqs: createResult(index),
	...(kinds.includes('email') ? { ipqs_email: createCleanResult(index, 'email', { valid: true, disposable: false }) } : {}),
	...(kinds.includes('ip') ? { ipqs_ip: createCleanResult(index, 'ipAddress', { tor: false, vpn: false, proxy: false }) } : {}),
});

module.exports = { createLead, createResult, numberOf };
