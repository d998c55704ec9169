import Table from 'cli-table3';

const DETECTED = ['Killed', 'Timeout'];
const UNDETECTED = ['Survived', 'NoCoverage'];
/** In the order of the columns. */
const STATUSES = [...DETECTED, ...UNDETECTED, 'Ignored'];

const percent = (part, whole) => (whole === 0 ? 100 : (100 * part) / whole);
const withStatus = (mutants, ...statuses) => mutants.filter(({ status }) => statuses.includes(status));

/** Percent of the mutants that a test detected; ignored ones do not count. */
const scoreOf = (mutants) => percent(withStatus(mutants, ...DETECTED).length, withStatus(mutants, ...DETECTED, ...UNDETECTED).length);

const fileOf = ({ fileName }) => fileName.slice(fileName.indexOf('nodes/'));

const lineOf = (mutant) => {
	const { status, location, mutatorName, replacement, statusReason } = mutant;
	const place = `${fileOf(mutant)}:${location.start.line}:${location.start.column}`;
	return `${status} ${place} ${mutatorName}: ${status === 'Ignored' ? statusReason : replacement}`;
};

/** Summary of Stryker's mutants; shares in percent. */
export const summarize = (mutants) => ({
	mutants,
	score: scoreOf(mutants),
	ignoredShare: percent(withStatus(mutants, 'Ignored').length, mutants.length),
});

/** A row per file, then every undetected mutant and every ignored one with its reason. */
export function renderReport({ mutants, score, ignoredShare }) {
	const table = new Table({ head: ['File', 'Score', ...STATUSES], style: { head: [], border: [], compact: true } });
	for (const file of [...new Set(mutants.map(fileOf))].sort()) {
		const own = mutants.filter((mutant) => fileOf(mutant) === file);
		table.push([file, scoreOf(own).toFixed(1), ...STATUSES.map((status) => withStatus(own, status).length)]);
	}
	const listed = withStatus(mutants, ...UNDETECTED, 'Ignored')
		.map(lineOf)
		.sort();
	return [
		table.toString(),
		...listed,
		`Score ${score.toFixed(2)} %, ignored ${ignoredShare.toFixed(2)} % of ${mutants.length} mutants`,
	].join('\n');
}
