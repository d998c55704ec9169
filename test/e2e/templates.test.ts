import { createHmac } from 'node:crypto';
import type { INodeExecutionData } from 'n8n-workflow';
import { eventually } from './support/eventually';
import { ended, runByHand, savedExecutions, type Execution } from './support/execution';
import { n8n } from './support/n8n';
import { activate, itemsOf, startTemplate, type Activation } from './support/templates';
import { publish } from './support/webhook';
import { save } from './support/workflow';

/** Templates whose accepted and QA leads go to a CRM. */
const TARGETS = ['gohighlevel.json', 'hubspot.json', 'pipedrive.json', 'salesforce.json'];

/** Under the preset Standard, in the order of the sample leads. */
const KEPT = ['accept', 'qa', 'accept', 'reject', 'qa', 'reject'];

const activationOf = (file: string): Activation => (n8n.readExpected(file) as { activation: Activation }).activation;

const isEmpty = (value: unknown): boolean => value === '' || JSON.stringify(value) === '{}';

/** What the services were sent. */
const requests = async (): Promise<object[]> =>
	(await n8n.services.calls()).map(({ method, host, path, query, body }) => ({
		request: `${method} ${host}${path}`,
		...(!isEmpty(query) && { query }),
		...(!isEmpty(body) && { body }),
	}));

const inOrder = (calls: object[]): string[] => calls.map((call) => JSON.stringify(call)).sort();

describe.each(TARGETS)('the target %s with activated nodes', (file) => {
	const activation = activationOf(file);
	let run: () => Promise<Execution[]>;

	beforeAll(async () => (run = await startTemplate(await activate(n8n.readExample(file), activation))));
	afterEach(async () => await n8n.services.stop());

	it('sends accepted and QA leads, and keeps every decision', async () => {
		await n8n.services.start(activation.replies);
		const executions = await run();
		expect(executions.map(({ error }) => error)).toEqual(executions.map(() => undefined));
		expect(await requests()).toEqual(activation.sent);
		expect(itemsOf(executions, 'Manual Review')).toEqual([]);
		expect(inOrder(itemsOf(executions, 'Keep Decision').map(({ json }) => ({ outcome: json.outcome })))).toEqual(
			inOrder(KEPT.map((outcome) => ({ outcome }))),
		);
	});

	it('gives a lead that the CRM refuses to a person, with the reason', async () => {
		const { refusal, replies } = activation;
		await n8n.services.start([refusal, ...replies]);
		const executions = await run();
		expect(itemsOf(executions, 'Manual Review').map(({ json }) => json)).toEqual([
			expect.objectContaining({ email: refusal.lead, error: expect.stringContaining(refusal.error) as string }),
		]);
		expect(itemsOf(executions, 'Keep Decision')).toHaveLength(KEPT.length);
	});
});

const phonesAt = (items: INodeExecutionData[]): unknown[] => items.map(({ json }) => json.phone);

describe('the source meta-lead-ads.json with an activated trigger', () => {
	const activation = activationOf('meta-lead-ads.json');
	const { clientSecret } = activation.credential.data as { clientSecret: string };

	afterAll(async () => await n8n.services.stop());

	it('subscribes to the page, fetches each lead, and decides it', async () => {
		await n8n.services.start(activation.replies);
		const workflow = await activate(n8n.readExample('meta-lead-ads.json'), activation);
		const trigger = workflow.nodes.find(({ name }) => name === 'New Meta Lead');
		const webhook = await publish(workflow, `${trigger?.webhookId}/webhook`);
		const change = { field: 'leadgen', value: { leadgen_id: 'm-2001', page_id: '6001', form_id: '7001' } };
		const body = { object: 'page', entry: [{ id: '6001', changes: [change] }] };
		const signature = createHmac('sha256', clientSecret).update(JSON.stringify(body)).digest('hex');
		expect((await webhook.post(body, { 'x-hub-signature-256': `sha256=${signature}` })).status).toBe(200);
		const execution = await webhook.latest();
		expect(execution.error).toBeUndefined();
		expect(execution.items('Lead Fields').map(({ json }) => json)).toEqual([
			(n8n.readExpected('meta-lead-ads.json') as { lead: object }).lead,
		]);
		expect(phonesAt(execution.items('Send to CRM'))).toEqual(['p:+12015550199']);
		const sent = (await requests()).map((call) => (call as { request: string }).request);
		expect(sent.sort()).toEqual([...activation.sent].sort());
	});

	it('ignores a call without the signature of Meta', async () => {
		const calls = (await n8n.services.calls()).length;
		const workflow = n8n.readExample('meta-lead-ads.json');
		const trigger = workflow.nodes.find(({ name }) => name === 'New Meta Lead');
		const response = await fetch(`${n8n.url}/webhook/${trigger?.webhookId}/webhook`, { method: 'POST', body: '{}' });
		expect(response.status).toBe(200);
		expect(await n8n.services.calls()).toHaveLength(calls);
	});
});

