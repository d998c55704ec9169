import { decide } from '../../../../nodes/shared/criteria/buildDecision';
import { compileCampaignPolicies } from '../../../../nodes/shared/criteria/compileCampaignPolicies';
import { findPreset, PRESET_RULE_NAMES, PRESETS, presetRules } from '../../../../nodes/shared/criteria/presets';
import type { JsonObject } from '../../../../nodes/shared/json/json';
import { CLEAN, decided, outcomeOf, policyOf } from './evaluations';

const lead = (changes: object) => ({ ...CLEAN, ...changes });

describe('presets', () => {
	it.each(PRESETS.map(({ name }) => name))('%s accepts a clean number', (preset) => {
		expect(decided({ preset }, CLEAN)).toMatchObject({
			outcome: 'accept',
			rule: null,
			source: 'default',
			reason: 'No rule matched',
			codes: '',
			reasons: [],
		});
	});

	it.each([
		['standard', 85, 'reject', 'accept'],
		['ipqsHighRisk', 90, 'reject', 'qa'],
		['ipqsHighRisk', 75, 'qa', 'accept'],
		['clearAbuse', 90, 'reject', 'accept'],
		['strict', 85, 'reject', 'qa'],
		['strict', 50, 'qa', 'accept'],
		['outreach', 85, 'reject', 'accept'],
	])('%s at fraud score %d gives %s from there up and %s below', (preset, score, from, below) => {
		expect([score - 1, score, score + 1].map((fraud_score) => outcomeOf({ preset }, lead({ fraud_score })))).toEqual([below, from, from]);
	});

	it.each(PRESETS.map(({ name }) => name))('%s rejects from the threshold that the user sets', (preset) => {
		const outcomes = [59, 60, 61].map((fraud_score) => decided({ preset, fraudThreshold: 60 }, lead({ fraud_score })));
		expect(outcomes.map(({ codes }) => codes.includes('FRAUD_SCORE'))).toEqual([preset === 'strict', true, true]);
		expect(outcomes.map(({ outcome }) => outcome === 'reject')).toEqual([false, true, true]);
	});

	it.each(PRESETS.map(({ name }) => name))('%s adds a QA threshold as its last rule', (preset) => {
		const outcomes = [39, 40, 41].map((fraud_score) => outcomeOf({ preset, qaThreshold: 40 }, lead({ fraud_score })));
		expect(outcomes).toEqual(['accept', 'qa', 'qa']);
	});

	it.each([
		['standard', { valid: false }, 'reject', 'INVALID_NUMBER'],
		['standard', { recent_abuse: true }, 'reject', 'RECENT_ABUSE'],
		['standard', { VOIP: true }, 'qa', 'VOIP'],
		['standard', { prepaid: true }, 'qa', 'PREPAID'],
		['standard', { active: false }, 'qa', 'INACTIVE'],
		['ipqsHighRisk', { valid: false }, 'reject', 'INVALID_NUMBER'],
		['ipqsHighRisk', { active: false, active_status: 'Disconnected Line' }, 'reject', 'INACTIVE'],
		['ipqsHighRisk', { active: false, active_status: 'Phone Turned Off' }, 'qa', 'PHONE_TURNED_OFF, INACTIVE'],
		['ipqsHighRisk', { recent_abuse: true }, 'qa', 'RECENT_ABUSE'],
		['ipqsHighRisk', { risky: true }, 'qa', 'RISKY'],
		['clearAbuse', { valid: false }, 'reject', 'INVALID_NUMBER'],
		['clearAbuse', { recent_abuse: true }, 'reject', 'RECENT_ABUSE'],
		['clearAbuse', { VOIP: true, prepaid: true, active: false }, 'accept', ''],
		['strict', { valid: false }, 'reject', 'INVALID_NUMBER'],
		['strict', { active: false }, 'reject', 'INACTIVE'],
		['strict', { active: false, active_status: 'phone turned off' }, 'qa', 'PHONE_TURNED_OFF, INACTIVE'],
		['strict', { recent_abuse: true }, 'reject', 'RECENT_ABUSE'],
		['strict', { risky: true }, 'reject', 'RISKY'],
		['strict', { spammer: true }, 'reject', 'SPAMMER'],
		['strict', { VOIP: true }, 'qa', 'VOIP'],
		['strict', { prepaid: true }, 'qa', 'PREPAID'],
		['outreach', { do_not_call: true }, 'reject', 'DO_NOT_CALL'],
		['outreach', { tcpa_blacklist: true }, 'reject', 'TCPA_BLACKLIST'],
		['outreach', { valid: false }, 'reject', 'INVALID_NUMBER'],
		['outreach', { active: false }, 'reject', 'INACTIVE'],
		['outreach', { active: false, active_status: 'Phone Turned Off' }, 'qa', 'PHONE_TURNED_OFF, INACTIVE'],
		['outreach', { line_type: 'Toll-Free' }, 'qa', 'LINE_TYPE'],
		['outreach', { line_type: 'Mobile' }, 'accept', ''],
		['outreach', { line_type: 'Landline' }, 'accept', ''],
	])('%s sends %p to %s with the codes "%s"', (preset, changes, outcome, codes) => {
		expect(decided({ preset }, lead(changes))).toMatchObject({ outcome, codes });
	});

	it.each(PRESETS.map(({ name, label, fraudThreshold }) => [name, { label, fraudThreshold }] as const))(
		'%s written out as JSON decides alike, with the same hash',
		(preset, { label, fraudThreshold }) => {
			const { rejecting, qa } = presetRules(preset);
			const rules = [...rejecting, ...qa];
			const written = JSON.parse(JSON.stringify({ name: label, fraudThreshold, rules })) as object;
			for (const fraud_score of [0, 50, 74, 85, 90, null]) {
				const [one, other] = [decided({ preset }, lead({ fraud_score })), decided(written, lead({ fraud_score }))];
				expect({ ...other, policy: other.policy.hash }).toEqual({ ...one, policy: one.policy.hash });
			}
		},
	);

	it('are found by name or label, in any case', () => {
		expect(['strict', 'CAUTIOUS', ' only  clear abuse ', 'toString', ''].map(findPreset)).toEqual([
			...['strict', 'strict', 'clearAbuse'],
			...[undefined, undefined],
		]);
	});

	it('have rules whose names are listed once, those about the phone first, in alphabetical order', () => {
		expect(PRESET_RULE_NAMES).toEqual([
			...['Do Not Call', 'Fraud Score', 'Inactive Line', 'Invalid Number', 'Line Type', 'Phone Turned Off', 'Prepaid'],
			...['Recent Abuse', 'Risky', 'Spammer', 'Suspicious Fraud Score', 'TCPA Blacklist', 'VOIP'],
			...['Catch-All Email', 'Disposable Email', 'Email Fraud Score', 'Email Honeypot', 'Email Recent Abuse', 'Email Spam Trap'],
			...['Email Timed Out', 'Email Uncertain', 'Frequent Complainer', 'Invalid Email', 'Suspect Email', 'Suspicious Email Fraud Score'],
			...['IP Fraud Score', 'IP Recent Abuse', 'Proxy', 'Suspicious IP Fraud Score', 'Tor'],
		]);
	});
});

