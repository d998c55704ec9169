import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PHONE_VALIDATION = 'n8n-nodes-ipqs.ipqsPhoneValidation';
const CRITERIA = 'n8n-nodes-ipqs.ipqsCriteria';

/** Loads n8n-core without logs and with a temporary user folder. n8n-core reads these settings when it is loaded. */
const loadEngine = () => {
	const userFolder = mkdtempSync(join(tmpdir(), 'ipqs-demo-'));
	process.on('exit', () => rmSync(userFolder, { recursive: true, force: true }));
	Object.assign(process.env, {
		N8N_USER_FOLDER: userFolder,
		N8N_LOG_LEVEL: 'silent',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
	});
	return createRequire(import.meta.url)('../engine.js');
};

export const readWorkflow = () => JSON.parse(readFileSync(join(ROOT, 'workflows', 'lead-screening.json'), 'utf8'));

export const pinnedLeads = (workflow) =>
	Object.values(workflow.pinData)
		.flat()
		.map(({ json }) => json);

const withAccount = (parameters) => {
	const { timeout: _sandboxTimeout, ...options } = parameters.options;
	return { ...parameters, authentication: 'apiKey', options };
};

/** A copy of the workflow with other leads, another preset and, with an account, real lookups. */
const adapt = (workflow, { leads, phoneColumn, preset, account }) => {
	const change = {
		[PHONE_VALIDATION]: ({ parameters, ...node }) => ({
			...node,
			parameters: { ...(account ? withAccount(parameters) : parameters), phone: `={{ $json[${JSON.stringify(phoneColumn)}] }}` },
			...(account && { credentials: { ipqsApi: { id: '1', name: 'ipqsApi' } } }),
		}),
		[CRITERIA]: ({ parameters, ...node }) => ({ ...node, parameters: { ...parameters, preset } }),
	};
	const [source] = Object.keys(workflow.pinData);
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => change[node.type]?.(node) ?? node),
		pinData: { [source]: leads.map((json) => ({ json })) },
	};
};

/**
 * Runs the workflow with the built package, with all leads in one execution.
 *
 * @returns {Promise<Record<'accept' | 'qa' | 'reject', object[]>>} the items of each output of IPQS Criteria
 * @throws {Error} if the execution fails
 */
export async function screenLeads(workflow, { leads, phoneColumn, preset, account }) {
	const { createEngine, loadPackage } = loadEngine();
	const adapted = adapt(workflow, { leads, phoneColumn, preset, account });
	const run = await createEngine(loadPackage(ROOT)).run(adapted, { credentials: { ipqsApi: account ?? {} } });
	if (run.error) throw new Error(run.error.message);
	const [accept = [], qa = [], reject = []] = run.outputs(adapted.nodes.find(({ type }) => type === CRITERIA).name);
	return { accept, qa, reject };
}
