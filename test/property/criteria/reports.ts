import fc from 'fast-check';
import type { ComparedDecision, LeadRecord, ReportSetup, VariantEvaluation } from '../../../nodes/shared/criteria/report/types';
import { OUTCOMES } from '../../../nodes/shared/criteria/types';

/** Text of any characters, among them HTML and directions of writing. */
export const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 80 }),
	fc.constantFrom(
		'',
		' ',
		'</style><script>alert(1)</script>',
		'"><img src=x onerror=alert(1)>',
		"' onclick='",
		'&lt;',
		'<!--',
		']]>',
		'\u202eabc',
		'__proto__',
		'other',
	),
);

const outcome = fc.constantFrom(...OUTCOMES);
const codes = fc
	.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom('FRAUD_SCORE', 'VOIP', 'PREPAID') }, anyText), { maxLength: 4 })
	.map((list) => list.join(', '));

const evaluation: fc.Arbitrary<VariantEvaluation> = fc.record({
	outcome,
	source: fc.constantFrom('rule', 'default', 'unknown', 'failed_lookup', 'unusable_number', 'no_result', 'bad_policy'),
	rule: fc.option(anyText),
	codes,
	policy: fc.record({ name: fc.option(anyText), hash: fc.constantFrom('a', 'b', null) }),
});

const decision: fc.Arbitrary<ComparedDecision> = fc.record({ outcome, rule: fc.option(anyText), codes }, { requiredKeys: ['outcome'] });

const cost = fc.oneof(fc.constant(null), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constantFrom(0, 0.0012, 18));

const setupOf = (variants: number): fc.Arbitrary<ReportSetup> =>
	fc.record({
		title: anyText,
		policy: anyText,
		variants: fc.array(
			fc.record({ name: anyText, threshold: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double()) }, { requiredKeys: ['name'] }),
			{ minLength: variants, maxLength: variants },
		),
		mainVariant: fc.nat(4),
		comparison: fc.oneof(
			fc.constant(null),
			fc.constant({ source: 'decision' as const }),
			fc.record({ source: fc.constant('policy' as const), name: anyText }),
		),
		groupBy: fc.option(anyText),
		known: fc.option(fc.record({ field: anyText, goodValues: fc.array(anyText), badValues: fc.array(anyText) })),
		costPerLead: cost,
		costPerLookup: cost,
		createdAt: anyText,
	});

const leadOf = (variants: number): fc.Arbitrary<LeadRecord> =>
	fc.record({
		group: fc.oneof(fc.constantFrom('a', 'b', 'c', 'other'), anyText),
		earlier: fc.option(decision),
		comparedWith: fc.option(decision),
		known: fc.constantFrom('good', 'bad', null),
		chargedAttempts: fc.option(fc.nat(3)),
		sandbox: fc.boolean(),
		evaluations: fc.array(evaluation, { minLength: variants, maxLength: variants }),
	});

export interface ReportInput {
	readonly setup: ReportSetup;
	readonly leads: readonly LeadRecord[];
}

export const reportInput: fc.Arbitrary<ReportInput> = fc
	.integer({ min: 1, max: 4 })
	.chain((variants) => fc.record({ setup: setupOf(variants), leads: fc.array(leadOf(variants), { maxLength: 40 }) }));
