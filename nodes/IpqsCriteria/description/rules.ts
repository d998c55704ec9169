import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { CONDITION_FIELDS, type ConditionField } from '../../shared/criteria/conditionFields';
import { isPresenceOperator, operatorsFor, type ConditionType, type Operator } from '../../shared/criteria/operators';
import { RESULT_KINDS } from '../../shared/criteria/resultKinds';
import { byLabel, OUTCOME_LABELS, OUTCOME_MENU } from './menus';

const fieldsOf = (type: ConditionType): string[] => CONDITION_FIELDS.filter((field) => field.type === type).map(({ name }) => name);

/** Explains an operator in its menu. n8n shows a condition in one row, without the description of its value. */
const explain = ({ name, operand }: Operator): string | undefined => {
	if (operand === 'list') return 'Separate several values with commas';
	if (name === 'isUnknown') return 'IPQS sent no value';
	return name === 'isKnown' ? 'IPQS sent a value' : undefined;
};

/** Value of the operator that stands for "is at or above the fraud threshold of the policy". */
export const REACHES_THRESHOLD = 'reachesThreshold';

const REACHES_THRESHOLD_OPTION: INodePropertyOptions = {
	name: 'Reaches the Fraud Threshold',
	value: REACHES_THRESHOLD,
	description: 'Only for fraud scores. Overrides can change the threshold per campaign.',
};

const operatorMenu = (type: ConditionType): INodePropertyOptions[] =>
	[
		...operatorsFor(type).map((operator) => ({ name: operator.label, value: operator.name, description: explain(operator) })),
		...(type === 'number' ? [REACHES_THRESHOLD_OPTION] : []),
	].sort(byLabel);

const PRESENCE_OPERATORS = operatorsFor('boolean')
	.map(({ name }) => name)
	.filter(isPresenceOperator);

/** Phone fields first, each group in alphabetical order, with the many transaction fields last in theirs. */
function byGroup(one: ConditionField, other: ConditionField): number {
	const groupOf = ({ kind, path }: ConditionField): number =>
		RESULT_KINDS.indexOf(kind) * 2 + (path.startsWith('transaction_details.') ? 1 : 0);
	return groupOf(one) - groupOf(other) || one.label.localeCompare(other.label, 'en');
}

const field: INodeProperties = {
	displayName: 'Field',
	name: 'field',
	type: 'options',
	noDataExpression: true,
	options: [...CONDITION_FIELDS].sort(byGroup).map(({ label, name, description }) => ({ name: label, value: name, description })),
	default: 'fraud_score',
};

const operator = (type: ConditionType, initial: string): INodeProperties => ({
	displayName: 'Operator',
	name: `${type}Operator`,
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { field: fieldsOf(type) } },
	options: operatorMenu(type),
	default: initial,
});

const numberValue: INodeProperties = {
	displayName: 'Value',
	name: 'numberValue',
	type: 'number',
	displayOptions: { show: { field: fieldsOf('number') }, hide: { numberOperator: [...PRESENCE_OPERATORS, REACHES_THRESHOLD] } },
	default: 85,
};

const numberTo: INodeProperties = {
	displayName: 'And',
	name: 'numberTo',
	type: 'number',
	displayOptions: { show: { field: fieldsOf('number'), numberOperator: ['between'] } },
	default: 100,
};

const choiceValue: INodeProperties = {
	displayName: 'Value',
	name: 'choiceValue',
	type: 'string',
	displayOptions: { show: { field: fieldsOf('choice') }, hide: { choiceOperator: PRESENCE_OPERATORS } },
	default: '',
	placeholder: 'e.g. Wireless',
	description: 'Separate several values with commas for Is One Of and Is None Of. The Field menu explains each field.',
};

const textValue: INodeProperties = {
	displayName: 'Value',
	name: 'textValue',
	type: 'string',
	displayOptions: { show: { field: fieldsOf('text') }, hide: { textOperator: PRESENCE_OPERATORS } },
	default: '',
	placeholder: 'e.g. US',
	description: 'Separate several values with commas for Is One Of and Is None Of. Upper and lower case are the same.',
};

const conditions: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Condition',
	typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Condition', fixedCollection: { layout: 'inline' } },
	options: [
		{
			name: 'values',
			displayName: 'Condition',
			values: [
				field,
				operator('number', 'greaterOrEqual'),
				numberValue,
				numberTo,
				operator('boolean', 'isTrue'),
				operator('choice', 'equals'),
				choiceValue,
				operator('text', 'equals'),
				textValue,
			],
		},
	],
};

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
				'Skip the rule if IPQS usually leaves this field empty. Otherwise send to QA, unless the decision is the same either way.',
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

const campaigns = (displayOptions: INodeProperties['displayOptions']): INodeProperties => ({
	displayName: 'Only for Campaigns',
	name: 'campaigns',
	type: 'string',
	displayOptions,
	default: '',
	placeholder: 'e.g. Solar, Roofing',
	description: "Campaigns that the rule is for, separated by commas. Leave empty for all leads. Needs 'Campaign Field'.",
});

/**
 * Shown with 'Campaign Field', and without it as long as it has a value: n8n drops values of hidden fields, so a rule for some
 * campaigns would be for all as soon as that field is emptied. The node stops instead.
 */
const ruleCampaigns = [
	campaigns({ hide: { '/campaignField': [''] } }),
	campaigns({ show: { campaigns: [{ _cnd: { not: '' } }] }, hide: { '/campaignField': [{ _cnd: { not: '' } }] } }),
];

export const RULE_PROPERTIES: INodeProperties[] = [ruleName, match, conditions, action, whenUnknown, ...ruleCampaigns];

export const rules: INodeProperties = {
	displayName: 'Rules',
	name: 'rules',
	type: 'fixedCollection',
	displayOptions: { show: { policySource: ['preset', 'rules'] } },
	default: {},
	placeholder: 'Add Rule',
	description:
		'Rules, checked in this order. Drag a rule to reorder it. With a preset, rules that reject or send to QA come before those of the preset, and rules that accept after those that reject.',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		multipleValueButtonText: 'Add Rule',
		fixedCollection: { itemTitle: RULE_TITLE },
	},
	options: [{ name: 'values', displayName: 'Rule', values: RULE_PROPERTIES }],
};
