import type { IConnections, INode, IPinData, IWorkflowSettings } from 'n8n-workflow';

export interface Workflow {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

/** The n8n of this run, as its owner. */
export interface N8n {
	url: string;
	/** A browser's executable. */
	chromium: string;
	owner: { email: string; password: string };
	/** Asks n8n's own REST interface below /rest and returns the answer's `data`; throws where it refuses. */
	rest: { <Answer>(method: string, path: string, body?: object): Promise<Answer>; cookie: string };
	/** Stops n8n and starts it again with the same data, at the same address. */
	restart(): Promise<void>;
	/** What n8n has printed so far. */
	log(): string;
	/** The names of the files in workflows/. */
	exampleFiles(): string[];
	pathOfExample(file: string): string;
	readExample(file: string): Workflow;
	/** What test/fixtures/workflows/ says must come of an example, if it says so. */
	readExpected(file: string): unknown;
}

export const n8n: N8n;
