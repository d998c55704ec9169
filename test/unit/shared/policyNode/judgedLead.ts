import { DEFAULT_RESULT_LOCATIONS } from '../../../../nodes/shared/policyNode/resultLocations';
import type { JudgedLead } from '../../../../nodes/shared/policyNode/runStats';
import type { ResolvedPolicy } from '../../../../nodes/shared/criteria/buildDecision';
import { extractResult } from '../../../../nodes/shared/criteria/extractResult';
import { RESULT_KINDS } from '../../../../nodes/shared/criteria/resultKinds';
import type { JsonObject } from '../../../../nodes/shared/json/json';

/** An accepted lead with its results in the default fields, for the stats of a run. */
export function judgedLead(policy: ResolvedPolicy, json: JsonObject): JudgedLead {
	const { resultFields } = DEFAULT_RESULT_LOCATIONS;
	const extracted = Object.fromEntries(RESULT_KINDS.map((kind) => [kind, extractResult(json, resultFields[kind], kind)]));
	return { policy, extracted, decision: { outcome: 'accept' }, json, resultFields };
}
