import Table from 'cli-table3';

const NOTICED = ['Killed', 'Timeout'];
const UNNOTICED = ['Survived', 'NoCoverage'];
/** In the order of the table's columns. */
const STATUSES = [...NOTICED, ...UNNOTICED, 'Ignored'];

const percent = (part, whole) => (whole === 0 ? 100 : (100 * part) / whole);
const withStatus = (mutants, ...statuses) => mutants.filter(({ status }) => statuses.includes(status));

/** Percent of the changes that a test noticed, of those that count. */
const scoreOf = (mutants) => percent(withStatus(mutants, ...NOTICED).length, withStatus(mutants, ...NOTICED, ...UNNOTICED).length);

const fileOf = ({ fileName }) => fileName.slice(fileName.indexOf('nodes/'));

const lineOf = (mutant) => {
	const { status, location, mutatorName, replacement, statusReason } = mutant;
	const place = `${fileOf(mutant)}:${location.start.line}:${location.start.column}`;
	return `${status} ${place} ${mutatorName}: ${status === 'Ignored' ? statusReason : replacement}`;
};

/** What came of Stryker's mutants; shares in percent. */
export const findingsOf = (mutants) => ({
	mutants,
	score: scoreOf(mutants),
	ignoredShare: percent(withStatus(mutants, 'Ignored').length, mutants.length),
});

/** A row for each file, then every change that went unnoticed or was left out on purpose, with its reason. */
export function renderFindings({ mutants, score, ignoredShare }) {
	const table = new Table({ head: ['File', 'Score', ...STATUSES], style: { head: [], border: [], compact: true } });
	for (const file of [...new Set(mutants.map(fileOf))].sort()) {
		const own = mutants.filter((mutant) => fileOf(mutant) === file);
		table.push([file, scoreOf(own).toFixed(1), ...STATUSES.map((status) => withStatus(own, status).length)]);
	}
	const told = withStatus(mutants, ...UNNOTICED, 'Ignored')
		.map(lineOf)
		.sort();
	return [table.toString(), ...told, `Score ${score.toFixed(2)} %, ignored ${ignoredShare.toFixed(2)} % of ${mutants.length} changes`].join(
		'\n',
	);
}
