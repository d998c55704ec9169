/** The rules of all routing benchmarks, with the name of each operator in IPQS Criteria, n8n's filter, json-rules-engine and json-logic-engine. */
const THREE_RULES = [
	{
		field: 'fraud_score',
		type: 'number',
		operator: 'greaterOrEqual',
		filter: 'gte',
		jsonRules: 'greaterThanInclusive',
		jsonLogic: '>=',
		value: 85,
		action: 'reject',
	},
	{
		field: 'valid',
		type: 'boolean',
		operator: 'isFalse',
		filter: 'false',
		jsonRules: 'equal',
		jsonLogic: '===',
		jsonValue: false,
		action: 'reject',
	},
	{
		field: 'VOIP',
		type: 'boolean',
		operator: 'isTrue',
		filter: 'true',
		jsonRules: 'equal',
		jsonLogic: '===',
		jsonValue: true,
		action: 'qa',
	},
];

/** Three rules about each of the other results. */
const OTHER_RULES = {
	email: [
		{ field: 'email.fraud_score', type: 'number', operator: 'greaterOrEqual', value: 85, action: 'reject' },
		{ field: 'email.valid', type: 'boolean', operator: 'isFalse', action: 'reject' },
		{ field: 'email.disposable', type: 'boolean', operator: 'isTrue', action: 'qa' },
	],
	ip: [
		{ field: 'ip.fraud_score', type: 'number', operator: 'greaterOrEqual', value: 85, action: 'reject' },
		{ field: 'ip.tor', type: 'boolean', operator: 'isTrue', action: 'reject' },
		{ field: 'ip.vpn', type: 'boolean', operator: 'isTrue', action: 'qa' },
	],
};

/** Where leads have each result, as the lookup nodes put it. */
const RESULT_FIELDS = { phone: 'ipqs', email: 'ipqs_email', ip: 'ipqs_ip' };

/** Three rules for each kind of result. */
const rulesFor = (kinds) => kinds.flatMap((kind) => (kind === 'phone' ? THREE_RULES : OTHER_RULES[kind]));

module.exports = { RESULT_FIELDS, rulesFor, THREE_RULES };
