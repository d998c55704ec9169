const { code, json, table } = require('./markdown');
const { optionTable, parameterTable, rowTable } = require('./parameters');
const { memberTable, policyMembers } = require('./policyMembers');

const SYMBOLS = {
	greaterOrEqual: '≥',
	isTrue: 'is true',
	isFalse: 'is false',
	equals: 'is',
	notIn: 'is not',
};

const conditionText = ({ field, operator, value }) => {
	const shown = value === 'threshold' ? 'S' : Array.isArray(value) ? value.join(' or ') : value;
	return [field, SYMBOLS[operator] ?? operator, shown].filter((part) => part !== undefined).join(' ');
};

const rulesWith = (rules, action) =>
	rules
		.filter((rule) => rule.action === action)
		.map((rule) => rule.conditions.map(conditionText).join(' and '))
		.join('; ');

/** What stands to the right of an operator, and an example of it. */
const OPERANDS = {
	none: ['none', undefined],
	value: ['one value', { number: 85, text: 'T-Mobile' }],
	range: ['two numbers, the lower one first; both are included', { number: [50, 84] }],
	list: ['list of texts', { text: ['Wireless', 'Landline'] }],
};

/** A condition in JSON that uses the operator. */
function exampleOf({ name, fieldTypes, operand }) {
	const values = OPERANDS[operand][1];
	if (values === undefined) return { field: fieldTypes.length > 1 ? 'prepaid' : 'VOIP', operator: name };
	if (fieldTypes.includes('number')) return { field: 'fraud_score', operator: name, value: values.number };
	return {
		field: operand === 'list' ? 'line_type' : 'carrier',
		operator: name,
		value: values.text,
	};
}

const inline = (value) => {
	if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	return `{ ${Object.entries(value)
		.map(([name, member]) => `${JSON.stringify(name)}: ${inline(member)}`)
		.join(', ')} }`;
};

/** Codes of a condition on the field that is true: in general, and for a boolean that is false. */
function codesOf({ name, type }, codeOf) {
	if (type !== 'boolean')
		return [
			code(
				codeOf({
					field: name,
					operator: 'equals',
					value: type === 'number' ? 0 : 'x',
				}),
			),
			'',
		];
	return ['isTrue', 'isFalse'].map((operator) => code(codeOf({ field: name, operator })));
}

function oftenEmpty(field, isOftenEmpty) {
	if (isOftenEmpty(field, 'US')) return 'yes';
	return isOftenEmpty(field, 'GB') ? 'outside the US and Canada' : '';
}

const VOIP_LEAD = {
	fraud_score: 60,
	VOIP: true,
	line_type: 'VOIP',
	prepaid: null,
};

/** Blocks about IPQS Criteria. */
const criteriaBlocks = (source) => {
	const {
		criteriaProperties,
		presets,
		judgedKinds,
		effectivePolicy,
		presetThreshold,
		operators,
		conditionFields,
		codeOf,
		isOftenEmpty,
		decide,
		phoneSandbox,
	} = source;
	const members = policyMembers(source);
	const example = (policy, fields, options) => decide(policy, { ...phoneSandbox.cleanBody, ...fields }, options);
	return {
		'criteria-parameters': () => parameterTable(criteriaProperties),
		'criteria-options': () => optionTable(criteriaProperties),
		'rule-parameters': () => rowTable(criteriaProperties, 'rules'),
		'override-parameters': () => rowTable(criteriaProperties, 'overrides'),
		presets: () =>
			table(
				['Preset', 'Result', 'S', 'Rejects', 'Sends to QA'],
				presets.flatMap(({ label, name }) =>
					judgedKinds.map((kind) => {
						const { rules } = effectivePolicy({ preset: name, judge: [kind] });
						return [`${label} (${code(name)})`, kind, presetThreshold(name, kind), rulesWith(rules, 'reject'), rulesWith(rules, 'qa')];
					}),
				),
			),
		'condition-fields': () =>
			table(
				['Field', 'Label', 'Type', 'Code', 'Code when false', 'Often empty'],
				conditionFields.map((field) => [
					code(field.name),
					field.label,
					field.type,
					...codesOf(field, codeOf),
					oftenEmpty(field, isOftenEmpty),
				]),
			),
		'decision-example': () => json(example({ preset: 'standard' }, { ...VOIP_LEAD, fraud_score: 92 })),
		'trace-example': () => {
			const policy = {
				preset: 'standard',
				overrides: { 'solar-tx': { fraudThreshold: 70 } },
			};
			const { trace } = example(policy, VOIP_LEAD, {
				includeTrace: true,
				campaign: 'solar-tx',
			});
			return `\`\`\`json\n[\n${trace.map((entry) => `  ${inline(entry)}`).join(',\n')}\n]\n\`\`\``;
		},
		'policy-members': () => memberTable(members.policy),
		'override-members': () => memberTable(members.override),
		'rule-members': () => memberTable(members.rule),
		'condition-members': () => memberTable(members.condition),
		operators: () =>
			table(
				['In the menu', 'In JSON', 'Fields', '`value`', 'Example'],
				operators.map((operator) => [
					operator.label,
					code(operator.name),
					operator.fieldTypes.join(', '),
					OPERANDS[operator.operand][0],
					code(inline(exampleOf(operator))),
				]),
			),
	};
};

module.exports = { criteriaBlocks };
