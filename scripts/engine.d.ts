import type { IDataObject, INodeExecutionData, INodeType, ICredentialType } from 'n8n-workflow';

export interface EngineTypes {
	nodeTypes: Record<string, INodeType>;
	credentialTypes: Record<string, ICredentialType>;
}

export interface EngineWorkflow {
	name?: string;
	nodes: object[];
	connections: object;
	pinData?: Record<string, INodeExecutionData[]>;
}

export interface EngineRun {
	error?: { name: string; message: string; description?: string; httpCode?: string; context?: IDataObject; node?: { name: string } };
	status: string;
	items(node: string, output?: number): INodeExecutionData[];
	arrived(node: string): INodeExecutionData[];
	outputs(node: string): INodeExecutionData[][];
	responses: Array<{ body: unknown; statusCode: number }>;
	waitTill?: Date;
	runs(node: string): number;
	hints(node: string): Array<{ message: string; type?: string; location?: string }>;
	milliseconds(node: string): number | undefined;
	customData: Record<string, string>;
	saved: string;
}

export interface RunOptions {
	credentials?: Record<string, IDataObject>;
	mode?: string;
	pinData?: Record<string, INodeExecutionData[]>;
	start?: string;
	cancelAfter?: number;
}

export function createEngine(types: EngineTypes): { run(workflow: EngineWorkflow, options?: RunOptions): Promise<EngineRun> };
export function loadPackage(folder: string): EngineTypes;
