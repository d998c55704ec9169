import { findMisplacedResult, type ResultLocation } from '../criteria/findMisplacedResult';
import { RESULT_KIND_INFO, RESULT_KINDS, type ResultKind } from '../criteria/resultKinds';
import { lookupProblemHint } from './lookupProblem';
import type { RunStats } from './runStats';

/** The parameter that says where a result is. */
const parameterOf = (kind: ResultKind): string => (kind === 'phone' ? "'Result Field'" : "the option 'Other Result Fields'");

function cure(location: ResultLocation | undefined, kind: ResultKind, isExpectedInRow: boolean): string {
	if (location?.place === 'otherKind') {
		const { name } = RESULT_KIND_INFO[location.kind];
		return `That field has the result of the ${name} lookup. Correct ${parameterOf(kind)}.`;
	}
	if (location !== undefined) {
		return location.path === ''
			? "The leads are rows with IPQS fields: leave 'Result Field' empty."
			: `It is in '${location.path}': enter that in ${parameterOf(kind)}.`;
	}
	if (isExpectedInRow) return "Rows need a fraud score and one more IPQS field. If the result is in one field, enter it in 'Result Field'.";
	return `Put this node after the ${RESULT_KIND_INFO[kind].name} lookup, and connect it to the lookup's output.`;
}

/** Why no lead has a result of a kind that its policy judges. */
function absentHint({ samples }: RunStats, kind: ResultKind): string {
	const paths = new Set(samples.map(({ resultFields }) => resultFields[kind]));
	const [path = ''] = paths;
	const locations = samples.map(({ json, resultFields }) => locateResultSafely(json, resultFields[kind], kind));
	const place = paths.size === 1 && path !== '' ? ` in '${path}'` : '';
	const found = locations.find((location) => location !== undefined);
	return `No lead has a result of the ${RESULT_KIND_INFO[kind].name} lookup${place}, which the policy checks. ${cure(found, kind, path === '')}`;
}

/** Fields of an item that cannot be read give no hint. */
function locateResultSafely(...parameters: Parameters<typeof findMisplacedResult>): ResultLocation | undefined {
	try {
		return findMisplacedResult(...parameters);
	} catch {
		return undefined;
	}
}

/** Hints about results that no lead has, and about lookups that got a wrong value for all leads. */
export const mappingHints = (stats: RunStats): string[] =>
	RESULT_KINDS.flatMap((kind) => {
		const { judged, present, problems } = stats.kinds[kind];
		if (judged === 0) return [];
		if (present === 0) return [absentHint(stats, kind)];
		const [problem] = [...problems].find(([, leads]) => leads === judged) ?? [];
		const hint = problem && lookupProblemHint(problem, kind, judged);
		return hint === undefined ? [] : [hint];
	});
