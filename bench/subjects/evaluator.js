/** Decides about typed results without n8n: the evaluator of IPQS Criteria beside json-rules-engine. */
const { join } = require('node:path');
const { Engine } = require('json-rules-engine');
const { resultOf } = require('../leads');
const { THREE_RULES } = require('../rules');
const { stopwatch } = require('../stopwatch');

const CRITERIA = join(__dirname, '..', '..', 'dist', 'nodes', 'shared', 'criteria');

/** Conditions of every type that no lead fulfils, to make a policy longer. */
const IDLE = [
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
	criteria({ trace, rules: count }) {
		const { campaignPolicies, decide } = require(join(CRITERIA, 'decide'));
		const { readPolicy } = require(join(CRITERIA, 'policyJson'));
		const { findResult } = require(join(CRITERIA, 'result'));
		const idle = Array.from({ length: count - THREE_RULES.length }, (_, index) => ({ ...IDLE[index % IDLE.length], action: 'qa' }));
		const { policy } = readPolicy({ rules: [...THREE_RULES, ...idle].map(criteriaRule) });
		const standing = campaignPolicies(policy)(null);
		const recording = { resultField: 'ipqs', enforced: true, includeTrace: trace, includePolicy: false };
		return (item) => decide(standing, undefined, findResult(item, 'ipqs'), recording).outcome;
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
};

const WARM_UP = 40_000;

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** What the middle one of several passes over the leads costs, once the code is warm. */
async function measure({ subject, leads, passes = 9, trace = false, rules = THREE_RULES.length }) {
	const decideOne = SUBJECTS[subject]({ trace, rules });
	const items = Array.from({ length: leads }, (_, index) => ({ id: index, ipqs: resultOf(index) }));
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
