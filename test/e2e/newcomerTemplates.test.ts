import { Editor } from './support/editor';
import { eventually } from './support/eventually';
import { n8n } from './support/n8n';
import { startSteps } from './support/steps';

const TEMPLATES = [
	'call-hours.json',
	'form-page.json',
	'gohighlevel.json',
	'google-lead-form.json',
	'google-sheets.json',
	'hubspot.json',
	'meta-lead-ads.json',
	'pipedrive.json',
	'salesforce.json',
];

const steps = startSteps('From import to the first accepted lead');

let editor: Editor;

const hasAccepted = async (): Promise<boolean> => /Accept Branch \(\d+ items?\)/.test((await editor.outputs())[0] ?? '');

beforeAll(async () => {
	editor = await Editor.open();
	await editor.signIn();
});
afterAll(async () => {
	steps.print();
	await editor.close();
});

describe('a newcomer imports and runs', () => {
	it.each(TEMPLATES)('%s, and sees an accepted lead', async (file) => {
		await steps.take(file, async () => {
			await editor.importFile(n8n.pathOfExample(file));
			await editor.start();
			await editor.node('Decide').locator('[data-test-id="canvas-node-status-success"]').waitFor();
			await editor.openNode('Decide');
			await eventually(hasAccepted, true);
			await editor.closeNode();
		});
		expect(await editor.marks()).toEqual([]);
	});
});