describe('presets that judge the email and IP address too', () => {
	const CLEAN_EMAIL: JsonObject = {
		...{ valid: true, fraud_score: 0, disposable: false, recent_abuse: false, honeypot: false, catch_all: false, suspect: false },
		...{ frequent_complainer: false, spam_trap_score: 'none', timed_out: false },
	};
	const CLEAN_IP: JsonObject = { fraud_score: 0, recent_abuse: false, tor: false, proxy: false };

	/** Outcome and rule for a lead whose results are clean but for these changes. */
	function judged(policy: object, { email = {}, ip = {} }: { email?: object; ip?: object }): string {
		const found = (result: JsonObject) => ({ kind: 'result', result, sandbox: false }) as const;
		const extracted = { phone: found(CLEAN), email: found({ ...CLEAN_EMAIL, ...email }), ip: found({ ...CLEAN_IP, ...ip }) };
		const options = { resultField: 'ipqs', enforced: true, includeTrace: false, includePolicy: false };
		const { outcome, rule } = decide(compileCampaignPolicies(policyOf(policy))([]), undefined, extracted, options);
		return rule === null ? outcome : `${outcome}: ${rule}`;
	}

	const judge = ['phone', 'email', 'ip'];

	it.each<[preset: string, changes: Parameters<typeof judged>[1], decision: string]>([
		['standard', {}, 'accept'],
		['standard', { email: { fraud_score: 90 } }, 'reject: Email Fraud Score'],
		['standard', { email: { fraud_score: 89 } }, 'accept'],
		['standard', { email: { disposable: true } }, 'reject: Disposable Email'],
		['standard', { email: { recent_abuse: true } }, 'reject: Email Recent Abuse'],
		['standard', { email: { valid: false } }, 'reject: Invalid Email'],
		['standard', { email: { valid: false, timed_out: true } }, 'qa: Email Timed Out'],
		['standard', { email: { timed_out: true } }, 'accept'],
		['standard', { email: { valid: false, suspect: true } }, 'qa: Email Uncertain'],
		['standard', { email: { suspect: true } }, 'accept'],
		['standard', { email: { spam_trap_score: 'high' } }, 'qa: Email Spam Trap'],
		['standard', { email: { spam_trap_score: 'medium' } }, 'accept'],
		['standard', { ip: { fraud_score: 85 } }, 'reject: IP Fraud Score'],
		['standard', { ip: { fraud_score: 84 } }, 'qa: Suspicious IP Fraud Score'],
		['standard', { ip: { fraud_score: 74 } }, 'accept'],
		['standard', { ip: { tor: true } }, 'reject: Tor'],
		['standard', { ip: { recent_abuse: true } }, 'qa: IP Recent Abuse'],
		['standard', { ip: { proxy: true } }, 'accept'],
		['ipqsHighRisk', { email: { fraud_score: 90 } }, 'reject: Email Fraud Score'],
		['ipqsHighRisk', { email: { fraud_score: 80 } }, 'qa: Suspicious Email Fraud Score'],
		['ipqsHighRisk', { email: { fraud_score: 79 } }, 'accept'],
		['ipqsHighRisk', { email: { disposable: true } }, 'reject: Disposable Email'],
		['ipqsHighRisk', { email: { valid: false } }, 'reject: Invalid Email'],
		['ipqsHighRisk', { email: { recent_abuse: true } }, 'qa: Email Recent Abuse'],
		['ipqsHighRisk', { ip: { fraud_score: 90 } }, 'reject: IP Fraud Score'],
		['ipqsHighRisk', { ip: { fraud_score: 75 } }, 'qa: Suspicious IP Fraud Score'],
		['ipqsHighRisk', { ip: { fraud_score: 74 } }, 'accept'],
		['ipqsHighRisk', { ip: { tor: true } }, 'qa: Tor'],
		['ipqsHighRisk', { ip: { recent_abuse: true } }, 'qa: IP Recent Abuse'],
		['clearAbuse', { email: { fraud_score: 90 } }, 'reject: Email Fraud Score'],
		['clearAbuse', { email: { recent_abuse: true } }, 'reject: Email Recent Abuse'],
		['clearAbuse', { email: { valid: false } }, 'reject: Invalid Email'],
		['clearAbuse', { email: { disposable: true, spam_trap_score: 'high' } }, 'accept'],
		['clearAbuse', { ip: { fraud_score: 90 } }, 'reject: IP Fraud Score'],
		['clearAbuse', { ip: { fraud_score: 89, tor: true, recent_abuse: true } }, 'accept'],
		['strict', { email: { fraud_score: 90 } }, 'reject: Email Fraud Score'],
		['strict', { email: { fraud_score: 50 } }, 'qa: Suspicious Email Fraud Score'],
		['strict', { email: { fraud_score: 49 } }, 'accept'],
		['strict', { email: { disposable: true } }, 'reject: Disposable Email'],
		['strict', { email: { honeypot: true } }, 'reject: Email Honeypot'],
		['strict', { email: { recent_abuse: true } }, 'reject: Email Recent Abuse'],
		['strict', { email: { valid: false } }, 'reject: Invalid Email'],
		['strict', { email: { catch_all: true } }, 'qa: Catch-All Email'],
		['strict', { email: { suspect: true } }, 'qa: Suspect Email'],
		['strict', { email: { spam_trap_score: 'high' } }, 'qa: Email Spam Trap'],
		['strict', { ip: { fraud_score: 85 } }, 'reject: IP Fraud Score'],
		['strict', { ip: { fraud_score: 50 } }, 'qa: Suspicious IP Fraud Score'],
		['strict', { ip: { fraud_score: 49 } }, 'accept'],
		['strict', { ip: { tor: true } }, 'reject: Tor'],
		['strict', { ip: { recent_abuse: true } }, 'qa: IP Recent Abuse'],
		['strict', { ip: { proxy: true } }, 'qa: Proxy'],
		['outreach', { email: { fraud_score: 90 } }, 'reject: Email Fraud Score'],
		['outreach', { email: { spam_trap_score: 'high' } }, 'reject: Email Spam Trap'],
		['outreach', { email: { valid: false } }, 'reject: Invalid Email'],
		['outreach', { email: { frequent_complainer: true } }, 'qa: Frequent Complainer'],
		['outreach', { email: { honeypot: true } }, 'qa: Email Honeypot'],
		['outreach', { ip: { fraud_score: 85 } }, 'reject: IP Fraud Score'],
		['outreach', { ip: { fraud_score: 84 } }, 'accept'],
		['outreach', { ip: { tor: true } }, 'qa: Tor'],
	])('%s decides about %j: %s', (preset, changes, decision) => {
		expect(judged({ preset, judge }, changes)).toBe(decision);
	});

	it('have the threshold that the user sets for all of them', () => {
		expect(judged({ preset: 'standard', judge, fraudThreshold: 60 }, { email: { fraud_score: 60 } })).toBe('reject: Email Fraud Score');
		expect(judged({ preset: 'standard', judge, fraudThreshold: 60 }, { ip: { fraud_score: 60 } })).toBe('reject: IP Fraud Score');
	});

	it('judge no address unless told to', () => {
		expect(judged({ preset: 'standard' }, { email: { valid: false }, ip: { tor: true } })).toBe('accept');
	});
});
