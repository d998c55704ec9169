import { RESULT_KINDS } from '../shared/criteria/resultKinds';
import { readNumber } from '../shared/json/coerce';
import { isJsonObject, parseJson, type JsonObject } from '../shared/json/json';
import { readPath } from '../shared/json/path';
import type { ResultLocations } from '../shared/policyNode/resultLocations';

/** A record of Request: Get Many is about an earlier lookup, but its metadata is about the request for the list, which is free. */
const isRecord = (result: JsonObject): boolean => result.click_date !== undefined;

function readAttempts(result: unknown): number | null {
	if (!isJsonObject(result) || isRecord(result)) return null;
	const lookup = isJsonObject(result.lookup) ? result.lookup.charged_attempts : result['lookup.charged_attempts'];
	const attempts = readNumber(lookup);
	return attempts === null || attempts < 0 ? null : attempts;
}

/** The attempts that IPQS may have charged for all results of a lead; null if none says. */
export function readChargedAttempts(json: JsonObject, { resultFields }: ResultLocations): number | null {
	let total: number | null = null;
	for (const kind of RESULT_KINDS) {
		const attempts = readAttempts(parseJson(readPath(json, resultFields[kind])));
		if (attempts !== null) total = (total ?? 0) + attempts;
	}
	return total;
}
