import fc from 'fast-check';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { execute as executeBacktest } from '../../../nodes/IpqsBacktest/execute';
import { execute as executeCriteria } from '../../../nodes/IpqsCriteria/execute';
import { PRESETS } from '../../../nodes/shared/criteria/presets';
import { parsePolicy } from '../../../nodes/shared/criteria/parsePolicy';
import type { ReportItem } from '../../../nodes/shared/criteria/report/types';
import { OUTCOMES, type Decision, type Outcome } from '../../../nodes/shared/criteria/types';
import { fakeNode } from '../../support/fake-node';
import { leadArbitrary } from '../../support/leadArbitraries';
import { campaignsArbitrary, policyArbitrary } from '../../support/policyArbitraries';
import type { OverrideJson, PolicyJson } from '../../support/referencePolicy';

const COMMON = { campaignField: 'campaign', resultField: 'ipqs', defaultAction: 'accept', onFailedLookup: 'qa', hitPolicy: 'first' };

const nodeWith = (items: INodeExecutionData[], parameters: IDataObject): IExecuteFunctions =>
	fakeNode({ items, parameters: { ...COMMON, ...parameters } as never }).node;

/** The decision of IPQS Criteria about each lead. */
async function decisions(items: INodeExecutionData[], parameters: IDataObject): Promise<Decision[]> {
	const outputs = await executeCriteria(nodeWith(items, parameters));
	const decided = outputs.flat().map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, json.decision] as const);
	return decided.sort(([one], [other]) => one - other).map(([, decision]) => decision as unknown as Decision);
}

async function report(
	items: INodeExecutionData[],
	parameters: IDataObject,
): Promise<{ items: ReportItem[]; changed: INodeExecutionData[] }> {
	const [reported = [], changed = []] = await executeBacktest(
		nodeWith(items, { ...parameters, options: { ...(parameters.options as IDataObject), htmlReport: false } }),
	);
	return { items: reported.map(({ json }) => json as unknown as ReportItem), changed };
}

/** The reference calls rules of presets by other names. */
function withoutDisabled(policy: PolicyJson): PolicyJson {
	const enabled = <Members extends OverrideJson>(members: Members): Members => ({ ...members, disableRules: undefined });
	const overrides = Object.entries(policy.overrides ?? {}).map(([key, override]) => [key, enabled(override)] as const);
	return { ...enabled(policy), overrides: overrides.length === 0 ? undefined : Object.fromEntries(overrides) };
}

const policy = policyArbitrary
	.map((one): PolicyJson => JSON.parse(JSON.stringify(withoutDisabled(one))) as PolicyJson)
	.filter((one) => 'policy' in parsePolicy(one));

const lead = fc.tuple(
	leadArbitrary,
	campaignsArbitrary,
	fc.constantFrom('accept', 'qa', 'reject', 'none'),
	fc.constantFrom('sold', 'returned', 'open'),
	fc.option(fc.nat(3)),
);

/** Each lead is a group of its own, so that the report tells its outcome. */
const leads = fc.array(lead, { minLength: 1, maxLength: 12 }).map((all) =>
	all.map(
		([json, campaigns, outcome, status], index): INodeExecutionData => ({
			json: {
				...(json as IDataObject),
				lead: `lead ${index}`,
				campaign: campaigns[0] ?? '',
				decision: outcome === 'none' ? null : { outcome },
				status,
			},
		}),
	),
);

const thresholds = fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 3 });

const outcomeOf = ({ accept, qa }: ReportItem): Outcome => (accept === 1 ? 'accept' : qa === 1 ? 'qa' : 'reject');

/** Codes that the report has of a group; equally frequent ones come in alphabetical order. */
const TOP_CODES = 10;

/** Outcome, policy and codes of each lead under a variant, in the order of the leads. */
const byLead = (items: readonly ReportItem[], variant: string) =>
	items
		.filter((item) => item.variant === variant)
		.sort((one, other) => Number(one.group?.slice(5)) - Number(other.group?.slice(5)))
		.map((item) => ({ outcome: outcomeOf(item), hash: item.policy.hash, codes: item.topCodes.map(({ code }) => code).sort() }));

const ofDecisions = (all: readonly Decision[]) =>
	all.map(({ outcome, policy: { hash }, codes }) => ({
		outcome,
		hash,
		codes: [...new Set(codes.split(', ').filter((code) => code !== ''))].sort().slice(0, TOP_CODES),
	}));

const usesThreshold = (one: PolicyJson, threshold: number): boolean => 'policy' in parsePolicy({ ...one, fraudThreshold: threshold });

const json = (one: object): IDataObject => ({ policySource: 'json', policyJson: JSON.stringify(one) });

jest.setTimeout(120_000);

