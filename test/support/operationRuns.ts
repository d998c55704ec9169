import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { IpqsApi } from '../../credentials/IpqsApi.credentials';
import { Ipqs } from '../../nodes/Ipqs/Ipqs.node';
import { createEngine, type EngineRun, type RunOptions } from '../../scripts/engine';
import { FICTIONAL_KEY, newAccount, type Received } from './ipqs';

const engine = createEngine({ nodeTypes: { 'n8n-nodes-ipqs.ipqs': new Ipqs() }, credentialTypes: { ipqsApi: new IpqsApi() } });

/** What a node asks: a resource, one of its operations, and their parameters. */
export interface Asking {
	readonly resource: string;
	readonly operation: string;
	readonly parameters?: IDataObject;
}

export interface SuiteSetup extends RunOptions {
	/** Added to the parameters. */
	readonly parameters?: IDataObject;
	/** Node settings beside the parameters, such as onError. */
	readonly node?: IDataObject;
}

export const CONTINUE: IDataObject = { onError: 'continueRegularOutput' };

/** The parameters of another one; in the sandbox, tried for a second at most. */
export const SANDBOX: IDataObject = { authentication: 'sandbox', options: { timeout: 1 } };

const suiteNode = (name: string, { resource, operation, parameters }: Asking, { parameters: more, node }: SuiteSetup) => ({
	name,
	type: 'n8n-nodes-ipqs.ipqs',
	parameters: { resource, operation, ...parameters, ...more },
	credentials: { ipqsApi: { id: '1', name: 'ipqsApi' } },
	...node,
});

const to = (...names: string[]) => ({ main: [names.map((node) => ({ node, type: 'main', index: 0 }))] });

const START = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };

const itemOf = (item: IDataObject | INodeExecutionData): INodeExecutionData =>
	'json' in item ? (item as INodeExecutionData) : { json: item };

const pinned = (items: Array<IDataObject | INodeExecutionData>) => ({ Start: items.map(itemOf) });

/** A workflow of items and one IPQualityScore node, called "Lookup". The account is a new one where none is given. */
export async function ask(items: Array<IDataObject | INodeExecutionData>, asking: Asking, setup: SuiteSetup = {}): Promise<EngineRun> {
	return await engine.run(
		{ nodes: [START, suiteNode('Lookup', asking, setup)], connections: { Start: to('Lookup') }, pinData: pinned(items) },
		{ credentials: newAccount(), ...setup },
	);
}

/** Several IPQualityScore nodes in a row, called "1", "2" and so on, with one account. */
export async function askInTurn(items: IDataObject[], askings: readonly Asking[], setup: SuiteSetup = {}): Promise<EngineRun> {
	const names = ['Start', ...askings.map((_, index) => String(index + 1))];
	return await engine.run(
		{
			nodes: [START, ...askings.map((asking, index) => suiteNode(String(index + 1), asking, setup))],
			connections: Object.fromEntries(names.slice(0, -1).map((name, index) => [name, to(names[index + 1] as string)])),
			pinData: pinned(items),
		},
		{ credentials: newAccount() },
	);
}

/** One IPQualityScore node, called "Lookup", that runs twice in an execution, as in a loop. */
export async function askTwice(items: IDataObject[], asking: Asking, setup: SuiteSetup = {}): Promise<EngineRun> {
	const ways = ['Once', 'Again'];
	return await engine.run(
		{
			nodes: [START, ...ways.map((name) => ({ name, type: 'n8n-nodes-base.noOp' })), suiteNode('Lookup', asking, setup)],
			connections: { Start: to(...ways), ...Object.fromEntries(ways.map((name) => [name, to('Lookup')])) },
			pinData: pinned(items),
		},
		{ credentials: newAccount() },
	);
}

/** The key where it stands in what IPQS received. */
const KEY = new RegExp(`${FICTIONAL_KEY}\\d*`);

/** A request as it left: where the key was, the path with `{key}` in its place, and every parameter of address and form. */
export const sent = ({ method, path, query, body, headers }: Received) => {
	const [pathname = ''] = path.split('?');
	const form = body === '' ? {} : Object.fromEntries(new URLSearchParams(body));
	return {
		method,
		path: pathname.replace(KEY, '{key}'),
		parameters: { ...query, ...form },
		keyInHeader: KEY.test(headers['ipqs-key'] ?? ''),
	};
};

/** The result an item holds in the default output field of its operation; the last one added if there are several. */
const resultIn = (json: IDataObject): IDataObject => {
	const field = Object.keys(json)
		.filter((name) => /^ipqs(_[a-z]+)?$/.test(name))
		.at(-1);
	return (field === undefined ? undefined : json[field]) as IDataObject;
};

/** The results that left a node, one for each item. */
export const results = (run: EngineRun, node = 'Lookup'): IDataObject[] => run.items(node).map(({ json }) => resultIn(json));

export const lookups = (run: EngineRun, node = 'Lookup'): IDataObject[] => results(run, node).map(({ lookup }) => lookup as IDataObject);

/** A result without the record of its lookup. */
export const fieldsOf = (result: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(result).filter(([name]) => name !== 'lookup'));
