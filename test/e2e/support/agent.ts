import type { IDataObject } from 'n8n-workflow';
import { startChatModel, type ChatModel, type Turn } from './chatModel';
import type { Example } from './examples';
import { runByHand } from './execution';
import { n8n } from './n8n';

/** The one item that a tool answered with. */
const itemOf = (answer = ''): IDataObject => (JSON.parse(answer) as IDataObject[])[0] ?? {};

/** What a model says that looks a number up, hands the result on to the tool that decides, and says what came of it. */
export const obedient = ([look, decide]: [look: string, decide: string], phone: string, country: string): Turn[] => [
	{ call: look, args: () => ({ phone, country }) },
	{ call: decide, args: ([looked]) => ({ ipqs: itemOf(looked).ipqs }) },
	{ say: ([, decided]) => `The lead goes to ${(itemOf(decided).decision as IDataObject).outcome as string}` },
];

/** Saves a credential for a chat model, and returns what its node says to use it. */
export async function modelCredential({ url }: ChatModel): Promise<{ openAiApi: { id: string; name: string } }> {
	const name = `Chat model at ${url}`;
	const { id } = await n8n.rest<{ id: string }>('POST', '/credentials', { name, type: 'openAiApi', data: { apiKey: 'none', url } });
	return { openAiApi: { id, name } };
}

interface Calls {
	tools: [string, string];
	calls: Array<{ phone: string; country: string; outcome: string; codes: string }>;
}

/** Runs the chat that is pinned, with a model that asks about each of the expected numbers. */
export const chats: Example = async (workflow, expected) => {
	const { tools, calls } = expected as Calls;
	for (const { phone, country, outcome, codes } of calls) {
		const model = await startChatModel(obedient(tools, phone, country));
		const credentials = await modelCredential(model);
		const nodes = workflow.nodes.map((node) => (node.type.endsWith('.lmChatOpenAi') ? { ...node, credentials } : node));
		const execution = await runByHand({ ...workflow, nodes });
		await model.close();
		expect(execution.error).toBeUndefined();
		expect(execution.toolAnswers('Decide')).toMatchObject([{ decision: { outcome, codes } }]);
		expect(execution.items('Phone Agent').map(({ json }) => json.output)).toEqual([`The lead goes to ${outcome}`]);
	}
};

interface WhatIf {
	threshold: number;
	numbers: object[];
}

/** Runs the chat that is pinned, with a model that asks for one threshold and reads the numbers that come back. */
export const asksWhatIf: Example = async (workflow, expected) => {
	const { threshold, numbers } = expected as WhatIf;
	let answer = '';
	const model = await startChatModel([
		{ call: 'What_If', args: () => ({ threshold }) },
		{
			say: ([returned = '']) => {
				answer = returned;
				return 'Done';
			},
		},
	]);
	const credentials = await modelCredential(model);
	const nodes = workflow.nodes.map((node) => (node.type.endsWith('.lmChatOpenAi') ? { ...node, credentials } : node));
	const execution = await runByHand({ ...workflow, nodes }, true);
	await model.close();
	expect(execution.error).toBeUndefined();
	expect(execution.items('Policy Agent').map(({ json }) => json.output)).toEqual(['Done']);
	// n8n returns the items as text, in quotes of its own.
	const text = answer.replaceAll('\\', '');
	for (const line of numbers) expect(text).toContain(JSON.stringify(line));
};