describe('IPQS Back-Test and IPQS Criteria', () => {
	it('decide alike about each lead, under the policy and at other thresholds, by JSON with overrides', async () => {
		await fc.assert(
			fc.asyncProperty(policy, leads, thresholds, async (one, items, tried) => {
				const canVary = usesThreshold(one, 50);
				const variants = canVary ? { variants: 'thresholds', thresholdList: tried.join(', ') } : {};
				const { items: reported } = await report(items, { ...json(one), ...variants, groupBy: 'lead', compareWith: 'nothing' });
				const [first] = reported;
				expect(byLead(reported, first?.variant ?? '')).toEqual(ofDecisions(await decisions(items, json(one))));
				for (const threshold of canVary ? tried : []) {
					expect(byLead(reported, `Threshold ${threshold}`)).toEqual(
						ofDecisions(await decisions(items, json({ ...one, fraudThreshold: threshold }))),
					);
				}
			}),
			{ numRuns: 120 },
		);
	});

	it('decide alike about each lead, by the form with presets, overrides and a threshold of an expression', async () => {
		const preset = fc.constantFrom(...PRESETS.map(({ name }) => name));
		const score = fc.integer({ min: 0, max: 100 });
		const form = fc.record({
			preset,
			judge: fc.subarray(['phone', 'email', 'ip'], { minLength: 1 }),
			fraudThreshold: fc.oneof(fc.constant(''), score, fc.constant('=limit')),
			defaultAction: fc.constantFrom(...OUTCOMES),
			onFailedLookup: fc.constantFrom(...OUTCOMES),
			overrides: fc.record({
				values: fc.array(fc.record({ campaign: fc.constant('solar, roofing'), preset, fraudThreshold: score.map(String) }), {
					maxLength: 1,
				}),
			}),
		});
		await fc.assert(
			fc.asyncProperty(form, leads, score, async (values, items, limit) => {
				const parameters: IDataObject = { policySource: 'preset', ...values };
				const own = items.map((item) => ({ json: { ...item.json, limit } }));
				const { items: reported } = await report(own, { ...parameters, variants: 'presets', groupBy: 'lead', compareWith: 'nothing' });
				expect(byLead(reported, reported[0]?.variant ?? '')).toEqual(ofDecisions(await decisions(own, parameters)));
				for (const { name, label } of PRESETS) {
					const alone = { ...parameters, preset: name, fraudThreshold: '', overrides: {} };
					expect(byLead(reported, label)).toEqual(ofDecisions(await decisions(own, alone)));
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('agree with a plain count of outcomes, changes, known results and money', async () => {
		await fc.assert(
			fc.asyncProperty(policy, policy, leads, fc.boolean(), async (one, other, items, withPolicy) => {
				const now = (await decisions(items, json(one))).map(({ outcome }) => outcome);
				const then = withPolicy
					? (await decisions(items, json(other))).map(({ outcome }) => outcome)
					: items.map((item) => (item.json.decision as { outcome: Outcome } | null)?.outcome ?? null);
				const { items: reported, changed } = await report(items, {
					...json(one),
					...(withPolicy ? { compareWith: 'policy', comparePolicy: JSON.stringify(other) } : {}),
					knownField: 'status',
					goodValues: 'sold',
					badValues: 'returned',
					options: { costPerLead: 7 },
				});
				const count = (test: (index: number) => boolean): number => items.filter((_, index) => test(index)).length;
				const known = (status: string, outcome: Outcome) =>
					count((index) => items[index]?.json.status === status && now[index] === outcome);
				const outcomes = (status: string) => ({
					accept: known(status, 'accept'),
					qa: known(status, 'qa'),
					reject: known(status, 'reject'),
				});
				const moved = (from: Outcome, to: Outcome) => count((index) => then[index] === from && now[index] === to);
				expect(reported).toHaveLength(1);
				expect(reported[0]).toMatchObject({
					leads: items.length,
					...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count((index) => now[index] === outcome)])),
					changed: {
						acceptToQa: moved('accept', 'qa'),
						acceptToReject: moved('accept', 'reject'),
						qaToAccept: moved('qa', 'accept'),
						qaToReject: moved('qa', 'reject'),
						rejectToAccept: moved('reject', 'accept'),
						rejectToQa: moved('reject', 'qa'),
						notCompared: count((index) => then[index] === null),
					},
					known: { good: outcomes('sold'), bad: outcomes('returned') },
					money: {
						spentOnLookups: null,
						savedOnRejected: known('returned', 'reject') * 7,
						lostOnGoodRejected: known('sold', 'reject') * 7,
					},
				});
				const differing = items.flatMap((_, index) =>
					then[index] !== null && then[index] !== now[index] ? [{ item: index, from: then[index], to: now[index] }] : [],
				);
				expect(
					changed.map(({ json: { backtest }, pairedItem }) => ({ item: (pairedItem as { item: number }).item, ...(backtest as object) })),
				).toMatchObject(differing);
				expect(changed).toHaveLength(differing.length);
			}),
			{ numRuns: 120 },
		);
	});
});
