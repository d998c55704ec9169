import { RunStats } from '../../../../nodes/shared/policyNode/runStats';
import { compileCampaignPolicies } from '../../../../nodes/shared/criteria/compileCampaignPolicies';
import type { JsonObject } from '../../../../nodes/shared/json/json';
import { CLEAN, policyOf } from '../criteria/evaluations';
import { judgedLead } from './judgedLead';

const policy = (policy: unknown) => compileCampaignPolicies(policyOf(policy))([]);
const STANDARD = policy({ preset: 'standard' });
const STRICT = policy({ preset: 'strict' });

const add = (stats: RunStats, policy: typeof STANDARD, result: JsonObject): void => stats.add(judgedLead(policy, { ipqs: result }));
const missing = (stats: RunStats): string[] => stats.missingFields.map(({ name }) => name);

describe('the missing fields of a run', () => {
	const withoutSpammer: JsonObject = { ...CLEAN, spammer: undefined, risky: undefined };

	it('include a field that the policy uses, until a lead has it', () => {
		const stats = new RunStats();
		add(stats, STRICT, withoutSpammer);
		expect(missing(stats)).toEqual(['risky', 'spammer']);
		add(stats, STRICT, { ...withoutSpammer, risky: false });
		expect(missing(stats)).toEqual(['spammer']);
	});

	it('do not include a field that a lead of an earlier policy had', () => {
		const stats = new RunStats();
		add(stats, STRICT, CLEAN);
		add(stats, STANDARD, withoutSpammer);
		expect(missing(stats)).toEqual([]);
	});

	it('are empty if every lookup failed', () => {
		const stats = new RunStats();
		add(stats, STRICT, { success: false });
		expect(missing(stats)).toEqual([]);
	});
});