describe('the source google-sheets.json with activated nodes', () => {
	const activation = activationOf('google-sheets.json');

	afterEach(async () => await n8n.services.stop());

	it('reads the rows, and writes the outcomes into the rows that had none', async () => {
		await n8n.services.start(activation.replies);
		const execution = await runByHand(await activate(n8n.readExample('google-sheets.json'), activation));
		expect(execution.error).toBeUndefined();
		expect(await requests()).toEqual(activation.sent);
	});

	it('raises an alert if the sheet cannot be written', async () => {
		const { refusal, replies } = activation;
		await n8n.services.start([refusal, ...replies]);
		const execution = await runByHand(await activate(n8n.readExample('google-sheets.json'), activation));
		const alerts = execution.items('Alert: Sheet Not Updated').map(({ json }) => json.alert);
		expect(alerts.length).toBeGreaterThan(0);
		for (const alert of alerts) expect(alert).toContain(refusal.error);
	});
});

describe('the source google-lead-form.json', () => {
	it('takes each lead once, and neither test leads nor leads without the key', async () => {
		const example = n8n.readExample('google-lead-form.json');
		const webhook = await publish({ ...example, pinData: {} });
		const bodies = (example.pinData?.['Lead Arrives'] ?? []).map(({ json }) => json.body);
		const arrived: unknown[] = [];
		for (const body of [...bodies, ...bodies]) {
			expect((await webhook.post(body)).status).toBe(200);
			arrived.push(...phonesAt((await webhook.latest()).items('Lead Fields')));
		}
		expect(arrived).toEqual(['+1 201 555 0100', '+1 415 555 0110', '+1 212 555 0101', '+1 305 555 0121']);
	});

	it('gives a rejected lead to the QA team if the table does not exist', async () => {
		const example = n8n.readExample('google-lead-form.json');
		const nodes = example.nodes.map((node) =>
			node.name === 'Keep Decision'
				? { ...node, parameters: { ...node.parameters, dataTableId: { __rl: true, mode: 'name', value: 'No Such Table' } } }
				: node,
		);
		const execution = await runByHand({ ...example, nodes });
		expect(execution.error).toBeUndefined();
		expect(execution.items('Send to QA Team')).toHaveLength(2);
	});
});

describe('the source form-page.json', () => {
	it('shows everyone the same page, and decides the lead', async () => {
		const { id, versionId } = await save({ ...n8n.readExample('form-page.json'), pinData: {} });
		await n8n.rest('POST', `/workflows/${id}/activate`, { versionId });
		const address = `${n8n.url}/form/ipqs-form-page`;
		await eventually(async () => (await fetch(address)).status, 200);
		const pages: string[] = [];
		for (const phone of ['+1 201 555 0100', '+1 305 555 0121']) {
			const body = new FormData();
			['Amara', 'Lindqvist', 'amara.lindqvist@example.com', phone].forEach((value, index) => body.append(`field-${index}`, value));
			pages.push(await (await fetch(address, { method: 'POST', body })).text());
		}
		expect(new Set(pages).size).toBe(1);
		expect(await (await fetch(address)).text()).toContain('Thank you. We will call you.');
		const executions = await Promise.all((await savedExecutions(id)).map(ended));
		expect(phonesAt(itemsOf(executions, 'Send to CRM'))).toEqual(['+1 201 555 0100']);
		expect(
			itemsOf(executions, 'Keep Decision')
				.map(({ json }) => json.outcome)
				.sort(),
		).toEqual(['accept', 'reject']);
	});
});

describe('the workflow call-hours.json', () => {
	it('waits in n8n until the call hours begin', async () => {
		const example = n8n.readExample('call-hours.json');
		const closed = JSON.parse(
			JSON.stringify(example).replace('"value":20', '"value":0').replace('"value":9', '"value":0'),
		) as typeof example;
		const { id } = await save(closed);
		const { executionId } = await n8n.rest<{ executionId: string }>('POST', `/workflows/${id}/run`, {
			triggerToStartFrom: { name: 'Lead Arrives' },
		});
		const execution = await ended(executionId);
		expect(execution.status).toBe('waiting');
		expect(execution.items('Call Lead')).toEqual([]);
	});
});
