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

describe('the counts of a run', () => {
	it('are those of all leads, by outcome', () => {
		const stats = new RunStats();
		expect(stats.outcomes).toEqual({ accept: 0, qa: 0, reject: 0 });
		for (const outcome of ['accept', 'reject', 'reject'] as const) {
			stats.add({ ...judgedLead(STANDARD, { ipqs: CLEAN }), decision: { outcome, sandbox: outcome === 'accept' ? true : undefined } });
		}
		expect(stats.outcomes).toEqual({ accept: 1, qa: 0, reject: 2 });
		expect(stats.sandbox).toBe(1);
		expect([...stats.policies]).toHaveLength(1);
	});

	it('have a lead with an invalid policy, but nothing of its result', () => {
		const stats = new RunStats();
		stats.add({ ...judgedLead({ error: 'invalid' }, { ipqs: CLEAN }), decision: { outcome: 'qa' } });
		expect(stats.outcomes.qa).toBe(1);
		expect(stats.invalidPolicies).toBe(1);
		expect(stats.policies.size).toBe(0);
		expect(stats.kinds.phone.judged).toBe(0);
	});

	it('have how many results of a kind there were and could be judged, and what was wrong with the others', () => {
		const stats = new RunStats();
		add(stats, STANDARD, CLEAN);
		add(stats, STANDARD, { success: false, lookup: { status: 'failed', reason: 'invalid_parameter' } });
		for (const reason of ['phone_missing', 'phone_missing'])
			add(stats, STANDARD, { success: false, lookup: { status: 'not_sent', reason, resource: 'phone' } });
		stats.add(judgedLead(STANDARD, { name: 'Ada' }));
		expect(stats.kinds.phone).toEqual({
			...{ judged: 5, present: 4, usable: 1 },
			problems: new Map([
				['invalid_parameter', 1],
				['phone_missing', 2],
			]),
		});
		expect(stats.kinds.email).toEqual({ judged: 0, present: 0, usable: 0, problems: new Map() });
	});

	it('have whether leads had a campaign and a field for it', () => {
		const stats = new RunStats();
		expect([stats.withoutCampaign, stats.hasCampaignField]).toEqual([0, false]);
		stats.addCampaigns([], [], false);
		stats.addCampaigns(['campaign'], ['Solar'], false);
		stats.addCampaigns(['campaign'], [], false);
		expect([stats.withoutCampaign, stats.hasCampaignField]).toEqual([1, false]);
		stats.addCampaigns(['campaign'], ['Solar'], true);
		stats.addCampaigns(['campaign'], [], false);
		expect([stats.withoutCampaign, stats.hasCampaignField]).toEqual([2, true]);
	});

	it('have the US and Canadian leads with TCPA Blacklist, if a policy uses it', () => {
		const stats = new RunStats();
		add(stats, STANDARD, CLEAN);
		expect(stats.northAmerican).toEqual({ leads: 0, withTcpaBlacklist: 0 });
		const outreach = policy({ preset: 'outreach' });
		add(stats, outreach, CLEAN);
		add(stats, outreach, { ...CLEAN, country: 'CA', tcpa_blacklist: true });
		add(stats, outreach, { ...CLEAN, tcpa_blacklist: null });
		add(stats, outreach, { ...CLEAN, country: 'GB' });
		expect(stats.northAmerican).toEqual({ leads: 3, withTcpaBlacklist: 2 });
	});

	it('do not grow with the number of leads or policies', () => {
		const stats = new RunStats();
		for (let lead = 0; lead < 50; lead++) {
			stats.add(judgedLead(policy({ name: String(lead), preset: 'standard' }), { lead }));
		}
		expect(stats.policies.size).toBe(20);
		expect(stats.samples.map(({ json }) => json.lead)).toEqual(Array.from({ length: 20 }, (_, lead) => lead));
		expect(stats.kinds.phone.judged).toBe(50);
	});

	it('have samples only of leads without a result', () => {
		const stats = new RunStats();
		add(stats, STANDARD, CLEAN);
		expect(stats.samples).toEqual([]);
		stats.add(judgedLead(policy({ preset: 'standard', judge: ['phone', 'email'] }), { ipqs: CLEAN }));
		expect(stats.samples).toEqual([{ json: { ipqs: CLEAN }, resultFields: expect.objectContaining({ phone: 'ipqs' }) }]);
	});

	it('go on if the fields of a result cannot be read', () => {
		const stats = new RunStats();
		const lead = judgedLead(STRICT, { ipqs: CLEAN });
		const result = {
			get fraud_score(): number {
				throw new TypeError('no');
			},
		};
		expect(() => stats.add({ ...lead, extracted: { phone: { kind: 'result', result, sandbox: false } } })).not.toThrow();
		expect(stats.outcomes.accept).toBe(1);
	});
});
