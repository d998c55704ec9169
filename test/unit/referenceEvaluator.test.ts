import fc from 'fast-check';

import { leadArbitrary } from '../support/leadArbitraries';
import { campaignsArbitrary, JUDGED_FIELDS, policyArbitrary } from '../support/policyArbitraries';
import { referenceDecision } from '../support/referenceEvaluator';
import type { ReferenceDecision } from '../support/referenceEvaluator';
import { presetRules } from '../support/referencePolicy';
import type { PolicyJson } from '../support/referencePolicy';

type Fields = Record<string, unknown>;

const PHONE = {
	success: true,
	valid: true,
	fraud_score: 0,
	recent_abuse: false,
	VOIP: false,
	prepaid: false,
	risky: false,
	active: true,
	active_status: 'N/A',
	line_type: 'Wireless',
	country: 'US',
	spammer: false,
	do_not_call: false,
	tcpa_blacklist: false,
	user_activity: 'Enterprise L4+ required.',
	carrier: 'Example Wireless',
};
const EMAIL = {
	success: true,
	valid: true,
	fraud_score: 0,
	disposable: false,
	recent_abuse: false,
	honeypot: false,
	catch_all: false,
	suspect: false,
	timed_out: false,
	frequent_complainer: false,
	spam_trap_score: 'none',
};
const IP = { success: true, fraud_score: 0, recent_abuse: false, proxy: false, tor: false, country_code: 'US' };

const phone = (fields: Fields = {}) => ({ ipqs: { ...PHONE, ...fields } });
const email = (fields: Fields = {}) => ({ ipqs_email: { ...EMAIL, ...fields } });
const ip = (fields: Fields = {}) => ({ ipqs_ip: { ...IP, ...fields } });
const failed = (reason = 'timeout') => ({ success: false, message: 'No result', lookup: { status: 'failed', reason } });
const unsent = (reason: string) => ({ success: false, valid: null, message: 'Not sent', lookup: { status: 'not_sent', reason } });

const decide = (policy: PolicyJson, item: Fields, ...campaigns: string[]): ReferenceDecision =>
	referenceDecision({ policy, item, campaigns });
const result = (policy: PolicyJson, item: Fields, ...campaigns: string[]): string => {
	const { outcome, source } = decide(policy, item, ...campaigns);
	return `${outcome} ${source}`;
};

const STANDARD: PolicyJson = { preset: 'standard' };
const ALL: PolicyJson = { preset: 'standard', judge: ['phone', 'email', 'ip'] };

describe('sandbox numbers under standard (SPEC 6)', () => {
	it.each<[string, Fields, string]>([
		['00', phone(), 'accept default'],
		['01', phone({ line_type: 'Landline', prepaid: null }), 'accept default'],
		['02', phone({ line_type: 'Toll Free', prepaid: null }), 'accept default'],
		['10', phone({ line_type: 'VOIP', VOIP: true, fraud_score: 60 }), 'qa rule'],
		['11', phone({ prepaid: true, fraud_score: 30 }), 'qa rule'],
		['20', phone({ fraud_score: 75 }), 'accept default'],
		['21', phone({ fraud_score: 85, risky: true }), 'reject rule'],
		['22', phone({ fraud_score: 90, recent_abuse: true }), 'reject rule'],
		['23', phone({ fraud_score: 100, risky: true, recent_abuse: true, spammer: true }), 'reject rule'],
		['30', phone({ valid: false, formatted: 'N/A' }), 'reject rule'],
		['31', phone({ active: false, active_status: 'Disconnected Line' }), 'qa rule'],
		['32', phone({ active: false, active_status: 'Phone Turned Off' }), 'qa rule'],
		['40', phone({ do_not_call: true }), 'accept default'],
		['41', phone({ tcpa_blacklist: true }), 'accept default'],
		['50', phone({ active_status: 'Premium required.', line_type: 'Upgraded plan required.' }), 'accept default'],
		['51', phone({ fraud_score: null }), 'qa unknown'],
		['60', { ipqs: { success: false, message: 'You have insufficient credits to make this query.' } }, 'qa failed_lookup'],
		['61', { ipqs: failed('invalid_key') }, 'qa failed_lookup'],
		['62', { ipqs: failed('quota_exceeded') }, 'qa failed_lookup'],
		['63', phone(), 'accept default'],
		['64', { ipqs: failed('unavailable') }, 'qa failed_lookup'],
		['65', { ipqs: failed('bad_response') }, 'qa failed_lookup'],
		['66', { ipqs: failed('timeout') }, 'qa failed_lookup'],
	])('decides %s', (_digits, item, expected) => {
		expect(result(STANDARD, item)).toBe(expected);
	});

	it.each([
		['40', { do_not_call: true }],
		['41', { tcpa_blacklist: true }],
	])('rejects %s under outreach', (_digits, fields) => {
		expect(result({ preset: 'outreach' }, phone(fields))).toBe('reject rule');
	});
});

