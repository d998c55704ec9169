import type { INodeProperties } from 'n8n-workflow';
import { PRESETS } from '../../shared/criteria/presets';
import { OUTCOME_MENU, PRESET_MENU } from './menus';
import { options } from './options';
import { overrides } from './overrides';
import { rules } from './rules';

const resultField: INodeProperties = {
	displayName: 'Result Field',
	name: 'resultField',
	type: 'string',
	requiresDataPath: 'single',
	default: 'ipqs',
	placeholder: 'e.g. ipqs',
	description: 'The field that holds the IPQS phone result; empty when its fields stand in the item itself, as in a row of a CRM or sheet',
};

const policySource: INodeProperties = {
	displayName: 'Policy',
	name: 'policySource',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Preset', value: 'preset', description: 'A proven set of rules with a threshold of your own' },
		{ name: 'Rules', value: 'rules', description: 'Rules you build from IPQS fields' },
		{ name: 'JSON', value: 'json', description: 'A policy as JSON, for example one per client from a table' },
	],
	default: 'preset',
	description: 'What decides about a lead',
};

const preset: INodeProperties = {
	displayName: 'Preset',
	name: 'preset',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { policySource: ['preset'] } },
	options: PRESET_MENU,
	default: 'standard',
	description: 'A ready-made set of rules',
};

/** The threshold, empty by default: its placeholder shows what holds then, so each group of presets has its own. */
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
	hint: `Rejects at or above; empty means ${score}`,
	description: "Fraud score, from 0 to 100, at or above which a lead is rejected; empty means the preset's own",
});

const fraudThresholds = [...new Set(PRESETS.map((one) => one.fraudThreshold))].map(fraudThreshold);

const qaThreshold: INodeProperties = {
	displayName: 'QA Threshold',
	name: 'qaThreshold',
	type: 'string',
	displayOptions: { show: { policySource: ['preset'] } },
	default: '',
	placeholder: 'e.g. 60',
	hint: 'Sends to QA at or above; empty means none',
	description: 'Fraud score, from 0 to 100, at or above which a lead that no other rule catches goes to QA; empty means none',
};

const policyJson: INodeProperties = {
	displayName: 'Policy JSON',
	name: 'policyJson',
	type: 'json',
	displayOptions: { show: { policySource: ['json'] } },
	default: '{\n  "preset": "standard"\n}',
	description: 'A preset or rules, with what a campaign changes under overrides; an expression may bring a policy for each lead',
};

const hitPolicy: INodeProperties = {
	displayName: 'Hit Policy',
	name: 'hitPolicy',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { policySource: ['rules', 'json'] } },
	options: [
		{ name: 'First Match Decides', value: 'first', description: 'Rules are tried in order' },
		{ name: 'Worst Match Decides', value: 'worst', description: 'All rules are tried: Reject outweighs QA, and QA outweighs Accept' },
	],
	default: 'first',
	description: 'Which rule decides when several match; a policy in JSON may say otherwise',
};

const defaultAction: INodeProperties = {
	displayName: 'When No Rule Matches',
	name: 'defaultAction',
	type: 'options',
	options: OUTCOME_MENU,
	default: 'accept',
	description: 'Where leads go that no rule catches; a policy in JSON may say otherwise',
};

const onFailedLookup: INodeProperties = {
	displayName: 'When the Lookup Was Not Answered',
	name: 'onFailedLookup',
	type: 'options',
	options: OUTCOME_MENU,
	default: 'qa',
	description: 'Where leads go that IPQS gave no answer about, for example when credits ran out; a policy in JSON may say otherwise',
};

const campaignField: INodeProperties = {
	displayName: 'Campaign Field',
	name: 'campaignField',
	type: 'string',
	requiresDataPath: 'single',
	default: '',
	placeholder: 'e.g. campaign',
	hint: 'Needed to treat single campaigns differently',
	description: "The field that holds the lead's campaign, type or client, for overrides; empty when one policy holds for all",
};

const mode: INodeProperties = {
	displayName: 'Mode',
	name: 'mode',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Enforce', value: 'enforce', description: 'Send every lead where the policy says' },
		{
			name: 'Monitor (Everything Goes to Accept)',
			value: 'monitor',
			description: 'Record every decision and send all leads to Accept, to try a policy out',
		},
	],
	default: 'enforce',
};

export const properties: INodeProperties[] = [
	resultField,
	policySource,
	preset,
	...fraudThresholds,
	qaThreshold,
	rules,
	policyJson,
	hitPolicy,
	defaultAction,
	onFailedLookup,
	campaignField,
	overrides,
	mode,
	options,
];
