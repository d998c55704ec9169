import {
	NodeConnectionTypes,
	nodeNameToToolName,
	type EngineRequest,
	type EngineResponse,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
	type NodeConnectionType,
} from 'n8n-workflow';
import { standIn } from './n8n-nodes/node';

/** A tool as a model is shown it. */
export interface Tool {
	name: string;
	description: string;
	schema: { safeParse(input: IDataObject): { success: boolean } };
	invoke(input: IDataObject): Promise<string>;
}

/** What a model says next: a call of one of the tools, or its last word. */
export type Turn = { tool: string; input: IDataObject } | { output: IDataObject };

/** Decides on the next turn, by the tools and what those called so far have returned. */
export type Model = (tools: Tool[], returned: IDataObject[]) => Turn;

const returnedBy = (response: EngineResponse): IDataObject[] =>
	response.actionResponses.map(({ data }) => data.data?.ai_tool?.[0]?.[0]?.json ?? { failed: data.error?.message });

/**
 * A stand-in for n8n's AI Agent, with a model that follows a script; tools are made and run by n8n-core.
 *
 * @param byEngine whether tools are run as nodes of the execution, as the agent does from its version 3 on, or called as
 *   functions, as it did before
 */
export const scriptedAgent = (model: Model, byEngine: boolean): INodeType => {
	const toolsOf = async (node: IExecuteFunctions) => (await node.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
	const inputs: NodeConnectionType[] = [NodeConnectionTypes.Main, NodeConnectionTypes.AiLanguageModel, NodeConnectionTypes.AiTool];
	const base = standIn('agent', () => [], { inputs, parameters: ['options'] });

	async function throughEngine(
		this: IExecuteFunctions,
		response?: EngineResponse,
	): Promise<EngineRequest | Array<Array<{ json: IDataObject }>>> {
		const tools = await toolsOf(this);
		const past = (response?.metadata ?? []) as IDataObject[];
		const returned = [...(Array.isArray(past) ? past : []), ...(response ? returnedBy(response) : [])];
		const turn = model(tools, returned);
		if ('output' in turn) return [[{ json: turn.output }]];
		const nodeName =
			this.getParentNodes(this.getNode().name, { connectionType: NodeConnectionTypes.AiTool }).find(
				({ name }) => nodeNameToToolName(name) === turn.tool,
			)?.name ?? '';
		const action = {
			actionType: 'ExecutionNodeAction' as const,
			nodeName,
			input: turn.input,
			type: NodeConnectionTypes.AiTool,
			id: `call-${returned.length}`,
			metadata: { itemIndex: 0 },
		};
		return { actions: [action], metadata: returned };
	}

	async function throughCalls(this: IExecuteFunctions): Promise<Array<Array<{ json: IDataObject }>>> {
		const tools = await toolsOf(this);
		const returned: IDataObject[] = [];
		for (;;) {
			const turn = model(tools, returned);
			if ('output' in turn) return [[{ json: turn.output }]];
			const text = await tools.find(({ name }) => name === turn.tool)?.invoke(turn.input);
			returned.push((JSON.parse(text ?? '[]') as IDataObject[])[0] ?? {});
		}
	}
	return { ...base, execute: byEngine ? throughEngine : throughCalls };
};

/** The tool that n8n makes of a node that is usable as one. */
export const toolOf = (node: INodeType): INodeType => {
	const { name, description, properties } = node.description;
	const toolDescription = { displayName: 'Description', name: 'toolDescription', type: 'string' as const, default: description };
	const shape = { name: `${name}Tool`, inputs: [], outputs: [NodeConnectionTypes.AiTool], properties: [toolDescription, ...properties] };
	return {
		description: { ...node.description, ...shape },
		async execute() {
			return (await node.execute?.call(this)) ?? [];
		},
	};
};
