import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { PRESET_NAMES } from '../../nodes/shared/criteria/presets';
import { OUTCOMES } from '../../nodes/shared/criteria/types';
import { decisionsOf, places, route, rule, rules } from '../support/criteriaRun';

const PHONE: IDataObject = {
	success: true,
	valid: true,
	fraud_score: 0,
	recent_abuse: false,
	VOIP: false,
	prepaid: false,
	risky: false,
	active: true,
	active_status: 'Active Line',
	line_type: 'Wireless',
	country: 'US',
	do_not_call: false,
	tcpa_blacklist: false,
	spammer: false,
};
const EMAIL: IDataObject = {
	success: true,
	valid: true,
	fraud_score: 0,
	disposable: false,
	recent_abuse: false,
	honeypot: false,
	catch_all: false,
	suspect: false,
	timed_out: false,
	frequent_complainer: false,
	spam_trap_score: 'none',
};
const IP: IDataObject = { success: true, fraud_score: 0, proxy: false, tor: false, recent_abuse: false, country_code: 'US' };

const RESOURCES = { phone: 'phone', email: 'email', ip: 'ipAddress' } as const;
const failed = (resource: string, reason = 'timeout'): IDataObject => ({ success: false, lookup: { status: 'failed', reason, resource } });
const unsent = (resource: string, reason: string): IDataObject => ({
	success: false,
	valid: null,
	lookup: { status: 'not_sent', reason, resource },
});

interface Results {
	readonly phone?: IDataObject | undefined;
	readonly email?: IDataObject | undefined;
	readonly ip?: IDataObject | undefined;
}

/** A lead with clean results, but for those given; undefined for none. */
function lead(changes: Results = {}): INodeExecutionData {
	const { phone, email, ip } = { phone: PHONE, email: EMAIL, ip: IP, ...changes };
	const results = { ipqs: phone, ipqs_email: email, ipqs_ip: ip };
	return { json: Object.fromEntries(Object.entries(results).filter(([, result]) => result !== undefined)) as IDataObject };
}

const ALL = { judge: ['phone', 'email', 'ip'] };
const outcomeOf = (decisions: IDataObject[]): unknown => decisions[0]?.outcome;

/** The decision about one lead. */
async function decide(item: INodeExecutionData, parameters: IDataObject = {}): Promise<IDataObject> {
	const run = await route([item], { parameters: { ...ALL, ...parameters } });
	expect(run.error).toBeUndefined();
	const [decision] = [0, 1, 2].flatMap((output) => decisionsOf(run, output));
	if (decision === undefined) throw new TypeError('The lead is lost');
	return decision;
}

