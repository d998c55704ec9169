import { policyOf } from '../../../../nodes/shared/policyNode/policyFromParameters';
import type { PolicyOverride } from '../../../../nodes/shared/criteria/types';
import type { JsonObject } from '../../../../nodes/shared/json/json';
import { FORM } from '../criteria/evaluations';

const parse = (overrideRows: unknown, parameters: object = {}) =>
	policyOf({ ...FORM, overridesSource: 'rows', overrideRows, ...parameters }, () => false);

/** What a table makes of the policy: overrides by campaign, campaigns that it makes invalid, and warnings. */
function read(rows: unknown, parameters: object = {}) {
	const parsed = parse(rows, parameters);
	if ('issues' in parsed) throw new TypeError(JSON.stringify(parsed.issues));
	return {
		overrides: parsed.policy.overrides ?? {},
		invalid: Object.fromEntries(parsed.invalidCampaigns ?? []),
		warnings: parsed.warnings ?? [],
	};
}

const overridesOf = (...rows: JsonObject[]): Readonly<Record<string, PolicyOverride>> => read(rows).overrides;

function issuesOf(rows: unknown, parameters: object = {}): string[] {
	const parsed = parse(rows, parameters);
	return 'issues' in parsed ? parsed.issues.map(({ sentence }) => sentence) : [];
}

const LEADS_GO_TO_QA = 'Leads of this campaign go to QA until the row is corrected.';

describe('the rows of a table', () => {
	const row = { campaign: 'Solar', fraudThreshold: 70 };
	const overrides = { Solar: { fraudThreshold: 70 } };

	it.each<[string, unknown]>([
		['objects', [row]],
		['items', [{ json: row, pairedItem: { item: 0 } }]],
		['one object', row],
		['one item', { json: row }],
		['JSON text of objects', JSON.stringify([row])],
		['JSON text of one object', JSON.stringify(row)],
		['objects with a prototype', [Object.assign(Object.create({ preset: 'strict' }) as object, row)]],
	])('can be %s', (_what, rows) => {
		expect(read(rows)).toEqual({ overrides, invalid: {}, warnings: [] });
	});

	const circular: JsonObject = { campaign: 'Solar' };
	circular.self = circular;
	it.each<[string, unknown]>([
		['nothing', null],
		['an empty text', ''],
		['other text', 'Solar'],
		['a number', 7],
		['a list with text', [row, 'Roofing']],
		['a list of lists', [[row]]],
		['damaged JSON text', '[{"campaign":'],
		['an object that is circular', circular],
		['a function', () => [row]],
	])('cannot be %s', (_what, rows) => {
		expect(issuesOf(rows)).toEqual(["'Override Rows' must be the rows of a table, such as {{ $('Campaign Policies').all() }}"]);
	});

	it('are a copy, so that what an expression returned stays as it is', () => {
		const rows = Object.freeze([Object.freeze({ ...row, notes: null })]);
		expect(read(rows).overrides).toEqual(overrides);
	});

	it('need a column for the campaign as soon as one of them has a setting', () => {
		expect(issuesOf([{ client: 'Solar', preset: 'strict' }])).toEqual(["'Override Rows' must have a column 'campaign'"]);
		expect(issuesOf([{ preset: 'strict' }, { campaign: 'Solar', preset: 'strict' }])).toEqual([]);
		expect(read([{ client: 'Solar' }, {}])).toEqual({ overrides: {}, invalid: {}, warnings: [] });
	});

	it('can be none, which is told', () => {
		expect(read([])).toEqual({ overrides: {}, invalid: {}, warnings: ["'Override Rows' has no rows, so no override applied"] });
	});
});

