import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_THRESHOLD } from '../criteria/effectiveRule';
import { JUDGED_KINDS, PRESETS, presetThreshold } from '../criteria/presets';
import { RESULT_KIND_INFO } from '../criteria/resultKinds';
import { REACHES_THRESHOLD_LABEL } from './conditions';
import { byLabel, OUTCOME_MENU, PRESET_MENU } from './policyMenus';
import { overrideRows, overrides, overridesSource } from './overrides';
import { rules } from './rules';

const resultField: INodeProperties = {
	displayName: 'Result Field',
	name: 'resultField',
	type: 'string',
	requiresDataPath: 'single',
	default: 'ipqs',
	placeholder: 'e.g. ipqs',
	description: 'Field with the IPQS phone result. Leave empty if the fields are at the top level, as in a CRM or sheet row.',
};

const policySource: INodeProperties = {
	displayName: 'Policy',
	name: 'policySource',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Preset', value: 'preset', description: 'Ready-made rules with a threshold that you can change' },
		{ name: 'Rules', value: 'rules', description: 'Rules you build from IPQS fields' },
		{ name: 'JSON', value: 'json', description: 'A policy as JSON, for example one per client from a table' },
	],
	default: 'preset',
	description: 'How to decide where each lead goes',
};

const judge: INodeProperties = {
	displayName: 'Results to Check',
	name: 'judge',
	type: 'multiOptions',
	noDataExpression: true,
	displayOptions: { show: { policySource: ['preset'] } },
	options: JUDGED_KINDS.map((kind) => ({ name: RESULT_KIND_INFO[kind].label, value: kind })).sort(byLabel),
	default: ['phone'],
	hint: 'For the rules of the preset. Your own rules can use all results',
	description: 'Lookup results that the preset checks. Add a lookup node for each one before this node.',
};

const preset: INodeProperties = {
	displayName: 'Preset',
	name: 'preset',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { policySource: ['preset'] } },
	options: PRESET_MENU,
	default: 'standard',
	description: 'Which ready-made set of rules to use',
};

/** What the chosen preset does, under its menu. */
const presetNotices = PRESETS.map(
	({ name, description }): INodeProperties => ({
		displayName: description,
		name: 'presetNotice',
		type: 'notice',
		displayOptions: { show: { policySource: ['preset'], preset: [name] } },
		default: '',
	}),
);

/** The threshold of the presets with this default for phones, and where it differs for other results: "85 (90 for email)". */
function describeDefault(score: number): string {
	const others = PRESETS.filter((one) => one.fraudThreshold === score).flatMap(({ name }) =>
		JUDGED_KINDS.filter((kind) => presetThreshold(name, kind) !== score).map(
			(kind) => `${presetThreshold(name, kind)} for ${RESULT_KIND_INFO[kind].name}`,
		),
	);
	return others.length === 0 ? String(score) : `${score} (${[...new Set(others)].join(', ')})`;
}

/**
 * The threshold of the presets with this default. It is empty by default, because at run time n8n does not tell a default from a
 * typed value, so each group of presets has its own placeholder and hint.
 */
const fraudThreshold = (score: number): INodeProperties => ({
	displayName: 'Fraud Threshold',
	name: 'fraudThreshold',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100 },
	displayOptions: {
		show: { policySource: ['preset'], preset: PRESETS.filter((one) => one.fraudThreshold === score).map(({ name }) => name) },
	},
	default: '',
	placeholder: `e.g. ${score}`,
	hint: `Rejects this score and higher. Defaults to ${describeDefault(score)}`,
	description:
		'Leads with this fraud score (0 to 100) or higher are rejected. Applies to every result that the preset checks. Leave empty for the threshold of the preset.',
});

const rulesThreshold: INodeProperties = {
	...fraudThreshold(DEFAULT_THRESHOLD),
	displayOptions: { show: { policySource: ['rules'] } },
	description: `In your own rules, conditions with '${REACHES_THRESHOLD_LABEL}' use this score (0 to 100). Overrides can change it per campaign.`,
	hint: `Used by conditions with '${REACHES_THRESHOLD_LABEL}'. Defaults to ${DEFAULT_THRESHOLD}`,
};

const fraudThresholds = [...[...new Set(PRESETS.map((one) => one.fraudThreshold))].map(fraudThreshold), rulesThreshold];

const qaThreshold: INodeProperties = {
	displayName: 'QA Threshold',
	name: 'qaThreshold',
	type: 'string',
	displayOptions: { show: { policySource: ['preset'] } },
	default: '',
	placeholder: 'e.g. 60',
	hint: 'Optional: this phone fraud score and higher also go to QA',
	description: 'Adds a last rule to the preset: leads with this phone fraud score (0 to 100) or higher go to QA',
};

const policyJson: INodeProperties = {
	displayName: 'Policy JSON',
	name: 'policyJson',
	type: 'json',
	displayOptions: { show: { policySource: ['json'] } },
	default: '{\n  "preset": "standard"\n}',
	description: 'A preset or rules, with optional campaign overrides. An expression can supply a different policy per lead.',
};

const hitPolicy: INodeProperties = {
	displayName: 'When Several Rules Match',
	name: 'hitPolicy',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { policySource: ['rules', 'json'] } },
	options: [
		{ name: 'First Match Decides', value: 'first', description: 'Rules are checked in order, until one matches' },
		{
			name: 'Worst Match Decides',
			value: 'worst',
			description: 'All rules are checked. Reject takes priority over QA, and QA over Accept.',
		},
	],
	default: 'first',
	description: 'Which rule decides if several match. A JSON policy can override this.',
};

const defaultAction: INodeProperties = {
	displayName: 'When No Rule Matches',
	name: 'defaultAction',
	type: 'options',
	options: OUTCOME_MENU,
	default: 'accept',
	description: 'Where to send leads that match no rule. A JSON policy can override this.',
};

const onFailedLookup: INodeProperties = {
	displayName: 'When the Lookup Failed',
	name: 'onFailedLookup',
	type: 'options',
	options: OUTCOME_MENU,
	default: 'qa',
	description: 'Where to send leads whose lookup failed, for example because credits ran out. A JSON policy can override this.',
};

const campaignField: INodeProperties = {
	displayName: 'Campaign Field',
	name: 'campaignField',
	type: 'string',
	requiresDataPath: 'single',
	default: '',
	placeholder: 'e.g. campaign or campaign, leadType',
	hint: 'Set this to use different settings per campaign or lead type',
	description:
		"Field that contains the lead's campaign, type or client. Separate multiple fields with commas, most important first. Leave empty to treat all leads the same.",
};

/** Where the results are, and the policy that judges them: all but the options. */
export const policyProperties: INodeProperties[] = [
	resultField,
	policySource,
	preset,
	...presetNotices,
	judge,
	...fraudThresholds,
	qaThreshold,
	rules,
	policyJson,
	hitPolicy,
	defaultAction,
	onFailedLookup,
	campaignField,
	overridesSource,
	overrides,
	overrideRows,
];
