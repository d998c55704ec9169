import fc from 'fast-check';
import { compilePolicy } from '../../../nodes/shared/criteria/compile';
import { isNullNormal } from '../../../nodes/shared/criteria/compileCondition';
import { compileCampaignPolicies } from '../../../nodes/shared/criteria/compileCampaignPolicies';
import { decide } from '../../../nodes/shared/criteria/buildDecision';
import { effectivePolicy } from '../../../nodes/shared/criteria/effectivePolicy';
import { parsePolicy } from '../../../nodes/shared/criteria/parsePolicy';
import { extractResult } from '../../../nodes/shared/criteria/extractResult';
import { OUTCOMES, type Decision, type Outcome, type Policy } from '../../../nodes/shared/criteria/types';
import type { JsonObject } from '../../../nodes/shared/json/json';
import { outcome, presetPolicy, result, rulePolicy } from './policies';

const RUNS = { numRuns: 1000 };

const decided = (policy: Policy, item: JsonObject, campaign: string | null = null): Decision =>
	decide(
		compileCampaignPolicies(policy)(campaign === null ? [] : [campaign]),
		undefined,
		{ phone: extractResult(item, 'ipqs', 'phone') },
		{
			resultField: 'ipqs',
			enforced: true,
			includeTrace: true,
			includePolicy: true,
		},
	);

const policy = fc.oneof(rulePolicy, presetPolicy);

/** The same value with the members of all objects in reverse order. */
const reordered = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(reordered);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([name, member]) => [name, reordered(member)]),
	);
};