describe('results of phone, email and IP in one decision', () => {
	it.each(PRESET_NAMES)('%s accepts a lead with three clean results', async (preset) => {
		expect(await decide(lead(), { preset })).toMatchObject({ outcome: 'accept', codes: '' });
	});

	it.each<[string, Results, string, string, string]>([
		['email', { email: { ...EMAIL, disposable: true } }, 'reject', 'EMAIL_DISPOSABLE', 'Email: Disposable is true'],
		['email', { email: { ...EMAIL, fraud_score: 90 } }, 'reject', 'EMAIL_FRAUD_SCORE', 'Email: Fraud Score 90 is at or above 90'],
		['email', { email: { ...EMAIL, fraud_score: 89 } }, 'accept', '', 'No rule matched'],
		['email', { email: { ...EMAIL, valid: false } }, 'reject', 'INVALID_EMAIL', 'Email: Valid is false'],
		[
			'email',
			{ email: { ...EMAIL, valid: false, timed_out: true } },
			'qa',
			'INVALID_EMAIL_EMAIL_TIMED_OUT, INVALID_EMAIL',
			'Email: Valid is false and Email: Timed Out is true',
		],
		['IP', { ip: { ...IP, fraud_score: 85 } }, 'reject', 'IP_FRAUD_SCORE, IP_FRAUD_SCORE', 'IP: Fraud Score 85 is at or above 85'],
		['IP', { ip: { ...IP, tor: true } }, 'reject', 'IP_TOR', 'IP: Tor is true'],
		['IP', { ip: { ...IP, recent_abuse: true } }, 'qa', 'IP_RECENT_ABUSE', 'IP: Recent Abuse is true'],
		['phone', { phone: { ...PHONE, VOIP: true } }, 'qa', 'VOIP', 'VOIP is true'],
	])('Standard judges the %s result %j: %s', async (_, results, outcome, codes, reason) => {
		const expected = codes.split(', ').filter((code, index, all) => all.indexOf(code) === index);
		expect(await decide(lead(results))).toMatchObject({ outcome, codes: expected.join(', '), reason });
	});

	it('rejects for one result before another sends the lead to QA', async () => {
		const both = lead({ phone: { ...PHONE, VOIP: true }, ip: { ...IP, tor: true } });
		expect(await decide(both)).toMatchObject({ outcome: 'reject', rule: 'Tor', codes: 'IP_TOR, VOIP' });
	});

	it('judges only the results chosen in Results to Check', async () => {
		const badEmail = lead({ email: { ...EMAIL, disposable: true } });
		expect(await decide(badEmail, { judge: ['phone'] })).toMatchObject({ outcome: 'accept' });
		expect(await decide(badEmail, { judge: ['email'] })).toMatchObject({ outcome: 'reject' });
		expect(await decide(badEmail, { judge: ['ip'] })).toMatchObject({ outcome: 'accept' });
	});

	it('has the threshold of the user for all scores, and 90 for email without one', async () => {
		const score = (fraud_score: number) => lead({ email: { ...EMAIL, fraud_score } });
		expect(await decide(score(89))).toMatchObject({ outcome: 'accept' });
		expect(await decide(score(60), { fraudThreshold: 60 })).toMatchObject({ outcome: 'reject', rule: 'Email Fraud Score' });
	});

	it('reads results from the fields of Other Result Fields, and the phone result from Result Field', async () => {
		const item: INodeExecutionData = { json: { a: { phone: PHONE }, mail: { ...EMAIL, disposable: true }, ipqs_ip: IP } };
		const options = { resultFields: { values: { email: 'mail' } } };
		expect(await decide(item, { resultField: 'a.phone', options })).toMatchObject({ outcome: 'reject', codes: 'EMAIL_DISPOSABLE' });
	});

	it('reads rules on fields of every lookup, by their prefix', async () => {
		const results = {
			ipqs_email: { domain_trust: 'suspicious' },
			ipqs_ip: { connection_type: 'Data Center' },
			ipqs_url: { risk_score: 80 },
			ipqs_device: { fraud_chance: 90 },
			ipqs_leak: { exposed: true },
		};
		const parameters = rules(
			rule('Email', { field: 'email.domain_trust', choiceOperator: 'equals', choiceValue: 'suspicious' }),
			rule('IP', { field: 'ip.connection_type', choiceOperator: 'equals', choiceValue: 'data center' }),
			rule('URL', { field: 'url.risk_score', numberOperator: 'greaterOrEqual', numberValue: 75 }),
			rule('Device', { field: 'device.fraud_chance', numberOperator: 'greaterOrEqual', numberValue: 85 }),
			rule('Leak', { field: 'leak.exposed', booleanOperator: 'isTrue' }),
		);
		const run = await route([{ json: results }], { parameters });
		expect(decisionsOf(run, 2)[0]).toMatchObject({
			codes: 'EMAIL_DOMAIN_TRUST, IP_CONNECTION_TYPE, URL_RISK_SCORE, DEVICE_FRAUD_CHANCE, LEAK_EXPOSED',
		});
	});
});

