import type { INodeExecutionData } from 'n8n-workflow';
import type { EngineRun } from '../../../scripts/engine';
import { endsOf, type Example } from '../../support/examples';
import { activate, makeServices, type ServiceCall } from '../../support/serviceNodes';
import { openTableEngine } from '../../support/tableEngine';
import formExpected from '../../fixtures/workflows/form-page.json';
import googleExpected from '../../fixtures/workflows/google-lead-form.json';
import metaExpected from '../../fixtures/workflows/meta-lead-ads.json';
import sheetsExpected from '../../fixtures/workflows/google-sheets.json';
import formPage from '../../../workflows/form-page.json';
import googleLeadForm from '../../../workflows/google-lead-form.json';
import googleSheets from '../../../workflows/google-sheets.json';
import metaLeadAds from '../../../workflows/meta-lead-ads.json';

/** The fields that every source gives a lead, and that every target reads. */
const LEAD = ['firstName', 'lastName', 'email', 'phone', 'source', 'campaign'];

const SOURCES: Array<[file: string, example: unknown, expected: { ends: object; kept: string[] }]> = [
	['form-page', formPage, formExpected],
	['google-lead-form', googleLeadForm, googleExpected],
	['meta-lead-ads', metaLeadAds, metaExpected],
];

describe.each(SOURCES)('the source %s', (_file, workflow, expected) => {
	const example = workflow as Example;

	it('as imported, decides the sample leads in the sandbox and keeps their decisions', async () => {
		const { engine, table } = openTableEngine();
		table.exists = true;
		const run = await engine.run(example, { mode: 'manual' });
		expect(run.error).toBeUndefined();
		expect(endsOf(run, Object.keys(expected.ends))).toEqual(expected.ends);
		expect(table.rows.map(({ outcome }) => outcome).sort()).toEqual(expected.kept);
		for (const { request_id } of table.rows) expect(request_id).toMatch(/^sandbox\d{4}$/);
	});

	it('gives each lead the fields that the targets read', async () => {
		const run = await openTableEngine().engine.run(example, { mode: 'manual' });
		const leads = run.arrived('Lead Fields').map(({ json }) => json);
		expect(leads).not.toEqual([]);
		for (const lead of leads) expect(lead).toEqual(Object.fromEntries(LEAD.map((field) => [field, expect.stringMatching(/\S/) as string])));
	});
});

describe('the source google-lead-form', () => {
	const send = async (items: INodeExecutionData[]): Promise<EngineRun> =>
		await openTableEngine().engine.run(googleLeadForm, { pinData: { 'Lead Arrives': items }, mode: 'webhook' });

	it('looks up a lead once if Google sends it twice', async () => {
		const lead = googleLeadForm.pinData['Lead Arrives'].slice(0, 1);
		const runs = [await send(lead), await send(lead)];
		expect(runs.map((run) => run.items('Send to CRM').length)).toEqual([1, 0]);
	});

	it('drops leads without the key, and test leads', async () => {
		const run = await openTableEngine().engine.run(googleLeadForm, { mode: 'manual' });
		expect(run.arrived('Genuine Leads').map(({ json }) => (json.body as { lead_id: string }).lead_id)).toEqual(googleExpected.genuine);
	});

	it('takes first and last name where the form asks for them', async () => {
		const [lead] = googleLeadForm.pinData['Lead Arrives'];
		const columns = { FIRST_NAME: 'Ana', LAST_NAME: 'de la Cruz', PHONE_NUMBER: '+1 201 555 0100' };
		const user_column_data = Object.entries(columns).map(([column_id, string_value]) => ({ column_id, string_value }));
		const run = await send([{ json: { body: { ...lead?.json.body, lead_id: 'g-2001', user_column_data } } }]);
		expect(run.items('Lead Fields').map(({ json }) => [json.firstName, json.lastName])).toEqual([['Ana', 'de la Cruz']]);
	});
});

describe('the source google-sheets', () => {
	const example = googleSheets as unknown as Example;
	const isWrite = ({ node }: ServiceCall): boolean => node === 'Write Outcome';

	it('as imported, decides the rows that have no outcome', async () => {
		const { engine } = openTableEngine(makeServices(example).nodeTypes);
		const run = await engine.run(example, { mode: 'manual' });
		expect(run.error).toBeUndefined();
		const rows = run.arrived('Write Outcome').map(({ json }) => json);
		expect(rows.sort((one, other) => Number(one.row_number) - Number(other.row_number))).toMatchObject(sheetsExpected.outcomes);
	});

	it('reads the sheet once, however many rows started it', async () => {
		const { nodeTypes, calls } = makeServices(example);
		await openTableEngine(nodeTypes).engine.run(activate(example), { mode: 'manual' });
		expect(calls.filter(({ node }) => node === 'Get Rows')).toHaveLength(1);
	});

	it('raises an alert if the sheet cannot be written', async () => {
		const { nodeTypes } = makeServices(example, isWrite, () => ({ row_number: 2, phone: '+1 201 555 0100' }));
		const run = await openTableEngine(nodeTypes).engine.run(activate(example), { mode: 'manual' });
		expect(run.arrived('Alert: Sheet Not Updated').map(({ json }) => json.alert)).toEqual([
			'IPQS results could not be written to the sheet: Refused',
		]);
	});
});
