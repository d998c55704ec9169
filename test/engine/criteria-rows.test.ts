import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { decisionsOf, hintsOf, lead, places, route, rule, rules } from '../support/criteriaRun';
import { routeByRows } from '../support/tableRun';

const scored = (fraud_score: number, own: IDataObject = {}): INodeExecutionData => lead({ fraud_score }, own);
const campaigns = (...names: string[]) => names.map((campaign) => scored(65, { campaign }));

describe('overrides in rows', () => {
	it('of 40 campaigns each apply to their campaign, and a bad row only stops its own', async () => {
		const names = Array.from({ length: 40 }, (_, index) => `Campaign ${index}`);
		const rows = names.map((campaign, index) => ({
			...{ id: index, createdAt: '2026-11-01', campaign },
			preset: index === 7 ? 'strikt' : '',
			fraudThreshold: index === 9 ? 300 : index % 2 === 0 ? 60 : null,
			notes: 'call Ada',
		}));
		const run = await routeByRows(campaigns(...names, 'unknown'), rows);
		expect(run.error).toBeUndefined();
		const even = names.flatMap((_, index) => (index % 2 === 0 ? [index] : []));
		const odd = names.flatMap((_, index) => (index % 2 === 1 && index !== 7 && index !== 9 ? [index] : []));
		expect(places(run)).toEqual([[...odd, 40], [7, 9], even]);
		expect(decisionsOf(run, 1).map(({ codes, reason }) => [codes, reason])).toEqual([
			['BAD_POLICY', "'Override Rows', row 8: preset must be standard, ipqsHighRisk, clearAbuse, strict or outreach"],
			['BAD_POLICY', "'Override Rows', row 10: fraudThreshold must be a number from 0 to 100"],
		]);
		expect(hintsOf(run)).toContain("'Override Rows', row 8: preset must be");
	});

	it('understand labels, menu labels, other cases and several campaigns in a row', async () => {
		const rows = [
			{ Campaign: 'Solar, Roofing', Preset: 'Only Clear Abuse', 'Fraud Threshold': ' 60 ' },
			{ campaign: 'Debt', 'When the Lookup Failed': 'Reject', preset: 'Same as Policy' },
			{ campaign: 'Smith, Jones', 'skip rules': 'voip, Prepaid' },
			{ campaign: 4711, fraud_threshold: '65' },
			{ campaign: '', preset: null, fraudThreshold: '' },
		];
		const leads = [
			...campaigns('solar', ' ROOFING'),
			{ json: { campaign: 'Debt', ipqs: { success: false, lookup: { status: 'failed', reason: 'timeout' } } } },
			lead({ VOIP: true, prepaid: true }, { campaign: 'Smith, Jones' }),
			scored(65, { campaign: 4711 }),
		];
		const run = await routeByRows(leads, rows);
		expect(run.error).toBeUndefined();
		expect(places(run)).toEqual([[3], [], [0, 1, 2, 4]]);
		expect(hintsOf(run)).toBe('');
	});

	it('send the leads of a campaign with two rows to QA, and of no other', async () => {
		const rows = [
			{ campaign: 'Solar', fraudThreshold: 60 },
			{ campaign: 'Debt', fraudThreshold: 60 },
			{ campaign: 'solar , Roofing', fraudThreshold: 50 },
		];
		const run = await routeByRows(campaigns('Solar', 'Debt', 'Roofing', 'Other'), rows);
		expect(places(run)).toEqual([[3], [0], [1, 2]]);
		expect(decisionsOf(run, 1)[0]).toMatchObject({
			codes: 'BAD_POLICY',
			reason: "'Override Rows', row 3: campaign repeats the campaign of row 1",
		});
	});

	it("work with LeadExec's two levels: lead type and campaign", async () => {
		const rows = [
			{ campaign: 'Aged', fraudThreshold: 60, defaultAction: 'qa' },
			{ campaign: 'Solar', fraudThreshold: 70 },
			{ campaign: 'Debt', preset: 'clearAbuse' },
		];
		const leads = [
			scored(65, { campaign: 'Solar', lead_type: 'Aged' }),
			scored(65, { lead_type: 'Aged' }),
			scored(65, { campaign: 'Solar' }),
			scored(89, { campaign: 'Debt', lead_type: 'Aged' }),
		];
		const run = await routeByRows(leads, rows, { campaignField: 'campaign, lead_type' });
		expect(places(run)).toEqual([[2], [0, 3], [1]]);
		expect(decisionsOf(run, 1).map(({ policy }) => (policy as IDataObject).campaign)).toEqual(['Solar, Aged', 'Debt, Aged']);
	});

	it('move the threshold of own rules', async () => {
		const own = rules(rule('', { field: 'fraud_score', numberOperator: 'reachesThreshold' }));
		const rows = [{ campaign: 'Solar', fraudThreshold: 60 }];
		expect(places(await routeByRows(campaigns('Solar', 'Debt'), rows, own))).toEqual([[1], [], [0]]);
	});

	it('can be plain objects, JSON text or a field of each lead', async () => {
		const rows = [{ campaign: 'Solar', fraudThreshold: 60 }];
		const leads = campaigns('Solar', 'Debt').map(({ json }) => ({ json: { ...json, rows } }));
		const base = { campaignField: 'campaign', overridesSource: 'rows' };
		for (const overrideRows of [
			JSON.stringify(rows),
			'={{ $json.rows }}',
			"={{ $('Leads').all().map((item) => item.json.rows[0]).slice(0, 1) }}",
		]) {
			expect(places(await route(leads, { parameters: { ...base, overrideRows } }))).toEqual([[1], [], [0]]);
		}
	});

	it('that cannot be read send all leads to QA, and say what is expected', async () => {
		const base = { campaignField: 'campaign', overridesSource: 'rows' };
		const leads = campaigns('Solar');
		expect((await route(leads, { parameters: base })).error?.message).toBe(
			"'Override Rows' must be the rows of a table, such as {{ $('Campaign Policies').all() }}",
		);
		for (const [overrideRows, reason] of [
			['={{ 7 }}', "'Override Rows' must be the rows of a table"],
			['={{ $json.nothing }}', "'Override Rows' must be the rows of a table"],
			["={{ $('Missing').all() }}", "The expression in 'Override Rows' could not be evaluated"],
			["={{ [{ client: 'Solar', preset: 'strict' }] }}", "'Override Rows' must have a column 'campaign'"],
		] as const) {
			const run = await route(leads, { parameters: { ...base, overrideRows } });
			expect(run.error).toBeUndefined();
			expect(decisionsOf(run, 1)[0]?.reason).toContain(reason);
		}
	});

	it('are told about by a hint if there are none, or one has no campaign', async () => {
		expect(hintsOf(await routeByRows(campaigns('Solar'), [{}]))).toBe('');
		const empty = { campaignField: 'campaign', overridesSource: 'rows', overrideRows: '={{ [] }}' };
		expect(hintsOf(await route(campaigns('Solar'), { parameters: empty }))).toContain(
			"'Override Rows' has no rows, so no override applied",
		);
		const rows = [
			{ campaign: 'Solar', preset: 'strict' },
			{ campaign: ' ', preset: 'strict' },
		];
		expect(hintsOf(await routeByRows(campaigns('Solar'), rows))).toContain(
			"'Override Rows', row 2: campaign is empty, so the row is not used",
		);
	});

	it('need Campaign Field, also if an expression leaves it empty', async () => {
		const run = await routeByRows(campaigns('Solar'), [{ campaign: 'Solar', preset: 'strict' }], { campaignField: '={{ $json.none }}' });
		expect(decisionsOf(run, 1)[0]).toMatchObject({ codes: 'BAD_POLICY' });
		const spaces = await routeByRows(campaigns('Solar'), [{ campaign: 'Solar', preset: 'strict' }], { campaignField: ' ' });
		expect(JSON.stringify([spaces.error?.message, decisionsOf(spaces, 1)])).toContain(
			"Fill in 'Campaign Field', because 'Override Rows' has settings for campaigns",
		);
	});

	it('decide like the same overrides in fields', async () => {
		const values = [
			{ campaign: 'Solar', preset: 'strict', onFailedLookup: 'reject' },
			{ campaign: 'Debt', fraudThreshold: '60', defaultAction: 'qa', disableRules: 'VOIP' },
			{ campaign: 'Aged', preset: 'outreach', onUnusableNumber: 'rejectMissing' },
		];
		const leads = ['Solar', 'Debt', 'Aged', 'Other'].flatMap((campaign) => [
			scored(61, { campaign }),
			lead({ VOIP: true, active: false, line_type: 'Pager' }, { campaign }),
			{ json: { campaign, ipqs: { success: false, lookup: { status: 'not_sent', reason: 'phone_missing', resource: 'phone' } } } },
			{ json: { campaign, ipqs: { success: false, lookup: { status: 'failed', reason: 'timeout' } } } },
		]);
		const byFields = await route(leads, { parameters: { campaignField: 'campaign', overrides: { values } } });
		const byRows = await routeByRows(leads, values);
		for (const output of [0, 1, 2]) expect(decisionsOf(byRows, output)).toEqual(decisionsOf(byFields, output));
	});
});
