const { readFileSync } = require('node:fs');
const { join } = require('node:path');

require('reflect-metadata');
const core = require('n8n-core');
const n8nWorkflow = require('n8n-workflow');

/** Replaces nodes of n8n that do nothing, or whose items are pinned. Passes its input on. */
class PassThrough {
	constructor(name, inputs) {
		this.description = {
			name,
			displayName: name,
			group: [],
			version: [1, 1.1, 2],
			description: name,
			defaults: { name },
			inputs,
			outputs: ['main'],
			properties: [],
		};
	}

	async execute() {
		return [this.getInputData()];
	}
}

const N8N_STAND_INS = {
	'n8n-nodes-base.dataTable': new PassThrough('dataTable', ['main']),
	'n8n-nodes-base.manualTrigger': new PassThrough('manualTrigger', []),
	'n8n-nodes-base.noOp': new PassThrough('noOp', ['main']),
};

/** Loads the node and credential classes of a built package, by the type names that workflows use. */
function loadPackage(folder) {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const instances = (files) =>
		files.map((file) => {
			const exported = require(join(folder, file));
			const Class = Object.values(exported).find((value) => typeof value === 'function');
			return new Class();
		});
	return {
		nodeTypes: Object.fromEntries(instances(manifest.n8n.nodes).map((node) => [`${manifest.name}.${node.description.name}`, node])),
		credentialTypes: Object.fromEntries(instances(manifest.n8n.credentials).map((credential) => [credential.name, credential])),
	};
}

const fillIn = (value, credentials) =>
	typeof value === 'string' && value.startsWith('=')
		? value.slice(1).replace(/{{\s*\$credentials\??\.(\w+)\s*}}/g, (_, name) => credentials[name] ?? '')
		: value;

/** n8n's credentials helper without a database: fills in defaults and applies `authenticate`. */
const credentialsHelper = (credentialTypes, values) => ({
	getParentTypes: () => [],
	isCredentialUsableByNode: () => true,
	async preAuthentication() {},
	async runPreAuthentication() {},
	getCredentialsProperties: (type) => credentialTypes[type]?.properties ?? [],
	async getCredentials() {
		return {};
	},
	async getDecrypted(_additionalData, nodeCredentials, type) {
		const defaults = Object.fromEntries((credentialTypes[type]?.properties ?? []).map(({ name, default: value }) => [name, value]));
		return { ...defaults, ...(values[nodeCredentials?.name] ?? values[type]) };
	},
	async authenticate(credentials, type, request) {
		const { authenticate } = credentialTypes[type];
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		const authenticated = { ...request };
		for (const [part, entries] of Object.entries(authenticate?.properties ?? {})) {
			authenticated[part] = { ...authenticated[part] };
			for (const [name, value] of Object.entries(entries)) authenticated[part][name] = fillIn(value, credentials);
		}
		return authenticated;
	},
});

let executions = 0;

/**
 * Runs workflows on WorkflowExecute of n8n-core in this process, with its expressions, parameters, item linking, error outputs and
 * HTTP requests, but without n8n's database, web server and editor.
 *
 * @param {{ nodeTypes: Record<string, object>, credentialTypes: Record<string, object> }} types
 */
function createEngine({ nodeTypes, credentialTypes }) {
	const known = { ...N8N_STAND_INS, ...nodeTypes };
	const types = {
		getByName: (name) => known[name],
		getByNameAndVersion(name, version) {
			const type = known[name];
			return type?.getNodeType ? type.getNodeType(version) : type;
		},
		getKnownTypes: () => ({}),
	};

	/**
	 * @param {object} workflow nodes, connections and pinData as exported from n8n
	 * @param {{ credentials?: Record<string, object>, mode?: string, pinData?: object, start?: string, cancelAfter?: number }} options
	 *   `credentials` by their name in the node, or by type. `start` is the name of the first node; by default the first node
	 *   without input. `cancelAfter` in milliseconds.
	 */
	async function run(workflow, { credentials = {}, mode = 'trigger', pinData = workflow.pinData ?? {}, start: first, cancelAfter } = {}) {
		const id = String(++executions);
		const nodes = workflow.nodes.map((node, index) => ({
			id: `node-${index}`,
			typeVersion: 1,
			position: [index * 200, 0],
			parameters: {},
			...node,
		}));
		const definition = {
			id: 'workflow',
			name: workflow.name ?? 'workflow',
			nodes,
			connections: workflow.connections,
			active: false,
			settings: { executionOrder: 'v1' },
		};
		const instance = new n8nWorkflow.Workflow({ ...definition, nodeTypes: types });
		const targets = new Set(
			Object.values(workflow.connections)
				.flatMap((kinds) => Object.values(kinds).flat(2))
				.map((edge) => edge?.node),
		);
		const start = nodes.find((node) => (first === undefined ? known[node.type] && !targets.has(node.name) : node.name === first));

		const hooks = new core.ExecutionLifecycleHooks(mode, id, definition);
		const responses = [];
		hooks.addHandler('sendResponse', (response) => responses.push(response));
		const additionalData = {
			hooks,
			executionId: id,
			credentialsHelper: credentialsHelper(credentialTypes, credentials),
			restApiUrl: '',
			instanceBaseUrl: '',
			webhookBaseUrl: '',
			webhookTestBaseUrl: '',
			webhookWaitingBaseUrl: 'http://localhost:5678/webhook-waiting',
			formWaitingBaseUrl: 'http://localhost:5678/form-waiting',
			variables: {},
			currentNodeExecutionIndex: 0,
		};
		const executionData = {
			contextData: {},
			nodeExecutionStack: [{ node: start, data: { main: [[{ json: {} }]] }, source: null }],
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: null,
		};
		const resultData = { runData: {}, pinData };
		const runExecutionData = n8nWorkflow.createRunExecutionData
			? n8nWorkflow.createRunExecutionData({ executionData, resultData })
			: { startData: {}, resultData, executionData };

		const running = new core.WorkflowExecute(additionalData, mode, runExecutionData).processRunExecutionData(instance);
		if (cancelAfter !== undefined) setTimeout(() => running.cancel(), cancelAfter);
		const finished = await running;

		const { runData, error, metadata } = finished.data.resultData;
		const lastRun = (node) => runData[node]?.at(-1);
		return {
			error:
				error ??
				Object.values(runData)
					.flat()
					.find((task) => task.error)?.error,
			status: finished.status,
			/** Items of one output of a node, in its last run. */
			items: (node, output = 0) => lastRun(node)?.data?.main?.[output] ?? [],
			/** Items of the first output of a node, in all its runs. */
			arrived: (node) => (runData[node] ?? []).flatMap((task) => task.data?.main?.[0] ?? []),
			outputs: (node) => lastRun(node)?.data?.main ?? [],
			/** Responses to webhooks. */
			responses,
			/** Until when the execution waits. */
			waitTill: finished.waitTill,
			runs: (node) => runData[node]?.length ?? 0,
			hints: (node) => lastRun(node)?.hints ?? [],
			milliseconds: (node) => lastRun(node)?.executionTime,
			customData: metadata ?? {},
			/** The execution as JSON text, as n8n would save it. */
			get saved() {
				return JSON.stringify(finished);
			},
		};
	}

	return { run };
}

module.exports = { createEngine, loadPackage };
