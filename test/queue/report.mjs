/** The lead as it was posted. */
const sent = ({ lead }) => JSON.parse(lead);

const tally = (values) => {
	const counts = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return Object.entries(counts)
		.map(([value, count]) => `${count} × ${value}`)
		.join(', ');
};

/** Rows that took more than one try: because a lookup failed, or because the worker died. */
function takenOver({ rows, lookups }) {
	const failed = ({ phone }) => {
		const number = phone.replace('+', '');
		return lookups.byNumber[number] > (lookups.answeredByNumber[number] ?? 0);
	};
	const again = rows.filter(({ tries }) => tries > 1);
	return { afterFailure: again.filter(failed), afterDeath: again.filter((row) => !failed(row)) };
}

/** Each promise, with what was found against it. */
export function findBreaches(trial) {
	const { answers, rows, executions } = trial;
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
		'A sweep took over what the dead worker left': takenOver(trial).afterDeath.length > 0 ? [] : ['nothing was left'],
	};
}

/** What happened, in figures: a label and a value each. */
export function figures(trial) {
	const { answers, rows, executions, openAtKill, lookups, seconds } = trial;
	const { afterFailure, afterDeath } = takenOver(trial);
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
		['Taken over by a sweep', `${afterDeath.length} of the dead worker, ${afterFailure.length} without an answer`],
		['Most tries', Math.max(...rows.map(({ tries }) => tries))],
		['Executions', executions.map(({ status, count }) => `${count} × ${status}`).join(', ')],
		['Requests to IPQS', lookups.requests],
		['Refused by its limit', lookups.limited],
		['Lookups paid', lookups.answered],
		['Lookups paid again', lookups.answered - perNumber.length],
		['Most often paid for one number', Math.max(...perNumber)],
		['Seconds until the last decision', Math.round(seconds)],
	];
}
