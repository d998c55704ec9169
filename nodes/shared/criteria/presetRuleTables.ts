import { PHONE_TURNED_OFF } from '../ipqs/phoneFields';
import { THRESHOLD, type Condition, type Outcome, type Rule } from './types';

/** The rules of a preset about one kind of result, in the order of their list. */
export interface PresetRules {
	readonly reject: readonly Rule[];
	/** Checked after the Reject rules of all results: QA for a state that may pass, then Reject. */
	readonly pairs?: readonly Rule[];
	readonly qa: readonly Rule[];
}

const rule = (name: string, action: Outcome, ...conditions: readonly Condition[]): Rule => ({
	name,
	match: 'all',
	conditions,
	action,
	whenUnknown: 'default',
});

const flag = (name: string, action: Outcome, field: string): Rule => rule(name, action, { field, operator: 'isTrue' });
const score = (name: string, action: Outcome, field: string, value: number | typeof THRESHOLD): Rule =>
	rule(name, action, { field, operator: 'greaterOrEqual', value });

export const PHONE_RULES = {
	fraudScore: score('Fraud Score', 'reject', 'fraud_score', THRESHOLD),
	suspicious: (from: number) => score('Suspicious Fraud Score', 'qa', 'fraud_score', from),
	invalid: rule('Invalid Number', 'reject', { field: 'valid', operator: 'isFalse' }),
	recentAbuse: (action: Outcome) => flag('Recent Abuse', action, 'recent_abuse'),
	risky: (action: Outcome) => flag('Risky', action, 'risky'),
	spammer: flag('Spammer', 'reject', 'spammer'),
	voip: flag('VOIP', 'qa', 'VOIP'),
	prepaid: flag('Prepaid', 'qa', 'prepaid'),
	doNotCall: flag('Do Not Call', 'reject', 'do_not_call'),
	tcpaBlacklist: flag('TCPA Blacklist', 'reject', 'tcpa_blacklist'),
	lineType: rule('Line Type', 'qa', { field: 'line_type', operator: 'notIn', value: ['Wireless', 'Landline'] }),
	inactive: (action: Outcome) => rule('Inactive Line', action, { field: 'active', operator: 'isFalse' }),
	/** A phone that is turned off may be on again soon, so it goes to QA before the rule that rejects inactive lines. */
	inactiveUnlessOff: [
		rule('Phone Turned Off', 'qa', { field: 'active_status', operator: 'equals', value: PHONE_TURNED_OFF }),
		rule('Inactive Line', 'reject', { field: 'active', operator: 'isFalse' }),
	],
};

const INVALID_EMAIL: Condition = { field: 'email.valid', operator: 'isFalse' };

export const EMAIL_RULES = {
	fraudScore: score('Email Fraud Score', 'reject', 'email.fraud_score', THRESHOLD),
	suspicious: (from: number) => score('Suspicious Email Fraud Score', 'qa', 'email.fraud_score', from),
	disposable: flag('Disposable Email', 'reject', 'email.disposable'),
	recentAbuse: (action: Outcome) => flag('Email Recent Abuse', action, 'email.recent_abuse'),
	honeypot: (action: Outcome) => flag('Email Honeypot', action, 'email.honeypot'),
	catchAll: flag('Catch-All Email', 'qa', 'email.catch_all'),
	suspect: flag('Suspect Email', 'qa', 'email.suspect'),
	frequentComplainer: flag('Frequent Complainer', 'qa', 'email.frequent_complainer'),
	spamTrap: (action: Outcome) => rule('Email Spam Trap', action, { field: 'email.spam_trap_score', operator: 'equals', value: 'high' }),
	/** Valid says little if the mail server was too slow, or if its answer may be wrong. */
	invalidUnlessUncertain: [
		rule('Email Timed Out', 'qa', INVALID_EMAIL, { field: 'email.timed_out', operator: 'isTrue' }),
		rule('Email Uncertain', 'qa', INVALID_EMAIL, { field: 'email.suspect', operator: 'isTrue' }),
		rule('Invalid Email', 'reject', INVALID_EMAIL),
	],
};

export const IP_RULES = {
	fraudScore: score('IP Fraud Score', 'reject', 'ip.fraud_score', THRESHOLD),
	suspicious: (from: number) => score('Suspicious IP Fraud Score', 'qa', 'ip.fraud_score', from),
	/** Never rejects: carriers share addresses among strangers. */
	recentAbuse: flag('IP Recent Abuse', 'qa', 'ip.recent_abuse'),
	tor: (action: Outcome) => flag('Tor', action, 'ip.tor'),
	proxy: flag('Proxy', 'qa', 'ip.proxy'),
};
