import fc from 'fast-check';
import { ReportCollector } from '../../../nodes/shared/criteria/report/collect';
import { selectGroups } from '../../../nodes/shared/criteria/report/selectGroups';
import { renderReport } from '../../../nodes/shared/criteria/report/html';
import type { LeadRecord, Report, ReportItem, ReportSetup } from '../../../nodes/shared/criteria/report/types';
import type { Outcome } from '../../../nodes/shared/criteria/types';
import { HtmlPage } from '../../support/htmlPage';
import { reportInput, type ReportInput } from './reports';

const RUNS = { numRuns: 500 };

/** So few that random leads have groups beyond it. */
const MAX_GROUPS = 3;

function collect({ setup, leads }: ReportInput, limit = MAX_GROUPS): Report {
	const names = leads.flatMap(({ group }) => group ?? []);
	const collector = new ReportCollector(setup, setup.groupBy === null ? null : selectGroups(names, limit));
	for (const lead of leads) collector.add(lead);
	return collector.report();
}

/** Counts, rates, confusion and money of leads under one variant, by filters only; topCodes and policy have tests of their own. */
function referenceItem(
	leads: readonly LeadRecord[],
	variant: number,
	setup: ReportSetup,
): Omit<ReportItem, 'variant' | 'group' | 'topCodes' | 'policy'> {
	const judged = leads.map((lead) => ({ lead, ...lead.evaluations[variant]! }));
	const count = (test: (one: (typeof judged)[number]) => boolean): number => judged.filter(test).length;
	const to = (outcome: Outcome) => count((one) => one.outcome === outcome);
	const rate = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000);
	const moved = (from: Outcome, outcome: Outcome) => count((one) => one.lead.comparedWith?.outcome === from && one.outcome === outcome);
	const known = (result: 'good' | 'bad', outcome: Outcome) => count((one) => one.lead.known === result && one.outcome === outcome);
	const outcomesOf = (result: 'good' | 'bad') => ({
		accept: known(result, 'accept'),
		qa: known(result, 'qa'),
		reject: known(result, 'reject'),
	});
	const cents = (sum: number) => Math.round(sum * 10_000) / 10_000;
	const attempts = leads.flatMap(({ chargedAttempts }) => chargedAttempts ?? []);
	const { costPerLead, costPerLookup } = setup;
	return {
		leads: leads.length,
		accept: to('accept'),
		qa: to('qa'),
		reject: to('reject'),
		acceptRate: rate(to('accept'), leads.length),
		qaRate: rate(to('qa'), leads.length),
		rejectRate: rate(to('reject'), leads.length),
		unjudged: count(({ source }) => ['failed_lookup', 'unusable_number', 'no_result', 'bad_policy'].includes(source)),
		unknownDecided: count(({ source }) => source === 'unknown'),
		changed: setup.comparison && {
			acceptToQa: moved('accept', 'qa'),
			acceptToReject: moved('accept', 'reject'),
			qaToAccept: moved('qa', 'accept'),
			qaToReject: moved('qa', 'reject'),
			rejectToAccept: moved('reject', 'accept'),
			rejectToQa: moved('reject', 'qa'),
			notCompared: count((one) => one.lead.comparedWith === null),
		},
		known: setup.known && {
			good: outcomesOf('good'),
			bad: outcomesOf('bad'),
			precision: rate(known('bad', 'reject'), known('bad', 'reject') + known('good', 'reject')),
			recall: rate(
				known('bad', 'reject'),
				count((one) => one.lead.known === 'bad'),
			),
		},
		money:
			costPerLead === null && costPerLookup === null
				? null
				: {
						spentOnLookups:
							costPerLookup === null || attempts.length === 0
								? null
								: cents(attempts.reduce((sum, charged) => sum + charged, 0) * costPerLookup),
						savedOnRejected: costPerLead === null || setup.known === null ? null : cents(known('bad', 'reject') * costPerLead),
						lostOnGoodRejected: costPerLead === null || setup.known === null ? null : cents(known('good', 'reject') * costPerLead),
					},
		small: leads.length < 30,
	};
}

