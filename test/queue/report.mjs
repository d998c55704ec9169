const leadOf = ({ lead }) => JSON.parse(lead);

const countValues = (values) => {
	const counts = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return Object.entries(counts)
		.map(([value, count]) => `${count} × ${value}`)
		.join(', ');
};

/** Rows with more than one try: after a failed lookup, or after the death of the worker. */
function findRetried({ rows, lookups }) {
	const hasFailed = ({ phone }) => {
		const number = phone.replace('+', '');
		return lookups.byNumber[number] > (lookups.answeredByNumber[number] ?? 0);
	};
	const again = rows.filter(({ tries }) => tries > 1);
	return { afterFailure: again.filter(hasFailed), afterDeath: again.filter((row) => !hasFailed(row)) };
}

/** Each guarantee, with a list of violations. */
export function checkGuarantees(result) {
	const { responses, rows, executions, waves } = result;
	const rowById = new Map(rows.map((row) => [row.id, row]));
	const references = rows.map((row) => leadOf(row).reference);
	const accepted = responses.filter(({ row }) => row !== undefined);
	const leadsOf = (list) => list.map(({ lead }) => `lead ${lead.reference}`);
	const rowsWhere = (condition) => rows.filter(condition).map(({ id }) => `row ${id}`);
	return {
		'A first wave of leads costs a request each': waves.first === waves.leads ? [] : [`${waves.first} requests`],
		'A second wave of the same leads costs no request on either worker': waves.second === 0 ? [] : [`${waves.second} requests`],
		'Every lead of the second wave is accepted by its earlier result': waves.accepted === waves.leads ? [] : [`${waves.accepted} leads`],
		'Some leads got a response with status 200': accepted.length > 0 ? [] : ['none'],
		'Every lead with status 200 is in the row that the response names': leadsOf(
			accepted.filter(({ lead, row }) => !rowById.has(row) || leadOf(rowById.get(row)).reference !== lead.reference),
		),
		'No lead has two rows': references
			.filter((reference, index) => references.indexOf(reference) !== index)
			.map((reference) => `lead ${reference}`),
		'Every lead is decided': rowsWhere(({ state }) => state !== 'decided'),
		'Every decision has an outcome, a reason and a time': rowsWhere(
			({ outcome, reason, codes, decided_at }) => !outcome || !reason || codes === null || !decided_at,
		),
		'Every lead was decided exactly once, by the count of PostgreSQL': rowsWhere(({ decisions }) => decisions !== 1),
		'The killed worker was running executions': executions.some(({ status }) => ['error', 'crashed'].includes(status))
			? []
			: ['no execution failed'],
		'A sweep took over leads of the dead worker': findRetried(result).afterDeath.length > 0 ? [] : ['none'],
	};
}

/** Labels with values. */
export function figures(result) {
	const { responses, rows, executions, openAtKill, lookups, seconds, waves } = result;
	const { afterFailure, afterDeath } = findRetried(result);
	const perNumber = Object.values(lookups.answeredByNumber);
	return [
		['Requests of two waves of the same leads', `${waves.first}, then ${waves.second}`],
		['Leads sent', responses.length],
		['Status of responses', countValues(responses.map(({ status }) => status))],
		['Leads stored', rows.length],
		['Undecided when the worker was killed', openAtKill],
		['Decided once', rows.filter(({ decisions }) => decisions === 1).length],
		['Decided more than once', rows.filter(({ decisions }) => decisions > 1).length],
		['Undecided at the end', rows.filter(({ state }) => state !== 'decided').length],
		['Outcomes', countValues(rows.map(({ outcome }) => outcome))],
		['Taken over by a sweep', `${afterDeath.length} of the dead worker, ${afterFailure.length} with a failed lookup`],
		['Most tries', Math.max(...rows.map(({ tries }) => tries))],
		['Executions', executions.map(({ status, count }) => `${count} × ${status}`).join(', ')],
		['Requests to IPQS', lookups.requests],
		['Rate limited', lookups.limited],
		['Paid lookups', lookups.answered],
		['Lookups paid for again', lookups.answered - perNumber.length],
		['Most payments for one number', Math.max(...perNumber)],
		['Seconds until the last decision', Math.round(seconds)],
	];
}
