/**
 * The parts that decide, and the unit tests that must notice a change in them. An area is small: a change of what is made when
 * a module loads is tried on all of its tests that reach the module. Paths are below `nodes/shared` and `test/unit`.
 */
export const AREAS = [
	{
		name: 'phone',
		modules: ['ipqs/phone', 'ipqs/phoneParse', 'ipqs/phoneParts', 'ipqs/phoneBody', 'ipqs/phoneTail'],
		tests: ['ipqs/phone'],
	},
	{
		name: 'phone-text',
		modules: ['ipqs/phoneText', 'ipqs/phoneWords', 'ipqs/phoneLetters', 'ipqs/phoneLink', 'ipqs/phoneSpreadsheet'],
		tests: ['ipqs/phone'],
	},
	{
		name: 'phone-plans',
		modules: ['ipqs/phonePlan', 'ipqs/phoneDigits', 'ipqs/phoneReading'],
		tests: ['ipqs/phone', 'ipqs/phonePlan'],
	},
	{
		name: 'clean-phone',
		modules: ['ipqs/cleanPhone'],
		tests: ['ipqs/cleanPhone'],
	},
	{
		name: 'country',
		modules: ['ipqs/country', 'ipqs/countryName'],
		tests: ['ipqs/country'],
	},
	{
		name: 'answers',
		modules: ['ipqs/response', 'ipqs/errors'],
		tests: ['ipqs/response', 'ipqs/errors'],
	},
	{
		name: 'results',
		modules: ['ipqs/values', 'ipqs/result'],
		tests: ['ipqs/values', 'ipqs/result'],
	},
	{
		name: 'requests',
		modules: ['run/retry', 'run/pace', 'run/spread', 'run/pool', 'run/lookup', 'run/batch'],
		tests: ['run/retry', 'run/pace', 'run/spread', 'run/pool', 'run/lookup', 'run/batch'],
	},
	{
		name: 'conditions',
		modules: ['criteria/operators', 'criteria/conditions', 'criteria/conditionJson'],
		tests: ['criteria/operators', 'criteria/conditions', 'criteria/conditionJson'],
	},
	{
		name: 'policies',
		modules: ['criteria/policyJson', 'criteria/checkPolicy', 'criteria/flaws'],
		tests: ['criteria/policyJson', 'criteria/flawSentence'],
	},
	{
		name: 'presets',
		modules: ['criteria/presets'],
		tests: ['criteria/presets'],
	},
	{
		name: 'overrides',
		modules: ['criteria/types', 'criteria/overrides'],
		tests: ['criteria/overrides'],
	},
	{
		name: 'lint',
		modules: ['criteria/implies', 'criteria/lint'],
		tests: ['criteria/lint'],
	},
	{
		name: 'rules',
		modules: ['criteria/compile', 'criteria/trace', 'criteria/hash'],
		tests: ['criteria/compile', 'criteria/trace', 'criteria/hash'],
	},
	{
		name: 'judgements',
		modules: ['criteria/evaluate'],
		tests: ['criteria/evaluate'],
	},
	{
		name: 'reasons',
		modules: ['criteria/explain'],
		tests: ['criteria/explain'],
	},
	{
		name: 'decisions',
		modules: ['criteria/decide', 'criteria/schema'],
		tests: ['criteria/decide', 'criteria/schema'],
	},
	{
		name: 'findings',
		modules: ['criteria/result'],
		tests: ['criteria/result'],
	},
];
