/**
 * The modules that decide, and the unit tests that must detect a mutation in them. Areas are small, because a mutation of code
 * that runs when a module is loaded is tried with all tests of its area. Paths are below `nodes/shared` and `test/unit/shared`.
 */
export const AREAS = [
	{
		name: 'phone',
		modules: ['ipqs/phone', 'ipqs/readPhoneText', 'ipqs/splitPhoneText', 'ipqs/readPhoneDigits', 'ipqs/phoneTail'],
		tests: ['ipqs/phone', 'ipqs/splitPhoneText', 'ipqs/phoneTail'],
	},
	{
		name: 'phone-text',
		modules: ['ipqs/simplifyPhoneText', 'ipqs/phoneWords', 'ipqs/phoneLetters', 'ipqs/phoneLink', 'ipqs/phoneSpreadsheet'],
		tests: ['ipqs/phone', 'ipqs/phoneLetters', 'ipqs/phoneLink', 'ipqs/phoneSpreadsheet', 'ipqs/simplifyPhoneText'],
	},
	{
		name: 'phone-plans',
		modules: ['ipqs/phonePlan', 'ipqs/resolveNumber', 'ipqs/numberReading'],
		tests: ['ipqs/phone', 'ipqs/phonePlan'],
	},
	{
		name: 'country',
		modules: ['ipqs/readCountries', 'ipqs/countryName'],
		tests: ['ipqs/readCountries'],
	},
	{
		name: 'responses',
		modules: ['ipqs/response', 'ipqs/failures'],
		tests: ['ipqs/response', 'ipqs/failures'],
	},
	{
		name: 'results',
		modules: ['ipqs/readResponseValue', 'ipqs/selectFields'],
		tests: ['ipqs/readResponseValue', 'ipqs/selectFields'],
	},
	{
		name: 'requests',
		modules: [
			'scheduling/retryPolicy',
			'scheduling/rateLimiter',
			'scheduling/pacer',
			'scheduling/pool',
			'client/lookUp',
			'client/lookUpBatch',
		],
		tests: [
			'scheduling/retryPolicy',
			'scheduling/rateLimiter',
			'scheduling/pacer',
			'scheduling/pool',
			'client/lookUp',
			'client/lookUpBatch',
		],
	},
	{
		name: 'conditions',
		modules: ['criteria/conditionFields', 'criteria/operators', 'criteria/compileCondition', 'criteria/parseCondition'],
		tests: ['criteria/operators', 'criteria/compileCondition', 'criteria/parseCondition'],
	},
	{
		name: 'policies',
		modules: ['criteria/parsePolicy', 'criteria/validatePolicy', 'criteria/policyIssue', 'criteria/normalizeName', 'criteria/nameRules'],
		tests: ['criteria/parsePolicy', 'criteria/policyIssue', 'criteria/normalizeName'],
	},
	{
		name: 'presets',
		modules: ['criteria/presets', 'criteria/presetRuleTables'],
		tests: ['criteria/presets'],
	},
	{
		name: 'overrides',
		modules: [
			'criteria/effectivePolicy',
			'criteria/effectiveRule',
			'criteria/compileCampaignPolicies',
			'criteria/campaignIndex',
			'criteria/writeOutPolicy',
		],
		tests: ['criteria/effectivePolicy', 'criteria/buildDecision'],
	},
	{
		name: 'lint',
		modules: ['criteria/implies', 'criteria/lint', 'criteria/lintValues'],
		tests: ['criteria/lint', 'criteria/lintValues'],
	},
	{
		name: 'rules',
		modules: ['criteria/compile', 'criteria/trace', 'criteria/hash', 'criteria/boundedCache'],
		tests: ['criteria/compile', 'criteria/trace', 'criteria/hash', 'criteria/boundedCache'],
	},
	{
		name: 'evaluation',
		modules: ['criteria/evaluateRules', 'criteria/evaluateResults', 'criteria/severity'],
		tests: ['criteria/evaluateRules', 'criteria/evaluateResults', 'criteria/buildDecision'],
	},
	{
		name: 'reasons',
		modules: ['criteria/reasons', 'criteria/resultKinds'],
		tests: [
			'criteria/reasons',
			'criteria/evaluateRules',
			'criteria/evaluateResults',
			'criteria/compileCondition',
			'criteria/extractResult',
			'policyNode/resultLocations',
		],
	},
	{
		name: 'decisions',
		modules: ['criteria/buildDecision', 'criteria/decisionSchema'],
		tests: ['criteria/buildDecision', 'criteria/decisionSchema'],
	},
	{
		name: 'report',
		modules: [
			'collect',
			'groupCounter',
			'variantCounter',
			'causes',
			'boundedCounter',
			'splitCodes',
			'selectGroups',
			'outcomeCounts',
			'readPastLead',
		].map((module) => `criteria/report/${module}`),
		tests: ['criteria/report/collect', 'criteria/report/selectGroups', 'criteria/report/readPastLead'],
	},
	{
		name: 'report-page',
		modules: ['html', 'page/format', 'page/markup', 'page/summary', 'page/caveatsSection', 'page/thresholdChart'].map(
			(module) => `criteria/report/${module}`,
		),
		tests: ['criteria/report/html', 'criteria/report/page/format', 'criteria/report/page/markup'],
	},
	{
		name: 'extraction',
		modules: ['criteria/extractResult', 'criteria/resultRow', 'criteria/findMisplacedResult', 'criteria/signatures'],
		tests: ['criteria/extractResult', 'criteria/findMisplacedResult'],
	},
	{
		name: 'phone-requests',
		modules: ['ipqs/phoneRequest', 'ipqs/request', 'ipqs/lookupKey'],
		tests: ['ipqs/phoneRequest', 'ipqs/request', 'ipqs/lookupKey'],
	},
	{
		name: 'formats',
		modules: ['ipqs/formats', 'ipqs/detectCardNumber', 'ipqs/noValue'],
		tests: ['ipqs/formats', 'ipqs/detectCardNumber', 'ipqs/noValue'],
	},
	{
		name: 'transactions',
		modules: ['ipqs/readTransaction'],
		tests: ['ipqs/readTransaction'],
	},
	{
		name: 'json',
		modules: ['json/coerce', 'json/duplicateKey', 'json/json', 'json/jsonSyntax', 'json/path', 'json/readOr', 'json/readableItem'],
		tests: ['json/duplicateKey', 'json/json', 'json/jsonSyntax', 'json/path', 'json/readOr', 'json/readableItem', 'ipqs/readResponseValue'],
	},
	{
		name: 'time',
		modules: ['scheduling/clock', 'scheduling/requestDeadlines', 'scheduling/yielder'],
		tests: ['scheduling/clock', 'scheduling/requestDeadlines', 'scheduling/yielder'],
	},
	{
		name: 'credentials',
		modules: [
			'client/apiKeyAuth',
			'client/baseUrl',
			'client/readCredential',
			'client/credentialTest',
			'client/customIntegrationAuth',
			'client/restrictRequest',
		],
		tests: [
			'client/apiKeyAuth',
			'client/baseUrl',
			'client/readCredential',
			'client/credentialTest',
			'client/customIntegrationAuth',
			'client/restrictRequest',
		],
	},
	{
		name: 'bodies',
		modules: ['client/readBody', 'client/redact'],
		tests: ['client/readBody', 'client/redact'],
	},
	{
		name: 'spending',
		modules: ['client/accountCredits', 'client/executionState', 'client/resultCache', 'client/dailySpending'],
		tests: ['client/accountCredits', 'client/executionState', 'client/resultCache', 'client/dailySpending'],
	},
	{
		name: 'earlier-results',
		modules: ['client/earlierResult', 'client/itemResult', 'ipqs/errorOutput'],
		tests: ['client/earlierResult', 'client/itemResult', 'ipqs/errorOutput'],
	},
	{
		name: 'result-locations',
		modules: ['policyNode/resultLocations'],
		tests: ['policyNode/resultLocations'],
	},
	{
		name: 'hints',
		modules: ['policyNode/executionHints', 'policyNode/lookupProblem', 'policyNode/mappingHints', 'policyNode/runStats'],
		tests: ['policyNode/executionHints', 'policyNode/runStats'],
	},
	{
		name: 'form',
		modules: ['policyNode/overrideTable', 'policyNode/parameterIssues', 'policyNode/parameterRows', 'policyNode/policyFromParameters'],
		tests: ['policyNode/everyField', 'policyNode/overrideTable', 'policyNode/parameterIssues', 'policyNode/policyFromParameters'],
	},
	{
		name: 'item-policy',
		modules: ['extractResults', 'createSettingsReader', 'policyResolver', 'secondPolicy'].map((module) => `policyNode/${module}`),
		tests: ['extractResults', 'createSettingsReader', 'policyResolver', 'secondPolicy'].map((test) => `policyNode/${test}`),
	},
];

