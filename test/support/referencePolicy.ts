/**
 * The policy half of the reference evaluator: SPEC 4.1 (presets), 4.3 (policy JSON) and the overrides of section 4, written
 * from SPEC alone and without code of the engine that is tested against it.
 */

export type Outcome = 'accept' | 'qa' | 'reject';
export type ResultName = 'phone' | 'email' | 'ip' | 'url' | 'device' | 'leak';
export type PresetName = 'standard' | 'ipqsHighRisk' | 'clearAbuse' | 'strict' | 'outreach';
export type JudgedByPreset = 'phone' | 'email' | 'ip';
export type Action = Outcome;
export type WhenUnknown = 'default' | 'skip' | Outcome;
/** Records a choice that SPEC leaves open and that this evaluation made. */
export type SpecSilent = (choice: string) => void;

export interface ConditionJson {
	readonly field: string;
	readonly operator: string;
	readonly value?: unknown;
}

export interface RuleJson {
	readonly name?: string;
	readonly match?: 'all' | 'any';
	readonly conditions: readonly ConditionJson[];
	readonly action: Action;
	readonly whenUnknown?: WhenUnknown;
	/** Comma separated, in any case; empty means all campaigns. */
	readonly campaigns?: string;
}

export interface OverrideJson {
	readonly preset?: PresetName;
	readonly fraudThreshold?: number;
	readonly qaThreshold?: number;
	readonly defaultAction?: Action;
	readonly onFailedLookup?: Action;
	readonly onUnusableNumber?: Action | 'rejectMissing';
	readonly onMissingValue?: 'qa' | 'ignore';
	readonly disableRules?: readonly string[];
	readonly rules?: readonly RuleJson[];
}

/** A valid policy of SPEC 4.3. */
export interface PolicyJson extends OverrideJson {
	readonly name?: string;
	readonly judge?: readonly JudgedByPreset[];
	readonly hitPolicy?: 'first' | 'worst';
	readonly overrides?: Readonly<Record<string, OverrideJson>>;
}

/** A rule as it is evaluated; `preset` where it is no rule of the user's. */
export interface Rule extends RuleJson {
	readonly code?: string;
	readonly preset?: true;
}

/** The rows of SPEC 4.1 in its words and order; a `*` is the pair that follows the Reject rules of all results. */
type PresetRow = Readonly<Record<JudgedByPreset, readonly [reject: string, qa: string]>> & { readonly S: number };
const PRESETS: Readonly<Record<PresetName, PresetRow>> = {
	standard: {
		S: 85,
		phone: ['fraud_score ≥ S; valid = false; recent_abuse', 'VOIP; prepaid; active = false'],
		email: ['fraud_score ≥ S; disposable; recent_abuse; valid = false *', 'spam_trap_score = high'],
		ip: ['fraud_score ≥ S; tor', 'recent_abuse; fraud_score ≥ 75'],
	},
	ipqsHighRisk: {
		S: 90,
		phone: ['valid = false; fraud_score ≥ S; active = false *', 'recent_abuse; risky; fraud_score ≥ 75'],
		email: ['fraud_score ≥ S; disposable; valid = false *', 'recent_abuse; fraud_score ≥ 80'],
		ip: ['fraud_score ≥ S', 'recent_abuse; tor; fraud_score ≥ 75'],
	},
	clearAbuse: {
		S: 90,
		phone: ['valid = false; recent_abuse; fraud_score ≥ S', ''],
		email: ['recent_abuse; fraud_score ≥ S; valid = false *', ''],
		ip: ['fraud_score ≥ S', ''],
	},
	strict: {
		S: 85,
		phone: ['valid = false; fraud_score ≥ S; recent_abuse; risky; spammer; active = false *', 'fraud_score ≥ 50; VOIP; prepaid'],
		email: [
			'fraud_score ≥ S; disposable; honeypot; recent_abuse; valid = false *',
			'fraud_score ≥ 50; catch_all; suspect; spam_trap_score = high',
		],
		ip: ['fraud_score ≥ S; tor', 'recent_abuse; proxy; fraud_score ≥ 50'],
	},
	outreach: {
		S: 85,
		phone: ['do_not_call; tcpa_blacklist; valid = false; fraud_score ≥ S; active = false *', 'line_type not Wireless or Landline'],
		email: ['fraud_score ≥ S; spam_trap_score = high; valid = false *', 'frequent_complainer; honeypot'],
		ip: ['fraud_score ≥ S', 'tor'],
	},
};