describe('the counts of a report', () => {
	it('are those of a plain reference, for all leads and for each group', () => {
		fc.assert(
			fc.property(reportInput, (input) => {
				const { setup, leads } = input;
				const report = collect(input);
				setup.variants.forEach((_, variant) => {
					expect(report.variants[variant]?.total).toMatchObject(referenceItem(leads, variant, setup));
					const shown = new Set(report.variants[variant]?.groups.map(({ group }) => group));
					for (const item of report.variants[variant]?.groups ?? []) {
						const inGroup = leads.filter(({ group }) => group === item.group || (item.group === 'other' && !shown.has(group)));
						expect(item).toMatchObject(referenceItem(inGroup, variant, setup));
					}
				});
			}),
			RUNS,
		);
	});

	it('add up: groups to all leads, outcomes to leads, causes to changes', () => {
		fc.assert(
			fc.property(reportInput, (input) => {
				const report = collect(input);
				report.variants.forEach(({ total, groups, moves }) => {
					const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
					expect(total.accept + total.qa + total.reject).toBe(input.leads.length);
					if (input.setup.groupBy !== null) expect(sum(groups.map(({ leads }) => leads))).toBe(input.leads.length);
					expect(groups.length).toBeLessThanOrEqual(MAX_GROUPS + 1);
					for (const { move, leads, causes } of moves) {
						if (total.changed !== null) expect(leads).toBe(total.changed[move.name]);
						expect(sum(causes.map((cause) => cause.leads))).toBeLessThanOrEqual(leads);
					}
				});
			}),
			RUNS,
		);
	});

	it('do not depend on the order of the leads', () => {
		fc.assert(
			fc.property(reportInput, (input) => {
				const reversed = collect({ ...input, leads: [...input.leads].reverse() });
				const withoutPolicies = ({ variants, ...rest }: Report) => ({
					...rest,
					variants: variants.map(({ total, groups, moves }) => ({
						moves,
						items: [total, ...groups].map((item) => ({ ...item, policy: null })),
					})),
				});
				expect(withoutPolicies(reversed)).toEqual(withoutPolicies(collect(input)));
			}),
			RUNS,
		);
	});

	it('count each code of a lead once', () => {
		fc.assert(
			fc.property(reportInput, (input) => {
				for (const [variant, { total }] of collect(input).variants.entries()) {
					for (const { code, leads } of total.topCodes) {
						const having = input.leads.filter(({ evaluations }) =>
							evaluations[variant]?.codes.split(',').some((one) => one.trim() === code),
						);
						expect(leads).toBe(having.length);
					}
				}
			}),
			RUNS,
		);
	});
});

const ELEMENTS = new Set(
	(
		'html head meta title style body header p b h1 bdi a dl div dt dd code main section h2 h3 table caption colgroup col thead tbody tr th td ' +
		'small span svg rect line circle text figure figcaption ul li footer'
	).split(' '),
);

const ATTRIBUTES = new Set(
	(
		'lang charset http-equiv content name class href id aria-labelledby aria-hidden aria-label scope colspan span role tabindex x y x1 x2 y1 y2 ' +
		'dx dy r width height text-anchor'
	).split(' '),
);

describe('the page of a report', () => {
	it('is valid, small and without anything that the input brings as HTML', () => {
		fc.assert(
			fc.property(reportInput, (input) => {
				const text = renderReport(collect(input, 200));
				const page = new HtmlPage(text);
				expect(page.errors).toEqual([]);
				expect(Buffer.byteLength(text)).toBeLessThan(300_000);
				const attributes = page.elements.flatMap(({ attrs }) => attrs);
				expect(page.elements.filter(({ tagName }) => !ELEMENTS.has(tagName))).toEqual([]);
				expect(attributes.filter(({ name }) => !ATTRIBUTES.has(name))).toEqual([]);
				expect(attributes.filter(({ value }) => /NaN|Infinity|undefined/.test(value))).toEqual([]);
				expect(page.texts('style')).toHaveLength(1);
			}),
			{ numRuns: 200 },
		);
	});
});