describe('results that are absent, missing or failed', () => {
	const email = (result: IDataObject | undefined) => lead({ email: result });

	it.each<[string, IDataObject | undefined, string]>([
		['absent', undefined, 'UNKNOWN_EMAIL_FRAUD_SCORE'],
		['failed', failed('email'), 'EMAIL_LOOKUP_FAILED'],
		['missing', unsent('email', 'value_missing'), 'UNKNOWN_EMAIL_FRAUD_SCORE'],
		['unusable', unsent('email', 'value_unusable'), 'EMAIL_LOOKUP_FAILED'],
	])('a lead with an email result that is %s goes to QA', async (_, result, code) => {
		const decision = await decide(email(result));
		expect(decision).toMatchObject({ outcome: 'qa', source: 'unknown' });
		expect(String(decision.codes).split(', ')[0]).toBe(code);
	});

	it('a rule about the lead still rejects it', async () => {
		const rejected = lead({ phone: { ...PHONE, valid: false }, email: failed('email') });
		expect(await decide(rejected)).toMatchObject({ outcome: 'reject', codes: 'EMAIL_LOOKUP_FAILED, INVALID_NUMBER' });
	});

	it('a rule that says skip passes over a check that was not made, and Automatic never does', async () => {
		const prepaid = (whenUnknown: string) =>
			rules(
				rule('Prepaid', { field: 'prepaid', booleanOperator: 'isTrue' }, { whenUnknown }),
				rule('Email', { field: 'email.disposable', booleanOperator: 'isTrue' }),
			);
		const item = lead({ phone: failed('phone') });
		expect(await decide(item, prepaid('skip'))).toMatchObject({ outcome: 'accept', codes: 'LOOKUP_FAILED' });
		expect(await decide(item, prepaid('default'))).toMatchObject({ outcome: 'qa', codes: 'LOOKUP_FAILED, UNKNOWN_PREPAID' });
	});

	it('Skip Its Rules passes over a missing value, but not over a failed lookup', async () => {
		const options = { onMissingValue: 'ignore' };
		expect(await decide(email(unsent('email', 'value_missing')), { options })).toMatchObject({ outcome: 'accept', codes: '' });
		expect(await decide(email(failed('email')), { options })).toMatchObject({ outcome: 'qa' });
		expect(await decide(email(undefined), { options })).toMatchObject({ outcome: 'qa' });
	});

	it('Skip Its Rules cannot pass over everything: a lead without any value to judge goes to QA', async () => {
		const none = lead({ email: unsent('email', 'value_missing'), ip: unsent('ipAddress', 'value_missing') });
		const options = { onMissingValue: 'ignore' };
		expect(await decide(none, { judge: ['email'], options })).toMatchObject({ outcome: 'qa', codes: 'EMAIL_MISSING' });
		expect(await decide(none, { judge: ['email', 'ip'], options })).toMatchObject({ outcome: 'qa', codes: 'EMAIL_MISSING, IP_MISSING' });
		expect(await decide(none, { judge: ['phone', 'email', 'ip'], options })).toMatchObject({ outcome: 'accept' });
	});

	it.each(OUTCOMES)('if all lookups failed, When the Lookup Failed decides: %s', async (onFailedLookup) => {
		const none = lead({ phone: failed('phone'), email: failed('email'), ip: failed('ipAddress') });
		expect(await decide(none, { onFailedLookup })).toMatchObject({
			outcome: onFailedLookup,
			source: 'failed_lookup',
			codes: 'LOOKUP_FAILED, EMAIL_LOOKUP_FAILED, IP_LOOKUP_FAILED',
		});
	});

	it('Reject in When the Lookup Failed rejects a lead of which one of several lookups failed', async () => {
		const decision = await decide(email(failed('email')), { onFailedLookup: 'reject' });
		expect(decision).toMatchObject({ outcome: 'reject', source: 'failed_lookup', codes: 'EMAIL_LOOKUP_FAILED' });
	});

	it('a lead without any result goes to QA under every setting', async () => {
		for (const onFailedLookup of OUTCOMES) {
			const decision = await decide({ json: { name: 'Ada' } }, { onFailedLookup, options: { onMissingValue: 'ignore' } });
			expect(decision).toMatchObject({
				outcome: 'qa',
				source: 'no_result',
				codes: 'NO_RESULT',
				reason: 'The item has no IPQS phone, email or IP result',
			});
		}
	});

	it('a result of another lookup is none', async () => {
		expect(await decide(email({ ...EMAIL, lookup: { status: 'ok', resource: 'phone' } }))).toMatchObject({ outcome: 'qa' });
	});
});

describe('phone numbers that could not be looked up', () => {
	const number = (reason: string) => lead({ phone: unsent('phone', reason) });

	it.each([
		['phone_missing', 'NUMBER_MISSING', 'The phone number is missing'],
		['phone_unreadable', 'NUMBER_UNREADABLE', 'The phone number cannot be read'],
		['country_missing', 'COUNTRY_MISSING', 'The phone number has no country code and the country is unknown'],
	])('%s goes to QA, and where the user says', async (reason, codes, words) => {
		const judge = ['phone'];
		const alone = { outcome: 'qa', source: 'unusable_number', codes, reason: words };
		expect(await decide(number(reason), { judge })).toMatchObject(alone);
		for (const onUnusableNumber of OUTCOMES) {
			const decision = await decide(number(reason), { judge, onFailedLookup: 'reject', options: { onUnusableNumber } });
			expect(decision).toMatchObject({ ...alone, outcome: onUnusableNumber });
		}
		const rejectMissing = await decide(number(reason), { judge, options: { onUnusableNumber: 'rejectMissing' } });
		expect(rejectMissing.outcome).toBe(reason === 'phone_missing' ? 'reject' : 'qa');
	});

	it('among several results counts as a failed lookup, and either setting of Reject rejects the lead', async () => {
		const item = number('phone_missing');
		expect(await decide(item)).toMatchObject({
			outcome: 'qa',
			source: 'unknown',
			codes: expect.stringMatching(/^NUMBER_MISSING, UNKNOWN_/),
		});
		expect(await decide(item, { options: { onUnusableNumber: 'accept' } })).toMatchObject({ outcome: 'qa' });
		const rejected = { outcome: 'reject', source: 'unusable_number', codes: 'NUMBER_MISSING' };
		expect(await decide(item, { options: { onUnusableNumber: 'reject' } })).toMatchObject(rejected);
		expect(await decide(item, { onFailedLookup: 'reject' })).toMatchObject(rejected);
	});

	it('an override of a campaign can say otherwise', async () => {
		const item = number('phone_missing');
		item.json.campaign = 'Solar';
		const overrides = { values: [{ campaign: 'Solar', onUnusableNumber: 'reject' }] };
		expect(await decide(item, { judge: ['phone'], campaignField: 'campaign', overrides })).toMatchObject({ outcome: 'reject' });
	});
});

