import { startStandIn, type StandIn } from '../support/stand-in';
import { KEY } from './support/account';
import { Editor } from './support/editor';
import { eventually } from './support/eventually';
import { n8n } from './support/n8n';
import { startSteps } from './support/steps';

const LOOKUP = 'Look Up Phone Number';
const DECIDE = 'Decide';

const steps = startSteps('From the README alone');

let editor: Editor;
let ipqs: StandIn;

const outputs = async () => await editor.outputs();

beforeAll(async () => {
	ipqs = await startStandIn();
	editor = await Editor.open();
});
afterAll(async () => {
	steps.print();
	await editor.close();
	await ipqs.close();
});

describe('newcomer', () => {
	it('a newcomer gets from the README to decided leads', async () => {
		await steps.take('Sign in', async () => await editor.signIn());
		await steps.take('Import lead-screening.json', async () => await editor.importFile(n8n.pathOfExample('lead-screening.json')));
		await steps.take('Execute workflow', async () => await editor.execute());
		await steps.take('Look at the three outputs of Decide', async () => {
			await editor.openNode(DECIDE);
			await eventually(outputs, ['Accept Branch (10 items)', 'QA Branch (13 items)', 'Reject Branch (4 items)']);
			await editor.closeNode();
		});
	});

	it('a newcomer puts an account in place of the sandbox', async () => {
		await steps.take('Map the phone number', async () => {
			await editor.openNode(LOOKUP);
			await editor.clearExpression('phone');
			await editor.map('phone', 'phone');
		});
		await steps.take('Switch to an API key, add the credential and test it', async () => {
			await editor.pick('authentication', 'API Key');
			await editor.addCredential('Connect to IPQS', { apiKey: KEY, baseUrl: ipqs.url });
			await editor.closeNode();
		});
		expect(ipqs.counts).toMatchObject({ account: 1, requests: 0 });
		await steps.take('Pick a preset', async () => {
			await editor.openNode(DECIDE);
			await editor.pick('preset', 'Cautious');
			await editor.closeNode();
		});
		await steps.take('Execute workflow with real lookups', async () => {
			await editor.execute();
			await editor.openNode(DECIDE);
			await eventually(outputs, ['Accept Branch (25 items)', 'QA Branch (2 items)', 'Reject Branch']);
		});
		expect(Object.keys(ipqs.counts.byNumber)).toHaveLength(ipqs.counts.requests);
		expect(ipqs.counts.requests).toBe(24);
	});

	it('nothing on the way is marked as wrong or complained about', async () => {
		expect(await editor.marks()).toEqual([]);
		expect(editor.complaints).toEqual([]);
	});
});