describe('decisions', () => {
	it('every item gets a decision, and no item is changed', () => {
		fc.assert(
			fc.property(
				policy,
				fc.oneof(fc.record({ ipqs: fc.oneof(result, fc.jsonValue(), fc.anything()) }), fc.dictionary(fc.string(), fc.jsonValue())),
				(one, item) => {
					const before = fc.stringify(item);
					const decision = decided(one, item as JsonObject);
					expect(OUTCOMES).toContain(decision.outcome);
					expect(decision.reason.length).toBeGreaterThan(0);
					expect(fc.stringify(item)).toBe(before);
				},
			),
			RUNS,
		);
	});

	it('worst does not depend on the order of the rules', () => {
		fc.assert(
			fc.property(rulePolicy, result, (one, ipqs) => {
				const worst = { ...one, hitPolicy: 'worst' as const };
				expect(decided({ ...worst, rules: [...one.rules].reverse() }, { ipqs }).outcome).toBe(decided(worst, { ipqs }).outcome);
			}),
			RUNS,
		);
	});

	it('a higher threshold for Reject never turns Accept into Reject', () => {
		fc.assert(
			fc.property(presetPolicy, fc.integer({ min: 0, max: 100 }), result, (one, higher, ipqs) => {
				if (decided(one, { ipqs }).outcome !== 'accept') return;
				const raised = { ...one, fraudThreshold: Math.max(one.fraudThreshold, higher) };
				expect(decided(raised, { ipqs }).outcome).not.toBe('reject');
			}),
			RUNS,
		);
	});

	it('an unknown value never leads to Accept if a known one could lead to Reject', () => {
		fc.assert(
			fc.property(rulePolicy, result, outcome, (one, ipqs, defaultAction) => {
				const automatic = { ...one, defaultAction, rules: one.rules.map((rule) => ({ ...rule, whenUnknown: 'default' as const })) };
				if (extractResult({ ipqs }, 'ipqs', 'phone').kind !== 'result' || decided(automatic, { ipqs }).outcome !== 'accept') return;
				const compiled = compilePolicy(effectivePolicy(automatic));
				const unknown = compiled.rules.filter(
					(rule) =>
						rule.evaluate({ phone: ipqs }) === 'unknown' &&
						rule.conditions.some((one) => one.evaluate({ phone: ipqs }) === 'unknown' && !isNullNormal(one.field, { phone: ipqs })),
				);
				for (const { rule } of unknown) {
					// Replaces the rule, in the same place, by one that always matches.
					const always = [
						{ field: 'success', operator: 'isKnown' as const },
						{ field: 'success', operator: 'isUnknown' as const },
					];
					const matched = automatic.rules.map((other) =>
						other.name === rule.name ? { ...other, match: 'any' as const, conditions: always } : other,
					);
					expect(decided({ ...automatic, rules: matched }, { ipqs }).outcome).not.toBe('reject');
				}
			}),
			RUNS,
		);
	});

	it('equal policies have equal hashes, in any order of their members', () => {
		fc.assert(
			fc.property(policy, result, (one, ipqs) => {
				const [parsed, again] = [parsePolicy(one), parsePolicy(reordered(one))];
				if (!('policy' in parsed && 'policy' in again)) throw new Error('a policy that is not valid');
				expect(decided(again.policy, { ipqs })).toEqual(decided(parsed.policy, { ipqs }));
			}),
			RUNS,
		);
	});

	it('an empty override changes nothing', () => {
		fc.assert(
			fc.property(policy, result, (one, ipqs) => {
				const [base, overridden] = [decided(one, { ipqs }), decided({ ...one, overrides: { Solar: {} } }, { ipqs }, 'solar')];
				expect({ ...overridden, policy: { ...overridden.policy, campaign: null } }).toEqual(base);
			}),
			RUNS,
		);
	});

	it('a policy that is written out decides the same after parsing, with the same hash', () => {
		fc.assert(
			fc.property(policy, result, (one, ipqs) => {
				const original = parsePolicy(one);
				if (!('policy' in original)) throw new Error('a policy that is not valid');
				const decision = decided(original.policy, { ipqs });
				const parsed = parsePolicy(JSON.parse(JSON.stringify(decision.policy.json)));
				expect('policy' in parsed && decided(parsed.policy, { ipqs })).toEqual(decision);
			}),
			RUNS,
		);
	});

	it('codes are those of the rules that matched and do not accept, and of unknown rules only if one of them decided', () => {
		fc.assert(
			fc.property(policy, result, (one, ipqs) => {
				if (extractResult({ ipqs }, 'ipqs', 'phone').kind !== 'result') return;
				const { codes, outcome, reasons, rule, source } = decided(one, { ipqs });
				const matched = compilePolicy(effectivePolicy(one)).rules.filter((compiled) => compiled.evaluate({ phone: ipqs }) === 'true');
				const against = matched.filter((compiled) => compiled.rule.action !== 'accept');
				const expected = new Set(against.map(({ code }) => code));
				const unknown = reasons.filter(({ code, action }) => code.startsWith('UNKNOWN_') && action !== 'skip' && action !== 'accept');
				if (source === 'unknown') for (const { code } of unknown) expected.add(code);
				if (source === 'default' && outcome !== 'accept') {
					expected.clear();
					expected.add('NO_RULE');
				}
				const listed = codes === '' ? [] : codes.split(', ');
				expect(new Set(listed)).toEqual(expected);
				expect(listed).toHaveLength(expected.size);
				const deciding = reasons.find((reason) => reason.rule === rule);
				if (rule !== null && deciding?.action !== 'accept') expect(listed).toContain(deciding?.code);
			}),
			RUNS,
		);
	});

	it('several unknown rules give the outcome of trying every combination of them', () => {
		const severity = (one: Outcome): number => OUTCOMES.indexOf(one);
		fc.assert(
			fc.property(rulePolicy, result, (one, ipqs) => {
				const automatic = { ...one, rules: one.rules.map((rule) => ({ ...rule, whenUnknown: 'default' as const })) };
				if (extractResult({ ipqs }, 'ipqs', 'phone').kind !== 'result') return;
				const evaluated = compilePolicy(effectivePolicy(automatic)).rules.map((rule) => {
					const truth = rule.evaluate({ phone: ipqs });
					const unknown = rule.conditions.filter((condition) => condition.evaluate({ phone: ipqs }) === 'unknown');
					return {
						action: rule.rule.action,
						truth: truth === 'unknown' && unknown.every(({ field }) => isNullNormal(field, { phone: ipqs })) ? 'false' : truth,
					};
				});
				const forks = evaluated.flatMap(({ truth }, index) => (truth === 'unknown' ? [index] : []));
				const outcomes = new Set<Outcome>();
				for (let combination = 0; combination < 2 ** forks.length; combination += 1) {
					const matched = evaluated
						.filter(({ truth }, index) => truth === 'true' || (truth === 'unknown' && (combination >> forks.indexOf(index)) % 2 === 1))
						.map(({ action }) => action);
					const decidingAction =
						automatic.hitPolicy === 'first' ? matched[0] : [...matched].sort((left, right) => severity(right) - severity(left))[0];
					outcomes.add(decidingAction ?? automatic.defaultAction ?? 'accept');
				}
				const [only, ...more] = [...outcomes];
				expect(decided(automatic, { ipqs }).outcome).toBe(more.length === 0 ? only : 'qa');
			}),
			RUNS,
		);
	});
});
