import { styleText } from 'node:util';

import Table from 'cli-table3';

import { findColumn } from './columns.mjs';

const OUTCOMES = {
	accept: { label: 'Accept', colour: 'green' },
	qa: { label: 'QA', colour: 'yellow' },
	reject: { label: 'Reject', colour: 'red' },
};
const HEADINGS = ['Lead', 'Number', 'Score', 'Line Type', 'Outcome', 'Reason'];
const MIN_REASON_WIDTH = 24;

const text = (value) =>
	String(value ?? '')
		.replace(/\p{Cc}+/gu, ' ')
		.trim();

const nameOf = (lead) => {
	const value = (...names) => text(lead[findColumn(Object.keys(lead), names)]);
	return value('name', 'fullname', 'leadname') || `${value('firstname')} ${value('lastname')}`.trim();
};

const cellsOf = ({ json }, outcome, phoneColumn) => [
	nameOf(json),
	text(json[phoneColumn]),
	text(json.ipqs?.fraud_score),
	text(json.ipqs?.line_type),
	OUTCOMES[outcome].label,
	text(json.decision?.reason),
];

const leadIndex = ({ pairedItem }) => pairedItem?.item ?? 0;

/** Width of the last column in a terminal of `columns` characters; undefined if there is no terminal or it is too narrow. */
const reasonWidth = (rows, columns) => {
	if (columns === undefined) return undefined;
	const others = HEADINGS.slice(0, -1).map((heading, index) => Math.max(heading.length, ...rows.map((row) => row[index].length)) + 2);
	const left = columns - others.reduce((sum, width) => sum + width, HEADINGS.length + 1);
	return left >= MIN_REASON_WIDTH ? left : undefined;
};

/**
 * Renders the leads in their original order, with their outcomes.
 *
 * @param {Record<'accept' | 'qa' | 'reject', object[]>} screened n8n's items
 * @param {{ phoneColumn: string, columns?: number }} options columns: width of the terminal, if there is one
 */
export function renderTable(screened, { phoneColumn, columns }) {
	const rows = Object.entries(screened)
		.flatMap(([outcome, items]) => items.map((item) => ({ outcome, index: leadIndex(item), cells: cellsOf(item, outcome, phoneColumn) })))
		.sort((a, b) => a.index - b.index);
	const width = reasonWidth(
		rows.map(({ cells }) => cells),
		columns,
	);
	const table = new Table({
		head: HEADINGS.map((heading) => styleText('bold', heading)),
		colWidths: [null, null, null, null, null, width ?? null],
		colAligns: ['left', 'left', 'right', 'left', 'left', 'left'],
		wordWrap: width !== undefined,
		style: { head: [], border: [], compact: true },
	});
	for (const { outcome, cells } of rows) {
		table.push(cells.map((cell, index) => (HEADINGS[index] === 'Outcome' ? styleText(OUTCOMES[outcome].colour, cell) : cell)));
	}
	return table.toString();
}

/** For example "27 leads: 12 Accept, 9 QA, 6 Reject". */
export function renderSummary(screened) {
	const total = Object.values(screened).reduce((sum, items) => sum + items.length, 0);
	const counts = Object.entries(screened).map(([outcome, items]) =>
		styleText(OUTCOMES[outcome].colour, `${items.length} ${OUTCOMES[outcome].label}`),
	);
	return `${total} ${total === 1 ? 'lead' : 'leads'}: ${counts.join(', ')}`;
}
