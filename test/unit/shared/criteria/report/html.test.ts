import { renderReport } from '../../../../../nodes/shared/criteria/report/html';
import type { LeadRecord, ReportSetup } from '../../../../../nodes/shared/criteria/report/types';
import { HtmlPage } from '../../../../support/htmlPage';
import { sampleReport } from '../../../../support/reportSample';
import { evaluation, KNOWN, lead, reportOf } from './leads';

const pageOf = (leads: readonly LeadRecord[], setup: Partial<ReportSetup> = {}): HtmlPage =>
	new HtmlPage(renderReport(reportOf(leads, setup)));

const times = (count: number, one: LeadRecord): LeadRecord[] => Array.from({ length: count }, () => one);

/** One threshold for each outcome, so that variants differ. */
const THRESHOLDS: Partial<ReportSetup> = {
	variants: [70, 80, 90].map((threshold) => ({ name: `Threshold ${threshold}`, threshold })),
	known: KNOWN,
};

const atThresholds = (known: LeadRecord['known'], ...outcomes: ReadonlyArray<'accept' | 'qa' | 'reject'>): LeadRecord =>
	lead('accept', { known, evaluations: outcomes.map((outcome) => evaluation(outcome)) });

describe('the page', () => {
	const text = renderReport(sampleReport());
	const page = new HtmlPage(text);

	it('is valid HTML', () => {
		expect(page.errors).toEqual([]);
	});

	it('has no script, and nothing from outside', () => {
		const names = new Set(page.elements.map(({ tagName }) => tagName));
		for (const name of ['script', 'link', 'img', 'iframe', 'object', 'use', 'image']) expect(names).not.toContain(name);
		const links = page.elements.flatMap((element) => page.attribute(element, 'href') ?? []);
		expect(links).toEqual(['#limits']);
		expect(text).not.toMatch(/https?:|url\(|@import/);
		const [policy] = page.elements.filter((element) => page.attribute(element, 'http-equiv') === 'Content-Security-Policy');
		expect(policy && page.attribute(policy, 'content')).toBe(
			"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
		);
	});

	it('has a title, one main heading, and headings in order', () => {
		expect(page.texts('title')).toEqual(['Standard at 70 to 90']);
		expect(page.texts('h1')).toEqual(['Standard at 70 to 90']);
		expect(page.texts('h2')).toEqual([
			'Outcomes by variant',
			'Leads with a known result',
			'Money',
			'Leads that change',
			'Most frequent reasons',
			'Groups compared',
			'What this report cannot tell',
		]);
	});

	it('has a caption for each table, and a description or the numbers next to it for each chart', () => {
		expect(page.texts('caption')).toHaveLength(page.texts('table').length);
		const charts = page.elements.filter(({ tagName, parentNode }) => tagName === 'svg' && parentNode?.nodeName !== 'svg');
		expect(charts.length).toBeGreaterThan(20);
		for (const chart of charts) {
			const isDescribed = page.attribute(chart, 'role') === 'img' && page.attribute(chart, 'aria-label');
			expect(isDescribed || page.attribute(chart, 'aria-hidden')).toBeTruthy();
		}
	});

	it('has no id twice, and a heading for each section', () => {
		const ids = page.elements.flatMap((element) => page.attribute(element, 'id') ?? []);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toEqual(expect.arrayContaining(page.elements.flatMap((element) => page.attribute(element, 'aria-labelledby') ?? [])));
	});

	it('shows awkward names as text', () => {
		const names = page.texts('bdi', 'groups');
		expect(names).toContain('<b onmouseover="alert(1)">Home & Garden</b>');
		expect(names).toContain('Medicare 65+ | Facebook | Lookalike 3% | Q4 …road match) v12');
		expect(names).toContain('gnittes redro auto');
	});

	it('leaves out what was not asked for', () => {
		const single = pageOf([lead('accept')]);
		expect(single.texts('h2')).toEqual(['Outcomes', 'What this report cannot tell']);
		expect(single.texts('dt')).toEqual(['Policy', 'Leads', 'Compared with', 'Known results']);
		expect(single.texts('dd')).toEqual(['Standard, fraud threshold 85', '1', 'nothing', 'none']);
	});

	it('says what was tested', () => {
		expect(page.texts('dd')).toEqual([
			'Standard, fraud threshold 85',
			'500',
			'5',
			'earlier decisions',
			'9 by campaign',
			'status – good: sold; bad: returned and fraud',
			'18 per lead, 0.012 per lookup',
		]);
		const values = { field: 'f', goodValues: [], badValues: ['1', '2', '3', '4', '5', '6', '7'] };
		expect(pageOf([lead('accept')], { known: values }).texts('dd')).toContain('f – good: none; bad: 1, 2, 3, 4, 5 and 2 more');
	});

	it('needs a variant', () => {
		expect(() => renderReport(reportOf([], { variants: [] }))).toThrow('A report needs a variant');
	});

	it('describes the first variant in detail if the main one does not exist', () => {
		expect(
			pageOf([lead('accept')], { mainVariant: 7 })
				.texts('p')
				.join(),
		).toContain('Standard accepts 1 (100%)');
	});
});

describe('the summary', () => {
	const summaryOf = (leads: readonly LeadRecord[], setup?: Partial<ReportSetup>): string => pageOf(leads, setup).texts('header')[0] ?? '';

	it('says that there was no lead, and shows no empty tables', () => {
		const page = pageOf([], THRESHOLDS);
		expect(page.texts('p')).toContain('There was no lead to test.');
		expect(page.texts('table')).toEqual([]);
		expect(page.texts('main')[0]).toMatch(/^What this report cannot tell/);
		expect(page.texts('main')[0]).not.toContain('Only 0 leads');
	});

	it('says what the main variant does', () => {
		expect(summaryOf([lead('accept'), lead('qa'), lead('reject'), lead('reject')])).toContain(
			'Of 4 leads, Standard accepts 1 (25%), sends 1 (25%) to QA and rejects 2 (50%).',
		);
	});

	it('compares the variants', () => {
		const leads = [atThresholds(null, 'reject', 'reject', 'accept'), atThresholds(null, 'reject', 'accept', 'accept')];
		expect(summaryOf(leads, THRESHOLDS)).toContain('Across 3 variants, rejections range from 0% (Threshold 90) to 100% (Threshold 70).');
		expect(summaryOf([atThresholds(null, 'reject', 'reject', 'reject')], THRESHOLDS)).toContain('All 3 variants reject the same number.');
		expect(summaryOf([lead('reject')])).not.toContain('variants');
	});

	it('names the first of the variants that reject fewest, and the last of those that reject most', () => {
		expect(summaryOf([atThresholds(null, 'reject', 'accept', 'accept')], THRESHOLDS)).toContain(
			'0% (Threshold 80) to 100% (Threshold 70).',
		);
		expect(summaryOf([atThresholds(null, 'reject', 'reject', 'accept')], THRESHOLDS)).toContain(
			'0% (Threshold 90) to 100% (Threshold 80).',
		);
	});

	it('counts the leads that change', () => {
		const comparison = { source: 'policy', name: 'Strict' } as const;
		const changed = lead('reject', { comparedWith: { outcome: 'accept' } });
		const same = lead('qa', { comparedWith: { outcome: 'qa' } });
		const lenient = lead('qa', { comparedWith: { outcome: 'reject' } });
		expect(summaryOf([changed, same, same, lenient], { comparison })).toContain(
			'Compared with Strict, 2 leads (50%) change: 1 to QA and 1 to Reject.',
		);
		expect(summaryOf([changed], { comparison })).toContain('1 lead (100%) changes: 1 to Reject.');
		expect(summaryOf([same], { comparison: { source: 'decision' } })).toContain('Compared with earlier decisions, no lead changes.');
		expect(summaryOf([lead('accept')], { comparison })).toContain('No lead can be compared with Strict.');
	});

	it('says what happens to known leads', () => {
		const leads = [lead('reject', { known: 'bad' }), lead('accept', { known: 'bad' }), lead('accept', { known: 'good' })];
		expect(summaryOf(leads, { known: KNOWN })).toContain('Of 2 known bad leads, Standard rejects 1 (50%); of 1 known good lead, 0 (0%).');
		expect(summaryOf([lead('accept')], { known: KNOWN })).toContain('No lead has a known result.');
		const other = [lead('reject', { known: 'bad' }), lead('accept', { known: 'good' }), lead('accept', { known: 'good' })];
		expect(summaryOf(other, { known: KNOWN })).toContain('Of 1 known bad lead, Standard rejects 1 (100%); of 2 known good leads, 0 (0%).');
		expect(summaryOf(other.slice(0, 2), { known: KNOWN, comparison: { source: 'decision' } })).toContain(
			'No lead can be compared with earlier decisions. Of 1 known bad lead,',
		);
	});

	it('names the variants with the largest balance, also if several have it', () => {
		const costs = { ...THRESHOLDS, costPerLead: 0.1 };
		const caughtTwice = atThresholds('bad', 'reject', 'reject', 'accept');
		expect(summaryOf([caughtTwice, atThresholds('good', 'reject', 'accept', 'accept')], costs)).toContain(
			'On these known leads, Threshold 80 has the largest balance of money saved and lost: 0.10.',
		);
		expect(summaryOf([caughtTwice], costs)).toContain(
			'Threshold 70 and Threshold 80 have the largest balance of money saved and lost: 0.10.',
		);
		const fourBest = ['reject', 'reject', 'reject', 'reject', 'accept'] as const;
		const five = { ...costs, variants: fourBest.map((_, index) => ({ name: `V${index}` })) };
		expect(summaryOf([atThresholds('bad', ...fourBest)], five)).toContain('the largest balance of money saved and lost is 0.10.');
		expect(summaryOf([atThresholds('bad', ...fourBest.slice(1))], { ...five, variants: five.variants.slice(1) })).toContain(
			'On these known leads, V1, V2 and V3 have the largest balance',
		);
		expect(summaryOf([atThresholds('good', 'accept', 'accept', 'accept')], costs)).toContain(
			'On these known leads, the largest balance of money saved and lost is 0.00.',
		);
		expect(summaryOf([atThresholds(null, 'accept', 'accept', 'accept')], costs)).not.toContain('balance');
	});

	it('says what it needs to name the best variant', () => {
		const without = "To see which variant saves most, fill in 'Cost per Lead'.";
		const caught = atThresholds('bad', 'reject', 'reject', 'accept');
		expect(summaryOf([caught], THRESHOLDS)).toContain(without);
		expect(summaryOf([caught], { ...THRESHOLDS, costPerLead: 0.1 })).not.toContain(without);
		expect(summaryOf([lead('reject', { known: 'bad' })], { known: KNOWN })).not.toContain(without);
	});
});

describe('the tables', () => {
	it('show outcomes by variant after those of the comparison', () => {
		const leads = [lead('reject', { comparedWith: { outcome: 'qa' } }), lead('accept')];
		expect(pageOf(leads, { comparison: { source: 'decision' } }).rows('outcomes')).toEqual([
			['Variant', 'Accept', 'QA', 'Reject'],
			['Compared with earlier decisions', '0 0%', '1 100%', '0 0%'],
			['Standard', '1 50%', '0 0%', '1 50%'],
		]);
	});

	it('leave out a comparison that no lead has', () => {
		expect(pageOf([lead('accept')], { comparison: { source: 'decision' } }).rows('outcomes')).toHaveLength(2);
	});

	it('say how many leads were not judged, or judged by an unknown value', () => {
		const leads = ['no_result', 'unknown', 'unknown'].map((source) => lead('qa', { evaluations: [evaluation('qa', { source })] }));
		expect(pageOf(leads).texts('p', 'outcomes')).toEqual([
			'Standard could not judge 1 lead: no usable result, or a failed lookup.',
			'Standard decided 2 leads on a value that is unknown.',
		]);
	});

	it('show changes by the outcome that leads move to, and the rules behind them', () => {
		const leads = [
			lead('reject', { comparedWith: { outcome: 'accept' }, evaluations: [evaluation('reject', { rule: 'Fraud Score' })] }),
			lead('qa', { comparedWith: { outcome: 'reject' } }),
			lead('accept'),
		];
		const page = pageOf(leads, { comparison: { source: 'decision' } });
		expect(page.rows('changes')).toEqual([
			['Variant', 'Changed', 'To Accept', 'To QA', 'To Reject'],
			['Standard', '2 100%', '0', '1', '1'],
			['Change', 'Leads'],
			['Accept → Reject Fraud Score 1', '1'],
			['Reject → QA not recorded 1', '1'],
		]);
		expect(page.texts('p', 'changes')).toContain('Left out: 1 lead without a decision to compare with.');
	});

	it('show known results by outcome', () => {
		const leads = [
			...times(3, lead('reject', { known: 'bad' })),
			lead('qa', { known: 'bad' }),
			lead('reject', { known: 'good' }),
			lead('qa'),
		];
		const page = pageOf(leads, { known: KNOWN });
		expect(page.rows('known').slice(1)).toEqual([
			['Variant', 'Catch rate', 'Precision', 'Reject', 'QA', 'Accept', 'Reject', 'QA', 'Accept'],
			['Standard', '75%', '75%', '3', '1', '0', '1', '0', '0'],
		]);
		expect(page.texts('p', 'known')[0]).toBe('1 lead turned out good and 4 bad. 1 lead has no known result and counts as neither.');
	});

	it('show money by variant', () => {
		const leads = [lead('reject', { known: 'bad', chargedAttempts: 1 }), lead('reject', { known: 'good' })];
		const page = pageOf(leads, { known: KNOWN, costPerLead: 1200, costPerLookup: 0.5 });
		expect(page.rows('money')[1]).toEqual(['Standard', '1,200.00', '1,200.00', '0.00']);
		expect(page.texts('p', 'money')).toContain('Lookups cost at least 0.50, the same for every variant.');
	});

	it('show no sums that the leads do not tell', () => {
		const page = pageOf([lead('reject')], { costPerLead: 20, costPerLookup: 1 });
		expect(page.rows('money')).toEqual([]);
		expect(page.texts('p', 'money')).toEqual(['What the lookups cost is not known: no result says how many attempts were charged.']);
	});

	it('show reasons with their share', () => {
		const leads = [lead('qa', { evaluations: [evaluation('qa', { codes: 'VOIP' })] }), lead('accept')];
		expect(pageOf(leads).rows('reasons')).toEqual([
			['Code', 'Leads'],
			['VOIP', '1 50%'],
		]);
	});

	it('rank groups by the share rejected, small ones and the rest last', () => {
		const leads = [
			...times(30, lead('accept', { group: 'good' })),
			...times(30, lead('reject', { group: 'bad' })),
			...times(31, lead('reject', { group: 'large and bad' })),
			...times(30, lead('reject', { group: 'also bad' })),
			...times(29, lead('reject', { group: 'small' })),
			...Array.from({ length: 250 }, (_, index) => lead('reject', { group: `g${index}` })),
		];
		const page = pageOf(leads, { groupBy: 'campaign' });
		const rows = page.rows('groups');
		expect(rows).toHaveLength(202);
		expect(rows.slice(1, 6)).toEqual([
			['large and bad', '31', '0%', '0%', '100%'],
			['also bad', '30', '0%', '0%', '100%'],
			['bad', '30', '0%', '0%', '100%'],
			['good', '30', '100%', '0%', '0%'],
			['small small', '29', '0%', '0%', '100%'],
		]);
		expect(rows[201]).toEqual(['other', '55', '0%', '0%', '100%']);
		expect(page.texts('p', 'groups')).toContain('The 200 largest of 255 groups; all others are counted as “other”.');
	});

	it('are bounded in length', () => {
		const variants = Array.from({ length: 120 }, (_, index) => ({ name: `Threshold ${index}`, threshold: index }));
		const one = lead('reject', { known: 'bad', evaluations: variants.map(() => evaluation('reject')) });
		const page = pageOf([one], { variants, known: KNOWN, costPerLead: 1, mainVariant: 119 });
		for (const section of ['outcomes', 'money']) expect(page.rows(section)).toHaveLength(41);
		expect(page.texts('li', 'limits')).toContain('Tables show the first 40 of 120 variants. The items of the report have all.');
		expect(page.texts('header')[0]).toContain('Threshold 119 rejects');
	});
});

describe('the chart over the threshold', () => {
	const chartOf = (leads: readonly LeadRecord[], setup: Partial<ReportSetup>): string | undefined => {
		const page = pageOf(leads, setup);
		const chart = page.elements.find((element) => page.attribute(element, 'class') === 'chart');
		return chart && page.attribute(chart, 'aria-label');
	};

	it('tells catch rate and precision at each threshold, from low to high', () => {
		const leads = [atThresholds('bad', 'reject', 'reject', 'accept'), atThresholds('good', 'reject', 'accept', 'accept')];
		const setup = { ...THRESHOLDS, variants: [...(THRESHOLDS.variants ?? [])].reverse() };
		const reversed = leads.map((one) => ({ ...one, evaluations: [...one.evaluations].reverse() }));
		expect(chartOf(reversed, setup)).toBe(
			'Catch rate and precision by fraud threshold: at 70 catch rate 100% and precision 50%; ' +
				'at 80 catch rate 100% and precision 100%; at 90 catch rate 0% and precision –.',
		);
	});

	it('has no place for a threshold that no score reaches', () => {
		const one = atThresholds('bad', 'reject', 'reject', 'reject');
		const thresholds = [NaN, -Infinity, 101].map((threshold) => ({ name: 'Threshold', threshold }));
		expect(chartOf([one], { ...THRESHOLDS, variants: thresholds })).toBeUndefined();
		const beyond = [70, 80, 101].map((threshold) => ({ name: 'Threshold', threshold }));
		expect(chartOf([one], { ...THRESHOLDS, variants: beyond })).toBe(
			'Catch rate and precision by fraud threshold: at 70 catch rate 100% and precision 100%; at 80 catch rate 100% and precision 100%.',
		);
	});

	it('is left out without thresholds, with a single one, or without known results', () => {
		const one = atThresholds('bad', 'reject', 'reject', 'reject');
		const named = ['a', 'b', 'c'].map((name) => ({ name }));
		expect(chartOf([one], { ...THRESHOLDS, variants: named })).toBeUndefined();
		expect(chartOf([one], { ...THRESHOLDS, variants: named.map(({ name }) => ({ name, threshold: 80 })) })).toBeUndefined();
		expect(chartOf([one], { ...THRESHOLDS, known: null })).toBeUndefined();
	});

	it('draws each rate at its threshold, from 0% at the bottom to 100% at the top', () => {
		const leads = [atThresholds('bad', 'reject', 'reject', 'accept'), atThresholds('good', 'reject', 'accept', 'accept')];
		const page = pageOf(leads, THRESHOLDS);
		const of = (tagName: string, ...names: string[]) =>
			page.elements
				.filter((element) => element.tagName === tagName)
				.map((element) => names.map((name) => page.attribute(element, name) ?? '').join(' '));
		const lines = of('line', 'class', 'x1', 'y1', 'x2', 'y2').filter((line) => !line.includes(' 0 50% '));
		expect(lines).toEqual([
			...[
				'grid 10% 87% 100% 87%',
				'grid 10% 66.5% 100% 66.5%',
				'grid 10% 46% 100% 46%',
				'grid 10% 25.5% 100% 25.5%',
				'grid 10% 5% 100% 5%',
			],
			...['recall 10% 5% 53% 5%', 'recall 53% 5% 96% 87%'],
			'precision 10% 46% 53% 5%',
		]);
		const labels = page.texts('text', 'known');
		expect(of('text', 'x', 'y').map((place, index) => `${labels[index]} at ${place}`)).toEqual([
			...['0% at 10% 87%', '25% at 10% 66.5%', '50% at 10% 46%', '75% at 10% 25.5%', '100% at 10% 5%'],
			...['70 at 10% 98%', '80 at 53% 98%', '90 at 96% 98%'],
		]);
		const markers = of('svg', 'x', 'y').filter((place) => place.endsWith('%') && place !== '50% 50%');
		expect(markers).toEqual(['10% 5%', '53% 5%', '96% 87%', '10% 46%', '53% 5%']);
		const ofClass = (tagName: string) => of(tagName, 'class').filter((name) => name === 'recall' || name === 'precision').length;
		expect([ofClass('circle'), ofClass('rect')]).toEqual([4, 3]);
	});

	it('has no line where a rate is not known', () => {
		const page = pageOf([atThresholds('bad', 'reject', 'reject', 'accept')], THRESHOLDS);
		const lines = page.elements.filter((element) => element.tagName === 'line').map((element) => page.attribute(element, 'class'));
		expect(lines.filter((name) => name === 'recall')).toHaveLength(3);
		expect(lines.filter((name) => name === 'precision')).toHaveLength(2);
		const later = pageOf([atThresholds('bad', 'accept', 'reject', 'reject')], THRESHOLDS);
		const ofLater = later.elements.filter((element) => element.tagName === 'line').map((element) => later.attribute(element, 'class'));
		expect(ofLater.filter((name) => name === 'precision')).toHaveLength(2);
	});

	it('labels as many thresholds as fit, and has no markers that touch', () => {
		const variants = Array.from({ length: 101 }, (_, index) => ({ name: `Threshold ${index}`, threshold: index }));
		const one = lead('reject', { known: 'bad', evaluations: variants.map(() => evaluation('reject')) });
		const page = pageOf([one], { variants, known: KNOWN });
		const labels = page.texts('text', 'known').filter((label) => !label.endsWith('%'));
		expect(labels).toEqual(['0', '11', '22', '33', '44', '55', '66', '77', '88', '99']);
		expect(page.texts('circle')).toHaveLength(1);
		const sixteen = lead('reject', { known: 'bad', evaluations: one.evaluations.slice(0, 16) });
		expect(pageOf([sixteen], { variants: variants.slice(0, 16), known: KNOWN }).texts('circle')).toHaveLength(17);
	});
});

describe('what the report cannot tell', () => {
	const limitsOf = (leads: readonly LeadRecord[], setup?: Partial<ReportSetup>): string[] => pageOf(leads, setup).texts('li', 'limits');
	const LENIENT = 'A more lenient policy cannot be judged from leads nobody bought: how they would have turned out is not known.';

	it('says when no lead has a known result', () => {
		expect(limitsOf([lead('accept', { earlier: { outcome: 'reject' } })])).toEqual([
			'No lead has a known result: the report shows what a policy does, not whether it is right.',
			LENIENT,
			'Only 1 lead was tested: percentages say little.',
			'Results are as they were looked up at the time. A lookup today can differ.',
		]);
	});

	it('says how known leads were decided at the time, and how many rejected ones have no known result', () => {
		const leads = [
			...times(3, lead('accept', { known: 'good', earlier: { outcome: 'accept' } })),
			lead('accept', { known: 'bad', earlier: { outcome: 'reject' } }),
			lead('accept', { known: 'bad' }),
			lead('accept', { earlier: { outcome: 'reject' } }),
		];
		const limits = limitsOf(leads, { known: KNOWN });
		expect(limits).toContain(
			'How the 5 leads with a known result were decided at the time: 3 accepted, 0 sent to QA, 1 rejected; 1 carries no decision.',
		);
		expect(limits).toContain(`${LENIENT} Of 2 leads rejected at the time, 1 has no known result.`);
		expect(limits).toContain('Only 5 leads with a known result: read catch rate, precision and money as hints.');
	});

	it('says so of one lead and of several', () => {
		const limits = limitsOf([lead('accept', { known: 'good', earlier: { outcome: 'qa' }, sandbox: true })], { known: KNOWN });
		expect(limits).toContain('How the 1 lead with a known result was decided at the time: 0 accepted, 1 sent to QA, 0 rejected.');
		expect(limits).toContain(LENIENT);
		expect(limits).toContain('1 lead carries sandbox results, which are not real.');
		const several = [...times(2, lead('accept', { known: 'good' })), lead('qa', { known: 'bad', earlier: { outcome: 'qa' } })];
		const rejected = times(2, lead('accept', { earlier: { outcome: 'reject' } }));
		expect(limitsOf([...several, ...rejected], { known: KNOWN }).slice(0, 2)).toEqual([
			'How the 3 leads with a known result were decided at the time: 0 accepted, 1 sent to QA, 0 rejected; 2 carry no decision.',
			`${LENIENT} Of 2 leads rejected at the time, 2 have no known result.`,
		]);
	});

	it('says that tables do not show all variants only if there are more than 40', () => {
		const variants = Array.from({ length: 41 }, (_, index) => ({ name: `Variant ${index}` }));
		const one = lead('reject', { evaluations: variants.map(() => evaluation('reject')) });
		expect(limitsOf([one], { variants }).join(' ')).toContain('the first 40 of 41 variants');
		const forty = lead('reject', { evaluations: one.evaluations.slice(1) });
		expect(limitsOf([forty], { variants: variants.slice(1) }).join(' ')).not.toContain('Tables show');
	});

	it('says when known leads do not carry the decision made at the time', () => {
		expect(limitsOf([lead('accept', { known: 'good' })], { known: KNOWN })[0]).toBe(
			'The leads with a known result do not carry the decision made at the time, so the report cannot tell how they were selected.',
		);
	});

	it('names few leads and sandbox results', () => {
		expect(limitsOf(times(29, lead('accept', { sandbox: true })))).toEqual(
			expect.arrayContaining(['Only 29 leads were tested: percentages say little.', '29 leads carry sandbox results, which are not real.']),
		);
		expect(limitsOf(times(30, lead('accept', { known: 'good', earlier: { outcome: 'accept' } })), { known: KNOWN })).toHaveLength(3);
	});
});
