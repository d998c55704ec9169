import { engine } from '../../support/examples';
import expected from '../../fixtures/workflows/spreadsheet-batch.json';
import spreadsheetBatch from '../../../workflows/spreadsheet-batch.json';
import type { EngineRun } from '../../../scripts/engine';

describe('the workflow that checks a spreadsheet', () => {
	let run: EngineRun;

	beforeAll(async () => {
		run = await engine.run(spreadsheetBatch);
	});

	it('gives one result sheet with the outcome, codes and reason of every row', () => {
		expect(run.error).toBeUndefined();
		const rows = run.items('Result Row').map(({ json }) => json);
		expect(rows.map(({ phone = '', outcome, codes, deduplicated }) => ({ phone, outcome, codes, deduplicated }))).toEqual(expected);
		for (const { reason } of rows) expect(reason).toMatch(/\S/);
	});

	it('the sheet is one CSV file with a header and a line per row', () => {
		const files = run.items('Result Sheet').map(({ binary }) => binary?.data);
		expect(files).toMatchObject([{ fileName: 'result.csv', mimeType: 'text/csv' }]);
		const lines = Buffer.from(files[0]?.data ?? '', 'base64').toString().split('\n');
		expect(lines[0]).toBe('name,phone,source,outcome,reason,codes,deduplicated');
		expect(lines).toHaveLength(expected.length + 1);
		expect(lines).toContain('Yara Whitlock,+1 512 555 0123,Web form,reject,Fraud Score 100 is at or above 85,"FRAUD_SCORE, RECENT_ABUSE",false');
	});

	it('a number that appears several times is looked up once', () => {
		const lookups = run.items('Look Up Phone Number').map(({ json }) => (json.ipqs as { lookup: { attempts: number; deduplicated: boolean } }).lookup);
		const requests = lookups.filter(({ attempts, deduplicated }) => attempts > 0 && !deduplicated);
		const possible = expected.filter(({ phone }) => phone.replace(/\D/g, '').length >= 7);
		expect(requests).toHaveLength(new Set(possible.map(({ phone }) => phone.replace(/ ext.*|\D/g, '').slice(-10))).size);
	});
});
