import type { IConnections } from 'n8n-workflow';
import { modelCredential, obedient } from './support/agent';
import { startChatModel, type ChatModel } from './support/chatModel';
import { runByHand, type Execution } from './support/execution';
import { criteria, lookup, node, pinned, row, START } from './support/workflow';

const PHONE = '+12015550121';

const QUESTION = `Is ${PHONE} a good lead?`;

const TURNS = obedient(['Lookup', 'Decide'], PHONE, 'US');

let model: ChatModel;

/** An agent that has both nodes as tools, and a model that answers in these turns. */
async function ask(responsesApiEnabled: boolean): Promise<Execution> {
	model = await startChatModel(TURNS);
	const chat = node(
		'Model',
		'@n8n/n8n-nodes-langchain.lmChatOpenAi',
		{ model: { __rl: true, mode: 'id', value: 'scripted' }, responsesApiEnabled, options: {} },
		{ typeVersion: 1.3, credentials: await modelCredential(model) },
	);
	const agent = node(
		'Agent',
		'@n8n/n8n-nodes-langchain.agent',
		{ promptType: 'define', text: '={{ $json.question }}' },
		{ typeVersion: 3.1 },
	);
	const look = lookup({
		authentication: 'sandbox',
		phone: "={{ $fromAI('phone', 'The phone number') }}",
		country: "={{ $fromAI('country', 'Two-letter country code, or nothing') }}",
	});
	const decide = criteria({ resultField: "={{ $fromAI('ipqs', 'What the lookup answered', 'json') && 'ipqs' }}" });
	const tools = [look, decide].map((tool) => ({ ...tool, type: `${tool.type}Tool` }));
	const workflow = row('Agent', [START, agent]);
	const serves = (type: 'ai_languageModel' | 'ai_tool') => ({ [type]: [[{ node: 'Agent', type, index: 0 }]] });
	const connections: IConnections = {
		...workflow.connections,
		Model: serves('ai_languageModel'),
		Lookup: serves('ai_tool'),
		Decide: serves('ai_tool'),
	};
	return await runByHand(pinned({ ...workflow, nodes: [...workflow.nodes, chat, ...tools], connections }, [{ question: QUESTION }]));
}

describe.each([
	['Responses', true],
	['Chat Completions', false],
])('an agent whose model speaks %s', (_, responsesApiEnabled) => {
	let execution: Execution;

	beforeAll(async () => {
		execution = await ask(responsesApiEnabled);
		await model.close();
	});

	it('offers both nodes to the model, with what it may fill in', () => {
		expect(model.offered).toHaveLength(TURNS.length);
		expect(Object.keys(model.offered[0] ?? {}).sort()).toEqual(['Decide', 'Lookup']);
		expect(model.offered[0]).toMatchObject({ Lookup: { phone: { type: 'string' }, country: { type: 'string' } }, Decide: { ipqs: {} } });
	});

	it('looks the number up that the model names', () => {
		expect(execution.toolAnswers('Lookup')).toMatchObject([
			{ ipqs: { formatted: PHONE, fraud_score: 85, lookup: { status: 'ok', sandbox: true } } },
		]);
	});

	it('hands the decision to the model, with its reason', () => {
		expect(execution.error).toBeUndefined();
		expect(execution.toolAnswers('Decide')).toMatchObject([
			{ decision: { outcome: 'reject', reason: 'Fraud Score 85 is at or above 85' } },
		]);
		expect(execution.items('Agent').map(({ json }) => json.output)).toEqual(['The lead goes to reject']);
	});
});
