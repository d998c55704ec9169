import { pastLeads, WHICH_THRESHOLD } from '../support/pastLeads';
import { startStandIn, type StandIn } from '../support/stand-in';
import { account } from './support/account';
import { Editor } from './support/editor';
import { runByHand } from './support/execution';
import { n8n } from './support/n8n';
import { fold, makeRoom, scrollTo, takePicture } from './support/picture';
import { openReport, reportOf } from './support/report';
import { node, pinned, row, save, START } from './support/workflow';

const WINDOW = { width: 1300, height: 820 };

/** Shows two rules below each other. */
const TALL = { width: 1400, height: 1228 };

const WIDE = { width: 1400, height: 900 };

/** For all three outputs to be seen, in pixels. */
const ROOM = 300;

const LOOKUP = 'Look Up Phone Number';
const DECIDE = 'Decide';

/** Answers worth a picture, by number. */
const ANSWERS = {
	'12015550100': {
		fraud_score: 12,
		carrier: 'Northwind Mobile',
		city: 'NEWARK',
		region: 'NJ',
		zip_code: '07101',
		local_format: '(201) 555-0100',
	},
	'13055550121': {
		fraud_score: 92,
		recent_abuse: true,
		risky: true,
		VOIP: true,
		line_type: 'VOIP',
		carrier: 'Clearline VOIP',
		city: 'MIAMI',
		region: 'FL',
	},
	'14155550110': { fraud_score: 60, VOIP: true, line_type: 'VOIP', carrier: 'Clearline VOIP' },
	'13125550111': { fraud_score: 30, prepaid: true },
	'15125550123': { fraud_score: 100, recent_abuse: true, risky: true, spammer: true },
	'12135550130': { valid: false, fraud_score: 0 },
};

const condition = (field: string, fields: object) => ({ field, ...fields });

const RULES = [
	{
		name: 'Suspicious VOIP',
		match: 'all',
		conditions: {
			values: [
				condition('fraud_score', { numberOperator: 'between', numberValue: 50, numberTo: 84 }),
				condition('VOIP', { booleanOperator: 'isTrue' }),
			],
		},
		action: 'qa',
		whenUnknown: 'default',
	},
	{
		name: 'High risk',
		match: 'all',
		conditions: {
			values: [condition('fraud_score', { numberOperator: 'greaterOrEqual', numberValue: 85 })],
		},
		action: 'reject',
		whenUnknown: 'default',
	},
];

let editor: Editor;
let ipqs: StandIn;

/** The lead screening with an account, and with this policy where one is given. */
async function screening(policy?: object): Promise<string> {
	const example = n8n.readExample('lead-screening.json');
	const { credentials } = await account(ipqs.url, {}, 'IPQS account');
	const nodes = example.nodes.map((node) => {
		if (node.name === LOOKUP) return { ...node, credentials, parameters: { phone: '={{ $json.phone }}' } };
		return node.name === DECIDE && policy ? { ...node, parameters: { ...policy } } : node;
	});
	return (await save({ ...example, nodes })).id;
}

beforeAll(async () => {
	ipqs = await startStandIn({ latency: 20, fields: ANSWERS });
	editor = await Editor.open(WINDOW);
	await editor.signIn();
});
afterAll(async () => {
	await editor.close();
	await ipqs.close();
});

describe('pictures', () => {
	it('the lead screening after a run', async () => {
		await editor.openWorkflow((await save(n8n.readExample('lead-screening.json'))).id);
		await editor.execute();
		await takePicture(editor, 'lead-screening', 'window');
	});

	it('a lookup and its result', async () => {
		await editor.openWorkflow(await screening());
		await editor.execute();
		await editor.openNode(LOOKUP);
		await editor.view('Schema');
		await takePicture(editor, 'phone-validation', 'panel');
	});

	it('rules, and what they came to', async () => {
		await editor.page.setViewportSize(TALL);
		await editor.openWorkflow(await screening({ policySource: 'rules', rules: { values: RULES } }));
		await editor.execute();
		await editor.openNode(DECIDE);
		await makeRoom(editor, ROOM);
		await editor.branch('Reject');
		await editor.view('Schema');
		await fold(editor, 'ipqs');
		await takePicture(editor, 'criteria', 'parameters and output');
	});

	it('a decision and its reasons', async () => {
		await editor.page.setViewportSize(WIDE);
		await editor.openWorkflow(await screening({ preset: 'standard' }));
		await editor.execute();
		await editor.openNode(DECIDE);
		await makeRoom(editor, ROOM);
		await editor.branch('Reject');
		await editor.view('JSON');
		await scrollTo(editor, 'decision');
		await takePicture(editor, 'decision', 'parameters and output');
	});

	it('the report of a back-test', async () => {
		const test = node('Back-Test', 'n8n-nodes-ipqs.ipqsBacktest', WHICH_THRESHOLD);
		const execution = await runByHand(pinned(row('Back-Test report', [START, test]), pastLeads(500)));
		const { browser, page } = await openReport(await reportOf(execution.items('Back-Test')[0]), {
			width: 900,
			colorScheme: 'light',
			media: 'screen',
		});
		const { height = 0, y = 0 } = (await page.locator('figure').boundingBox()) ?? {};
		const picture = await page.screenshot({
			path: '.cache/screenshots/back-test.png',
			fullPage: true,
			clip: { x: 0, y: 0, width: 900, height: y + height + 24 },
		});
		await browser.close();
		expect(picture.length).toBeLessThan(300_000);
	});
});
