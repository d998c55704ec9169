import { callExport } from '../../support/cli';

describe('the table', () => {
	const item = (index: number, name: string, outcome: string) => ({
		json: {
			name,
			phone: `+1 201 555 010${index}`,
			ipqs: { fraud_score: index, line_type: 'Wireless' },
			decision: { outcome, reason: `Reason ${index}` },
		},
		pairedItem: { item: index },
	});
	const screened = {
		accept: [item(0, 'Ada Marsh', 'accept'), item(3, 'Dan\u001b[31m\nMarsh', 'accept')],
		qa: [item(2, 'Cleo Marsh', 'qa')],
		reject: [item(1, 'Ben Marsh', 'reject')],
	};
	const rows = (columns?: number) => {
		const table = callExport('demo/table.mjs', 'renderTable', screened, { phoneColumn: 'phone', columns });
		return String(table)
			.split('\n')
			.filter((line) => line.startsWith('│'))
			.map((line) =>
				line
					.split('│')
					.slice(1, -1)
					.map((cell) => cell.trim()),
			);
	};

	it('lists the leads in the order they came in, with number, score, line type, outcome and reason', () => {
		expect(rows().map(([name]) => name)).toEqual(['Lead', 'Ada Marsh', 'Ben Marsh', 'Cleo Marsh', 'Dan [31m Marsh']);
		expect(rows()[2]).toEqual(['Ben Marsh', '+1 201 555 0101', '1', 'Wireless', 'Reject', 'Reason 1']);
	});

	it('fits a terminal by breaking long reasons', () => {
		const [first] = screened.accept;
		const long = { ...screened, accept: [{ ...first, json: { ...first?.json, decision: { reason: 'word '.repeat(30) } } }] };
		const table = String(callExport('demo/table.mjs', 'renderTable', long, { phoneColumn: 'phone', columns: 100 }));
		expect(Math.max(...table.split('\n').map((line) => line.length))).toBe(100);
	});

	it('counts the leads of each outcome', () => {
		expect(callExport('demo/table.mjs', 'renderSummary', screened)).toBe('4 leads: 2 Accept, 1 QA, 1 Reject');
	});
});