describe('presets (SPEC 4.1)', () => {
	it.each<[string, PolicyJson, Fields, string]>([
		['clearAbuse takes 90 as its threshold', { preset: 'clearAbuse' }, phone({ fraud_score: 89 }), 'accept default'],
		['a threshold replaces S', { preset: 'clearAbuse', fraudThreshold: 70 }, phone({ fraud_score: 70 }), 'reject rule'],
		['qaThreshold is a last QA rule', { ...STANDARD, qaThreshold: 40 }, phone({ fraud_score: 40 }), 'qa rule'],
		['a phone that is turned off goes to QA', { preset: 'strict' }, phone({ active: false, active_status: 'Phone Turned Off' }), 'qa rule'],
		['an inactive phone is rejected', { preset: 'strict' }, phone({ active: false, active_status: 'Disconnected Line' }), 'reject rule'],
		[
			'a phone that is turned off is rejected for another reason',
			{ preset: 'strict' },
			phone({ active: false, active_status: 'Phone Turned Off', spammer: true }),
			'reject rule',
		],
		['a VOIP line goes to QA under outreach', { preset: 'outreach' }, phone({ line_type: 'VOIP' }), 'qa rule'],
		['a Mobile line is Wireless', { preset: 'outreach' }, phone({ line_type: 'Mobile' }), 'accept default'],
		['a US number without tcpa_blacklist goes to QA', { preset: 'outreach' }, phone({ tcpa_blacklist: null }), 'qa unknown'],
		[
			'a British number without tcpa_blacklist passes',
			{ preset: 'outreach' },
			phone({ country: 'GB', do_not_call: null, tcpa_blacklist: null }),
			'accept default',
		],
		['an email is rejected from 90', ALL, { ...phone(), ...email({ fraud_score: 90 }), ...ip() }, 'reject rule'],
		['an email is not rejected at 89', ALL, { ...phone(), ...email({ fraud_score: 89 }), ...ip() }, 'accept default'],
		[
			"the user's threshold holds for an email",
			{ ...ALL, fraudThreshold: 80 },
			{ ...phone(), ...email({ fraud_score: 80 }), ...ip() },
			'reject rule',
		],
		['a slow mail server makes QA', ALL, { ...phone(), ...email({ valid: false, timed_out: true }), ...ip() }, 'qa rule'],
		['an invalid email is rejected', ALL, { ...phone(), ...email({ valid: false }), ...ip() }, 'reject rule'],
		[
			'Tor is rejected before a slow mail server',
			ALL,
			{ ...phone(), ...email({ valid: false, suspect: true }), ...ip({ tor: true }) },
			'reject rule',
		],
		['an IP address with recent abuse goes to QA', ALL, { ...phone(), ...email(), ...ip({ recent_abuse: true }) }, 'qa rule'],
	])('%s', (_name, policy, item, expected) => {
		expect(result(policy, item)).toBe(expected);
	});

	it('lists Reject rules of all results, then the pairs, then QA rules', () => {
		const { reject, qa } = presetRules('strict', ['ip', 'phone', 'email']);
		expect(reject.map(({ name }) => name)).toEqual([
			...['valid = false', 'fraud_score ≥ S', 'recent_abuse', 'risky', 'spammer'],
			...['email.fraud_score ≥ S', 'email.disposable', 'email.honeypot', 'email.recent_abuse'],
			...['ip.fraud_score ≥ S', 'ip.tor'],
			...['active_status = Phone Turned Off', 'active = false'],
			...['email.valid = false with timed_out', 'email.valid = false with suspect', 'email.valid = false'],
		]);
		expect(qa.map(({ name }) => name)).toEqual([
			...['fraud_score ≥ 50', 'VOIP', 'prepaid'],
			...['email.fraud_score ≥ 50', 'email.catch_all', 'email.suspect', 'email.spam_trap_score = high'],
			...['ip.recent_abuse', 'ip.proxy', 'ip.fraud_score ≥ 50'],
		]);
	});

	it('tries own accepting rules after the Reject rules and before the QA rules', () => {
		const policy: PolicyJson = {
			...STANDARD,
			rules: [{ name: 'Texas', conditions: [{ field: 'region', operator: 'equals', value: 'TX' }], action: 'accept' }],
		};
		expect(decide(policy, phone({ region: 'TX', VOIP: true }))).toMatchObject({ outcome: 'accept', rule: 'Texas' });
		expect(result(policy, phone({ region: 'TX', fraud_score: 100 }))).toBe('reject rule');
	});

	it('tries own rejecting rules first', () => {
		const rules: PolicyJson['rules'] = [{ name: 'DNC', conditions: [{ field: 'do_not_call', operator: 'isTrue' }], action: 'reject' }];
		expect(decide({ ...STANDARD, rules }, phone({ do_not_call: true, VOIP: true }))).toMatchObject({
			outcome: 'reject',
			rule: 'DNC',
			codes: 'DO_NOT_CALL, VOIP',
		});
	});

	it('leaves out disabled rules', () => {
		expect(result({ ...STANDARD, disableRules: ['prepaid'] }, phone({ prepaid: true }))).toBe('accept default');
	});
});

