import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData, INodeParameters, NodeExecutionHint } from 'n8n-workflow';
import { readPath } from '../../nodes/shared/json/path';

export interface FakeNodeSetup {
	parameters?: INodeParameters;
	/** JSON of the input items, or whole items. */
	items?: Array<IDataObject | INodeExecutionData>;
	credential?: IDataObject;
	onError?: INode['onError'];
	/** What n8n's HTTP helper gives. */
	send?: () => unknown;
	runIndex?: number;
	signal?: { aborted: boolean };
}

const itemOf = (item: IDataObject | INodeExecutionData): INodeExecutionData =>
	'json' in item ? (item as INodeExecutionData) : { json: item };

/**
 * What n8n hands to a node, as far as this package uses it. An expression is `=` and a field of the item; `=!` is one that
 * gives no value.
 */
export function fakeNode({ parameters = {}, items = [{}], credential, onError, send, runIndex = 0, signal }: FakeNodeSetup = {}) {
	const input = items.map(itemOf);
	const hints: NodeExecutionHint[] = [];
	const requests: Array<{ type: string; options: IDataObject }> = [];
	const resolve = (value: unknown, itemIndex: number): unknown => {
		if (value === '=!') throw new Error('the expression gave no value');
		if (typeof value === 'string' && value.startsWith('=')) return readPath(input[itemIndex]?.json, value.slice(1));
		if (Array.isArray(value)) return value.map((one) => resolve(one, itemIndex));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolve(one, itemIndex)]));
	};
	const node = {
		getNode: () => ({ name: 'Lookup', type: 'n8n-nodes-ipqs.ipqsPhoneValidation', typeVersion: 1, parameters, onError }),
		getInputData: () => input,
		getNodeParameter: (name: string, itemIndex: number, fallback: unknown) => {
			const stored = readPath(parameters, name);
			return stored === undefined ? fallback : resolve(stored, itemIndex);
		},
		getCredentials: async () => {
			if (credential === undefined) throw new Error('there is no credential');
			return credential;
		},
		getExecutionCancelSignal: () => signal,
		getWorkflowDataProxy: () => ({ $runIndex: runIndex }),
		continueOnFail: () => onError !== undefined && onError !== 'stopWorkflow',
		addExecutionHints: (...more: NodeExecutionHint[]) => hints.push(...more),
		helpers: {
			httpRequestWithAuthentication: async (type: string, options: IDataObject) => {
				requests.push({ type, options });
				return send?.();
			},
		},
	};
	return { node: node as unknown as IExecuteFunctions, hints, requests };
}