export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];
const JUDGED_IN_ORDER = ['phone', 'email', 'ip'] as const;

const prefixed = (result: ResultName, field: string): string => (result === 'phone' ? field : `${result}.${field}`);

/** Reads a cell's entry: `recent_abuse`, `valid = false`, `spam_trap_score = high`, `fraud_score ≥ 75`, `line_type not A or B`. */
function conditionOf(result: ResultName, entry: string): ConditionJson {
	const [, name = '', sign, value = ''] = /^(\w+)(?: (=|≥|not) (.+))?$/.exec(entry) ?? [];
	const field = prefixed(result, name);
	if (sign === undefined) return { field, operator: 'isTrue' };
	if (sign === 'not') return { field, operator: 'notIn', value: value.split(' or ') };
	if (sign === '≥') return { field, operator: 'greaterOrEqual', value: value === 'S' ? 'threshold' : Number(value) };
	return value === 'false' ? { field, operator: 'isFalse' } : { field, operator: 'equals', value };
}

// SPEC silent: names of preset rules (what `disableRules` holds). Here: the field and the entry of SPEC 4.1, such as
// `email.valid = false`. Tests translate them by position: the order of `presetRules` is SPEC's.
const presetRule = (name: string, action: Action, conditions: readonly ConditionJson[], code?: string): Rule => ({
	name,
	action,
	conditions,
	preset: true,
	...(code === undefined ? {} : { code }),
});

const entriesOf = (cell: string): string[] => cell.split('; ').filter((entry) => entry !== '');

/** The rules that a starred entry stands for. */
function pairOf(result: ResultName, entry: string): Rule[] {
	const rejects = conditionOf(result, entry);
	const last = presetRule(prefixed(result, entry), 'reject', [rejects]);
	if (result === 'phone') {
		const turnedOff = { field: 'active_status', operator: 'equals', value: 'Phone Turned Off' };
		return [presetRule('active_status = Phone Turned Off', 'qa', [turnedOff], 'PHONE_TURNED_OFF'), last];
	}
	// SPEC silent: whether "together with timed_out or with suspect" is one rule or two. Two, since a rule has one `match`.
	const uncertain = ['timed_out', 'suspect'].map((name) =>
		presetRule(`${prefixed(result, entry)} with ${name}`, 'qa', [rejects, { field: prefixed(result, name), operator: 'isTrue' }]),
	);
	return [...uncertain, last];
}

/** The rules of a preset in their order: those of the Reject column with the starred pairs last, and those of the QA column. */
export function presetRules(preset: PresetName, judge: readonly JudgedByPreset[] = ['phone']): { reject: Rule[]; qa: Rule[] } {
	const judged = JUDGED_IN_ORDER.filter((result) => judge.includes(result));
	const ofColumn = (column: 0 | 1) =>
		judged.flatMap((result) => entriesOf(PRESETS[preset][result][column]).map((entry) => [result, entry] as const));
	const plain = (action: Action, entries: ReadonlyArray<readonly [ResultName, string]>) =>
		entries.map(([result, entry]) => presetRule(prefixed(result, entry), action, [conditionOf(result, entry)]));
	const isPair = ([, entry]: readonly [ResultName, string]) => entry.endsWith(' *');
	const pairs = ofColumn(0)
		.filter(isPair)
		.flatMap(([result, entry]) => pairOf(result, entry.replace(' *', '')));
	return {
		reject: [
			...plain(
				'reject',
				ofColumn(0).filter((entry) => !isPair(entry)),
			),
			...pairs,
		],
		qa: plain('qa', ofColumn(1)),
	};
}

/** A policy as it holds for one lead. */
export interface EffectivePolicy {
	readonly rules: readonly Rule[];
	/** Also those that a rule's `campaigns` keep from this lead. */
	readonly allRules: readonly Rule[];
	readonly hitPolicy: 'first' | 'worst';
	readonly defaultAction: Action;
	readonly onFailedLookup: Action;
	readonly onUnusableNumber: Action | 'rejectMissing';
	readonly onMissingValue: 'qa' | 'ignore';
	/** S for the score of a result. */
	readonly threshold: (result: ResultName) => number;
}

const normalizeName = (name: string): string => name.trim().toLowerCase();
const namesIn = (list: string): string[] => list.split(',').map(normalizeName).filter(Boolean);

