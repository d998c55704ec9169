import type { IConnections, INode, IPinData, IWorkflowSettings } from 'n8n-workflow';

export interface Workflow {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

/** What a stand-in replies to a request; the first that fits counts. */
export interface ServiceReply {
	host: string;
	/** A regular expression for the whole path, without its query. */
	path: string;
	method?: string;
	/** Text that path or body contains. */
	contains?: string;
	status?: number;
	body?: unknown;
	/** Whether these requests are left out of the calls. */
	quiet?: boolean;
}

export interface ServiceCall {
	method: string;
	host: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
}

/** Stand-ins for other services, inside the n8n process. */
export interface Services {
	start(replies: ServiceReply[]): Promise<void>;
	/** What the services were sent since the start. */
	calls(): Promise<ServiceCall[]>;
	stop(): Promise<void>;
}

/** The n8n of this run, as its owner. */
export interface N8n {
	url: string;
	/** A browser's executable. */
	chromium: string;
	owner: { email: string; password: string };
	/** Asks n8n's own REST interface below /rest and returns the answer's `data`; throws where it refuses. */
	rest: { <Answer>(method: string, path: string, body?: object): Promise<Answer>; cookie: string };
	services: Services;
	/** Stops n8n and starts it again with the same data, at the same address. */
	restart(): Promise<void>;
	/** Kills n8n and starts it again with the same data, at the same address. */
	crash(): Promise<void>;
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
