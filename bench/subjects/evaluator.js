/** Judges converted results without n8n: the rule engine of IPQS Criteria compared with json-rules-engine. */
const { join } = require('node:path');
const { Engine } = require('json-rules-engine');
const { createResult } = require('../leads');
const { THREE_RULES } = require('../rules');
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
	criteria({ trace, rules: count }) {
		const { compileCampaignPolicies, decide } = require(join(CRITERIA, 'decide'));
		const { parsePolicy } = require(join(CRITERIA, 'parsePolicy'));
		const { extractResult } = require(join(CRITERIA, 'extractResult'));
		const more = Array.from({ length: count - THREE_RULES.length }, (_, index) => ({
			...NEVER_TRUE[index % NEVER_TRUE.length],
			action: 'qa',
		}));
		const { policy } = parsePolicy({ rules: [...THREE_RULES, ...more].map(criteriaRule) });
		const resolved = compileCampaignPolicies(policy)(null);
		const options = { resultField: 'ipqs', enforced: true, includeTrace: trace, includePolicy: false };
		return (item) => decide(resolved, undefined, extractResult(item, 'ipqs'), options).outcome;
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

/** The median of several passes over the leads, after warming up the code. */
async function measure({ subject, leads, passes = 9, trace = false, rules = THREE_RULES.length }) {
	const decideOne = SUBJECTS[subject]({ trace, rules });
	const items = Array.from({ length: leads }, (_, index) => ({ id: index, ipqs: createResult(index) }));
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
