import type { IDataObject } from 'n8n-workflow';
import { IpqsCriteria } from '../../../nodes/IpqsCriteria/IpqsCriteria.node';
import { IpqsPhoneValidation } from '../../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { createEngine } from '../../../scripts/engine';
import { scriptedAgent, toolOf, type Model, type Tool } from '../../support/agent';
import { trigger } from '../../support/n8n-nodes/node';
import expected from '../../fixtures/workflows/ai-agent.json';
import aiAgent from '../../../workflows/ai-agent.json';

const [LOOK_UP = '', DECIDE = ''] = expected.tools;

const chat = async (model: Model, byEngine: boolean) => {
	const engine = createEngine({
		nodeTypes: {
			'@n8n/n8n-nodes-langchain.agent': scriptedAgent(model, byEngine),
			'@n8n/n8n-nodes-langchain.chatTrigger': trigger('chatTrigger'),
			'n8n-nodes-ipqs.ipqsPhoneValidationTool': toolOf(new IpqsPhoneValidation()),
			'n8n-nodes-ipqs.ipqsCriteriaTool': toolOf(new IpqsCriteria()),
		},
		credentialTypes: {},
	});
	const run = await engine.run(aiAgent);
	return { run, said: run.items('Phone Agent')[0]?.json };
};

/** Looks up a number, passes on the result as changed by `pass`, and returns the decision. */
const obedient = (phone: string, country: string, pass = (ipqs: unknown) => ipqs): Model => (_tools, [lookup, decided]) => {
	if (lookup === undefined) return { tool: LOOK_UP, input: { phone, country } };
	if (decided === undefined) return { tool: DECIDE, input: { ipqs: pass(lookup.ipqs) as IDataObject } };
	return { output: { lookup, decision: decided.decision as IDataObject } };
};

describe.each([
	['run as nodes of the execution, as agents do from version 3 on', true],
	['called as functions, as older agents do', false],
])('the tools of the AI agent workflow, %s', (_, byEngine) => {
	it.each(expected.calls)('the decision for $phone is $outcome', async ({ phone, country, outcome, codes }) => {
		const { run, said } = await chat(obedient(phone, country), byEngine);
		expect(run.error).toBeUndefined();
		expect(said).toMatchObject({ decision: { outcome, codes } });
	});

	it('the model receives the fields that the policy needs, and nothing else', async () => {
		const { said } = await chat(obedient('+1 415 555 0110', ''), byEngine);
		expect(Object.keys(said?.lookup as object)).toEqual(['ipqs']);
		expect((said?.lookup as IDataObject).ipqs).toMatchObject({ success: true, valid: true, fraud_score: 60, VOIP: true, line_type: 'VOIP' });
	});

	it.each([
		['drops the result', () => ({ nothing: true }), 'no_result'],
		['passes on a failed lookup', () => ({ success: false, message: 'IPQS did not answer' }), 'failed_lookup'],
	])('a model that %s gets QA', async (_case, pass, source) => {
		const { said } = await chat(obedient('+1 201 555 0100', '', pass), byEngine);
		expect(said).toMatchObject({ decision: { outcome: 'qa', source } });
	});
});

describe('the AI agent workflow', () => {
	it('the model gets two tools with their arguments', async () => {
		const shown: Tool[] = [];
		await chat((tools) => {
			shown.push(...tools);
			return { output: {} };
		}, true);
		expect(shown.map(({ name }) => name).sort()).toEqual([...expected.tools].sort());
		const takes = (tool: string, input: IDataObject) => shown.find(({ name }) => name === tool)?.schema.safeParse(input).success;
		expect([takes(LOOK_UP, { phone: '+1 201 555 0100', country: '' }), takes(LOOK_UP, { country: 'US' })]).toEqual([true, false]);
		expect([takes(DECIDE, { ipqs: { valid: true } }), takes(DECIDE, {})]).toEqual([true, false]);
	});
});