describe('faults of phone, email and IP in every combination', () => {
	const STATES: ReadonlyArray<(resource: string) => IDataObject | undefined> = [
		() => ({}),
		() => undefined,
		(resource) => failed(resource),
		(resource) => failed(resource, 'insufficient_credits'),
		(resource) => ({ success: false, lookup: { status: 'not_attempted', reason: 'max_lookups', resource } }),
		(resource) => unsent(resource, resource === 'phone' ? 'phone_missing' : 'value_missing'),
		(resource) => unsent(resource, resource === 'phone' ? 'phone_unreadable' : 'value_unusable'),
		() => ({ success: 'false' }),
		() => ({ valid: null, fraud_score: null }),
	];
	const CLEAN = { phone: PHONE, email: EMAIL, ip: IP };
	const combinations = STATES.flatMap((phone) => STATES.flatMap((email) => STATES.map((ip) => ({ phone, email, ip }))));
	const leads = combinations.map((states) =>
		lead(
			Object.fromEntries(
				(Object.keys(CLEAN) as Array<keyof typeof CLEAN>).map((kind) => {
					const changes = states[kind](RESOURCES[kind]);
					return [kind, changes === undefined || 'lookup' in changes ? changes : { ...CLEAN[kind], ...changes }];
				}),
			),
		),
	);

	it.each(PRESET_NAMES)('%s accepts the lead with three results and no other', async (preset) => {
		const run = await route(leads, { parameters: { ...ALL, preset } });
		expect(places(run)).toMatchObject([[0], expect.any(Array), []]);
		expect(run.items('Criteria', 1)).toHaveLength(leads.length - 1);
	});

	it('rules with both ways of deciding accept no lead of which a judged check was not made', async () => {
		const parameters = rules(
			rule('Phone', { field: 'fraud_score', numberOperator: 'greaterOrEqual', numberValue: 85 }),
			rule('Email', { field: 'email.disposable', booleanOperator: 'isTrue' }),
			rule('IP', { field: 'ip.proxy', booleanOperator: 'isTrue' }),
		);
		for (const hitPolicy of ['first', 'worst']) {
			const run = await route(leads, { parameters: { ...parameters, hitPolicy } });
			for (const [index] of (places(run) as number[][]).slice(0, 1).entries()) expect(index).toBe(0);
			const accepted = (places(run)[0] as number[]).map((index) => combinations[index]);
			const isMade = ({ json }: INodeExecutionData) =>
				[json.ipqs, json.ipqs_email, json.ipqs_ip].every((result) => (result as IDataObject | undefined)?.success === true);
			expect(run.items('Criteria', 0).every(isMade)).toBe(true);
			expect(accepted.length).toBeGreaterThan(0);
		}
	});

	it.each(OUTCOMES.flatMap((onFailedLookup) => OUTCOMES.map((onUnusableNumber) => [onFailedLookup, onUnusableNumber] as const)))(
		'with %s for failed lookups and %s for unusable numbers, only leads without a result are accepted because of them',
		async (onFailedLookup, onUnusableNumber) => {
			const run = await route(leads, { parameters: { ...ALL, onFailedLookup, options: { onUnusableNumber } } });
			for (const decision of decisionsOf(run, 0)) {
				if (decision.source === 'default') continue;
				expect([decision.source, onFailedLookup === 'accept' || onUnusableNumber === 'accept']).toEqual([
					expect.stringMatching(/^(failed_lookup|unusable_number)$/),
					true,
				]);
			}
		},
	);

	it('one outcome has one decision of every lead, in order', async () => {
		const run = await route(leads, { parameters: ALL });
		const all = (places(run) as number[][]).flat().sort((one, other) => one - other);
		expect(all).toEqual(leads.map((_, index) => index));
		expect(outcomeOf(decisionsOf(run, 1))).toBe('qa');
	});
});
