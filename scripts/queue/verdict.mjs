/** The lead as it was posted. */
const sent = ({ lead }) => JSON.parse(lead);

const tally = (values) => {
	const counts = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return Object.entries(counts)
		.map(([value, count]) => `${count} ${value}`)
		.join(', ');
};

/** Each promise, with what was found against it. */
export function findBreaches({ answers, rows, executions }) {
	const rowById = new Map(rows.map((row) => [row.id, row]));
	const references = rows.map((row) => sent(row).reference);
	const accepted = answers.filter(({ row }) => row !== undefined);
	const leadsOf = (list) => list.map(({ lead }) => `lead ${lead.reference}`);
	const rowsWhere = (condition) => rows.filter(condition).map(({ id }) => `row ${id}`);
	return {
		'Some leads were answered with 200': accepted.length > 0 ? [] : ['none was'],
		'Every lead that was answered with 200 is in the row that the answer names': leadsOf(
			accepted.filter(({ lead, row }) => !rowById.has(row) || sent(rowById.get(row)).reference !== lead.reference),
		),
		'No lead has two rows': references
			.filter((reference, index) => references.indexOf(reference) !== index)
			.map((reference) => `lead ${reference}`),
		'No lead is open': rowsWhere(({ state }) => state !== 'decided'),
		'Every decision has its outcome, reason and time': rowsWhere(
			({ outcome, reason, codes, decided_at }) => !outcome || !reason || codes === null || !decided_at,
		),
		'Every lead was decided exactly once, as PostgreSQL saw it': rowsWhere(({ decisions }) => decisions !== 1),
		'The kill met running executions': executions.some(({ status }) => ['error', 'crashed'].includes(status)) ? [] : ['none ended by it'],
	};
}

/** What happened, in figures: a label and a value each. */
export function figures({ answers, rows, executions, openAtKill, lookups, seconds }) {
	const perNumber = Object.values(lookups.answeredByNumber);
	return [
		['Leads sent', answers.length],
		['n8n answered', tally(answers.map(({ status }) => status))],
		['Leads written down', rows.length],
		['Open when the worker was killed', openAtKill],
		['Decided once', rows.filter(({ decisions }) => decisions === 1).length],
		['Decided more than once', rows.filter(({ decisions }) => decisions > 1).length],
		['Open at the end', rows.filter(({ state }) => state !== 'decided').length],
		['Outcomes', tally(rows.map(({ outcome }) => outcome))],
		['Tries', tally(rows.map(({ tries }) => (tries === 1 ? 'at the first try' : `at try ${tries}`)))],
		['Executions', executions.map(({ status, count }) => `${count} ${status}`).join(', ')],
		['Requests to IPQS', lookups.requests],
		['Refused by its limit', lookups.limited],
		['Lookups paid', lookups.answered],
		['Lookups paid again', lookups.answered - perNumber.length],
		['Most often paid for one number', Math.max(...perNumber)],
		['Seconds until the last decision', Math.round(seconds)],
	];
}