const scoreRule = (action: 'accept' | 'qa' | 'reject', whenUnknown?: 'qa' | 'reject' | 'accept' | 'skip') => ({
	name: `Score to ${action}`,
	conditions: [{ field: 'fraud_score', operator: 'greaterOrEqual', value: 50 }],
	action,
	...(whenUnknown === undefined ? {} : { whenUnknown }),
});
const rules = (...list: NonNullable<PolicyJson['rules']>): PolicyJson => ({ rules: list });
const when = (field: string, operator: string, value?: unknown, match: 'all' | 'any' = 'all'): PolicyJson =>
	rules({ name: 'Only', match, conditions: [{ field, operator, value }], action: 'reject' });

describe('conditions (SPEC 4.2)', () => {
	it.each<[string, PolicyJson, Fields, string]>([
		['a score as text is a number', STANDARD, phone({ fraud_score: '95' }), 'reject rule'],
		['"false" is false', STANDARD, phone({ valid: 'false' }), 'reject rule'],
		['1 is true', STANDARD, phone({ recent_abuse: 1 }), 'reject rule'],
		['a score out of range is unknown', STANDARD, phone({ fraud_score: 900 }), 'qa unknown'],
		['a plan sentence is unknown', when('user_activity', 'isUnknown'), phone(), 'reject rule'],
		["a carrier's name is never a plan sentence", when('carrier', 'isKnown'), phone({ carrier: 'Required Telecom' }), 'reject rule'],
		[
			'"Inconclusive Status" is unknown',
			when('active_status', 'isUnknown'),
			phone({ active_status: 'Inconclusive Status' }),
			'reject rule',
		],
		[
			'an identity match of "Unknown" is unknown',
			when('transaction_details.phone_name_identity_match', 'isUnknown'),
			phone({ transaction_details: { phone_name_identity_match: 'Unknown' } }),
			'reject rule',
		],
		['between includes both ends', when('fraud_score', 'between', [40, 50]), phone({ fraud_score: 50 }), 'reject rule'],
		['countries are read in other spellings', when('country', 'in', ['UK', 'USA']), phone(), 'reject rule'],
		['text is compared without case', when('carrier', 'contains', 'WIRELESS'), phone(), 'reject rule'],
		['"threshold" without a preset is 85', when('fraud_score', 'greaterOrEqual', 'threshold'), phone({ fraud_score: 85 }), 'reject rule'],
		['a known value decides with an unknown one, the same both ways', STANDARD, phone({ fraud_score: null, valid: false }), 'reject rule'],
		['an unknown rule is passed over on request', rules(scoreRule('reject', 'skip')), phone({ fraud_score: null }), 'accept default'],
		['an unknown rule rejects on request', rules(scoreRule('qa', 'reject')), phone({ fraud_score: null }), 'reject unknown'],
		[
			'an unknown accepting rule does not matter where the default accepts',
			rules(scoreRule('accept')),
			phone({ fraud_score: null }),
			'accept default',
		],
		[
			'any is true where one condition is',
			rules({
				...scoreRule('reject'),
				match: 'any',
				conditions: [...scoreRule('reject').conditions, { field: 'VOIP', operator: 'isTrue' }],
			}),
			phone({ fraud_score: null, VOIP: true }),
			'reject rule',
		],
		[
			'all is false where one condition is',
			rules({ ...scoreRule('reject'), conditions: [...scoreRule('reject').conditions, { field: 'VOIP', operator: 'isTrue' }] }),
			phone({ fraud_score: null }),
			'accept default',
		],
		[
			'worst takes the worst',
			{ ...rules(scoreRule('accept'), scoreRule('qa')), hitPolicy: 'worst' },
			phone({ fraud_score: 60 }),
			'qa rule',
		],
		['first takes the first', rules(scoreRule('accept'), scoreRule('qa')), phone({ fraud_score: 60 }), 'accept rule'],
	])('%s', (_name, policy, item, expected) => {
		expect(result(policy, item)).toBe(expected);
	});

	it('names the nearest code where no rule matched', () => {
		expect(decide({ ...STANDARD, defaultAction: 'qa' }, phone())).toMatchObject({
			outcome: 'qa',
			source: 'default',
			rule: null,
			codes: 'NO_RULE',
		});
	});
});

