import {
	sleep,
	type ExecutionError,
	type IDataObject,
	type INodeExecutionData,
	type IRunExecutionData,
	type NodeExecutionHint,
} from 'n8n-workflow';
import { n8n, type Workflow } from './n8n';
import { save } from './workflow';

/** Milliseconds. n8n publishes a workflow some time after it has answered the request. */
const PUBLISHING_TIME = 3_000;

const POLL = 150;
const UNDER_WAY = ['new', 'running'];
const PAGE = 100;

interface SavedExecution {
	id: string;
	status: string;
	data: string;
}

interface ExecutionPage {
	results: Array<{ id: string }>;
	nextCursor?: string | null;
}

/** Reads what n8n saves of an execution: one list, in which every text within an entry is the place of another entry. */
function unfold(text: string): unknown {
	const list = JSON.parse(text) as unknown[];
	const known = new Map<number, unknown>();
	const at = (place: number): unknown => {
		const entry = list[place];
		if (typeof entry !== 'object' || entry === null) return entry;
		const seen = known.get(place);
		if (seen !== undefined) return seen;
		const whole: unknown[] | Record<string, unknown> = Array.isArray(entry) ? [] : {};
		known.set(place, whole);
		for (const [key, part] of Object.entries(entry))
			Object.assign(whole, { [key]: typeof part === 'string' ? at(Number(part)) : (part as unknown) });
		return whole;
	};
	return at(0);
}

/** An execution as n8n has saved it. */
export class Execution {
	private readonly result: IRunExecutionData['resultData'];

	constructor(
		readonly status: string,
		data: string,
	) {
		this.result = (unfold(data) as IRunExecutionData).resultData;
	}

	get error(): ExecutionError | undefined {
		return this.result.error;
	}

	/** The items that left a node, of all its runs. */
	items(name: string, output = 0): INodeExecutionData[] {
		return (this.result.runData[name] ?? []).flatMap(({ data }) => data?.main?.[output] ?? []);
	}

	/** What an agent's tool answered, run by run. */
	toolAnswers(name: string): IDataObject[] {
		return (this.result.runData[name] ?? []).flatMap(({ data }) => data?.ai_tool?.[0]?.map(({ json }) => json) ?? []);
	}

	hints(name: string): NodeExecutionHint[] {
		return (this.result.runData[name] ?? []).flatMap(({ hints = [] }) => hints);
	}
}

export const readSaved = async (id: string): Promise<SavedExecution> => await n8n.rest<SavedExecution>('GET', `/executions/${id}`);

/** Waits until n8n has ended an execution, or put it aside to wait. */
export async function ended(id: string): Promise<Execution> {
	let saved = await readSaved(id);
	while (UNDER_WAY.includes(saved.status)) {
		await sleep(POLL);
		saved = await readSaved(id);
	}
	return new Execution(saved.status, saved.data);
}

/** The executions n8n has saved, the newest first: all, or those of one workflow. */
export async function savedExecutions(workflowId?: string): Promise<string[]> {
	const filter = encodeURIComponent(JSON.stringify({ ...(workflowId && { workflowId }) }));
	const ids: string[] = [];
	let cursor: string | null | undefined;
	do {
		const page = await n8n.rest<ExecutionPage>('GET', `/executions?filter=${filter}&limit=${PAGE}${cursor ? `&cursor=${cursor}` : ''}`);
		ids.push(...page.results.map(({ id }) => id));
		cursor = page.nextCursor;
	} while (cursor);
	return ids;
}

/**
 * Runs a workflow from its trigger, as Execute Workflow does.
 *
 * @param isPublished whether to publish it first, so that it can call itself
 */
export async function runByHand(workflow: Workflow, isPublished = false): Promise<Execution> {
	const trigger = workflow.nodes.find(({ type, disabled }) => !disabled && /Trigger$|\.webhook$/.test(type))?.name;
	const { id, versionId } = await save(workflow);
	if (isPublished) {
		await n8n.rest('POST', `/workflows/${id}/activate`, { versionId });
		await sleep(PUBLISHING_TIME);
	}
	const { executionId } = await n8n.rest<{ executionId: string }>('POST', `/workflows/${id}/run`, {
		triggerToStartFrom: { name: trigger },
	});
	return await ended(executionId);
}