/** Applies the overrides of the lead's campaigns, strongest first, and puts the rules into their order. */
export function effectivePolicy(policy: PolicyJson, campaigns: readonly string[], specSilent: SpecSilent): EffectivePolicy {
	const ofLead = [...new Set(campaigns.map(normalizeName))];
	const overrides = Object.entries(policy.overrides ?? {});
	const applied = ofLead.flatMap((campaign) => {
		const found = overrides.find(([names]) => namesIn(names).includes(campaign));
		return found === undefined ? [] : [found[1]];
	});

	let now: OverrideJson = policy;
	let baseRules = policy.rules ?? [];
	let overrideRules: readonly RuleJson[] = [];
	for (const override of [...applied].reverse()) {
		const { rules = [], ...members } = override;
		if (override.preset !== undefined) {
			baseRules = [];
			if (overrideRules.length > 0) specSilent("rules of a weaker campaign's override stay when a stronger one brings a preset");
			if (now.fraudThreshold !== policy.fraudThreshold && members.fraudThreshold === undefined)
				specSilent("a stronger campaign's preset brings its own S, also where a weaker override gave a threshold");
			if (now.qaThreshold !== undefined && members.qaThreshold === undefined)
				specSilent('an override with a preset keeps the qaThreshold of the base');
			if (now.disableRules !== undefined && members.disableRules === undefined)
				specSilent('an override with a preset keeps the disableRules of the base, where it has rules of those names');
			now = { ...now, fraudThreshold: undefined };
		}
		if (now.disableRules !== undefined && members.disableRules !== undefined)
			specSilent('disableRules of an override replaces that of the base');
		now = { ...now, ...members };
		overrideRules = [...rules, ...overrideRules];
	}

	const { preset, fraudThreshold, qaThreshold } = now;
	// Presets are `first`, also those that an override brings to rules.
	const isReplaced = applied.some((override) => override.preset !== undefined);
	const hitPolicy = isReplaced ? 'first' : (policy.hitPolicy ?? 'first');
	if (preset !== undefined && hitPolicy === 'worst') specSilent('hitPolicy "worst" of a JSON policy holds for its preset as well');

	const own: readonly Rule[] = baseRules;
	const disabled = (now.disableRules ?? []).map(normalizeName);
	const enabled = ({ name = '' }: Rule) => !disabled.includes(normalizeName(name));
	const ofPreset = preset === undefined ? { reject: [], qa: [] } : presetRules(preset, policy.judge);
	// SPEC silent: whether an accepting rule comes before or after the starred pairs. After, for they end the Reject rules.
	const ofBase =
		preset === undefined
			? own
			: [
					...own.filter(({ action }) => action !== 'accept'),
					...ofPreset.reject.filter(enabled),
					...own.filter(({ action }) => action === 'accept'),
					...ofPreset.qa.filter(enabled),
				];
	// "An override's rules come before the base rules", those that accept included, unlike the base's own beside a preset.
	const arranged = [...overrideRules, ...ofBase];
	const usesEmailThreshold = [...overrideRules, ...own].some((rule) =>
		rule.conditions.some(({ field, value }) => field === 'email.fraud_score' && value === 'threshold'),
	);
	if (usesEmailThreshold && preset !== undefined && fraudThreshold === undefined)
		specSilent("S of the user's own email rule beside a preset is at least 90, as that of the preset's email rules");
	// SPEC silent: whether a policy of rules without a preset takes `qaThreshold`. It is the last rule there, too.
	const scoreToQa = conditionOf('phone', `fraud_score ≥ ${qaThreshold}`);
	const allRules = qaThreshold === undefined ? arranged : [...arranged, presetRule('qaThreshold', 'qa', [scoreToQa])];

	return {
		allRules,
		rules: allRules.filter(({ campaigns: only = '' }) => {
			const names = namesIn(only);
			return names.length === 0 || names.some((name) => ofLead.includes(name));
		}),
		hitPolicy,
		defaultAction: now.defaultAction ?? 'accept',
		onFailedLookup: now.onFailedLookup ?? 'qa',
		onUnusableNumber: now.onUnusableNumber ?? 'qa',
		onMissingValue: now.onMissingValue ?? 'qa',
		threshold: (result) => {
			const S = fraudThreshold ?? (preset === undefined ? 85 : PRESETS[preset].S);
			if (result !== 'email' || fraudThreshold !== undefined) return S;
			if (preset === undefined)
				specSilent("S of an email rule without a preset and without the user's threshold is 85, as that of the phone");
			return preset === undefined ? S : Math.max(90, S);
		},
	};
}
