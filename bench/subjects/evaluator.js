/** Judges converted results without n8n: the rule engine of IPQS Criteria compared with others. */
const { join } = require('node:path');
const { LogicEngine } = require('json-logic-engine');
const { Engine } = require('json-rules-engine');
const { createLead } = require('../leads');
const { RESULT_FIELDS, rulesFor, THREE_RULES } = require('../rules');
const { stopwatch } = require('../stopwatch');

const CRITERIA = join(__dirname, '..', '..', 'dist', 'nodes', 'shared', 'criteria');

/** Conditions of every type that are false for every lead, to make a policy longer. */
const NEVER_TRUE = [
	{ field: 'fraud_score', operator: 'greaterThan', value: 100 },
	{ field: 'spammer', operator: 'isTrue' },
	{ field: 'line_type', operator: 'in', value: ['Satellite', 'Premium Rate', 'Pager'] },
	{ field: 'carrier', operator: 'contains', value: 'nowhere' },
];

const criteriaRule = ({ field, operator, value, action }, index) => ({
	name: `Rule ${index + 1}`,
	conditions: [value === undefined ? { field, operator } : { field, operator, value }],
	action,
});

const SUBJECTS = {
	criteria({ trace, rules: count, kinds }) {
		const { compileCampaignPolicies } = require(join(CRITERIA, 'compileCampaignPolicies'));
		const { decide } = require(join(CRITERIA, 'buildDecision'));
		const { parsePolicy } = require(join(CRITERIA, 'parsePolicy'));
		const { extractResult } = require(join(CRITERIA, 'extractResult'));
		const more = Array.from({ length: count - THREE_RULES.length }, (_, index) => ({
			...NEVER_TRUE[index % NEVER_TRUE.length],
			action: 'qa',
		}));
		const { policy } = parsePolicy({ rules: [...rulesFor(kinds), ...more].map(criteriaRule) });
		const resolved = compileCampaignPolicies(policy)([]);
		const options = { resultField: 'ipqs', enforced: true, includeTrace: trace, includePolicy: false };
		const extract = (item) => Object.fromEntries(kinds.map((kind) => [kind, extractResult(item, RESULT_FIELDS[kind], kind)]));
		return (item) => decide(resolved, undefined, extract(item), options).outcome;
	},
	jsonRulesEngine() {
		const engine = new Engine();
		THREE_RULES.forEach(({ field, jsonRules, value, jsonValue = value, action }, index) =>
			engine.addRule({
				conditions: { all: [{ fact: field, operator: jsonRules, value: jsonValue }] },
				event: { type: action },
				priority: THREE_RULES.length - index,
			}),
		);
		return async (item) => (await engine.run(item.ipqs)).events[0]?.type ?? 'accept';
	},
	jsonLogicEngine() {
		const branches = THREE_RULES.flatMap(({ field, jsonLogic, value, jsonValue = value, action }) => [
			{ [jsonLogic]: [{ var: field }, jsonValue] },
			action,
		]);
		const decideOne = new LogicEngine().build({ if: [...branches, 'accept'] });
		return (item) => decideOne(item.ipqs);
	},
};

const WARM_UP = 40_000;

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** The median of several passes over the leads, after warming up the code. */
async function measure({ subject, leads, passes = 9, trace = false, rules = THREE_RULES.length, kinds = ['phone'] }) {
	const decideOne = SUBJECTS[subject]({ trace, rules, kinds });
	const items = Array.from({ length: leads }, (_, index) => createLead(index, kinds));
	async function pass() {
		const counts = { accept: 0, qa: 0, reject: 0 };
		globalThis.gc();
		const spent = stopwatch();
		for (const item of items) {
			const outcome = decideOne(item);
			counts[typeof outcome === 'string' ? outcome : await outcome] += 1;
		}
		return { milliseconds: spent(), ...counts };
	}
	for (let warm = 0; warm < WARM_UP; warm += leads) await pass();

	const measured = [];
	for (let run = 0; run < passes; run++) measured.push(await pass());
	return { ...measured[0], milliseconds: median(measured.map(({ milliseconds }) => milliseconds)) };
}

module.exports = { measure };
