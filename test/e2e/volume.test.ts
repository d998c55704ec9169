import type { IDataObject } from 'n8n-workflow';
import { startStandIn, type StandIn } from '../support/stand-in';
import { account } from './support/account';
import { publish, type Webhook } from './support/webhook';
import { criteria, lookup, main, node, receive, row } from './support/workflow';

const AREA_CODES = [201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228];
const OUTCOMES = ['accept', 'qa', 'reject'];
const AT_ONCE = 20;

const numbers = AREA_CODES.flatMap((code) => Array.from({ length: 100 }, (_, last) => `1${code}55501${String(last).padStart(2, '0')}`));

/** Of ten numbers, one has a high score, two are VOIP, one is unknown to IPQS; the others are clean. */
const KINDS: Array<{ outcome: string; fields?: object; fault?: string }> = [
	{ outcome: 'reject', fields: { fraud_score: 92 } },
	{ outcome: 'qa', fields: { VOIP: true } },
	{ outcome: 'qa', fields: { VOIP: true } },
	{ outcome: 'qa', fault: 'noMatch' },
	...Array.from({ length: 6 }, () => ({ outcome: 'accept' })),
];

const kindOf = (index: number) => KINDS[index % KINDS.length];

const fields: Record<string, object> = {};
const faults: Record<string, string> = {};
numbers.forEach((number, index) => {
	const kind = kindOf(index);
	if (kind?.fields) fields[number] = kind.fields;
	if (kind?.fault) faults[number] = kind.fault;
});

interface Lead extends IDataObject {
	id: number;
	phone: string;
}

const leadOf = (id: number, place: number): Lead => ({ id, phone: `+${numbers[place]}` });

/** How the leads must come out: the id of each lead, and where it goes. */
const expectedOf = (leads: Lead[]): Array<[number, string]> =>
	leads.map(({ id, phone }) => [id, kindOf(numbers.indexOf(phone.slice(1)))?.outcome ?? '']);

const byId = (one: [number, string], other: [number, string]): number => one[0] - other[0];

let ipqs: StandIn;
let webhook: Webhook;

beforeEach(async () => {
	ipqs = await startStandIn({ fields, faults });
	const onError = 'continueRegularOutput';
	const lookUp = lookup({ options: { concurrency: 50 } }, { ...(await account(ipqs.url)), onError });
	const workflow = row('Volume', [
		...receive(`leads-${new URL(ipqs.url).port}`),
		lookUp,
		criteria(),
		node('Judged', 'n8n-nodes-base.noOp'),
	]);
	workflow.connections.Decide = { main: OUTCOMES.map(() => main('Judged')) };
	webhook = await publish(workflow);
});
afterEach(async () => await ipqs.close());

describe('volume', () => {
	it('500 leads posted one by one are each answered once, with the right outcome, for one request each', async () => {
		const leads = Array.from({ length: 500 }, (_, index) => leadOf(index, index));
		const answers: Array<[number, string]> = [];
		const waiting = [...leads];
		const post = async (): Promise<void> => {
			for (let lead = waiting.shift(); lead !== undefined; lead = waiting.shift()) {
				const { id, decision } = (await (await webhook.post([lead])).json()) as { id: number; decision: { outcome: string } };
				answers.push([id, decision.outcome]);
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, post));
		expect(answers.sort(byId)).toEqual(expectedOf(leads));
		expect(await webhook.executions()).toHaveLength(leads.length);
		expect(ipqs.counts).toMatchObject({ requests: leads.length });
		expect(Object.keys(ipqs.counts.byNumber)).toHaveLength(leads.length);
	});

	it('2,000 leads in one request, a quarter of them twice, come out once each and in order, for one request a number', async () => {
		const distinct = 1_600;
		const leads = Array.from({ length: 2_000 }, (_, index) => leadOf(index, index % distinct));
		expect((await webhook.post(leads)).status).toBe(200);
		const execution = await webhook.latest();
		const outputs = OUTCOMES.map((outcome, output) =>
			execution.items('Decide', output).map(({ json }): [number, string] => [Number(json.id), outcome]),
		);
		for (const output of outputs) expect(output).toEqual([...output].sort(byId));
		expect(outputs.flat().sort(byId)).toEqual(expectedOf(leads));
		expect(await webhook.executions()).toHaveLength(1);
		expect(ipqs.counts).toMatchObject({ requests: distinct });
		expect(Object.keys(ipqs.counts.byNumber)).toHaveLength(distinct);
	});
});
