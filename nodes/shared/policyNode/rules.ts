import type { INodeProperties } from 'n8n-workflow';
import { conditions } from './conditions';
import { OUTCOME_LABELS } from '../criteria/types';
import { OUTCOME_MENU } from './policyMenus';

const ruleName: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Suspicious VOIP',
	description: 'Name of the rule in decisions. Leave empty to use its first condition.',
};

const match: INodeProperties = {
	displayName: 'Match',
	name: 'match',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'All Conditions', value: 'all' },
		{ name: 'Any Condition', value: 'any' },
	],
	default: 'all',
	description: 'For "(A or B) and C", add two rules with All Conditions: one with A and C, and one with B and C',
};

const action: INodeProperties = {
	displayName: 'When This Is True, Send To',
	name: 'action',
	type: 'options',
	noDataExpression: true,
	options: OUTCOME_MENU,
	default: 'qa',
};

const whenUnknown: INodeProperties = {
	displayName: 'When a Value Is Unknown',
	name: 'whenUnknown',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Accept', value: 'accept', description: 'Send the lead to Accept without checking the value' },
		{
			name: 'Automatic',
			value: 'default',
			description:
				'Skip the rule if IPQS often leaves this field empty. Otherwise, send the lead to QA if the missing value could change the decision.',
		},
		{ name: 'QA', value: 'qa' },
		{ name: 'Reject', value: 'reject' },
		{ name: 'Skip This Rule', value: 'skip', description: 'Continue as if the rule did not match' },
	],
	default: 'default',
	description: 'What to do if a value that the rule needs is missing or empty',
};

/** Title of a collapsed rule: its name and its action. A workflow file can leave out values that are the default. */
const RULE_TITLE =
	'={{ ($collection.item.value.name || "Rule " + ($collection.item.index + 1)) + ": " + ' +
	`${JSON.stringify(OUTCOME_LABELS)}[$collection.item.value.action || ${JSON.stringify(action.default)}] }}`;

/**
 * Shown even without 'Campaign Field': n8n drops values of hidden fields, so a rule for some campaigns would be for all as soon as
 * that field is emptied. The node stops instead.
 */
const campaigns: INodeProperties = {
	displayName: 'Only for Campaigns',
	name: 'campaigns',
	type: 'string',
	default: '',
	placeholder: 'e.g. Solar, Roofing',
	description: "Campaigns that the rule applies to, separated by commas. Leave empty for all leads. Requires 'Campaign Field'.",
};

export const RULE_PROPERTIES: INodeProperties[] = [ruleName, match, conditions, action, whenUnknown, campaigns];

export const rules: INodeProperties = {
	displayName: 'Rules',
	name: 'rules',
	type: 'fixedCollection',
	displayOptions: { show: { policySource: ['preset', 'rules'] } },
	default: {},
	placeholder: 'Add Rule',
	description:
		'Rules are checked in this order. Drag to reorder. A rule describes the leads it sends to Accept, QA or Reject: if a buyer takes scores below 50, add a rule that rejects scores at or above 50. With a preset, your Reject and QA rules run before its rules, and your Accept rules after its Reject rules.',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		multipleValueButtonText: 'Add Rule',
		fixedCollection: { itemTitle: RULE_TITLE },
	},
	options: [{ name: 'values', displayName: 'Rule', values: RULE_PROPERTIES }],
};
