/** The rules of all routing benchmarks, with the name of each operator in IPQS Criteria, n8n's filter and json-rules-engine. */
const THREE_RULES = [
	{
		field: 'fraud_score',
		type: 'number',
		operator: 'greaterOrEqual',
		filter: 'gte',
		jsonRules: 'greaterThanInclusive',
		value: 85,
		action: 'reject',
	},
	{ field: 'valid', type: 'boolean', operator: 'isFalse', filter: 'false', jsonRules: 'equal', jsonValue: false, action: 'reject' },
	{ field: 'VOIP', type: 'boolean', operator: 'isTrue', filter: 'true', jsonRules: 'equal', jsonValue: true, action: 'qa' },
];

module.exports = { THREE_RULES };
