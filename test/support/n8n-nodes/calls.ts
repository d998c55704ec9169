import { sleep, type IDataObject } from 'n8n-workflow';
import { from, standIn } from './node';

const PER_UNIT: Record<string, number> = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
/** What n8n sleeps through; a longer wait is saved, and the execution ends until then. */
const LONGEST_SLEEP = 65_000;

/** HTTP Request: sends JSON once for each item; what is refused leaves with its message. */
export const httpRequest = standIn(
	'httpRequest',
	async (node) => [
		await Promise.all(
			node.getInputData().map(async (_, index) => {
				const parameter = (name: string) => node.getNodeParameter(name, index);
				const request = {
					method: parameter('method') as 'POST',
					url: parameter('url') as string,
					body: parameter('jsonBody') as IDataObject,
					json: true,
				};
				try {
					return from(index, { json: (await node.helpers.httpRequest(request)) as IDataObject });
				} catch (refused) {
					return from(index, { json: { error: (refused as Error).message } });
				}
			}),
		),
	],
	{ parameters: ['method', 'url', 'sendBody', 'specifyBody', 'jsonBody', 'options'] },
);

/** Respond to Webhook with JSON: answers once, and hands on what it got. */
export const respondToWebhook = standIn(
	'respondToWebhook',
	async (node) => {
		const { responseCode } = node.getNodeParameter('options', 0) as { responseCode: number };
		await node.sendResponse({ body: node.getNodeParameter('responseBody', 0) as IDataObject, headers: {}, statusCode: responseCode });
		return [node.getInputData()];
	},
	{ parameters: ['respondWith', 'responseBody', 'options'] },
);

/** Wait for or until a time: short waits are slept through, for long ones the execution is put away. */
export const wait = standIn(
	'wait',
	async (node) => {
		const milliseconds =
			node.getNodeParameter('resume', 0) === 'specificTime'
				? Date.parse(node.getNodeParameter('dateTime', 0) as string) - Date.now()
				: Number(node.getNodeParameter('amount', 0)) * (PER_UNIT[node.getNodeParameter('unit', 0) as string] ?? Number.NaN);
		if (milliseconds < LONGEST_SLEEP) await sleep(Math.max(0, milliseconds));
		else await node.putExecutionToWait(new Date(Date.now() + milliseconds));
		return [node.getInputData()];
	},
	{ parameters: ['resume', 'amount', 'unit', 'dateTime'] },
);
