import { executionHints } from '../../../../nodes/shared/policyNode/executionHints';
import { RunStats } from '../../../../nodes/shared/policyNode/runStats';
import { compileCampaignPolicies } from '../../../../nodes/shared/criteria/compileCampaignPolicies';
import { CLEAN, policyOf } from '../criteria/evaluations';
import { judgedLead } from './judgedLead';
import type { JsonObject } from '../../../../nodes/shared/json/json';

const hintsUnder = (policy: unknown, campaign: string | null = null): string[] => {
	const stats = new RunStats();
	stats.add(judgedLead(compileCampaignPolicies(policyOf(policy))(campaign === null ? [] : [campaign]), { ipqs: CLEAN }));
	return executionHints(stats, { monitor: false, alwaysOutputData: false, policyWarnings: [] }).map(({ message }) => message);
};

const PICTURE = '<img src="https://example.com/?seen">';
const SHOWN = '&lt;img src="https://example.com/?seen"&gt;';

describe('a hint, which n8n renders as HTML, has escaped names', () => {
	it('of rules', () => {
		const conditions = [{ field: 'line_type', operator: 'equals', value: 'Mobil' }];
		expect(hintsUnder({ rules: [{ name: `A & B ${PICTURE}`, conditions, action: 'reject' }] })).toEqual([
			expect.stringContaining(`The rule 'A &amp; B ${SHOWN}' compares 'Line Type'`),
		]);
	});

	it('of a rule that can never match', () => {
		const conditions = [
			{ field: 'VOIP', operator: 'isTrue' },
			{ field: 'VOIP', operator: 'isFalse' },
		];
		expect(hintsUnder({ rules: [{ name: PICTURE, conditions, action: 'reject' }] })).toEqual([
			`The rule '${SHOWN}' can never match, because its conditions contradict each other`,
		]);
	});

	it('of policies and campaigns', () => {
		const policy = { name: PICTURE, preset: 'standard', defaultAction: 'qa', overrides: { [PICTURE]: { fraudThreshold: 70 } } };
		expect(hintsUnder(policy, PICTURE)).toEqual([expect.stringContaining(`under '${SHOWN}' for the campaign '${SHOWN}'`)]);
	});
});

