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
/** A phone that is off passes: such a line is looked at before an inactive one is rejected. */
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

/** All presets; the scores are IPQS's own bounds (suspicious 75, high risk 85, frequent abuse 90). */
const LIST = [
	{
		name: 'standard',
		label: 'Standard',
		description:
			'The rules LeadExec documents: rejects high fraud scores, invalid numbers and recent abuse; VOIP, prepaid and inactive lines go to QA',
		fraudThreshold: 85,
		rules: [FRAUD_SCORE, INVALID_NUMBER, RECENT_ABUSE, flag('VOIP', 'qa', 'VOIP'), flag('Prepaid', 'qa', 'prepaid'), inactive('qa')],
	},
	{
		name: 'ipqsHighRisk',
		label: 'IPQS High Risk',
		description: 'What IPQS calls high risk is rejected: invalid, inactive or a very high fraud score; what it calls suspicious goes to QA',
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
		description: 'Rejects invalid numbers, recent abuse and very high fraud scores, and accepts the rest',
		fraudThreshold: 90,
		rules: [INVALID_NUMBER, RECENT_ABUSE, FRAUD_SCORE],
	},
	{
		name: 'strict',
		label: 'Cautious',
		description: 'Rejects every sign of abuse; medium fraud scores, VOIP and prepaid lines go to QA',
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
			"Rejects numbers on IPQS's do-not-call and litigator lists and dead lines; other than mobile and landline numbers go to QA. " +
			"Uses IPQS's flags and does not replace a DNC scrub.",
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

export type PresetName = (typeof LIST)[number]['name'];

export const PRESETS: ReadonlyArray<Preset & { readonly name: PresetName }> = LIST;

export const PRESET_NAMES = LIST.map(({ name }) => name);

const BY_NAME = Object.fromEntries(PRESETS.map((preset) => [preset.name, preset])) as Record<PresetName, Preset>;

export const getPreset = (name: PresetName): Preset => BY_NAME[name];

export const isPresetName = (name: string): name is PresetName => Object.hasOwn(BY_NAME, name);
