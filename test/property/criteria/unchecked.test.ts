import fc from 'fast-check';
import { compileCampaignPolicies } from '../../../nodes/shared/criteria/compileCampaignPolicies';
import { decide } from '../../../nodes/shared/criteria/buildDecision';
import { extractResult } from '../../../nodes/shared/criteria/extractResult';
import { nameRules } from '../../../nodes/shared/criteria/nameRules';
import { PRESET_NAMES } from '../../../nodes/shared/criteria/presets';
import { RESULT_KIND_INFO, type ResultKind } from '../../../nodes/shared/criteria/resultKinds';
import type { Decision, Policy } from '../../../nodes/shared/criteria/types';
import { leadArbitrary, resultArbitrary } from '../../support/leadArbitraries';
import { policyArbitrary } from '../../support/policyArbitraries';
import type { Json } from '../../support/referenceValues';

const JUDGED = ['phone', 'email', 'ip'] as const;

const stateOf = (item: Json, kind: ResultKind): string => extractResult(item, RESULT_KIND_INFO[kind].defaultField, kind).kind;

/** Decides by a policy that says nothing about values that are missing. */
function decider(policy: Policy): { kinds: readonly ResultKind[]; decideOne: (item: Json) => Decision } {
	const resolved = compileCampaignPolicies(policy)([]);
	const { kinds } = resolved.compiled;
	const options = { resultField: 'ipqs', enforced: true, includeTrace: false, includePolicy: false };
	const decideOne = (item: Json): Decision => {
		const extracted = Object.fromEntries(kinds.map((kind) => [kind, extractResult(item, RESULT_KIND_INFO[kind].defaultField, kind)]));
		return decide(resolved, undefined, extracted, options);
	};
	return { kinds, decideOne };
}

const silent = { onFailedLookup: 'qa', onUnusableNumber: 'qa', onMissingValue: 'qa' } as const;

describe('a result that was not looked up', () => {
	it('is never passed over by a preset', () => {
		const presets = fc.record({
			preset: fc.constantFrom(...PRESET_NAMES),
			judge: fc.subarray([...JUDGED], { minLength: 1 }),
			fraudThreshold: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
			defaultAction: fc.constantFrom('accept' as const, 'qa' as const),
		});
		fc.assert(
			fc.property(presets, fc.array(leadArbitrary, { minLength: 20, maxLength: 20 }), ({ fraudThreshold, ...preset }, leads) => {
				const { kinds, decideOne } = decider({ ...preset, ...silent, ...(fraudThreshold === undefined ? {} : { fraudThreshold }) });
				for (const item of leads) {
					if (kinds.some((kind) => stateOf(item, kind) !== 'result')) expect(decideOne(item).outcome).not.toBe('accept');
				}
			}),
			{ numRuns: 50 },
		);
	});

	it('lets a lead be accepted by own rules only if it would be accepted whatever the result', () => {
		const kinds = fc.constantFrom(...JUDGED);
		const result = kinds.chain((kind) => fc.tuple(fc.constant(kind), fc.array(resultArbitrary(kind), { minLength: 10, maxLength: 10 })));
		let checked = 0;
		fc.assert(
			fc.property(policyArbitrary, fc.array(leadArbitrary, { minLength: 10, maxLength: 10 }), result, (written, leads, [kind, results]) => {
				const base: Policy = nameRules({ ...(written as Policy), overrides: undefined });
				const rules = (base.rules ?? []).map((rule) => ({ ...rule, campaigns: '', whenUnknown: 'default' as const }));
				// A policy that asks whether a value is known says what to do without it.
				const asks = rules.some(({ conditions }) => conditions.some(({ operator }) => operator === 'isKnown' || operator === 'isUnknown'));
				const { decideOne } = decider({ ...base, ...silent, disableRules: [], ...(rules.length === 0 ? {} : { rules }) });
				const { defaultField } = RESULT_KIND_INFO[kind];
				for (const lead of asks ? [] : leads) {
					const without = Object.fromEntries(Object.entries(lead).filter(([name]) => name !== defaultField));
					if (decideOne(without).outcome !== 'accept') continue;
					checked += 1;
					for (const value of results) {
						const item = { ...without, [defaultField]: value };
						if (stateOf(item, kind) === 'result') expect(decideOne(item).outcome).toBe('accept');
					}
				}
			}),
			{ numRuns: 300 },
		);
		expect(checked).toBeGreaterThan(50);
	});
});
