/** The nodes that route leads by the same rules. */
const { rulesFor, THREE_RULES } = require('./rules');

/** A condition as the form of IPQS Criteria stores it. */
const criteriaRule = ({ field, type, operator, value, action }) => ({
	name: field,
	match: 'all',
	conditions: { values: [{ field, [`${type}Operator`]: operator, ...(value === undefined ? {} : { [`${type}Value`]: value }) }] },
	action,
	whenUnknown: 'default',
});

/** Rules as n8n's filter parameter stores them, combined with OR, about the fields of `result`. */
const toFilter = (rules, result = '$json.ipqs') => ({
	options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
	combinator: 'or',
	conditions: rules.map(({ field, type, filter, value = '' }, index) => ({
		id: String(index),
		leftValue: `={{ ${result}.${field} }}`,
		rightValue: value,
		operator: { type, operation: filter, ...(type === 'boolean' ? { singleValue: true } : {}) },
	})),
});

/** IPQS Criteria, by three rules for each kind of result. */
const criteriaNode = (kinds) => ({
	name: 'Criteria',
	type: 'n8n-nodes-ipqs.ipqsCriteria',
	parameters: { policySource: 'rules', rules: { values: rulesFor(kinds).map(criteriaRule) } },
});

/**
 * n8n's Switch, by the rules about a phone number.
 *
 * @param result expression of what has the fields
 */
const switchNode = (result) => ({
	name: 'Switch',
	type: 'n8n-nodes-base.switch',
	typeVersion: 3.2,
	parameters: {
		mode: 'rules',
		rules: { values: THREE_RULES.map((rule) => ({ conditions: toFilter([rule], result) })) },
		options: { fallbackOutput: 'extra' },
	},
});

module.exports = { criteriaNode, switchNode, toFilter };
