/**
 * The modules that decide, and the unit tests that must detect a mutation in them. Areas are small, because a mutation of code
 * that runs when a module is loaded is tried with all tests of its area. Paths are below `nodes/shared` and `test/unit/shared`.
 */
export const AREAS = [
	{
		name: 'phone',
		modules: ['ipqs/phone', 'ipqs/readPhoneText', 'ipqs/phoneParts', 'ipqs/phoneDigits', 'ipqs/phoneTail'],
		tests: ['ipqs/phone'],
	},
	{
		name: 'phone-text',
		modules: ['ipqs/simplifyPhoneText', 'ipqs/phoneWords', 'ipqs/phoneLetters', 'ipqs/phoneLink', 'ipqs/phoneSpreadsheet'],
		tests: ['ipqs/phone'],
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
		modules: ['criteria/parsePolicy', 'criteria/validatePolicy', 'criteria/policyIssue', 'criteria/normalizeName'],
		tests: ['criteria/parsePolicy', 'criteria/policyIssue', 'criteria/normalizeName'],
	},
	{
		name: 'presets',
		modules: ['criteria/presets', 'criteria/presetRules', 'criteria/nameRules'],
		tests: ['criteria/presets'],
	},
	{
		name: 'overrides',
		modules: [
			'criteria/types',
			'criteria/effectivePolicy',
			'criteria/sourcedRule',
			'criteria/compileCampaignPolicies',
			'criteria/campaignIndex',
			'criteria/signatures',
			'criteria/writeOutPolicy',
		],
		tests: ['criteria/effectivePolicy'],
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
		tests: ['criteria/evaluateRules', 'criteria/buildDecision'],
	},
	{
		name: 'reasons',
		modules: ['criteria/reasons'],
		tests: ['criteria/reasons'],
	},
	{
		name: 'decisions',
		modules: ['criteria/buildDecision', 'criteria/decisionSchema'],
		tests: ['criteria/buildDecision', 'criteria/decisionSchema'],
	},
	{
		name: 'report',
		modules: ['collect', 'cell', 'variantCounter', 'causes', 'boundedCounter', 'codes', 'groups', 'outcomes', 'readLead'].map(
			(module) => `criteria/report/${module}`,
		),
		tests: ['criteria/report/collect', 'criteria/report/selectGroups', 'criteria/report/readPastLead'],
	},
	{
		name: 'report-page',
		modules: ['html', 'page/format', 'page/markup', 'page/summary', 'page/limits', 'page/thresholdChart'].map(
			(module) => `criteria/report/${module}`,
		),
		tests: ['criteria/report/html', 'criteria/report/page/format', 'criteria/report/page/markup'],
	},
	{
		name: 'extraction',
		modules: ['criteria/extractResult', 'criteria/readResultRow', 'criteria/findMisplacedResult', 'criteria/resultKinds'],
		tests: ['criteria/extractResult', 'criteria/findMisplacedResult'],
	},
];
