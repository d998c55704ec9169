import fc from 'fast-check';
import { NodeOperationError, type IDataObject, type INodeExecutionData, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { properties } from '../../../nodes/IpqsCriteria/description/form';
import { IpqsCriteria } from '../../../nodes/IpqsCriteria/IpqsCriteria.node';
import { CONDITION_FIELDS } from '../../../nodes/shared/criteria/conditionFields';
import { OPERATORS } from '../../../nodes/shared/criteria/operators';
import { PRESET_NAMES } from '../../../nodes/shared/criteria/presets';
import { OUTCOMES } from '../../../nodes/shared/criteria/types';
import { fakeNode } from '../../support/fake-node';
import { frozen } from '../lookupNode/arbitraries';
import { ownFields } from '../Ipqs/arbitraries';
import { slotsOf, withSlot, type Slot } from '../Ipqs/lookups';
import { presetPolicy, result, rulePolicy } from './policies';

const RUNS = { numRuns: 200 };

const HARD_VALUES: unknown[] = [
	...[
		null,
		undefined,
		NaN,
		Infinity,
		-1,
		0,
		85,
		100,
		101,
		0.5,
		true,
		false,
		[],
		{},
		[[]],
		{ toString: null },
		{ values: 1 },
		{ values: [null, 1, {}] },
		Object.create(null),
		10n,
	],
	...[
		'',
		' ',
		'70',
		'1e3',
		'threshold',
		'inherit',
		'accept',
		'ACCEPT ',
		'qa',
		'reject',
		'skip',
		'strict',
		'__proto__',
		'constructor',
		'ipqs',
		'ipqs.decision',
		'error',
		'a..b',
		'.',
		'\u0000',
		'\ud800',
		'x'.repeat(5_000),
		'.'.repeat(5_000),
		'a.'.repeat(5_000),
	],
	...[
		'{',
		'{}',
		'[]',
		'null',
		'"strict"',
		'{"preset":"strict"}',
		'{"preset":"standard","defaultAction":"accept"}',
		'{"rules":[]}',
		'{"__proto__":{"preset":"strict"}}',
		'{"preset":"strict","overrides":{"__proto__":{}}}',
	],
];

const words = fc.constantFrom<unknown>(
	...OUTCOMES,
	...PRESET_NAMES,
	...OPERATORS.map(({ name }) => name),
	...CONDITION_FIELDS.map(({ name }) => name),
	'threshold',
	'all',
	'any',
	'first',
	'worst',
	'default',
	'Wireless',
	50,
);

const member = fc.constantFrom(
	'name',
	'preset',
	'rules',
	'conditions',
	'field',
	'operator',
	'value',
	'action',
	'match',
	'whenUnknown',
	'fraudThreshold',
	'qaThreshold',
	'defaultAction',
	'hitPolicy',
	'overrides',
	'disableRules',
	'__proto__',
	'toString',
);

/** JSON made of the words and members of a policy, in any place. */
const nearly = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		words,
		fc.jsonValue({ maxDepth: 1 }),
		fc.dictionary(member, tie('value'), { maxKeys: 4 }),
		fc.array(tie('value'), { maxLength: 3 }),
	),
})).value;

const policy = fc.oneof(rulePolicy, presetPolicy).map((whole) => ({ ...whole, onFailedLookup: undefined }) as unknown);

/** A policy with one member replaced by any value. */
const damaged = fc
	.tuple(policy, member, fc.oneof(nearly, fc.constantFrom(...HARD_VALUES)))
	.map(([whole, name, value]): unknown => ({ ...(whole as object), [name]: value }));

const text = fc
	.oneof(nearly, policy, damaged)
	.map((value) => JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)) ?? '');

const anyPolicy = fc.oneof(
	policy,
	damaged,
	nearly,
	text,
	fc.tuple(text, fc.nat()).map(([all, cut]) => all.slice(0, cut % (all.length + 1))),
	fc.json(),
	fc.constantFrom(...HARD_VALUES),
);

