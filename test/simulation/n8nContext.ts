import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { fakeNode } from '../support/fake-node';
import type { NodeRun, RunningExecution } from './runningExecution';

/** The parameters of a lookup node. */
export function lookupParameters({ plan }: RunningExecution, run: Pick<NodeRun, 'step' | 'place'>): INodeParameters {
	const { keepCredits, earlierDays, requestMethod, ...limits } = plan.options;
	const isIntegration = plan.credential.account.isIntegration;
	const options = {
		...limits,
		...(isIntegration ? {} : { keepCredits, requestMethod }),
		...(plan.usesEarlierResults ? { earlierResult: run.step === 'email' ? '=earlierEmail' : '=earlierPhone', earlierDays } : {}),
		...(run.step === 'email' ? { strictness: plan.strictness } : {}),
	};
	return {
		authentication: isIntegration ? 'customIntegration' : 'apiKey',
		output: plan.output,
		outputField: fieldOf(run),
		options,
		...(run.step === 'email'
			? { resource: 'email', operation: 'validate', email: '=email' }
			: { phone: '=phone', strictness: plan.strictness }),
	};
}

/** Where the result of a step goes. */
export const fieldOf = ({ step, place }: Pick<NodeRun, 'step' | 'place'>): string =>
	step === 'email' ? 'ipqs_email' : place === 0 ? 'ipqs' : 'again';

/** What n8n hands to a lookup node, with a function that sends its requests. */
export function lookupNode(
	execution: RunningExecution,
	run: NodeRun,
	send: (type: string, options: IHttpRequestOptions) => Promise<unknown>,
): IExecuteFunctions {
	const { plan, signal, customData } = execution;
	const parameters = lookupParameters(execution, run);
	const { node } = fakeNode({ parameters, items: [...run.input], credential: plan.credential.data, onError: plan.onError, signal });
	const described = node.getNode();
	return Object.assign(node, {
		getNode: (): INode => ({
			...described,
			id: `node ${run.place}`,
			name: `Lookup ${run.place + 1}`,
			credentials: { [plan.credential.type]: { id: plan.credential.id, name: plan.credential.id } },
		}),
		addExecutionHints: (...hints: NodeRun['hints']) => run.hints.push(...hints),
		customData: {
			get: (name: string) => customData.get(name),
			set: (name: string, value: string) => customData.set(name, value),
		},
		helpers: {
			httpRequestWithAuthentication: async (type: string, options: IHttpRequestOptions) => await send(type, options),
		},
	}) as unknown as IExecuteFunctions;
}

/** What n8n hands to IPQS Criteria with the Standard policy. */
export function criteriaNode(execution: RunningExecution, items: readonly INodeExecutionData[]): IExecuteFunctions {
	const parameters: INodeParameters = {
		resultField: 'ipqs',
		policySource: 'preset',
		preset: 'standard',
		defaultAction: 'accept',
		onFailedLookup: 'qa',
		...(execution.plan.steps.includes('email') ? { judge: ['phone', 'email'] } : {}),
	};
	const { customData, signal } = execution;
	const { node } = fakeNode({ parameters, items: [...items], signal });
	return Object.assign(node, {
		customData: { get: (name: string) => customData.get(name), set: (name: string, value: string) => customData.set(name, value) },
	}) as unknown as IExecuteFunctions;
}

/** What reaches the next node from an output item: n8n adds the input's fields to one of the error output. */
export function toNextNode(item: INodeExecutionData, input: readonly INodeExecutionData[]): INodeExecutionData {
	const { error } = item.json;
	const source = typeof item.pairedItem === 'object' && !Array.isArray(item.pairedItem) ? input[item.pairedItem.item] : undefined;
	const json: IDataObject = error && Object.keys(item.json).length === 1 ? { ...source?.json, ...item.json } : item.json;
	return { ...item, json };
}