describe('results that are absent or failed (SPEC 4)', () => {
	it.each<[string, PolicyJson, Fields, string]>([
		['no result goes to QA', { ...STANDARD, defaultAction: 'accept' }, { name: 'Ann' }, 'qa no_result'],
		['a result of another resource is none', STANDARD, phone({ lookup: { resource: 'email' } }), 'qa no_result'],
		['a failed lookup follows its own setting', { ...STANDARD, onFailedLookup: 'reject' }, { ipqs: failed() }, 'reject failed_lookup'],
		[
			'an unreadable number goes to QA',
			{ ...STANDARD, onFailedLookup: 'reject' },
			{ ipqs: unsent('phone_unreadable') },
			'qa unusable_number',
		],
		[
			'rejectMissing rejects a missing number',
			{ ...STANDARD, onUnusableNumber: 'rejectMissing' },
			{ ipqs: unsent('phone_missing') },
			'reject unusable_number',
		],
		[
			'rejectMissing sends a number without its country to QA',
			{ ...STANDARD, onUnusableNumber: 'rejectMissing' },
			{ ipqs: unsent('country_missing') },
			'qa unusable_number',
		],
		[
			'an impossible number is judged by the rules',
			STANDARD,
			{ ipqs: { success: true, valid: false, fraud_score: null, lookup: { status: 'not_sent', reason: 'phone_impossible' } } },
			'reject rule',
		],
		['one failed lookup of two makes QA', ALL, { ...phone(), ipqs_email: failed(), ...ip() }, 'qa unknown'],
		['an absent result makes QA', ALL, { ...phone(), ...ip() }, 'qa unknown'],
		['another rule still rejects', ALL, { ...phone({ valid: false }), ipqs_email: failed(), ...ip() }, 'reject rule'],
		['all that are present failed', { ...ALL, onFailedLookup: 'accept' }, { ipqs: failed() }, 'accept failed_lookup'],
		[
			'an unusable number is rejected among others',
			{ ...ALL, onUnusableNumber: 'reject' },
			{ ipqs: unsent('phone_missing'), ...email(), ...ip() },
			'reject unusable_number',
		],
		[
			'fields that are ordinarily null are no exception',
			{
				...STANDARD,
				judge: ['phone', 'email'],
				rules: [{ name: 'Prepaid', conditions: [{ field: 'prepaid', operator: 'isTrue' }], action: 'reject' }],
			},
			{ ipqs: failed(), ...email() },
			'qa unknown',
		],
		['a lead without an email goes to QA', ALL, { ...phone(), ipqs_email: unsent('value_missing'), ...ip() }, 'qa unknown'],
		[
			'a lead without an email passes on request',
			{ ...ALL, onMissingValue: 'ignore' },
			{ ...phone(), ipqs_email: unsent('value_missing'), ...ip() },
			'accept default',
		],
		[
			'a failed email is never passed over',
			{ ...ALL, onMissingValue: 'ignore' },
			{ ...phone(), ipqs_email: failed(), ...ip() },
			'qa unknown',
		],
		['results that no rule names do not count', STANDARD, { ...phone(), ipqs_email: failed() }, 'accept default'],
	])('%s', (_name, policy, item, expected) => {
		expect(result(policy, item)).toBe(expected);
	});
});

