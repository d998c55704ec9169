import type { INodeExecutionData } from 'n8n-workflow';
import { changedOf, pageOf, reportOf, testLeads } from '../support/backtestRun';
import { lead } from '../support/criteriaRun';
import { HtmlPage } from '../support/htmlPage';
import { countTurns, speedUp } from '../support/machine';

const HOSTILE = '</style><script>alert(1)</script><img src=x onerror=alert(1)>';

const ALL = {
	groupBy: 'source',
	knownField: 'status',
	goodValues: 'sold',
	badValues: 'returned',
	variants: 'thresholds',
	thresholdList: '50-95/5',
};

const unreadable = (): INodeExecutionData => ({
	json: Object.defineProperty({}, 'ipqs', {
		enumerable: true,
		get(): never {
			throw new Error('This field cannot be read');
		},
	}),
});

describe('any input of IPQS Back-Test', () => {
	it('leads without a result, with mixed results, and with fields that cannot be read are counted as not judged', async () => {
		const leads = [
			lead({ fraud_score: 90 }, { decision: 'accept', source: 'google' }),
			{ json: {} },
			{ json: { ipqs: 'no result', source: { name: 'google' } } },
			{ json: { ipqs: { success: false, message: 'You have insufficient credits' }, source: ['a'] } },
			{ json: { ipqs: { success: true, disposable: true, smtp_score: 3, lookup: { resource: 'email' } }, source: 5, status: 'SOLD ' } },
			{ json: { ipqs: { success: null, lookup: { status: 'not_sent', reason: 'phone_missing' } }, source: '', status: {} } },
		];
		const run = await testLeads(leads, { parameters: { ...ALL, variants: 'none' } });
		expect(run.error).toBeUndefined();
		expect(reportOf(run).map(({ group, leads: count, qa, reject, unjudged }) => [group, count, qa, reject, unjudged])).toEqual([
			['(none)', 2, 2, 0, 2],
			['(not a single value)', 2, 2, 0, 2],
			['5', 1, 1, 0, 1],
			['google', 1, 0, 1, 0],
		]);
		const page = new HtmlPage(pageOf(run));
		expect(page.errors).toEqual([]);
	});

	it('fields that throw do not stop the run', async () => {
		const run = await testLeads([unreadable(), lead({}, { decision: 'reject' })], { parameters: { groupBy: 'ipqs' } });
		expect(run.error).toBeUndefined();
		expect(reportOf(run).map(({ leads, qa, unjudged }) => [leads, qa, unjudged])).toEqual([
			[1, 1, 1],
			[1, 0, 0],
		]);
	});

	it('names with HTML are text in the page', async () => {
		const leads = [
			lead({ fraud_score: 90 }, { source: HOSTILE, status: HOSTILE, decision: { outcome: 'accept', rule: HOSTILE, codes: HOSTILE } }),
		];
		const policyJson = JSON.stringify({
			name: HOSTILE,
			rules: [{ name: HOSTILE, action: 'qa', conditions: [{ field: 'fraud_score', operator: 'greaterOrEqual', value: 'threshold' }] }],
		});
		const run = await testLeads(leads, { parameters: { ...ALL, goodValues: HOSTILE, policySource: 'json', policyJson } });
		expect(run.error).toBeUndefined();
		const page = new HtmlPage(pageOf(run));
		expect(page.errors).toEqual([]);
		expect(page.elements.filter(({ tagName }) => ['script', 'img'].includes(tagName))).toEqual([]);
		expect(reportOf(run)[0]?.group).toBe(HOSTILE);
	});

	it('of 10,000 groups the 200 largest are shown, in a file of less than 300 kB', async () => {
		const leads = Array.from({ length: 20_000 }, (_, index) =>
			lead(
				{ fraud_score: index % 101 },
				{ source: `<b>${'group '.repeat(20)}${index % 10_000}</b>`, status: index % 3 === 0 ? 'sold' : 'returned', decision: 'accept' },
			),
		);
		leads.push(...leads.slice(0, 300));
		const run = await testLeads(leads, { parameters: ALL });
		expect(run.error).toBeUndefined();
		const report = reportOf(run);
		expect(report).toHaveLength(11 * 201);
		expect(report.filter(({ group }) => group === 'other')).toHaveLength(11);
		expect(changedOf(run)).toHaveLength(1_000);
		const page = pageOf(run);
		expect(Buffer.byteLength(page)).toBeLessThan(300_000);
		expect(new HtmlPage(page).errors).toEqual([]);
	});

	it('n8n stays responsive while 20,000 leads are tested by 20 thresholds', async () => {
		const leads = Array.from({ length: 20_000 }, (_, index) => lead({ fraud_score: index % 101 }, { source: `source ${index % 50}` }));
		const restore = speedUp(20);
		try {
			const { result, turns } = await countTurns(async () => await testLeads(leads, { parameters: { ...ALL, thresholdList: '0-95/5' } }));
			expect(result.error).toBeUndefined();
			expect(turns).toBeGreaterThan(100);
		} finally {
			restore();
		}
	});
});
