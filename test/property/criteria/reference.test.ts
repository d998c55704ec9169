import fc from 'fast-check';
import { compileCampaignPolicies } from '../../../nodes/shared/criteria/compileCampaignPolicies';
import { decide } from '../../../nodes/shared/criteria/buildDecision';
import type { ExtractedResults } from '../../../nodes/shared/criteria/evaluateResults';
import { extractResult } from '../../../nodes/shared/criteria/extractResult';
import { parsePolicy } from '../../../nodes/shared/criteria/parsePolicy';
import { presetRules } from '../../../nodes/shared/criteria/presets';
import { RESULT_KIND_INFO } from '../../../nodes/shared/criteria/resultKinds';
import type { Decision } from '../../../nodes/shared/criteria/types';
import { leadArbitrary } from '../../support/leadArbitraries';
import { campaignsArbitrary, policyArbitrary } from '../../support/policyArbitraries';
import { referenceDecision, type ReferenceDecision } from '../../support/referenceEvaluator';
import { presetRules as referenceRules, type OverrideJson, type PolicyJson, type PresetName } from '../../support/referencePolicy';
import type { Json } from '../../support/referenceValues';

/** Cases to compare. */
const CASES = 100_000;

/** Leads and policies of a run, each compared with each: generating them takes longer than deciding. */
const SIDE = 20;

const byPosition = (preset: PresetName, judge: PolicyJson['judge']): Map<string | undefined, string> => {
	const [theirs, ours] = [referenceRules(preset, judge), presetRules(preset, judge)];
	const names = [...ours.rejecting, ...ours.qa].map(({ name }) => name);
	return new Map([...theirs.reject, ...theirs.qa].map(({ name }, index) => [name, names[index] ?? '']));
};

/** The reference calls rules of presets by their conditions. */
function withOurNames(policy: PolicyJson): PolicyJson {
	const rename = <T extends OverrideJson>(members: T): T => {
		const preset = members.preset ?? policy.preset;
		if (members.disableRules === undefined || preset === undefined) return members;
		const names = byPosition(preset, policy.judge);
		return { ...members, disableRules: members.disableRules.map((name) => names.get(name) ?? name) };
	};
	const { overrides } = policy;
	if (overrides === undefined) return rename(policy);
	return { ...rename(policy), overrides: Object.fromEntries(Object.entries(overrides).map(([key, override]) => [key, rename(override)])) };
}

/** The names of score rules contain a score. Where presets differ between campaigns, the reference's name may belong to another rule. */
const isComparable = ({ disableRules = [], overrides = {} }: PolicyJson): boolean => {
	const disabled = [disableRules, ...Object.values(overrides).map((override) => override.disableRules ?? [])].flat();
	return !disabled.some((name) => /≥ \d/.test(name)) || Object.values(overrides).every(({ preset }) => preset === undefined);
};

/** Decides about leads with the engine. */
function engineFor(policy: PolicyJson, campaigns: readonly string[]): (item: Json) => Decision {
	const parsed = parsePolicy(withOurNames(policy));
	if ('issues' in parsed) throw new TypeError(JSON.stringify(parsed.issues));
	const resolved = compileCampaignPolicies(parsed.policy)(campaigns);
	const { kinds } = resolved.compiled;
	const options = { resultField: 'ipqs', enforced: true, includeTrace: false, includePolicy: false };
	return (item) => {
		const extracted: ExtractedResults = Object.fromEntries(
			kinds.map((kind) => [kind, extractResult(item, RESULT_KIND_INFO[kind].defaultField, kind)]),
		);
		return decide(resolved, undefined, extracted, options);
	};
}

/** The members of a decision that SPEC determines, with what the engine has in their place. */
function differences(expected: ReferenceDecision, actual: Decision): string[] {
	const differing: string[] = [];
	const compare = (what: string, wanted: unknown, found: unknown): void => {
		if (wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(found)) {
			differing.push(`${what}: ${JSON.stringify(wanted)} expected, ${JSON.stringify(found)} found`);
		}
	};
	compare('outcome', expected.outcome, actual.outcome);
	if (!expected.specSilent.some((choice) => choice.startsWith('source'))) compare('source', expected.source, actual.source);
	if (expected.source === actual.source) compare('rule', expected.rule, actual.rule);
	compare('codes', expected.codes, actual.codes);
	compare('first code', expected.firstCode, actual.codes.split(', ')[0]);
	expected.reasons?.forEach(({ code, rule, action }, index) => {
		const reason = actual.reasons[index];
		compare(`code of reason ${index}`, code, reason?.code);
		compare(`rule of reason ${index}`, rule, reason?.rule);
		compare(`action of reason ${index}`, action, reason?.action);
	});
	if (expected.reasons !== undefined) compare('number of reasons', expected.reasons.length, actual.reasons.length);
	return differing;
}

describe('the rule engine and an independent reading of its specification', () => {
	it(
		'decide alike about random policies, campaigns and leads',
		() => {
			const side = { minLength: SIDE, maxLength: SIDE };
			const policies = fc.array(fc.tuple(policyArbitrary.filter(isComparable), campaignsArbitrary), side);
			fc.assert(
				fc.property(policies, fc.array(leadArbitrary, side), (judging, leads) => {
					for (const [policy, campaigns] of judging) {
						const decideOne = engineFor(policy, campaigns);
						for (const item of leads) {
							const expected = referenceDecision({ policy, campaigns, item });
							const found = differences(expected, decideOne(item));
							if (found.length > 0) throw new Error(JSON.stringify({ found, ...expected, policy, campaigns, item }, null, 1));
						}
					}
				}),
				// The error shows the case. Shrinking so many policies and leads would take minutes.
				{ numRuns: Math.ceil(CASES / SIDE ** 2), endOnFailure: true },
			);
		},
		30 * 60_000,
	);
});