describe('campaigns (SPEC 4, 4.3)', () => {
	const policy: PolicyJson = {
		...STANDARD,
		rules: [{ name: 'VOIP of solar', conditions: [{ field: 'VOIP', operator: 'isTrue' }], action: 'reject', campaigns: 'Solar, roofing' }],
		overrides: {
			solar: { fraudThreshold: 60, defaultAction: 'qa' },
			leads: { fraudThreshold: 40, onFailedLookup: 'reject' },
			roofing: { preset: 'clearAbuse' },
		},
	};

	it('applies a rule to its campaigns alone', () => {
		expect(result(policy, phone({ VOIP: true }), 'SOLAR')).toBe('reject rule');
		expect(result(policy, phone({ VOIP: true }), 'leads')).toBe('qa rule');
	});

	it('lets the stronger of two campaigns win, member by member', () => {
		expect(result(policy, phone({ fraud_score: 50 }), 'solar', 'leads')).toBe('qa default');
		expect(result(policy, phone({ fraud_score: 50 }), 'leads', 'solar')).toBe('reject rule');
		expect(result(policy, { ipqs: failed() }, 'solar', 'leads')).toBe('reject failed_lookup');
	});

	it("replaces the base rules and S by an override's preset", () => {
		expect(result(policy, phone({ VOIP: true, fraud_score: 89 }), 'roofing')).toBe('accept default');
	});
});

describe('random policies and leads', () => {
	const sample = fc.sample(fc.tuple(policyArbitrary, leadArbitrary, campaignsArbitrary), { numRuns: 1500, seed: 7 });
	const decisions = sample.map(([policy, item, campaigns]) => referenceDecision({ policy, item, campaigns }));

	it('reach every outcome and source', () => {
		const seen = new Set(decisions.flatMap(({ outcome, source }) => [outcome, source]));
		expect([...seen].sort()).toEqual([
			'accept',
			'default',
			'failed_lookup',
			'no_result',
			'qa',
			'reject',
			'rule',
			'unknown',
			'unusable_number',
		]);
	});

	it('are about every field with a single value', () => {
		const listed = sample.flatMap(([{ rules: own = [] }]) => own.flatMap(({ conditions }) => conditions.map(({ field }) => field)));
		expect(JUDGED_FIELDS.filter(({ name }) => !listed.includes(name))).toEqual([]);
	});

	it('have an outcome that SPEC determines in most cases', () => {
		const open = decisions.filter(({ specSilent }) => specSilent.some((choice) => !choice.startsWith('source')));
		expect(open.length).toBeLessThan(decisions.length / 2);
	});
});
