import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { hintsOf, lead, route, rule, rules } from '../support/criteriaRun';

const unsent = (reason: string, resource = 'phone'): IDataObject => ({
	success: false,
	valid: null,
	lookup: { status: 'not_sent', reason, resource },
});
const failed = (reason: string): IDataObject => ({ success: false, lookup: { status: 'failed', reason, resource: 'phone' } });
const EMAIL = { success: true, valid: true, fraud_score: 0, disposable: false, lookup: { status: 'ok', resource: 'email' } };

/** A mistake that sends every lead the same wrong way, and a part of the hint that tells it. */
const TRAPS: ReadonlyArray<readonly [what: string, leads: INodeExecutionData[], parameters: IDataObject, hint: string]> = [
	['a wrongly mapped number', [lead(unsent('phone_missing')), lead(unsent('phone_missing'))], {}, 'No lead has a phone number.'],
	['text around every number', [lead(unsent('phone_unreadable'))], {}, 'No phone number could be read.'],
	['national numbers without a country', [lead(unsent('country_missing'))], {}, "Set 'Country' of the lookup."],
	[
		'an expression that was typed as text',
		[lead(failed('invalid_parameter'))],
		{},
		'All phone lookups failed because of a mistake in their node.',
	],
	[
		'a wrong Result Field',
		[{ json: { phone: lead().json.ipqs } }],
		{ resultField: 'ipsq' },
		"It is in 'phone': enter that in 'Result Field'.",
	],
	[
		'fields with a prefix',
		[{ json: { phone_fraud_score: 0, phone_valid: true, phone_VOIP: false } }],
		{},
		"It is in 'phone_*': enter that in 'Result Field'.",
	],
	['Criteria before the lookup', [{ json: { name: 'Ada', phone: '+12015550123' } }], {}, 'Put this node after the phone lookup'],
	['an email result in place of the phone result', [{ json: { ipqs: EMAIL } }], {}, 'That field has the result of the email lookup.'],
	['a preset that judges an email that nobody looks up', [lead()], { judge: ['phone', 'email'] }, 'Put this node after the email lookup'],
	[
		'a wrong name of the campaign field',
		[lead({}, { campaign: 'Solar' })],
		{ campaignField: 'Campain' },
		"No lead has a field named in 'Campaign Field'",
	],
	[
		'a list under Is',
		[lead({ line_type: 'VOIP' })],
		rules(rule('Lines', { field: 'line_type', choiceOperator: 'equals', choiceValue: 'VOIP, Pager' })),
		"The rule 'Lines' compares 'Line Type' with a list, but 'Is' takes one value. Use 'Is One Of' instead.",
	],
	[
		'a state by its name',
		[lead({ region: 'TX' })],
		rules(rule('Texas', { field: 'region', textOperator: 'equals', textValue: 'Texas' })),
		"The rule 'Texas' compares 'Region' with a value that it never has. Its values look like TX.",
	],
	[
		'a number without its plus',
		[lead({ formatted: '+12015550123' })],
		rules(rule('Number', { field: 'formatted', textOperator: 'startsWith', textValue: '1201' })),
		'Its values look like +12015550123.',
	],
];

describe.each(['manual', 'trigger', 'webhook'])('in %s runs, a hint tells, and no lead is rejected for it,', (mode) => {
	it.each(TRAPS)('%s', async (_, leads, parameters, hint) => {
		const run = await route(leads, { parameters, mode });
		expect(run.error).toBeUndefined();
		expect(hintsOf(run)).toContain(hint);
		expect(run.items('Criteria', 2)).toEqual([]);
	});
});

describe('hints', () => {
	it('contain no value of a lead', async () => {
		const secret = 'ada@example.com +12015550123';
		const values = { name: secret, campaign: secret, [secret]: { ...(lead().json.ipqs as IDataObject) } };
		const leads = [
			{ json: values },
			{ json: { ...values, ipqs: { ...EMAIL, first_name: secret } } },
			lead({ line_type: secret, region: secret }, values),
		];
		for (const parameters of [
			{},
			{ campaignField: 'campaign', fraudThreshold: '={{ $json.name }}' },
			{ judge: ['email'] },
			{ resultField: '={{ $json.name }}' },
		]) {
			const hints = hintsOf(await route(leads as INodeExecutionData[], { parameters }));
			expect(hints).not.toContain('ada@');
			expect(hints).not.toContain('2015550123');
		}
	});

	it('are not given for leads that are fine', async () => {
		const full = {
			line_type: 'Wireless',
			country: 'US',
			risky: false,
			spammer: false,
			active_status: 'Active Line',
			do_not_call: false,
			tcpa_blacklist: false,
		};
		for (const preset of ['standard', 'ipqsHighRisk', 'clearAbuse', 'strict', 'outreach']) {
			expect([preset, hintsOf(await route([lead(full)], { parameters: { preset } }))]).toEqual([preset, '']);
		}
	});
});