/** Results of failed lookups, which no policy can accept here. */
const failedLookup = fc
	.tuple(
		result,
		fc.constantFrom<object>(
			{ success: false },
			{ success: 'false' },
			{ success: null },
			{ success: 0 },
			{ success: [] },
			{ lookup: { status: 'failed' } },
			{ lookup: { status: 'not_attempted', reason: 'max_lookups' } },
			{ lookup: { status: 'not_sent', reason: 'country_missing' } },
			{ 'lookup.status': 'failed' },
		),
	)
	.map(([fields, failure]): unknown => ({ ...fields, ...failure }));

interface Lead {
	readonly failed: boolean;
	readonly json: IDataObject;
}

const lead: fc.Arbitrary<Lead> = fc
	.tuple(
		fc.oneof(
			failedLookup.map((ipqs) => [true, ipqs] as const),
			fc
				.oneof(result, fc.jsonValue(), fc.constantFrom(undefined, NaN, '{"success":true', '{"success":false}'))
				.map((ipqs) => [false, ipqs] as const),
		),
		ownFields,
		fc.boolean(),
	)
	.map(([[failed, ipqs], own, asText]) => ({
		failed,
		json: { ...own, ipqs: failed && asText ? JSON.stringify(ipqs) : ipqs } as IDataObject,
	}));

const criteria = new IpqsCriteria();

interface Judged {
	readonly outputs: INodeExecutionData[][] | undefined;
	readonly thrown: unknown;
}

async function judged(
	parameters: INodeParameters,
	items: INodeExecutionData[],
	onError: 'stopWorkflow' | 'continueRegularOutput',
): Promise<Judged> {
	try {
		return {
			outputs: (await criteria.execute.call(fakeNode({ parameters, items, onError }).node)) as INodeExecutionData[][],
			thrown: undefined,
		};
	} catch (thrown) {
		return { outputs: undefined, thrown };
	}
}

const byDefault = (from: readonly INodeProperties[]): INodeParameters =>
	Object.fromEntries(from.map(({ name, default: initial }) => [name, initial])) as INodeParameters;

const placesOf = (output: readonly INodeExecutionData[]): number[] => output.map(({ pairedItem }) => (pairedItem as { item: number }).item);

const ascending = (one: number, other: number): number => one - other;

/** Each item is on one output with all its fields and its decision. A lead with a failed lookup or an invalid policy is not on Accept. */
function expectSound(outputs: INodeExecutionData[][], leads: readonly Lead[], decisionField?: string): void {
	expect(outputs).toHaveLength(OUTCOMES.length);
	expect(outputs.flatMap(placesOf).sort(ascending)).toEqual(leads.map((_, index) => index));
	for (const [place, output] of outputs.entries()) {
		for (const [index, { json }] of output.entries()) {
			const one = leads[placesOf(output)[index] ?? -1] as Lead;
			if (decisionField !== undefined) {
				const decision = json[decisionField] as IDataObject;
				expect(decision.outcome).toBe(OUTCOMES[place]);
				expect(String(decision.reason)).toMatch(/\S/);
				if (decision.source === 'bad_policy') expect(decision.outcome).toBe('qa');
				for (const name of Object.keys(one.json)) if (name !== decisionField) expect(json[name]).toBe(one.json[name]);
			}
			if (one.failed) expect([place, one.json.ipqs]).not.toEqual([0, expect.anything()]);
		}
	}
}

const leads = fc.array(lead, { minLength: 1, maxLength: 4 });

const FORM: INodeParameters = { ...byDefault(properties), onFailedLookup: 'qa' };

