import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { CONDITION_FIELDS, conditionField, type ConditionField } from '../criteria/conditionFields';
import { isPresenceOperator, operatorsFor, type ConditionType, type Operator } from '../criteria/operators';
import { RESULT_KINDS } from '../criteria/resultKinds';
import type { JsonObject } from '../json/json';
import { toText } from '../parameters/text';
import { byLabel, IS_FILLED } from './policyMenus';

const fieldsOf = (type: ConditionType): string[] => CONDITION_FIELDS.filter((field) => field.type === type).map(({ name }) => name);

/** Explains an operator in its menu. n8n shows a condition in one row, without the description of its value. */
const explain = ({ name, operand }: Operator): string | undefined => {
	if (operand === 'list') return 'Separate multiple values with commas';
	if (name === 'isUnknown') return 'IPQS sent no value';
	return name === 'isKnown' ? 'IPQS sent a value' : undefined;
};

/** Value of the operator that stands for "is at or above the fraud threshold of the policy". */
export const REACHES_THRESHOLD = 'reachesThreshold';

export const REACHES_THRESHOLD_LABEL = 'Reaches the Fraud Threshold';

const REACHES_THRESHOLD_OPTION: INodePropertyOptions = {
	name: REACHES_THRESHOLD_LABEL,
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

/** Operators that compare the whole value, so that it is chosen from a menu. */
const MENU_OPERATORS = ['equals', 'notEquals', 'in', 'notIn'];
const PART_OPERATORS = operatorsFor('choice')
	.map(({ name }) => name)
	.filter((name) => !isPresenceOperator(name) && !MENU_OPERATORS.includes(name));

/** The choice fields by their menu, which some of them share. */
function fieldsByMenu(): Map<string, { readonly choices: readonly string[]; readonly fields: string[] }> {
	const menus = new Map<string, { readonly choices: readonly string[]; readonly fields: string[] }>();
	for (const { type, name, choices = [], unknownChoices = [] } of CONDITION_FIELDS) {
		if (type !== 'choice') continue;
		const known = choices.filter((choice) => !unknownChoices.includes(choice));
		const key = known.join();
		const menu = menus.get(key) ?? { choices: known, fields: [] };
		menu.fields.push(name);
		menus.set(key, menu);
	}
	return menus;
}

/** What IPQS sends, to choose from. All have one name, type and default, so that n8n keeps none that belongs to another field. */
const choiceMenus = [...fieldsByMenu().values()].map(
	({ choices, fields }): INodeProperties => ({
		displayName: 'Values',
		name: 'choiceValues',
		type: 'multiOptions',
		displayOptions: { show: { field: fields, choiceOperator: MENU_OPERATORS } },
		options: choices.map((choice) => ({ name: choice, value: choice })).sort(byLabel),
		default: [],
		description: 'With several values, Is means any of them, and Is Not means none of them',
	}),
);

const choiceText: INodeProperties = {
	displayName: 'Text',
	name: 'choiceText',
	type: 'string',
	displayOptions: { show: { field: fieldsOf('choice'), choiceOperator: PART_OPERATORS } },
	default: '',
	placeholder: 'e.g. Active Line',
	description: 'Part of the value. Not case-sensitive.',
};

/** A value from before the menus. Used if nothing is selected. */
const choiceValue: INodeProperties = {
	displayName: 'Value',
	name: 'choiceValue',
	type: 'string',
	displayOptions: { show: { field: fieldsOf('choice'), choiceValue: [IS_FILLED] }, hide: { choiceOperator: PRESENCE_OPERATORS } },
	default: '',
	placeholder: 'e.g. Wireless',
	description: "Text from an earlier version of the node, used only if no 'Values' are selected. Clear it to hide this field.",
};

const textValue: INodeProperties = {
	displayName: 'Value',
	name: 'textValue',
	type: 'string',
	displayOptions: { show: { field: fieldsOf('text') }, hide: { textOperator: PRESENCE_OPERATORS } },
	default: '',
	placeholder: 'e.g. US',
	description: 'Separate multiple values with commas for Is One Of and Is None Of. Not case-sensitive.',
};

/** The inputs of a condition's value that the form shows for its field and operator. */
export function valueInputs({ field, numberOperator, choiceOperator }: JsonObject): INodeProperties[] {
	const type = conditionField(toText(field))?.type;
	if (type === 'number') return numberOperator === 'between' ? [numberValue, numberTo] : [numberValue];
	if (type === 'choice') return MENU_OPERATORS.includes(toText(choiceOperator)) ? choiceMenus.slice(0, 1) : [choiceText];
	return [textValue];
}

export const conditions: INodeProperties = {
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
				...choiceMenus,
				choiceText,
				choiceValue,
				operator('text', 'equals'),
				textValue,
			],
		},
	],
};
