import { PHONE_TURNED_OFF } from '../ipqs/phoneFields';
import { THRESHOLD, type Condition, type Outcome, type Rule } from './types';

const rule = (name: string, action: Outcome, condition: Condition): Rule => ({
	name,
	match: 'all',
	conditions: [condition],
	action,
	whenUnknown: 'default',
});

const flag = (name: string, action: Outcome, field: string): Rule => rule(name, action, { field, operator: 'isTrue' });
const inactive = (action: Outcome): Rule => rule('Inactive Line', action, { field: 'active', operator: 'isFalse' });
const suspicious = (score: number): Rule =>
	rule('Suspicious Fraud Score', 'qa', { field: 'fraud_score', operator: 'greaterOrEqual', value: score });

const FRAUD_SCORE = rule('Fraud Score', 'reject', { field: 'fraud_score', operator: 'greaterOrEqual', value: THRESHOLD });
const INVALID_NUMBER = rule('Invalid Number', 'reject', { field: 'valid', operator: 'isFalse' });
const RECENT_ABUSE = flag('Recent Abuse', 'reject', 'recent_abuse');
/** A phone that is turned off may be on again soon, so it goes to QA before the rule that rejects inactive lines. */
const INACTIVE_UNLESS_OFF = [
	rule('Phone Turned Off', 'qa', { field: 'active_status', operator: 'equals', value: PHONE_TURNED_OFF }),
	inactive('reject'),
];

interface Preset {
	readonly name: string;
	readonly label: string;
	readonly description: string;
	readonly fraudThreshold: number;
	readonly rules: readonly Rule[];
}

/** Scores are IPQS's own: 75 suspicious, 85 high risk, 90 frequent abuse (IPQS documentation of the phone API). */
const DEFINITIONS = [
	{
		name: 'standard',
		label: 'Standard',
		description:
			'Rejects high fraud scores, invalid numbers and recent abuse. Sends VOIP, prepaid and inactive lines to QA. These are the rules that LeadExec documents.',
		fraudThreshold: 85,
		rules: [FRAUD_SCORE, INVALID_NUMBER, RECENT_ABUSE, flag('VOIP', 'qa', 'VOIP'), flag('Prepaid', 'qa', 'prepaid'), inactive('qa')],
	},
	{
		name: 'ipqsHighRisk',
		label: 'IPQS High Risk',
		description:
			'Rejects what IPQS calls high risk: invalid numbers, inactive lines and very high fraud scores. Sends what it calls suspicious to QA.',
		fraudThreshold: 90,
		rules: [
			INVALID_NUMBER,
			...INACTIVE_UNLESS_OFF,
			FRAUD_SCORE,
			flag('Recent Abuse', 'qa', 'recent_abuse'),
			flag('Risky', 'qa', 'risky'),
			suspicious(75),
		],
	},
	{
		name: 'clearAbuse',
		label: 'Only Clear Abuse',
		description: 'Rejects invalid numbers, recent abuse and very high fraud scores. Accepts everything else.',
		fraudThreshold: 90,
		rules: [INVALID_NUMBER, RECENT_ABUSE, FRAUD_SCORE],
	},
	{
		name: 'strict',
		label: 'Cautious',
		description: 'Rejects every sign of abuse. Sends medium fraud scores, VOIP and prepaid lines to QA.',
		fraudThreshold: 85,
		rules: [
			INVALID_NUMBER,
			...INACTIVE_UNLESS_OFF,
			FRAUD_SCORE,
			RECENT_ABUSE,
			flag('Risky', 'reject', 'risky'),
			flag('Spammer', 'reject', 'spammer'),
			suspicious(50),
			flag('VOIP', 'qa', 'VOIP'),
			flag('Prepaid', 'qa', 'prepaid'),
		],
	},
	{
		name: 'outreach',
		label: 'Calling and Texting',
		description:
			"Rejects numbers on IPQS's do-not-call and TCPA litigator lists, invalid numbers, inactive lines and high fraud scores. " +
			'Sends all but mobile and landline numbers to QA. Uses IPQS flags and does not replace a DNC scrub.',
		fraudThreshold: 85,
		rules: [
			flag('Do Not Call', 'reject', 'do_not_call'),
			flag('TCPA Blacklist', 'reject', 'tcpa_blacklist'),
			INVALID_NUMBER,
			...INACTIVE_UNLESS_OFF,
			FRAUD_SCORE,
			rule('Line Type', 'qa', { field: 'line_type', operator: 'notIn', value: ['Wireless', 'Landline'] }),
		],
	},
] as const satisfies readonly Preset[];

export type PresetName = (typeof DEFINITIONS)[number]['name'];

export const PRESETS: ReadonlyArray<Preset & { readonly name: PresetName }> = DEFINITIONS;

export const PRESET_NAMES = DEFINITIONS.map(({ name }) => name);

const BY_NAME = Object.fromEntries(PRESETS.map((preset) => [preset.name, preset])) as Record<PresetName, Preset>;

export const getPreset = (name: PresetName): Preset => BY_NAME[name];

export const isPresetName = (name: string): name is PresetName => Object.hasOwn(BY_NAME, name);
