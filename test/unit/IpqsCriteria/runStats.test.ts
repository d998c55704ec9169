import { Tally } from '../../../nodes/IpqsCriteria/runStats';
import { campaignPolicies } from '../../../nodes/shared/criteria/decide';
import { findResult } from '../../../nodes/shared/criteria/extractResult';
import type { JsonObject } from '../../../nodes/shared/json/json';
import { CLEAN, policyOf } from '../shared/criteria/evaluations';

const standing = (policy: unknown) => campaignPolicies(policyOf(policy))(null);
const STANDARD = standing({ preset: 'standard' });
const STRICT = standing({ preset: 'strict' });

const add = (tally: Tally, policy: typeof STANDARD, result: JsonObject): void => tally.add(policy, findResult({ ipqs: result }, 'ipqs'), 'accept');
const missing = (tally: Tally): string[] => tally.missingFields.map(({ name }) => name);

describe('what a run has seen', () => {
	const withoutSpammer: JsonObject = { ...CLEAN, spammer: undefined, risky: undefined };

	test('a field that a policy judges and no lead has is missing, until one has it', () => {
		const tally = new Tally();
		add(tally, STRICT, withoutSpammer);
		expect(missing(tally)).toEqual(['risky', 'spammer']);
		add(tally, STRICT, { ...withoutSpammer, risky: false });
		expect(missing(tally)).toEqual(['spammer']);
	});

	test('what a lead under one policy has is not missing for a policy that comes later', () => {
		const tally = new Tally();
		add(tally, STRICT, CLEAN);
		add(tally, STANDARD, withoutSpammer);
		expect(missing(tally)).toEqual([]);
	});

	test('nothing is missing while no lookup was answered', () => {
		const tally = new Tally();
		add(tally, STRICT, { success: false });
		expect(missing(tally)).toEqual([]);
	});
});
