import type { ResolvedPolicy } from '../criteria/buildDecision';
import type { ExtractedResults } from '../criteria/evaluateResults';
import { extractResult, type ExtractedResult } from '../criteria/extractResult';
import type { ResultKind } from '../criteria/resultKinds';
import type { JsonObject } from '../json/json';
import type { ResultLocations } from './resultLocations';

/** Extracts the results that the policies judge. */
export function extractResults(
	json: JsonObject,
	{ resultFields }: ResultLocations,
	policies: ReadonlyArray<ResolvedPolicy | undefined>,
): ExtractedResults {
	const extracted: { -readonly [Kind in ResultKind]?: ExtractedResult } = {};
	for (const policy of policies) {
		if (policy === undefined || 'error' in policy) continue;
		for (const kind of policy.compiled.kinds) extracted[kind] ??= extractResult(json, resultFields[kind], kind);
	}
	return extracted;
}
