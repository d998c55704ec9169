import { RunStats } from '../../../nodes/IpqsCriteria/runStats';
import { compileCampaignPolicies } from '../../../nodes/shared/criteria/decide';
import { extractResult } from '../../../nodes/shared/criteria/extractResult';
import type { JsonObject } from '../../../nodes/shared/json/json';
import { CLEAN, policyOf } from '../shared/criteria/evaluations';

const policy = (policy: unknown) => compileCampaignPolicies(policyOf(policy))(null);
const STANDARD = policy({ preset: 'standard' });
const STRICT = policy({ preset: 'strict' });

const add = (tally: RunStats, policy: typeof STANDARD, result: JsonObject): void =>
	tally.add(policy, extractResult({ ipqs: result }, 'ipqs'), 'accept');
const missing = (tally: RunStats): string[] => tally.missingFields.map(({ name }) => name);

describe('what a run has seen', () => {
	const withoutSpammer: JsonObject = { ...CLEAN, spammer: undefined, risky: undefined };

	test('a field that a policy judges and no lead has is missing, until one has it', () => {
		const tally = new RunStats();
		add(tally, STRICT, withoutSpammer);
		expect(missing(tally)).toEqual(['risky', 'spammer']);
		add(tally, STRICT, { ...withoutSpammer, risky: false });
		expect(missing(tally)).toEqual(['spammer']);
	});

	test('what a lead under one policy has is not missing for a policy that comes later', () => {
		const tally = new RunStats();
		add(tally, STRICT, CLEAN);
		add(tally, STANDARD, withoutSpammer);
		expect(missing(tally)).toEqual([]);
	});

	test('nothing is missing while no lookup was answered', () => {
		const tally = new RunStats();
		add(tally, STRICT, { success: false });
		expect(missing(tally)).toEqual([]);
	});
});