describe('any value in place of a policy', () => {
	it.each(['policyJson', 'shadowPolicy'])('as %s of each item: every item leaves once, and no failed lookup is accepted', async (where) => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(lead, anyPolicy), { minLength: 1, maxLength: 4 }), async (brought) => {
				const all = brought.map(([{ failed, json }, own]): Lead => ({ failed, json: frozen({ ...json, policy: own } as IDataObject) }));
				const parameters =
					where === 'policyJson'
						? { ...FORM, policySource: 'json', policyJson: '=policy' }
						: { ...FORM, options: { shadowPolicy: '=policy', includeTrace: true, includePolicy: true } };
				const { outputs, thrown } = await judged(
					parameters,
					all.map(({ json }) => ({ json })),
					'stopWorkflow',
				);
				expect(thrown).toBeUndefined();
				expectSound(outputs ?? [], all, 'decision');
			}),
			RUNS,
		);
	});

	it('in the node stops it with the path of the issue, or with On Error = Continue sends all leads to QA', async () => {
		await fc.assert(
			fc.asyncProperty(
				leads,
				text,
				fc.constantFrom('stopWorkflow' as const, 'continueRegularOutput' as const),
				async (all, policyJson, onError) => {
					const { outputs, thrown } = await judged(
						{ ...FORM, policySource: 'json', policyJson },
						all.map(({ json }) => ({ json: frozen(json) })),
						onError,
					);
					if (outputs === undefined) {
						expect(onError).toBe('stopWorkflow');
						expect(thrown).toBeInstanceOf(NodeOperationError);
						expect((thrown as NodeOperationError).message).toMatch(/^'/);
						return;
					}
					expectSound(outputs, all, 'decision');
				},
			),
			RUNS,
		);
	});
});

/** Settings that the user can set to Accept for leads that were not looked up. */
const LETS_THROUGH = ['onFailedLookup', 'onUnusableNumber', 'mode'];

/** Parameters that can be an expression, except those. */
const SLOTS = new Map(
	slotsOf(properties)
		.filter(({ place }) => !LETS_THROUGH.some((name) => place.includes(name)))
		.map((slot) => [slot.place.join('.'), slot]),
);

describe('any value from an expression in the form', () => {
	it.each(['preset', 'rules', 'json'])(
		'with the policy from %s: every item leaves once, and no failed lookup is accepted',
		async (policySource) => {
			const filled = fc.constantFrom(...SLOTS.keys()).chain((place) => {
				const { options = [] } = (SLOTS.get(place) as Slot).property;
				const choices = options.flatMap((option) => ('value' in option ? [option.value] : []));
				return fc.tuple(
					fc.constant(place),
					fc.oneof(fc.constantFrom(...HARD_VALUES, ...choices), fc.jsonValue({ maxDepth: 2 }), nearly, words),
				);
			});
			const rules = {
				values: [
					{
						name: 'One',
						match: 'all',
						conditions: { values: [{ field: 'fraud_score', numberOperator: 'greaterOrEqual', numberValue: 85 }] },
						action: 'reject',
						whenUnknown: 'default',
					},
				],
			};
			await fc.assert(
				fc.asyncProperty(
					leads,
					fc.uniqueArray(filled, { minLength: 1, maxLength: 4, selector: ([place]) => place }),
					fc.constantFrom('', 'campaign'),
					async (all, values, campaignField) => {
						const parameters = values.reduce<INodeParameters>(
							(form, [place], index) => withSlot(form, SLOTS.get(place) as Slot, `=x${index}`),
							{ ...FORM, policySource, rules, campaignField },
						);
						const brought = all.map(
							({ failed, json }): Lead => ({
								failed,
								json: frozen({
									...json,
									campaign: 'Solar',
									...Object.fromEntries(values.map(([, value], index) => [`x${index}`, value])),
								} as IDataObject),
							}),
						);
						const { outputs, thrown } = await judged(
							parameters,
							brought.map(({ json }) => ({ json })),
							'stopWorkflow',
						);
						// A rule without conditions and a repeated campaign are issues of the form only.
						if (thrown !== undefined) {
							expect(thrown).toBeInstanceOf(NodeOperationError);
							return;
						}
						const elsewhere = values.some(([place]) => place === 'options.decisionField' || place === 'resultField');
						const sound = elsewhere ? brought.map((one) => ({ ...one, failed: false })) : brought;
						expectSound(outputs ?? [], sound, elsewhere ? undefined : 'decision');
					},
				),
				RUNS,
			);
		},
	);
});