describe('a column of a table', () => {
	it.each(['fraudThreshold', 'Fraud Threshold', 'fraud_threshold', 'FRAUD-THRESHOLD', ' fraud threshold '])(
		'is found by name or label, whatever its spelling: %s',
		(column) => {
			expect(overridesOf({ campaign: 'Solar', [column]: 70 })).toEqual({ Solar: { fraudThreshold: 70 } });
		},
	);

	it('is found by its label where that is another word than its name', () => {
		expect(overridesOf({ campaign: 'Solar', 'When No Rule Matches': 'QA', 'skip rules': 'VOIP' })).toEqual({
			Solar: { defaultAction: 'qa', disableRules: ['VOIP'] },
		});
	});

	it('with the exact name counts where two have the same, in any order', () => {
		const byName = { fraudThreshold: 70 };
		const byLabel = { 'Fraud Threshold': 50 };
		expect(overridesOf({ campaign: 'Solar', ...byName, ...byLabel })).toEqual({ Solar: byName });
		expect(overridesOf({ campaign: 'Solar', ...byLabel, ...byName })).toEqual({ Solar: byName });
	});

	it('that is no setting is left out', () => {
		expect(overridesOf({ id: 1, createdAt: '2026-11-01', campaign: 'Solar', score: 70, qaThreshold: 40 })).toEqual({
			Solar: { qaThreshold: 40 },
		});
	});
});

describe('a cell of a table', () => {
	it.each<[string, JsonObject, PolicyOverride]>([
		['the label of a preset', { preset: 'Only Clear Abuse' }, { preset: 'clearAbuse' }],
		['the label in other case and spaces', { preset: ' only  clear ABUSE ' }, { preset: 'clearAbuse' }],
		['the value of a preset in other case', { preset: 'CLEARABUSE' }, { preset: 'clearAbuse' }],
		['the label of an output', { defaultAction: 'Reject' }, { defaultAction: 'reject' }],
		['the label of an action', { onUnusableNumber: 'Reject If Missing, Otherwise QA' }, { onUnusableNumber: 'rejectMissing' }],
		['a number as text', { fraudThreshold: ' 70 ' }, { fraudThreshold: 70 }],
		['names of rules', { disableRules: 'voip, Prepaid ,' }, { disableRules: ['voip', 'Prepaid'] }],
	])('can be %s', (_what, cells, override) => {
		expect(overridesOf({ campaign: 'Solar', ...cells })).toEqual({ Solar: override });
	});

	it.each<[string, unknown]>([
		['empty', ''],
		['blank', ' \t'],
		['null', null],
		['"Same as Policy"', 'Same as Policy'],
		['inherit', ' Inherit '],
	])('that is %s keeps the setting of the policy', (_what, cell) => {
		expect(
			overridesOf({ campaign: 'Solar', preset: cell, fraudThreshold: cell === 'Same as Policy' ? '' : cell, qaThreshold: 40 }),
		).toEqual({
			Solar: { qaThreshold: 40 },
		});
	});

	it('of the campaign can name several, or be a number or a list', () => {
		expect(
			Object.keys(
				overridesOf({ campaign: 'Solar, Roofing', qaThreshold: 40 }, { campaign: 4711, qaThreshold: 40 }, { campaign: ['A', 'B'] }),
			),
		).toEqual(['4711', 'Solar, Roofing', 'A,B']);
	});

	it('of the campaign that is empty leaves the row out, which is told', () => {
		const rows = [
			{ campaign: 'Solar', qaThreshold: 40 },
			{ campaign: ' ', qaThreshold: 50 },
			{ campaign: null, preset: '' },
			{ campaign: '', preset: 'strict' },
		];
		expect(read(rows)).toEqual({
			overrides: { Solar: { qaThreshold: 40 } },
			invalid: {},
			warnings: [
				"'Override Rows', row 2: campaign is empty, so the row is not used",
				"'Override Rows', row 4: campaign is empty, so the row is not used",
			],
		});
	});

	it('of the campaign may be empty in a row without settings', () => {
		const rows = [
			{ campaign: 'Solar', qaThreshold: 40 },
			{ campaign: '', preset: 'Same as Policy' },
			{ campaign: '', fraudThreshold: 'Inherit' },
		];
		expect(read(rows).warnings).toEqual([]);
	});
});