describe('a hint about the mapping', () => {
	const STANDARD = { preset: 'standard' };
	const hints = (policy: unknown, ...leads: JsonObject[]): string[] => {
		const stats = new RunStats();
		for (const json of leads) stats.add(judgedLead(compileCampaignPolicies(policyOf(policy))([]), json));
		return executionHints(stats, { monitor: false, alwaysOutputData: false, policyWarnings: [] }).map(({ message }) => message);
	};
	const unsent = (reason: string, resource = 'phone') => ({
		success: false,
		valid: null,
		lookup: { status: 'not_sent', reason, resource },
	});

	it.each<[string, unknown, JsonObject, string]>([
		[
			'this node stands before the lookup',
			STANDARD,
			{ name: 'Ada' },
			"No lead has a result of the phone lookup in 'ipqs', which the policy checks. Put this node after the phone lookup, and connect it to the lookup's output.",
		],
		[
			'another field has the result',
			STANDARD,
			{ answer: { ipqs: CLEAN } },
			"No lead has a result of the phone lookup in 'ipqs', which the policy checks. It is in 'answer.ipqs': enter that in 'Result Field'.",
		],
		[
			'the field has the result of another lookup',
			STANDARD,
			{ ipqs: { success: true, fraud_score: 0, disposable: false } },
			"No lead has a result of the phone lookup in 'ipqs', which the policy checks. That field has the result of the email lookup. Correct 'Result Field'.",
		],
		[
			'the leads are rows',
			STANDARD,
			{ 'Fraud Score': '12', VOIP: 'false' },
			"No lead has a result of the phone lookup in 'ipqs', which the policy checks. The leads are rows with IPQS fields: leave 'Result Field' empty.",
		],
		[
			'the email lookup is missing',
			{ ...STANDARD, judge: ['phone', 'email'] },
			{ ipqs: CLEAN },
			"No lead has a result of the email lookup in 'ipqs_email', which the policy checks. Put this node after the email lookup, and connect it to the lookup's output.",
		],
		[
			'the email result is elsewhere',
			{ ...STANDARD, judge: ['phone', 'email'] },
			{ ipqs: CLEAN, mail: { success: true, lookup: { status: 'ok', resource: 'email' }, disposable: false } },
			"No lead has a result of the email lookup in 'ipqs_email', which the policy checks. It is in 'mail': enter that in the option 'Other Result Fields'.",
		],
		[
			'no lead has a number',
			STANDARD,
			{ ipqs: unsent('phone_missing') },
			"No lead has a phone number. 'Phone Number' of the lookup should contain the lead's phone field and nothing else.",
		],
		[
			'no number can be read',
			STANDARD,
			{ ipqs: unsent('phone_unreadable') },
			"No phone number could be read. 'Phone Number' of the lookup should contain the lead's phone field and nothing else.",
		],
		[
			'the country is missing',
			STANDARD,
			{ ipqs: unsent('country_missing') },
			"No phone number has a country code. Set 'Country' of the lookup.",
		],
		[
			'no lead has an email address',
			{ ...STANDARD, judge: ['email'] },
			{ ipqs_email: unsent('value_missing', 'email') },
			'No lead has an email address. Check which field the email lookup uses.',
		],
		[
			'the lookup has a mistake',
			STANDARD,
			{ ipqs: { success: false, lookup: { status: 'failed', reason: 'invalid_parameter', resource: 'phone' } } },
			"All phone lookups failed because of a mistake in their node. See 'message' in the result.",
		],
	])('says so if %s', (_, policy, lead, hint) => {
		expect(hints(policy, lead)).toEqual([hint]);
		expect(hints(policy, lead, lead)).toEqual([hint]);
	});

	it('says that all numbers are impossible or invalid, unless these are too few', () => {
		const impossible = {
			ipqs: { success: true, valid: false, fraud_score: null, lookup: { status: 'not_sent', reason: 'phone_impossible' } },
		};
		const invalid = { ipqs: { ...CLEAN, valid: false } };
		const about = (...leads: JsonObject[]) => hints(STANDARD, ...leads).filter((hint) => hint.startsWith('All'));
		expect(about(impossible)).toEqual([]);
		expect(about(impossible, impossible)).toEqual([expect.stringContaining('All phone numbers are impossible.')]);
		expect(about(invalid, invalid)).toEqual([]);
		expect(about(invalid, invalid, invalid)).toEqual([expect.stringContaining('All phone numbers are invalid.')]);
		expect(about(invalid, invalid, invalid, { ipqs: CLEAN })).toEqual([]);
	});

	it('is not given if one lead has what the others lack', () => {
		expect(hints(STANDARD, { name: 'Ada' }, { ipqs: CLEAN })).toEqual([]);
		expect(hints(STANDARD, { ipqs: unsent('phone_missing') }, { ipqs: CLEAN })).toEqual([]);
	});

	it('says that no US or Canadian lead has TCPA Blacklist, and how to leave the rule out', () => {
		const lead = (changes: JsonObject): JsonObject => ({ ipqs: { ...CLEAN, ...changes } });
		const outreach = (...leads: JsonObject[]) => hints({ preset: 'outreach' }, ...leads);
		const hint = [expect.stringContaining("No US or Canadian lead has 'TCPA Blacklist'")];
		expect(outreach(lead({ tcpa_blacklist: null }), lead({ tcpa_blacklist: undefined, country: 'Canada' }))).toEqual(hint);
		expect(outreach(lead({ tcpa_blacklist: undefined }), lead({ country: 'GB', tcpa_blacklist: undefined }))).toEqual(hint);
		expect(outreach(lead({ tcpa_blacklist: null }), lead({}))).toEqual([]);
		expect(outreach(lead({ tcpa_blacklist: null, country: 'GB' }))).toEqual([]);
		expect(hints(STANDARD, lead({ tcpa_blacklist: null }))).toEqual([]);
	});
});
