import { backtest, changedOf, hintsOf, pageOf, reportOf, testLeads, TYPE } from '../support/backtestRun';
import { lead } from '../support/criteriaRun';
import { HtmlPage } from '../support/htmlPage';

const decided = (outcome: string) => ({ outcome, rule: null, codes: '' });

/** Scores 60, 70, 80 and 90, all accepted earlier. */
const LEADS = [60, 70, 80, 90].map((fraud_score, index) =>
	lead({ fraud_score }, { decision: decided('accept'), source: index < 3 ? 'google' : 'meta', status: index < 2 ? 'sold' : 'returned' }),
);

const error = async (parameters: object) => (await testLeads(LEADS, { parameters: parameters as never })).error?.message;

describe('IPQS Back-Test', () => {
	it('reports the outcomes of the policy, and compares them with earlier decisions', async () => {
		const run = await testLeads(LEADS);
		expect(run.error).toBeUndefined();
		expect(reportOf(run)).toEqual([
			{
				variant: 'Standard',
				group: null,
				leads: 4,
				accept: 3,
				qa: 0,
				reject: 1,
				acceptRate: 0.75,
				qaRate: 0,
				rejectRate: 0.25,
				unjudged: 0,
				unknownDecided: 0,
				topCodes: [{ code: 'FRAUD_SCORE', leads: 1 }],
				changed: { acceptToQa: 0, acceptToReject: 1, qaToAccept: 0, qaToReject: 0, rejectToAccept: 0, rejectToQa: 0, notCompared: 0 },
				known: null,
				money: null,
				policy: { name: 'Standard', hash: expect.stringMatching(/^[0-9a-f]{16}$/) as string },
				small: true,
			},
		]);
	});

	it('passes on the leads that change, unchanged but for the change itself, paired to their input', async () => {
		const [changed, ...others] = changedOf(await testLeads(LEADS));
		expect(others).toEqual([]);
		expect(changed?.pairedItem).toEqual({ item: 3 });
		const { backtest: change, ...rest } = changed?.json ?? {};
		expect(change).toEqual({ from: 'accept', to: 'reject', reason: 'Fraud Score 90 is at or above 85', codes: 'FRAUD_SCORE' });
		expect(rest).toEqual(LEADS[3]?.json);
		expect(Object.keys(changed?.json ?? {})[0]).toBe('backtest');
	});

	it('passes on the files of a lead that changes', async () => {
		const binary = { photo: { data: 'YQ==', mimeType: 'image/png' } };
		const run = await testLeads([{ ...lead({ fraud_score: 90 }, { decision: 'accept' }), binary }]);
		expect(changedOf(run).map((changed) => changed.binary)).toEqual([binary]);
	});

	it('tests a list or a range of thresholds, after the policy as it is set', async () => {
		const run = await testLeads(LEADS, { parameters: { variants: 'thresholds', thresholdList: '65-85/10, 95' } });
		expect(reportOf(run).map(({ variant, reject }) => [variant, reject])).toEqual([
			['Standard (as set)', 1],
			['Threshold 65', 3],
			['Threshold 75', 2],
			['Threshold 85', 1],
			['Threshold 95', 0],
		]);
	});

	it('tests all presets, without own rules and thresholds', async () => {
		const run = await testLeads(LEADS, { parameters: { fraudThreshold: 65, variants: 'presets' } });
		expect(reportOf(run).map(({ variant, accept, qa, reject }) => [variant, accept, qa, reject])).toEqual([
			['Standard (as set)', 1, 0, 3],
			['Standard', 3, 0, 1],
			['IPQS High Risk', 0, 3, 1],
			['Only Clear Abuse', 3, 0, 1],
			['Cautious', 0, 3, 1],
			['Calling and Texting', 0, 3, 1],
		]);
	});

	it('compares with another policy, as the name of a preset or as JSON', async () => {
		for (const comparePolicy of ['standard', '{"name":"Old","preset":"standard"}']) {
			const run = await testLeads(LEADS, { parameters: { fraudThreshold: 65, compareWith: 'policy', comparePolicy } });
			expect(reportOf(run)[0]?.changed).toMatchObject({ acceptToReject: 2 });
			expect(changedOf(run).map(({ json }) => json.backtest)).toMatchObject([
				{ from: 'accept', to: 'reject' },
				{ from: 'accept', to: 'reject' },
			]);
			expect(pageOf(run)).toContain(comparePolicy.includes('Old') ? 'Old' : 'Standard');
		}
	});

	it('compares with nothing', async () => {
		const run = await testLeads(LEADS, { parameters: { compareWith: 'nothing' } });
		expect(reportOf(run)[0]?.changed).toBeNull();
		expect(changedOf(run)).toEqual([]);
	});

	it('reports one item for each group', async () => {
		const run = await testLeads(LEADS, { parameters: { groupBy: 'source' } });
		expect(reportOf(run).map(({ group, leads, reject }) => [group, leads, reject])).toEqual([
			['google', 3, 0],
			['meta', 1, 1],
		]);
	});

	it('counts good and bad leads, and money', async () => {
		const run = await testLeads(
			LEADS.map((one, index) => ({ json: { ...one.json, ipqs: { ...(one.json.ipqs as object), lookup: { charged_attempts: index } } } })),
			{
				parameters: {
					fraudThreshold: 65,
					knownField: 'status',
					goodValues: 'SOLD, won',
					badValues: 'returned',
					options: { costPerLead: 20, costPerLookup: 0.5 },
				},
			},
		);
		expect(reportOf(run)[0]).toMatchObject({
			known: { good: { accept: 1, qa: 0, reject: 1 }, bad: { accept: 0, qa: 0, reject: 2 }, precision: 0.6667, recall: 1 },
			money: { spentOnLookups: 3, savedOnRejected: 40, lostOnGoodRejected: 20 },
		});
	});

	it('takes the values of a known result as a list, too', async () => {
		const parameters = { knownField: 'status', goodValues: "={{ ['', 'sold'] }}", badValues: "={{ ['returned'] }}" };
		expect(reportOf(await testLeads(LEADS, { parameters }))[0]).toMatchObject({
			known: { good: { accept: 2, qa: 0, reject: 0 }, bad: { accept: 1, qa: 0, reject: 1 } },
		});
	});

	it('counts what rows of a sheet cost, and no cost that cannot be', async () => {
		const rows = ['2', -1, 'free'].map((attempts) => ({
			json: { ipqs: { success: true, valid: true, fraud_score: 0, 'lookup.charged_attempts': attempts } },
		}));
		const run = await testLeads(rows, { parameters: { options: { costPerLookup: 0.5 } } });
		expect(reportOf(run)[0]).toMatchObject({ money: { spentOnLookups: 1 } });
	});

	it('does not know what records of Request: Get Many cost', async () => {
		const record = {
			json: {
				ipqs: {
					success: true,
					fraud_score: 90,
					valid: true,
					recent_abuse: false,
					click_date: '2026-11-21 09:30:00',
					lookup: { resource: 'phone', charged_attempts: 0 },
				},
			},
		};
		const run = await testLeads([record], { parameters: { options: { costPerLookup: 0.5 } } });
		expect(reportOf(run)[0]).toMatchObject({ reject: 1, money: { spentOnLookups: null } });
	});

	it('reads a kept table: the outcome in a column, the result as JSON text', async () => {
		const rows = LEADS.map(({ json }) => ({ json: { outcome: 'Accept', result: JSON.stringify(json.ipqs) } }));
		const run = await testLeads(rows, { parameters: { resultField: 'result', decisionField: 'outcome' } });
		expect(reportOf(run)[0]).toMatchObject({ accept: 3, reject: 1, changed: { acceptToReject: 1, notCompared: 0 } });
	});

	it('adds an HTML page to the first item, unless it is not wanted', async () => {
		const run = await testLeads(LEADS, { parameters: { groupBy: 'source' } });
		const [first, second] = run.items('Back-Test', 0);
		expect(first?.binary?.data).toMatchObject({ mimeType: 'text/html', fileExtension: 'html' });
		expect(first?.binary?.data?.fileName).toMatch(/^back-test-\d{4}-\d\d-\d\d\.html$/);
		expect(second?.binary).toBeUndefined();
		expect(new HtmlPage(pageOf(run)).errors).toEqual([]);
		const without = await testLeads(LEADS, { parameters: { options: { htmlReport: false } } });
		expect(without.items('Back-Test', 0)[0]?.binary).toBeUndefined();
	});

	it('passes on as many changed leads as wanted, and counts all', async () => {
		const run = await testLeads(LEADS, { parameters: { fraudThreshold: 65, options: { maxChanged: 2 } } });
		expect(changedOf(run)).toHaveLength(2);
		expect(reportOf(run)[0]?.changed).toMatchObject({ acceptToReject: 3 });
		expect(hintsOf(run)).toContain("3 leads would change. Changed has the first 2: raise 'Max Changed Leads'");
	});

	it('has a hint about a row of overrides that cannot be used', async () => {
		const overrideRows = "={{ [{ campaign: 'Solar', preset: 'nonsense' }] }}";
		const run = await testLeads(LEADS, { parameters: { campaignField: 'campaign', overridesSource: 'rows', overrideRows } });
		expect(hintsOf(run)).toContain("'Override Rows', row 1: preset");
	});

	it('has hints about fields that no lead has', async () => {
		const run = await testLeads([lead()], { parameters: { knownField: 'state', goodValues: 'sold' } });
		expect(hintsOf(run)).toContain("No lead contains a decision, so nothing was compared. Check 'Decision Field'");
		expect(hintsOf(run)).toContain("No lead has a known result. Check 'Known Result Field'");
		const sold = [lead({}, { state: 'sold' })];
		const oneSided = await testLeads(sold, { parameters: { knownField: 'state', goodValues: 'won', badValues: 'sold', groupBy: 'sorce' } });
		expect(hintsOf(oneSided)).toContain("No lead has one of the 'Good Values'");
		expect(hintsOf(oneSided)).toContain("No lead has the field in 'Group By'");
		const right = await testLeads(sold, { parameters: { knownField: 'state', goodValues: 'sold', badValues: 'won', groupBy: 'state' } });
		expect(hintsOf(right)).toContain("No lead has one of the 'Bad Values'");
		expect(hintsOf(right)).not.toContain("'Group By'");
		const wrongField = await testLeads([{ json: { phone: '+1 201 555 0100' } }]);
		expect(hintsOf(wrongField)).toContain('No lead has a result of the phone lookup');
	});

	it('judges each lead by the policy that an expression gives', async () => {
		const leads = [60, 80].map((fraud_score) => lead({ fraud_score }, { limit: 70, decision: 'accept' }));
		const run = await testLeads(leads, {
			parameters: { fraudThreshold: '={{ $json.limit }}', variants: 'thresholds', thresholdList: '50' },
		});
		expect(reportOf(run).map(({ variant, reject }) => [variant, reject])).toEqual([
			['Policy per lead (as set)', 1],
			['Threshold 50', 2],
		]);
	});

	it('sends a lead to QA whose policy or fields an expression does not give, and judges the others', async () => {
		const leads = [lead({}, { policy: '{"preset":"standard"}', field: 'ipqs' }), lead({}, { policy: '{', field: 5 })];
		for (const parameters of [
			{ policySource: 'json', policyJson: '={{ $json.policy }}', variants: 'thresholds', thresholdList: '50' },
			{ resultField: '={{ $json.field }}', variants: 'thresholds', thresholdList: '50' },
		]) {
			const run = await testLeads(leads, { parameters });
			expect(reportOf(run).map(({ accept, qa, reject }) => [accept, qa, reject])).toEqual([
				[1, 1, 0],
				[1, 1, 0],
			]);
		}
	});

	it('compares with QA where the other policy cannot be read', async () => {
		const leads = [lead({}, { policy: '{' }), lead({}, { policy: '{"preset":"standard"}' })];
		const parameters = { compareWith: 'policy', comparePolicy: '={{ $json.policy }}', fraudThreshold: 0 };
		const run = await testLeads(leads, { parameters });
		expect(run.error).toBeUndefined();
		expect(reportOf(run)[0]?.changed).toMatchObject({ qaToReject: 1, acceptToReject: 1, notCompared: 0 });
		expect(pageOf(run)).toContain('the other policy');
	});

	it.each([
		[{ groupBy: '={{ 5 }}' }, "'Group By' must be the name of a field, such as source"],
		[
			{ variants: 'thresholds', thresholdList: 'high' },
			"'Thresholds' must be numbers from 0 to 100, such as 70, 75, 80, or a range with a step, such as 50-95/5",
		],
		[{ compareWith: 'policy' }, "'Other Policy' is empty. Enter the name of a preset or policy JSON, or change 'Compare With'"],
		[
			{ compareWith: 'policy', comparePolicy: 'lenient' },
			"'Other Policy' must be Standard, IPQS High Risk, Only Clear Abuse, Cautious, Calling and Texting or policy JSON",
		],
		[{ knownField: 'status' }, "'Good Values' and 'Bad Values' are empty. Enter the values that say how a lead turned out, such as sold"],
		[
			{ knownField: 'status', goodValues: 'sold', badValues: 'Sold' },
			"'Bad Values' has a value that is also in 'Good Values'. Remove it from one of them",
		],
		[{ options: { costPerLead: -1 } }, "'Cost per Lead' must be a number, 0 or more, without a currency"],
		[{ options: { maxChanged: 1.5 } }, "'Max Changed Leads' must be a whole number from 0 to 1000000"],
		[{ fraudThreshold: 900 }, "'Fraud Threshold' must be a number from 0 to 100"],
		[
			{ policySource: 'rules', rules: { values: [{ conditions: { values: [{ field: 'VOIP' }] } }] }, variants: 'thresholds' },
			"'Thresholds' change nothing, because no rule of the policy uses the fraud threshold. Use the operator 'Reaches the Fraud Threshold' in a rule, or set 'Variants' to None",
		],
	])('stops at %j and says what to do', async (parameters, message) => {
		expect(await error(parameters)).toBe(message);
	});

	it('sends all leads to QA if the policy is invalid and errors do not stop the workflow', async () => {
		const run = await testLeads(LEADS, { parameters: { fraudThreshold: 900 }, node: { onError: 'continueRegularOutput' } });
		expect(run.error).toBeUndefined();
		expect(reportOf(run)).toMatchObject([{ leads: 4, qa: 4, unjudged: 4 }]);
	});

	it('gives nothing for no leads', async () => {
		const run = await testLeads([]);
		expect([run.error, reportOf(run), changedOf(run)]).toEqual([undefined, [], []]);
	});

	it('says as a tool of an agent that it receives no leads', async () => {
		const run = await testLeads(LEADS, { node: { type: `${TYPE}Tool` } });
		expect(run.items('Back-Test', 0)).toMatchObject([
			{ json: { message: expect.stringContaining('receives no leads when an agent uses it as a tool') as string } },
		]);
		expect(changedOf(run)).toEqual([]);
	});

	it('has two outputs', () => {
		expect(backtest.description.outputs).toEqual([
			{ type: 'main', displayName: 'Report' },
			{ type: 'main', displayName: 'Changed' },
		]);
	});
});