describe('a row that cannot be used', () => {
	it('makes its own campaigns invalid, with the name of its column', () => {
		const rows = [
			{ campaign: 'Solar', qaThreshold: 40 },
			{ campaign: 'Roofing, Debt', 'Fraud Threshold': 'high' },
		];
		const problem = "'Override Rows', row 2: Fraud Threshold must be a number from 0 to 100";
		expect(read(rows)).toEqual({
			overrides: { Solar: { qaThreshold: 40 } },
			invalid: { 'roofing, debt': problem, roofing: problem, debt: problem },
			warnings: [`${problem}. ${LEADS_GO_TO_QA}`],
		});
	});

	it('has all its issues in one sentence', () => {
		expect(read([{ campaign: 'Solar', fraudThreshold: 101, qaThreshold: -1 }]).invalid).toEqual({
			solar: "'Override Rows', row 1: fraudThreshold must be a number from 0 to 100. qaThreshold must be a number from 0 to 100",
		});
	});

	it('is found too if its values are wrong only together with the policy', () => {
		const rows = [
			{ campaign: 'Solar', preset: 'strikt' },
			{ campaign: 'Debt', disableRules: 'No Such Rule' },
			{ campaign: 'Aged', disableRules: 'VOIP' },
		];
		const { overrides, invalid } = read(rows);
		expect(overrides).toEqual({ Aged: { disableRules: ['VOIP'] } });
		expect(Object.keys(invalid)).toEqual(['solar', 'debt']);
		expect(invalid.debt).toMatch(/^'Override Rows', row 2: disableRules /);
	});

	it('has no campaign but commas', () => {
		expect(read([{ campaign: ' , ', qaThreshold: 40 }]).invalid).toEqual({
			',': "'Override Rows', row 1: campaign must name a campaign",
		});
	});

	it('that repeats a campaign makes only that campaign invalid', () => {
		const rows = [
			{ campaign: 'Solar', qaThreshold: 40 },
			{ campaign: 'Debt', qaThreshold: 40 },
			{ campaign: 'SOLAR , Roofing', qaThreshold: 50 },
		];
		const problem = "'Override Rows', row 3: campaign repeats the campaign of row 1";
		expect(read(rows)).toEqual({
			overrides: { Debt: { qaThreshold: 40 }, 'SOLAR , Roofing': { qaThreshold: 50 } },
			invalid: { solar: problem },
			warnings: [`${problem}. ${LEADS_GO_TO_QA}`],
		});
	});

	it('that repeats a campaign with a comma in its name still counts for others in it', () => {
		const rows = [
			{ campaign: 'Solar\uff0cRoofing', qaThreshold: 40 },
			{ campaign: 'Solar,Roofing', qaThreshold: 50 },
		];
		const { overrides, invalid } = read(rows);
		expect(overrides).toEqual({ 'Solar, Roofing': { qaThreshold: 50 } });
		expect(Object.keys(invalid)).toEqual(['solar,roofing']);
	});

	it('keeps its first problem', () => {
		const rows = [
			{ campaign: 'Solar', qaThreshold: 40 },
			{ Campaign: 'Solar, Roofing', qaThreshold: 101 },
		];
		const { overrides, invalid } = read(rows);
		expect(overrides).toEqual({});
		expect(invalid).toEqual({
			solar: "'Override Rows', row 2: Campaign repeats the campaign of row 1",
			'solar, roofing': "'Override Rows', row 2: qaThreshold must be a number from 0 to 100",
			roofing: "'Override Rows', row 2: qaThreshold must be a number from 0 to 100",
		});
	});

	it('is warned about once for all its campaigns, and three rows at most are named', () => {
		const rows = ['A', 'B, C', 'D', 'E'].map((campaign) => ({ campaign, qaThreshold: 101 }));
		const { invalid, warnings } = read([...rows, { campaign: '', qaThreshold: 1 }]);
		expect(Object.keys(invalid)).toHaveLength(6);
		expect(warnings).toEqual([1, 2, 3].map((row) => expect.stringContaining(`row ${row}: qaThreshold must be`)));
	});

	it('does not hide an issue of the policy', () => {
		expect(issuesOf([{ campaign: 'Solar', qaThreshold: 101 }], { fraudThreshold: 101 })).toEqual([
			"'Fraud Threshold' must be a number from 0 to 100",
		]);
	});

	it('is not found for an issue of a rule, whose place is a number as its campaign is', () => {
		expect(issuesOf([{ campaign: '0', qaThreshold: 40 }], { policySource: 'rules', hitPolicy: 'first', rules: { values: [{}] } })).toEqual(
			expect.arrayContaining(['Rule 1 has no condition. Add one, or remove the rule']),
		);
	});
});
