import { Editor } from './support/editor';
import { n8n } from './support/n8n';
import { takeCanvas } from './support/picture';
import { save } from './support/workflow';

/** A chat model or a webhook has no credential yet, which the editor marks. */
const WITHOUT_CREDENTIAL = ['ai-agent.json', 'buyer-returns.json', 'what-if-agent.json'];

let editor: Editor;

beforeAll(async () => {
	editor = await Editor.open();
	await editor.signIn();
	await editor.openWorkflow((await save(n8n.readExample('lead-screening.json'))).id);
});
afterAll(async () => await editor.close());

describe('canvases', () => {
	it.each(n8n.exampleFiles())('%s opens in the editor with nothing marked as wrong but what needs an account', async (file) => {
		const workflow = n8n.readExample(file);
		await editor.switchWorkflow((await save(workflow)).id, workflow.nodes[0]?.id ?? '');
		await takeCanvas(editor, file.replace('.json', ''), workflow.nodes);
		expect(await editor.marks()).toEqual(WITHOUT_CREDENTIAL.includes(file) ? ['node-issues'] : []);
	});
});