/** Modules without an area, and why. */
export const NOT_MUTATED = [
	{
		because: 'They are lists and types, which tests compare with documents and samples.',
		modules: [
			'client/credentialProperties',
			'client/lookupResult',
			'criteria/report/schema',
			'criteria/report/types',
			'criteria/types',
			'ipqs/accountRequest',
			'ipqs/commonFields',
			'ipqs/countries',
			'ipqs/deviceFields',
			'ipqs/emailFields',
			'ipqs/ipAddressFields',
			'ipqs/leakFields',
			'ipqs/northAmericanRegionNames',
			'ipqs/numberingPlans',
			'ipqs/phoneFields',
			'ipqs/responseField',
			'ipqs/resultSchema',
			'ipqs/transactionFields',
			'ipqs/transactionInputs',
			'ipqs/urlFields',
		],
	},
	{
		because: 'They describe forms, which the engine tests open.',
		modules: [
			'policyNode/conditions',
			'policyNode/policyMenus',
			'policyNode/options',
			'policyNode/overrides',
			'policyNode/policyLabelExpression',
			'policyNode/policyParameters',
			'policyNode/properties',
			'policyNode/rules',
		],
	},
	{
		because: 'They connect other modules with n8n or the network, so the engine tests run them.',
		modules: ['client/createClock', 'client/executionCustomData', 'client/httpTransport', 'client/sandboxTransport'],
	},
];
