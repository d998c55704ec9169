import { sleep } from 'n8n-workflow';
import { ended, savedExecutions, type Execution } from './execution';
import { n8n, type Workflow } from './n8n';
import { save } from './workflow';

const POLL = 150;
const PATIENCE = 50;

export interface Webhook {
	/** Posts JSON, with more headers where given, and returns the answer. */
	post(body: unknown, headers?: Record<string, string>): Promise<Response>;
	/** All executions so far. */
	executions(): Promise<string[]>;
	/** The newest one, once it has ended. */
	latest(): Promise<Execution>;
}

const pathOf = (workflow: Workflow): string =>
	String(workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.webhook')?.parameters.path);

/** Publishes a workflow that begins with a webhook, and waits until n8n answers there. */
export async function publish(workflow: Workflow, path = pathOf(workflow)): Promise<Webhook> {
	const address = `${n8n.url}/webhook/${path}`;
	const { id, versionId } = await save(workflow);
	await n8n.rest('POST', `/workflows/${id}/activate`, { versionId });
	// n8n tells whether it listens there by how it refuses another method.
	const listens = async () => !(await (await fetch(address, { method: 'PUT' })).text()).includes(`PUT ${path}`);
	for (let tries = 0; tries < PATIENCE && !(await listens()); tries++) await sleep(POLL);

	const executions = async () => await savedExecutions(id);
	return {
		post: async (body, headers) =>
			await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }),
		executions,
		latest: async () => await ended((await executions())[0] ?? ''),
	};
}
