import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { criteria, decisionsOf, hintsOf, lead, places, route, rule, rules, TYPE } from '../support/criteriaRun';

const ACCEPTED = lead();
const FOR_QA = lead({ VOIP: 'true' });
const REJECTED = lead({ fraud_score: '95' });
const FAILED: INodeExecutionData = { json: { ipqs: { success: false, message: 'x', lookup: { status: 'failed', reason: 'timeout' } } } };
const EMPTY: INodeExecutionData = { json: { name: 'Ann' } };

describe('IPQS Criteria', () => {
	it('every lead leaves by the output of its outcome, in order, linked to its item', async () => {
		const run = await route([REJECTED, ACCEPTED, FOR_QA, FAILED, lead({ valid: false }), EMPTY, ACCEPTED]);
		expect(run.error).toBeUndefined();
		expect(places(run)).toEqual([
			[1, 6],
			[2, 3, 5],
			[0, 4],
		]);
		expect(['Accepted', 'Checked', 'Rejected'].map((name) => run.items(name).length)).toEqual([2, 3, 2]);
		expect(decisionsOf(run, 2)[0]).toMatchObject({
			outcome: 'reject',
			rule: 'Fraud Score',
			source: 'rule',
			reason: 'Fraud Score 95 is at or above 85',
			codes: 'FRAUD_SCORE',
			enforced: true,
		});
		expect(decisionsOf(run, 1).map(({ codes }) => codes)).toEqual(['VOIP', 'LOOKUP_FAILED', 'NO_RESULT']);
		expect(decisionsOf(run, 0)[0]).toEqual({
			outcome: 'accept',
			rule: null,
			source: 'default',
			reason: 'No rule matched',
			codes: '',
			reasons: [],
			policy: { name: 'Standard', hash: 'a42113ffec1fc5d8', campaign: null },
			enforced: true,
		});
		expect(hintsOf(run)).toBe('');
	});

	it('a lead keeps its fields and binary data, and the input item is not changed', async () => {
		const binary = { file: { data: 'YQ==', mimeType: 'text/plain' } };
		const source = { ...lead({}, { name: 'Ann', decision: 'old', deep: { kept: 1 } }), binary };
		const before = JSON.stringify(source.json);
		const run = await route([source], { parameters: { options: { decisionField: 'deep.criteria' } } });
		const [item] = run.items('Criteria');
		expect(item?.binary).toEqual(binary);
		expect(item?.json).toMatchObject({ name: 'Ann', decision: 'old', deep: { kept: 1, criteria: { outcome: 'accept' } } });
		expect(JSON.stringify(source.json)).toBe(before);
	});

	it('the decision is the first field of the item', async () => {
		const leads = [lead({}, { name: 'Ann' }), lead({}, { name: 'Ann', decision: 'old', deep: { kept: 1 } })];
		const firstOf = async (decisionField: string) =>
			(await route(leads, { parameters: { options: { decisionField } } })).items('Criteria').map(({ json }) => Object.keys(json)[0]);
		expect(await firstOf('decision')).toEqual(['decision', 'decision']);
		expect(await firstOf('deep.criteria')).toEqual(['deep', 'deep']);
	});

	it('says which rule is the nearest if none matched, with a code only if the lead is not accepted', async () => {
		const parameters = {
			...rules(rule('Trusted', { field: 'user_activity', choiceOperator: 'equals', choiceValues: ['high'] }, { action: 'accept' })),
			defaultAction: 'qa',
		};
		const [first, second] = [lead({ user_activity: 'low' }), lead({ user_activity: 'high' })];
		const run = await route([first, second], { parameters });
		expect(decisionsOf(run, 1)[0]).toMatchObject({
			codes: 'NO_RULE',
			reason: "No rule matched. The closest is 'Trusted', but User Activity is low",
		});
		expect(decisionsOf(run, 0)[0]).toMatchObject({ rule: 'Trusted', codes: '' });
	});

	it('the result can be at a path or at the top level of the item', async () => {
		const deep: INodeExecutionData = { json: { lookup: { phone: { ...(ACCEPTED.json.ipqs as IDataObject), fraud_score: 90 } } } };
		expect(places(await route([deep], { parameters: { resultField: 'lookup.phone' } }))).toEqual([[], [], [0]]);
		const row: INodeExecutionData = { json: { name: 'Ann', country: 'US', ...(ACCEPTED.json.ipqs as IDataObject), fraud_score: '90' } };
		const contact: INodeExecutionData = { json: { name: 'Ann', country: 'US', city: 'Boston' } };
		const run = await route([row, contact], { parameters: { resultField: '' } });
		expect(places(run)).toEqual([[], [1], [0]]);
		expect(decisionsOf(run, 1)[0]).toMatchObject({ codes: 'NO_RESULT', reason: 'The item has no IPQS phone result' });
	});

	it('no input items give three empty outputs', async () => {
		const node = { getInputData: (): INodeExecutionData[] => [] } as IExecuteFunctions;
		expect(await criteria.execute.call(node)).toEqual([[], [], []]);
	});

	it('the outputs are called Accept, QA and Reject', () => {
		expect(criteria.description.outputs).toEqual(['Accept', 'QA', 'Reject'].map((displayName) => ({ type: 'main', displayName })));
	});

	it('the description says what the node returns, for models that use it as a tool', () => {
		const { description, builderHint } = criteria.description;
		expect(description).toContain('the outcome, the reason and codes');
		expect(builderHint?.searchHint).toContain('Accept (0), QA (1), Reject (2)');
	});
});

