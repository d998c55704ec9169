import { normalizeName } from './normalizeName';
import { EMAIL_RULES, IP_RULES, PHONE_RULES, type PresetRules } from './presetRuleTables';
import type { ResultKind } from './resultKinds';
import type { Rule } from './types';

/** The results that a preset can judge, in the order of its rules. */
export const JUDGED_KINDS = ['phone', 'email', 'ip'] as const satisfies readonly ResultKind[];

export type JudgedKind = (typeof JUDGED_KINDS)[number];

interface Preset {
	readonly name: string;
	readonly label: string;
	readonly description: string;
	readonly fraudThreshold: number;
	readonly rules: Readonly<Record<JudgedKind, PresetRules>>;
}

const phone = PHONE_RULES;
const email = EMAIL_RULES;
const ip = IP_RULES;

/**
 * Scores are IPQS's own: for phones 75 suspicious, 85 high risk, 90 frequent abuse; for email addresses 80 suspicious, 90 risky (its
 * documentation of the APIs).
 */
const DEFINITIONS = [
	{
		name: 'standard',
		label: 'Standard',
		description:
			'Rejects high fraud scores, invalid numbers and recent abuse. Sends VOIP, prepaid and inactive lines to QA. The phone rules match the LeadExec documentation.',
		fraudThreshold: 85,
		rules: {
			phone: {
				reject: [phone.fraudScore, phone.invalid, phone.recentAbuse('reject')],
				qa: [phone.voip, phone.prepaid, phone.inactive('qa')],
			},
			email: {
				reject: [email.fraudScore, email.disposable, email.recentAbuse('reject')],
				pairs: email.invalidUnlessUncertain,
				qa: [email.spamTrap('qa')],
			},
			ip: { reject: [ip.fraudScore, ip.tor('reject')], qa: [ip.recentAbuse, ip.suspicious(75)] },
		},
	},
	{
		name: 'ipqsHighRisk',
		label: 'IPQS High Risk',
		description:
			'Rejects what IPQS calls high risk: invalid numbers, inactive lines and very high fraud scores. Sends what it calls suspicious to QA.',
		fraudThreshold: 90,
		rules: {
			phone: {
				reject: [phone.invalid, phone.fraudScore],
				pairs: phone.inactiveUnlessOff,
				qa: [phone.recentAbuse('qa'), phone.risky('qa'), phone.suspicious(75)],
			},
			email: {
				reject: [email.fraudScore, email.disposable],
				pairs: email.invalidUnlessUncertain,
				qa: [email.recentAbuse('qa'), email.suspicious(80)],
			},
			ip: { reject: [ip.fraudScore], qa: [ip.recentAbuse, ip.tor('qa'), ip.suspicious(75)] },
		},
	},
	{
		name: 'clearAbuse',
		label: 'Only Clear Abuse',
		description: 'Rejects invalid numbers, recent abuse and very high fraud scores. Accepts everything else.',
		fraudThreshold: 90,
		rules: {
			phone: { reject: [phone.invalid, phone.recentAbuse('reject'), phone.fraudScore], qa: [] },
			email: { reject: [email.recentAbuse('reject'), email.fraudScore], pairs: email.invalidUnlessUncertain, qa: [] },
			ip: { reject: [ip.fraudScore], qa: [] },
		},
	},
	{
		name: 'strict',
		label: 'Cautious',
		description: 'Rejects most signs of abuse. Sends medium fraud scores, VOIP and prepaid lines to QA.',
		fraudThreshold: 85,
		rules: {
			phone: {
				reject: [phone.invalid, phone.fraudScore, phone.recentAbuse('reject'), phone.risky('reject'), phone.spammer],
				pairs: phone.inactiveUnlessOff,
				qa: [phone.suspicious(50), phone.voip, phone.prepaid],
			},
			email: {
				reject: [email.fraudScore, email.disposable, email.honeypot('reject'), email.recentAbuse('reject')],
				pairs: email.invalidUnlessUncertain,
				qa: [email.suspicious(50), email.catchAll, email.suspect, email.spamTrap('qa')],
			},
			ip: { reject: [ip.fraudScore, ip.tor('reject')], qa: [ip.recentAbuse, ip.proxy, ip.suspicious(50)] },
		},
	},
	{
		name: 'outreach',
		label: 'Calling and Texting',
		description:
			"Rejects numbers on IPQS's do-not-call and TCPA litigator lists, invalid numbers, inactive lines and high fraud scores. " +
			'Sends all numbers except mobile and landline to QA. Uses IPQS flags and does not replace a DNC scrub.',
		fraudThreshold: 85,
		rules: {
			phone: {
				reject: [phone.doNotCall, phone.tcpaBlacklist, phone.invalid, phone.fraudScore],
				pairs: phone.inactiveUnlessOff,
				qa: [phone.lineType],
			},
			email: {
				reject: [email.fraudScore, email.spamTrap('reject')],
				pairs: email.invalidUnlessUncertain,
				qa: [email.frequentComplainer, email.honeypot('qa')],
			},
			ip: { reject: [ip.fraudScore], qa: [ip.tor('qa')] },
		},
	},
] as const satisfies readonly Preset[];

export type PresetName = (typeof DEFINITIONS)[number]['name'];

export const PRESETS: ReadonlyArray<Preset & { readonly name: PresetName }> = DEFINITIONS;

export const PRESET_NAMES = DEFINITIONS.map(({ name }) => name);

const rulesAbout = (kind: JudgedKind): Rule[] =>
	PRESETS.flatMap(({ rules }) => {
		const { reject, pairs = [], qa } = rules[kind];
		return [...reject, ...pairs, ...qa];
	});

/** Names of the rules of all presets, each once: by result, the phone first, and in alphabetical order. */
export const PRESET_RULE_NAMES: readonly string[] = JUDGED_KINDS.flatMap((kind) =>
	[...new Set(rulesAbout(kind).map(({ name }) => name))].sort((one, other) => one.localeCompare(other, 'en')),
);

const BY_NAME = Object.fromEntries(PRESETS.map((preset) => [preset.name, preset])) as Record<PresetName, Preset>;

export const getPreset = (name: PresetName): Preset => BY_NAME[name];

/** The preset with this name or label, in any case: `strict`, "Cautious". */
export const findPreset = (text: string): PresetName | undefined => {
	const wanted = normalizeName(text);
	return PRESETS.find(({ name, label }) => [name, label].some((known) => normalizeName(known) === wanted))?.name;
};

/**
 * The rules of a preset: those of all judged results that reject, then the pairs, then those that send to QA.
 *
 * @returns in two parts, between which rules that accept can stand
 */
export function presetRules(
	name: PresetName,
	judge: readonly ResultKind[] = ['phone'],
): { rejecting: readonly Rule[]; qa: readonly Rule[] } {
	const judged = JUDGED_KINDS.filter((kind) => judge.includes(kind)).map((kind) => getPreset(name).rules[kind]);
	return {
		rejecting: [...judged.flatMap(({ reject }) => reject), ...judged.flatMap(({ pairs = [] }) => pairs)],
		qa: judged.flatMap(({ qa }) => qa),
	};
}

/** IPQS calls email addresses risky from 90 up, so lower thresholds of presets, which are about phones, do not apply to them. */
const MIN_EMAIL_THRESHOLD = 90;

/** The fraud threshold of a preset for a result, unless the user gives one. */
export const presetThreshold = (name: PresetName, kind: ResultKind): number => {
	const { fraudThreshold } = getPreset(name);
	return kind === 'email' ? Math.max(MIN_EMAIL_THRESHOLD, fraudThreshold) : fraudThreshold;
};
