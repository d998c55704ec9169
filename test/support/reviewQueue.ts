import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { createEngine, type EngineRun } from '../../scripts/engine';
import reviewQueue from '../../workflows/review-queue.json';
import { makeDataTables, type DataTable, type Row } from './data-table';
import { switchNode } from './flow-nodes';
import { n8nNodes } from './n8n-nodes';
import { from, standIn } from './n8n-nodes/node';

const QUEUE = 'IPQS Review Queue';
const KEPT = 'IPQS Kept Decisions';

/** What a page shows a reviewer: its HTML, and the decisions that it offers. */
export interface Page {
	html: string;
	decisions: string[];
}

/** How a reviewer answers a page. Nothing stands for a page that nobody answered in time. */
export type Answer = { answer: string; note?: string } | undefined;

export type Reviewer = (page: Page) => Answer | Promise<Answer>;

interface PageField {
	html?: string;
	fieldOptions?: { values: Array<{ option: string }> };
}

const readPage = (text: string): Page => {
	const fields = JSON.parse(text) as PageField[];
	const options = fields.flatMap(({ fieldOptions }) => fieldOptions?.values ?? []);
	return { html: fields[0]?.html ?? '', decisions: options.map(({ option }) => option) };
};

/** n8n's Form: a page is answered by this user, an ending hands on what it gets. */
const formOf = (email: string, reviewer: Reviewer) =>
	standIn(
		'form',
		async (node) => {
			if (node.getNodeParameter('operation', 0) === 'completion') {
				const message = node.getNodeParameter('completionMessage', 0) as string;
				return [[from(0, { json: { message } })]];
			}
			const answer = await reviewer(readPage(node.getNodeParameter('jsonOutput', 0) as string));
			return [
				[answer === undefined ? from(0, node.getInputData()[0] as INodeExecutionData) : from(0, { json: { ...answer, user: { email } } })],
			];
		},
		{ parameters: ['operation', 'jsonOutput', 'completionMessage'] },
	);

const nobody: Reviewer = () => undefined;

/** The workflow of the review queue with both of its tables in memory. */
export function openReviewQueue() {
	const { node, tables } = makeDataTables(QUEUE, KEPT);
	const queue: DataTable = tables[QUEUE];
	let nodes: object[] = reviewQueue.nodes;
	const start = async (first: string, item: IDataObject[], reviewer = nobody, email = ''): Promise<EngineRun> => {
		const engine = createEngine({
			nodeTypes: {
				...n8nNodes,
				'n8n-nodes-base.dataTable': node,
				'n8n-nodes-base.form': formOf(email, reviewer),
				'n8n-nodes-base.switch': switchNode,
				'n8n-nodes-ipqs.ipqsCriteria': new IpqsCriteria(),
				'n8n-nodes-ipqs.ipqsPhoneValidation': new IpqsPhoneValidation(),
			},
			credentialTypes: {},
		});
		return await engine.run({ ...reviewQueue, nodes }, { start: first, pinData: { [first]: item.map((json) => ({ json })) } });
	};
	return {
		queue,
		kept: tables[KEPT],
		/** Replaces parameters of a node. */
		change(name: string, parameters: IDataObject) {
			nodes = reviewQueue.nodes.map((one) => (one.name === name ? { ...one, parameters: { ...one.parameters, ...parameters } } : one));
		},
		send: async (...leads: IDataObject[]) =>
			await start(
				'Lead Arrives',
				leads.map((body) => ({ body })),
			),
		/** Opens the page and answers one lead after another, until none is left or one gets no answer. */
		review: async (email: string, reviewer: Reviewer) => await start('Review Page', [{ user: { email } }], reviewer, email),
		runSchedule: async () => await start('Every 5 Minutes', [{}]),
		/** Lets that much time pass for every row. */
		pass(minutes: number) {
			for (const row of queue.rows)
				for (const column of ['due', 'claimed_until', 'closed_at'])
					if (row[column]) row[column] = new Date(Date.parse(row[column] as string) - minutes * 60_000).toISOString();
		},
	};
}

export const rowsOf = ({ rows }: DataTable, ...columns: string[]): unknown[][] =>
	rows.map((row: Row) => columns.map((column) => row[column]));