describe('rules of the form', () => {
	it('conditions of every type work as the form shows them', async () => {
		const run = await route(
			[
				lead({ fraud_score: 60 }),
				lead({ VOIP: 'true' }),
				lead({ line_type: 'Toll-Free' }),
				lead({ country: 'gb' }),
				lead({ line_type: 'Mobile', country: 'US' }),
			],
			{
				parameters: rules(
					rule('Score', { field: 'fraud_score', numberOperator: 'between', numberValue: 50, numberTo: 84 }, { action: 'qa' }),
					rule('VOIP', { field: 'VOIP', booleanOperator: 'isTrue' }),
					rule('Line', { field: 'line_type', choiceOperator: 'notIn', choiceValue: 'Wireless, Landline' }, { whenUnknown: 'skip' }),
					rule('Country', { field: 'country', textOperator: 'in', textValue: ['GB', 'FR'] }, { whenUnknown: 'skip' }),
				),
			},
		);
		expect(run.error).toBeUndefined();
		expect(places(run)).toEqual([[4], [0], [1, 2, 3]]);
		expect(decisionsOf(run, 2).map(({ rule: name }) => name)).toEqual(['VOIP', 'Line', 'Country']);
	});

	it('a rule without a name is named after its condition, and with Worst Match the most severe rule decides', async () => {
		const parameters = {
			...rules(
				rule('', { field: 'VOIP', booleanOperator: 'isTrue' }, { action: 'accept' }),
				rule('', { field: 'fraud_score', numberOperator: 'greaterOrEqual', numberValue: 85 }),
			),
			hitPolicy: 'worst',
		};
		expect(decisionsOf(await route([lead({ VOIP: true, fraud_score: 90 })], { parameters }), 2)[0]).toMatchObject({
			rule: 'Fraud Score is at or above 85',
			policy: { name: 'Custom Rules' },
		});
	});

	it('a value in a condition can be an expression for each lead', async () => {
		const parameters = rules(rule('Score', { field: 'fraud_score', numberOperator: 'greaterOrEqual', numberValue: '={{ $json.limit }}' }));
		const leads = [
			lead({ fraud_score: 60 }, { limit: 50 }),
			lead({ fraud_score: 60 }, { limit: '70' }),
			lead({ fraud_score: 60 }),
			lead({}, { limit: 'threshold' }),
		];
		const run = await route(leads, { parameters });
		expect(run.error).toBeUndefined();
		expect(places(run)).toEqual([[1], [2, 3], [0]]);
		for (const decision of decisionsOf(run, 1)) {
			expect(decision).toMatchObject({
				source: 'bad_policy',
				codes: 'BAD_POLICY',
				reason: "Rule 1, condition 1: 'Value' must be a number",
			});
		}
	});
});

