import { executionHints } from '../../../../nodes/shared/policyNode/executionHints';
import { RunStats } from '../../../../nodes/shared/policyNode/runStats';
import { compileCampaignPolicies } from '../../../../nodes/shared/criteria/compileCampaignPolicies';
import { CLEAN, policyOf } from '../criteria/evaluations';
import { judgedLead } from './judgedLead';
import type { JsonObject } from '../../../../nodes/shared/json/json';

const NO_SETTINGS = { monitor: false, alwaysOutputData: false, policyWarnings: [] };

const hintsUnder = (policy: unknown, campaign: string | null = null): string[] => {
	const stats = new RunStats();
	stats.add(judgedLead(compileCampaignPolicies(policyOf(policy))(campaign === null ? [] : [campaign]), { ipqs: CLEAN }));
	return executionHints(stats, NO_SETTINGS).map(({ message }) => message);
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
		return executionHints(stats, NO_SETTINGS).map(({ message }) => message);
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

describe('a hint about a policy', () => {
	const RESULT = { ...CLEAN, formatted: '+12015550123', carrier: 'Example Wireless' };
	const hintsWith = (...policies: unknown[]): string[] => {
		const stats = new RunStats();
		for (const policy of policies) stats.add(judgedLead(compileCampaignPolicies(policyOf(policy))([]), { ipqs: RESULT }));
		return executionHints(stats, NO_SETTINGS).map(({ message }) => message);
	};
	const oneCondition = (field: string, operator: string, value: unknown) => ({
		rules: [{ name: 'One', conditions: [{ field, operator, value }], action: 'reject' }],
	});

	it.each<[string, string, string, unknown, string]>([
		[
			'a value that IPQS is not known to send',
			...(['line_type', 'equals', 'Wirless'] as const),
			"The rule 'One' compares 'Line Type' with a value that IPQS is not known to send. Check the spelling. Known values: Wireless, Landline, VOIP, Toll Free, Satellite, Premium Rate, Pager.",
		],
		[
			'a value that the field never has',
			...(['formatted', 'equals', '201'] as const),
			"The rule 'One' compares 'Formatted' with a value that it never has. Its values look like +12015550123.",
		],
		[
			'a value that means unknown',
			...(['active_status', 'equals', 'Inconclusive Status'] as const),
			"The rule 'One' compares 'Active Status' with a value that means unknown. Use 'Is Unknown' instead.",
		],
		[
			'a list for Is',
			...(['carrier', 'equals', 'Verizon, Sprint'] as const),
			"The rule 'One' compares 'Carrier' with a list, but 'Is' takes one value. Use 'Is One Of' instead.",
		],
		[
			'a list for Is Not',
			...(['carrier', 'notEquals', 'Verizon, Sprint'] as const),
			"The rule 'One' compares 'Carrier' with a list, but 'Is Not' takes one value. Use 'Is None Of' instead.",
		],
		[
			'a list for Contains',
			...(['carrier', 'contains', 'AT&T, Verizon'] as const),
			"The rule 'One' compares 'Carrier' with a list, but 'Contains' takes one value. Use one condition per value instead.",
		],
	])('says that it has %s', (_what, field, operator, value, hint) => {
		expect(hintsWith(oneCondition(field, operator, value))).toEqual([hint]);
	});

	it('says which rule is never reached, and because of which', () => {
		const conditions = [{ field: 'VOIP', operator: 'isTrue' }];
		const rules = ['One', 'Two'].map((name) => ({ name, conditions, action: 'reject' }));
		expect(hintsUnder({ rules })).toEqual(["The rule 'Two' is never reached, because 'One' comes first and matches the same leads"]);
	});

	const REVERSED =
		"Check for a reversed condition. A rule describes the leads it sends to Accept, QA or Reject. In LeadExec, 'less than 50' describes the leads that pass, so here reject scores at or above 50.";
	const POLICY = { name: 'Own', preset: 'standard', defaultAction: 'qa', overrides: { Solar: { fraudThreshold: 70 } } };

	it('says that it does not accept a clean lead', () => {
		expect(hintsUnder(POLICY)).toEqual([`Even a clean lead (valid, score 0, no flags) is not accepted under 'Own'. ${REVERSED}`]);
		expect(hintsUnder(POLICY, 'Solar')).toEqual([
			`Even a clean lead (valid, score 0, no flags) is not accepted under 'Own' for the campaign 'Solar'. ${REVERSED}`,
		]);
	});

	it('is given once, however many policies have it', () => {
		const policy = oneCondition('formatted', 'equals', '201');
		expect(hintsWith({ ...policy, name: 'A' }, { ...policy, name: 'B' })).toHaveLength(1);
	});
});

describe('the hints of a run', () => {
	const STANDARD = compileCampaignPolicies(policyOf({ preset: 'standard' }))([]);
	const STRICT = compileCampaignPolicies(policyOf({ preset: 'strict' }))([]);
	const OUTREACH = compileCampaignPolicies(policyOf({ preset: 'outreach' }))([]);
	const warning = (message: string) => ({ message, location: 'outputPane', type: 'warning' });

	it('are none where nothing is odd', () => {
		const stats = new RunStats();
		stats.add(judgedLead(STANDARD, { ipqs: CLEAN }));
		stats.addCampaigns(['campaign'], ['Solar'], true);
		stats.addCampaigns([], [], false);
		expect(executionHints(stats, NO_SETTINGS)).toEqual([]);
	});

	it('name how many leads had no campaign', () => {
		const stats = new RunStats();
		stats.addCampaigns(['campaign'], [], true);
		expect(executionHints(stats, NO_SETTINGS)).toEqual([warning("1 lead had no campaign in 'Campaign Field', so no override applied")]);
		stats.addCampaigns(['campaign'], [], false);
		stats.addCampaigns(['campaign'], ['Solar'], true);
		expect(executionHints(stats, NO_SETTINGS)).toEqual([warning("2 leads had no campaign in 'Campaign Field', so no override applied")]);
	});

	it('name a campaign field that no lead has', () => {
		const stats = new RunStats();
		stats.addCampaigns(['campaign'], [], false);
		expect(executionHints(stats, NO_SETTINGS)).toEqual([
			warning("No lead has a field named in 'Campaign Field', so no override applied. Check the name of the field."),
		]);
	});

	it('name leads with an invalid policy, settings of the node, and test results last', () => {
		const stats = new RunStats();
		stats.add({ ...judgedLead({ error: 'invalid' }, { ipqs: CLEAN }), decision: { outcome: 'qa', sandbox: true } });
		expect(executionHints(stats, { monitor: true, alwaysOutputData: true, policyWarnings: ['<b>'] })).toEqual([
			warning('&lt;b&gt;'),
			warning('1 lead had an invalid policy and went to QA. See the reason in the decision.'),
			warning(
				"'Always Output Data' is on. If no lead is accepted, n8n puts an empty item on Accept. Turn it off in the settings of this node.",
			),
			warning('Monitor: decisions were recorded, but every lead went to Accept'),
			{ message: '1 lead with sandbox test results, which IPQS did not check', location: 'outputPane', type: 'info' },
		]);
	});

	it('say why the policy is invalid if it is for the same reason for all of several leads', () => {
		const hintsOf = (...errors: string[]) => {
			const stats = new RunStats();
			for (const error of errors) {
				const policy = error === '' ? STANDARD : { error };
				stats.add({ ...judgedLead(policy, { ipqs: CLEAN }), decision: { outcome: 'qa' } });
			}
			return executionHints(stats, NO_SETTINGS).map(({ message }) => message);
		};
		const perLead = 'had an invalid policy and went to QA. See the reason in the decision.';
		expect(hintsOf('A <b>', 'A <b>')).toEqual(['All 2 leads went to QA, because the policy is invalid: A &lt;b&gt;']);
		expect(hintsOf('A')).toEqual([`1 lead ${perLead}`]);
		expect(hintsOf('A', 'B')).toEqual([`2 leads ${perLead}`]);
		expect(hintsOf('A', 'A', '')).toEqual([`2 leads ${perLead}`]);
	});

	const messages = (...leads: Array<readonly [typeof STANDARD, JsonObject]>): string[] => {
		const stats = new RunStats();
		for (const [policy, changes] of leads) stats.add(judgedLead(policy, { ipqs: { ...CLEAN, ...changes } }));
		return executionHints(stats, NO_SETTINGS).map(({ message }) => message);
	};

	const absent = (labels: string): string =>
		`No lead has ${labels}, which the policy uses. Check 'Output' of the lookup, or whether your IPQS plan includes it.`;
	const TCPA =
		"No US or Canadian lead has 'TCPA Blacklist', so a lead that is fine otherwise goes to QA. Your IPQS plan may not include it. " +
		"To judge leads without it, skip the rule 'TCPA Blacklist' (Options, Skip Rules; in JSON disableRules).";

	it('name the fields of the policy that no lead has', () => {
		expect(messages([STRICT, { spammer: undefined }])).toEqual([absent("'Spammer'")]);
		expect(messages([STRICT, { spammer: undefined, risky: undefined }])).toEqual([absent("'Risky' or 'Spammer'")]);
	});

	it('have TCPA Blacklist once, with more about it where it matters', () => {
		expect(messages([OUTREACH, { tcpa_blacklist: undefined }])).toEqual([TCPA]);
		expect(messages([OUTREACH, { tcpa_blacklist: undefined, do_not_call: undefined }])).toEqual([TCPA, absent("'Do Not Call'")]);
		expect(messages([OUTREACH, { tcpa_blacklist: undefined, country: 'GB' }])).toEqual([absent("'TCPA Blacklist'")]);
	});
});

describe('a hint about the place of results', () => {
	const JUDGED = compileCampaignPolicies(policyOf({ preset: 'standard', judge: ['phone', 'email'] }))([]);
	const absentHints = (...leads: Array<readonly [json: JsonObject, fields: object]>): string[] => {
		const stats = new RunStats();
		for (const [json, fields] of leads) {
			const lead = judgedLead(JUDGED, json);
			stats.add({ ...lead, extracted: {}, resultFields: { ...lead.resultFields, ...fields } });
		}
		return executionHints(stats, NO_SETTINGS).map(({ message }) => message);
	};
	const BEFORE_PHONE = "Put this node after the phone lookup, and connect it to the lookup's output.";

	it('says what a row needs if the item itself should be the result', () => {
		expect(absentHints([{ name: 'Ada' }, { phone: '' }])[0]).toBe(
			"No lead has a result of the phone lookup, which the policy checks. Rows need a fraud score and one more IPQS field. If the result is in one field, enter it in 'Result Field'.",
		);
	});

	it('does not name a place if the leads have several', () => {
		expect(absentHints([{ name: 'Ada' }, { phone: 'a' }], [{ name: 'Ada' }, { phone: 'b' }])[0]).toBe(
			`No lead has a result of the phone lookup, which the policy checks. ${BEFORE_PHONE}`,
		);
		expect(absentHints([{ name: 'Ada' }, { phone: 'a' }], [{ name: 'Ada' }, { phone: 'a' }])[0]).toBe(
			`No lead has a result of the phone lookup in 'a', which the policy checks. ${BEFORE_PHONE}`,
		);
	});

	it('names the place that one of the leads shows', () => {
		expect(absentHints([{ name: 'Ada' }, {}], [{ answer: { ipqs: CLEAN } }, {}])[0]).toContain("It is in 'answer.ipqs'");
	});

	it('names no place if the fields of a lead cannot be read', () => {
		const json = {
			get answer(): unknown {
				throw new TypeError('no');
			},
		};
		expect(absentHints([json, {}])).toEqual([
			`No lead has a result of the phone lookup in 'ipqs', which the policy checks. ${BEFORE_PHONE}`,
			"No lead has a result of the email lookup in 'ipqs_email', which the policy checks. Put this node after the email lookup, and connect it to the lookup's output.",
		]);
	});

	it('names the option for the results of other lookups than of phones', () => {
		const email = { success: true, fraud_score: 0, disposable: false };
		expect(absentHints([{ ipqs_email: CLEAN, other: email }, {}])[1]).toBe(
			"No lead has a result of the email lookup in 'ipqs_email', which the policy checks. That field has the result of the phone lookup. Correct the option 'Other Result Fields'.",
		);
	});
});

describe('a hint about values that cannot be looked up', () => {
	const about = (kind: string, field: string, reason: string, count: number): string[] => {
		const policy = compileCampaignPolicies(policyOf({ preset: 'standard', judge: [kind] }))([]);
		const stats = new RunStats();
		const resource = { email: 'email', url: 'url', ip: 'ipAddress' }[kind];
		const lookup = { status: 'failed', reason, resource };
		for (let lead = 0; lead < count; lead++) stats.add(judgedLead(policy, { [field]: { success: false, lookup } }));
		return executionHints(stats, NO_SETTINGS).map(({ message }) => message);
	};

	it('is given from two leads on', () => {
		expect(about('email', 'ipqs_email', 'value_unusable', 1)).toEqual([]);
		expect(about('email', 'ipqs_email', 'value_unusable', 2)).toEqual([
			'No email address could be looked up. Check which field the email lookup uses.',
		]);
	});

	it('is not given about lookups that failed for other reasons', () => {
		expect(about('email', 'ipqs_email', 'timeout', 3)).toEqual([]);
	});

	it('is about URLs in their own words', () => {
		const policy = compileCampaignPolicies(
			policyOf({ rules: [{ conditions: [{ field: 'url.unsafe', operator: 'isTrue' }], action: 'reject' }] }),
		)([]);
		const stats = new RunStats();
		const lookup = { status: 'not_sent', reason: 'value_missing', resource: 'url' };
		stats.add(judgedLead(policy, { ipqs_url: { success: false, lookup } }));
		expect(executionHints(stats, NO_SETTINGS).map(({ message }) => message)).toEqual([
			'No lead has a URL. Check which field the URL lookup uses.',
		]);
	});

	it('is about the validity of phone numbers only', () => {
		const policy = compileCampaignPolicies(
			policyOf({ rules: [{ conditions: [{ field: 'email.disposable', operator: 'isTrue' }], action: 'reject' }] }),
		)([]);
		const stats = new RunStats();
		for (let lead = 0; lead < 3; lead++) stats.add(judgedLead(policy, { ipqs_email: { success: true, valid: false, disposable: false } }));
		expect(executionHints(stats, NO_SETTINGS)).toEqual([]);
	});
});