describe('invalid policies', () => {
	it.each([
		['no rule', { policySource: 'rules' }, 'Add at least one rule'],
		['an expression in place of the rules', { policySource: 'rules', rules: '={{ $json.rules }}' }, 'Add at least one rule'],
		['a rule without a condition', rules({ name: 'Bare', action: 'qa' }), 'Rule 1 has no condition. Add one, or remove the rule'],
		[
			'a rule without a condition and another with an expression',
			rules(rule('A', { field: 'fraud_score', numberOperator: 'equals', numberValue: '={{ $json.x }}' }), { name: 'Bare', action: 'qa' }),
			'Rule 2 has no condition. Add one, or remove the rule',
		],
		[
			'two rules of one name',
			rules(rule('A', { field: 'VOIP', booleanOperator: 'isTrue' }), rule('a', { field: 'risky', booleanOperator: 'isTrue' })),
			"Rule 2: 'Name' must be unique, but another rule has this name",
		],
		[
			'an empty choice',
			rules(rule('A', { field: 'line_type', choiceOperator: 'equals', choiceValue: '' })),
			"Rule 1, condition 1: 'Values' is empty; select at least one",
		],
		['a threshold above 100', { fraudThreshold: 120 }, "'Fraud Threshold' must be a number from 0 to 100"],
		['a threshold below 0', { fraudThreshold: -1 }, "'Fraud Threshold' must be a number from 0 to 100"],
		['a threshold in words', { qaThreshold: 'high' }, "'QA Threshold' must be a number from 0 to 100"],
		[
			'invalid JSON',
			{ policySource: 'json', policyJson: '{ preset' },
			"'Policy JSON' is not valid JSON. Line 1, column 3: expected a key in double quotes or }",
		],
		[
			'JSON with an unknown preset',
			{ policySource: 'json', policyJson: '{"preset":"x"}' },
			"'Policy JSON': preset must be standard, ipqsHighRisk, clearAbuse, strict or outreach",
		],
		[
			'JSON with two issues',
			{ policySource: 'json', policyJson: '{"fraudThreshold":101,"defaultAction":"drop"}' },
			"'Policy JSON': fraudThreshold must be a number from 0 to 100. defaultAction must be accept, qa or reject",
		],
		[
			'a campaign listed twice',
			{ campaignField: 'campaign', overrides: { values: [{ campaign: 'Solar', fraudThreshold: '70' }, { campaign: 'solar' }] } },
			"'solar' is listed twice under Overrides",
		],
		[
			'a campaign within two lists',
			{ campaignField: 'campaign', overrides: { values: [{ campaign: 'Solar, Roofing' }, { campaign: 'roofing' }] } },
			"Override 2: 'Campaign' repeats the campaign 'roofing'",
		],
		[
			'an override of 101',
			{ campaignField: 'campaign', overrides: { values: [{ campaign: 'Solar', fraudThreshold: '101' }] } },
			"Override 1: 'Fraud Threshold' must be a number from 0 to 100",
		],
		[
			'a decision field that cannot be written',
			{ options: { decisionField: 'a..b' } },
			"'Put Decision in Field' must be the name of a field, such as ipqs",
		],
		[
			'a decision field called error',
			{ options: { decisionField: 'error' } },
			`'Put Decision in Field' must not be "error": n8n treats items with this field as failed`,
		],
		[
			'an unknown shadow policy',
			{ options: { shadowPolicy: 'lenient' } },
			"'Shadow Policy' must be Standard, IPQS High Risk, Only Clear Abuse, Cautious, Calling and Texting or policy JSON",
		],
		[
			'a shadow policy with two issues',
			{ options: { shadowPolicy: '{"qaThreshold":-1,"preset":"x"}' } },
			"'Shadow Policy': preset must be standard, ipqsHighRisk, clearAbuse, strict or outreach. qaThreshold must be a number from 0 to 100",
		],
	])('%s stops the node before any lead is processed, and says what to do', async (_, parameters, message) => {
		const run = await route([ACCEPTED, REJECTED], { parameters: parameters as IDataObject });
		expect(run.error).toMatchObject({ message, description: 'No lead was processed. Correct the parameter and run the node again.' });
		expect(run.error?.name).toBe('NodeOperationError');
		expect(run.outputs('Criteria').flat()).toEqual([]);
	});

	it('the reason lists all issues of a policy that a lead supplies', async () => {
		const run = await route([lead({}, { policy: '{"qaThreshold":-1,"fraudThreshold":101}' })], {
			parameters: { policySource: 'json', policyJson: '={{ $json.policy }}' },
		});
		expect(decisionsOf(run, 1)[0]?.reason).toBe(
			"'Policy JSON': fraudThreshold must be a number from 0 to 100. qaThreshold must be a number from 0 to 100",
		);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'])(
		'with On Error %s the leads go to QA instead, never without a decision to Accept',
		async (onError) => {
			for (const parameters of [
				{ fraudThreshold: 120 },
				{ policySource: 'rules' },
				{ options: { decisionField: 'error' } },
				{ options: { shadowPolicy: 'lenient' } },
			]) {
				const run = await route([ACCEPTED, REJECTED], { parameters, node: { onError } });
				expect(run.error).toBeUndefined();
				expect(run.items('Accepted').every(({ json }) => (json.decision as IDataObject).outcome === 'accept')).toBe(true);
				expect(places(run)).toEqual(parameters.options?.shadowPolicy === undefined ? [[], [0, 1], []] : [[0], [], [1]]);
			}
		},
	);

	it.each([
		['fraudThreshold', "'Fraud Threshold' must be a number from 0 to 100"],
		['qaThreshold', "'QA Threshold' must be a number from 0 to 100"],
		['defaultAction', "'When No Rule Matches' must be accept, qa or reject"],
		['onFailedLookup', "'When the Lookup Failed' must be accept, qa or reject"],
	])('an invalid or empty %s that a lead supplies sends only that lead to QA', async (name, reason) => {
		const good = { fraudThreshold: 90, qaThreshold: '80', defaultAction: 'Accept', onFailedLookup: 'qa' }[name];
		const leads = [good, '', null, undefined, 'much', 1000].map((value) => lead({}, value === undefined ? {} : { value }));
		const run = await route(leads, { parameters: { [name]: '={{ $json.value }}' } });
		expect(run.error).toBeUndefined();
		expect(places(run)).toEqual([[0], [1, 2, 3, 4, 5], []]);
		for (const decision of decisionsOf(run, 1))
			expect(decision).toMatchObject({
				source: 'bad_policy',
				codes: 'BAD_POLICY',
				reason,
				policy: { name: null, hash: null, campaign: null },
			});
		expect(hintsOf(run)).toContain('5 leads had an invalid policy and went to QA');
	});

	it('a value that cannot be written as text sends its lead to QA', async () => {
		const run = await route([ACCEPTED], { parameters: { fraudThreshold: '={{ BigInt(70) }}' } });
		expect(run.error).toBeUndefined();
		expect(decisionsOf(run, 1)[0]).toMatchObject({ source: 'bad_policy' });
	});

	it('an expression that cannot be evaluated sends its leads to QA', async () => {
		const run = await route([ACCEPTED, FAILED], { parameters: { fraudThreshold: "={{ $('Nowhere').item.json.x }}" } });
		expect(run.error).toBeUndefined();
		expect(places(run)).toEqual([[], [0, 1], []]);
		expect(decisionsOf(run, 1)[0]).toMatchObject({
			codes: 'BAD_POLICY',
			reason: "The expression in 'Fraud Threshold' could not be evaluated",
		});
	});

	it('issues of constants stop the node, even if other values come from leads', async () => {
		const run = await route([ACCEPTED], { parameters: { fraudThreshold: '={{ $json.none }}', qaThreshold: '101', defaultAction: 'drop' } });
		expect(run.error?.message).toBe("'QA Threshold' must be a number from 0 to 100. 'When No Rule Matches' must be accept, qa or reject");
	});

	it('an invalid result or decision field from an expression sends the lead to QA', async () => {
		const run = await route([ACCEPTED], { parameters: { resultField: '={{ $json.ipqs }}' } });
		expect(decisionsOf(run, 1)[0]).toMatchObject({
			codes: 'BAD_POLICY',
			reason: "'Result Field' must be the name of a field, such as ipqs",
		});
		const spoiled = await route([ACCEPTED], { parameters: { options: { decisionField: '={{ $json.ipqs }}' } } });
		expect(decisionsOf(spoiled, 1)[0]).toMatchObject({ codes: 'BAD_POLICY' });
	});
});

describe('policies from leads', () => {
	it('thresholds can differ per lead', async () => {
		const leads = [
			lead({ fraud_score: 75 }, { limit: 70 }),
			lead({ fraud_score: 75 }, { limit: '80' }),
			lead({ fraud_score: 75 }, { limit: 70 }),
		];
		expect(places(await route(leads, { parameters: { fraudThreshold: '={{ $json.limit }}' } }))).toEqual([[1], [], [0, 2]]);
	});

	it('a policy can come from each lead as JSON text or object, and the form supplies what it leaves out', async () => {
		const leads = [
			{ preset: 'strict', fraudThreshold: 70 },
			'{"preset":"standard"}',
			{ preset: 'standard', onFailedLookup: 'qa' },
			'',
			{ preset: 'x' },
		];
		const run = await route(
			leads.map((policy) => ({ json: { ...FAILED.json, policy } as IDataObject })),
			{
				parameters: { policySource: 'json', policyJson: '={{ $json.policy }}', onFailedLookup: 'reject' },
			},
		);
		expect(run.error).toBeUndefined();
		expect(places(run)).toEqual([[], [2, 3, 4], [0, 1]]);
		expect(decisionsOf(run, 1).map(({ codes }) => codes)).toEqual(['LOOKUP_FAILED', 'BAD_POLICY', 'BAD_POLICY']);
	});

	it("'When Several Rules Match' applies to JSON with rules, but not to presets", async () => {
		const byScore = (name: string, value: number, action: string) => ({
			name,
			conditions: [{ field: 'fraud_score', operator: 'greaterOrEqual', value }],
			action,
		});
		const policies = [{ rules: [byScore('A', 50, 'qa'), byScore('B', 80, 'reject')] }, { preset: 'strict' }];
		const off = { active: false, active_status: 'Phone Turned Off', risky: false, spammer: false };
		const leads = [lead({ ...off, fraud_score: 90 }), lead({ ...off, fraud_score: 10 })];
		const run = await route(
			policies.map((policy, index) => ({ json: { ...leads[index]?.json, policy } as IDataObject })),
			{
				parameters: { policySource: 'json', policyJson: '={{ $json.policy }}', hitPolicy: 'worst' },
			},
		);
		expect(places(run)).toEqual([[], [1], [0]]);
	});

	it('campaigns override the policy, and a hint counts leads without one', async () => {
		const parameters = {
			campaignField: 'campaign',
			overrides: {
				values: [
					{ campaign: 'Solar, Roofing', fraudThreshold: '70' },
					{ campaign: 'Debt', preset: 'strict', qaThreshold: 40, disableRules: 'voip', defaultAction: 'inherit' },
				],
			},
			options: { includeTrace: true },
		};
		const run = await route(
			[lead({ fraud_score: 75 }, { campaign: ' roofing' }), lead({ fraud_score: 75 }, { campaign: 'Other' }), lead({ fraud_score: 75 })],
			{ parameters },
		);
		expect(run.error).toBeUndefined();
		expect(places(run)).toEqual([[1, 2], [], [0]]);
		expect(decisionsOf(run, 2)[0]).toMatchObject({
			policy: { campaign: 'Roofing' },
			trace: [{ rule: 'Fraud Score', expected: 70, actual: 75, result: 'true', source: 'Roofing' }, {}, {}, {}, {}, {}],
		});
		expect(hintsOf(run)).toContain("1 lead had no campaign in 'Campaign Field'");
	});

	it('the included policy decides the same as Policy JSON', async () => {
		const parameters = rules(
			rule('Score', { field: 'fraud_score', numberOperator: 'greaterThan', numberValue: 50 }),
			rule('Line', { field: 'line_type', choiceOperator: 'in', choiceValue: 'VOIP, Pager' }, { action: 'qa', whenUnknown: 'accept' }),
		);
		const leads = [lead({ fraud_score: 60 }), lead({ line_type: 'pager' }), lead(), lead({ fraud_score: null })];
		const form = await route(leads, {
			parameters: { ...parameters, hitPolicy: 'worst', defaultAction: 'qa', onFailedLookup: 'reject', options: { includePolicy: true } },
		});
		const all = [0, 1, 2].flatMap((output) => decisionsOf(form, output));
		const { json } = all[0]?.policy as { json: IDataObject };
		const again = await route(leads, {
			parameters: { policySource: 'json', policyJson: JSON.stringify(json), options: { includePolicy: true } },
		});
		expect(again.error).toBeUndefined();
		expect([0, 1, 2].flatMap((output) => decisionsOf(again, output))).toEqual(all);
		expect(places(again)).toEqual(places(form));
	});
});

describe('modes and hints', () => {
	it('Monitor records decisions and sends every lead to Accept', async () => {
		const run = await route([REJECTED, FOR_QA, ACCEPTED], { parameters: { mode: 'monitor' } });
		expect(places(run)).toEqual([[0, 1, 2], [], []]);
		expect(decisionsOf(run, 0).map(({ outcome, enforced }) => [outcome, enforced])).toEqual([
			['reject', false],
			['qa', false],
			['accept', false],
		]);
		expect(hintsOf(run)).toContain('Monitor');
	});

	it.each(['clearAbuse', 'Only Clear Abuse', ' only clear abuse '])('a shadow policy can be the preset %j', async (shadowPolicy) => {
		const run = await route([FOR_QA], { parameters: { options: { shadowPolicy } } });
		expect(decisionsOf(run, 1)).toMatchObject([{ shadow: { outcome: 'accept', policy: { name: 'Only Clear Abuse' } } }]);
	});

	it('a shadow policy is recorded and never applied', async () => {
		const run = await route([FOR_QA], { parameters: { options: { shadowPolicy: 'clearAbuse' } } });
		expect(decisionsOf(run, 1)[0]).toMatchObject({
			outcome: 'qa',
			shadow: { outcome: 'accept', source: 'default', policy: { name: 'Only Clear Abuse' } },
		});
		const perLead = await route(
			[lead({}, { other: '{"preset":"strict","defaultAction":"reject"}' }), lead({}, { other: 'nonsense' }), lead()],
			{ parameters: { options: { shadowPolicy: '={{ $json.other }}' } } },
		);
		expect(decisionsOf(perLead, 0).map(({ shadow }) => (shadow as IDataObject | undefined)?.source)).toEqual([
			'default',
			'bad_policy',
			undefined,
		]);
	});

	it('as a tool, every lead leaves on the first output with its decision', async () => {
		const run = await route([REJECTED, FOR_QA, ACCEPTED], { node: { type: `${TYPE}Tool` } });
		expect(places(run)).toEqual([[0, 1, 2], [], []]);
		expect(decisionsOf(run, 0).map(({ outcome, enforced }) => [outcome, enforced])).toEqual([
			['reject', true],
			['qa', true],
			['accept', true],
		]);
	});

	it('a hint warns about Always Output Data, which puts an empty item on Accept', async () => {
		const run = await route([REJECTED], { node: { alwaysOutputData: true } });
		expect(hintsOf(run)).toContain("'Always Output Data' is on");
		expect(hintsOf(await route([REJECTED]))).not.toContain('Always Output Data');
	});

	it.each([
		[
			'a reversed condition',
			[lead()],
			rules(rule('Wrong', { field: 'valid', booleanOperator: 'isTrue' })),
			"Even a clean lead (valid, score 0, no flags) is not accepted under 'Custom Rules'",
		],
		[
			'a field that no lead has',
			[lead()],
			rules(rule('Spam', { field: 'spammer', booleanOperator: 'isTrue' })),
			"No lead has 'Spammer', which the policy uses",
		],
		[
			'a rule that cannot be reached',
			[lead()],
			{ qaThreshold: '90' },
			"The rule 'QA Threshold' is never reached, because 'Fraud Score' comes first",
		],
		[
			'a value that IPQS is not known to send',
			[lead({ line_type: 'Wireless' })],
			rules(rule('Mobile', { field: 'line_type', choiceOperator: 'notEquals', choiceValue: 'Wirless' })),
			"The rule 'Mobile' compares 'Line Type' with a value that IPQS is not known to send. Check the spelling. Known values: Wireless, Landline, VOIP, Toll Free, Satellite, Premium Rate, Pager.",
		],
		['sandbox results', [lead({ lookup: { sandbox: true } })], {}, '1 lead with sandbox test results'],
	])('a hint after a run reports %s', async (_, leads, parameters, hint) => {
		expect(hintsOf(await route(leads, { parameters }))).toContain(hint);
	});

	it('the counts of the run are in the custom data of n8n 2', async () => {
		const { customData } = await route([REJECTED, FOR_QA, ACCEPTED, REJECTED]);
		expect([{}, { ipqs_accept: '1', ipqs_qa: '1', ipqs_reject: '2' }]).toContainEqual(customData);
	});
});
