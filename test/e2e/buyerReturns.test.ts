import type { IDataObject } from 'n8n-workflow';
import { countNotifications, giveBack, signToken, switchOn } from '../support/returningBuyer';
import { startStandIn, type StandIn } from '../support/stand-in';
import { account } from './support/account';
import { ended, runByHand, savedExecutions } from './support/execution';
import { eventually } from './support/eventually';
import { n8n, type Workflow } from './support/n8n';
import { publish } from './support/webhook';
import { startingAt } from './support/workflow';

/** How often the same return arrives at the same moment. */
const AT_ONCE = 8;

const ACCEPTED = [200, 'accepted'];
const KNOWN = [200, 'already received'];
const REFUSED = [422, 'refused'];

const leadOf = (phone: string, campaign: string): IDataObject => ({ phone, campaign, source: 'google-ads' });

/** Numbers that no other test looks up. */
const FRAUD = leadOf('+1 203 555 0170', 'Alder Solar');
const OTHER = leadOf('+1 203 555 0171', 'Birchwood Roofing');

let ipqs: StandIn;

describe('the workflow buyer-returns.json with an account', () => {
	let workflow: Workflow;
	let send: (lead: IDataObject) => Promise<unknown>;
	let readEnds: () => Promise<Record<string, unknown[]>>;

	const told = (): number => countNotifications(ipqs.counts);

	const returnLead = async (reason: string, request_id: string, buyer = 'Alder Homes'): Promise<unknown[]> => {
		const response = await giveBack(n8n.url, { request_id, reason }, signToken({ buyer }));
		return [response.status, ((await response.json()) as IDataObject).status];
	};

	beforeAll(async () => {
		ipqs = await startStandIn();
		const { credentials } = await account(ipqs.url);
		workflow = await switchOn(n8n.readExample('buyer-returns.json'), n8n.rest, credentials.ipqsApi);
		const webhook = await publish(workflow);
		send = async (lead) => {
			const before = (await webhook.executions()).length;
			await webhook.post(lead);
			await eventually(async () => (await webhook.executions()).length, before + 1);
			return await webhook.latest();
		};
		readEnds = async () => {
			const latest = await webhook.latest();
			return Object.fromEntries(
				['Send to Buyer', 'Archive as Rejected'].map((name) => [name, latest.items(name).map(({ json }) => json.phone)]),
			);
		};
	});
	afterAll(async () => await ipqs.close());

	it('takes no return without a token of yours', async () => {
		const body = { request_id: 'standin0170', reason: 'fraud' };
		await eventually(async () => (await giveBack(n8n.url, body)).status, 401);
		expect((await giveBack(n8n.url, body, signToken({ buyer: 'Alder Homes' }, 'another'))).status).toBe(403);
	});

	it('a fraud that is returned several times at once is reported once, and its number is rejected without a credit', async () => {
		await send(FRAUD);
		await send(OTHER);
		expect(ipqs.counts.requests).toBe(2);
		const answers = await Promise.all(Array.from({ length: AT_ONCE }, async () => await returnLead('fraud', 'standin0170')));
		expect(answers.sort()).toEqual([ACCEPTED, ...Array.from({ length: AT_ONCE - 1 }, () => KNOWN)]);
		await eventually(async () => told(), 2);
		await send({ ...FRAUD, phone: '(203) 555-0170' });
		expect(await readEnds()).toEqual({ 'Send to Buyer': [], 'Archive as Rejected': ['(203) 555-0170'] });
		expect(ipqs.counts.requests - told()).toBe(2);
	});

	it('the same return again, a made-up request ID and the lead of another buyer report nothing', async () => {
		const before = told();
		expect(await returnLead('fraud', 'standin0170')).toEqual(KNOWN);
		expect(await returnLead('fraud', 'standin9999')).toEqual(REFUSED);
		expect(await returnLead('fraud', 'standin0171')).toEqual(REFUSED);
		expect(await returnLead('fraud', 'standin0170', 'Birchwood')).toEqual(REFUSED);
		const latest = await Promise.all((await savedExecutions()).slice(0, 4).map(ended));
		expect(latest.map(({ status }) => status)).toEqual(latest.map(() => 'success'));
		expect(told()).toBe(before);
	});

	it('on Monday, the source gets a file of its claims', async () => {
		const execution = await runByHand(startingAt(workflow, 'Every Monday'));
		expect(execution.error).toBeUndefined();
		expect(execution.items('Send to Source').map(({ binary }) => binary?.data?.fileName)).toEqual([
			expect.stringMatching(/^claims-google-ads-\d{4}-\d\d-\d\d\.csv$/),
		]);
		expect(execution.items('Claim Sheet').map(({ json }) => json.csv)).toEqual([
			expect.stringMatching(/^request_id,reason,.*\r\n"standin0170","fraud","\d{4}-\d\d-\d\dT[^"]+","\d{4}-[^"]+","","Alder Solar"$/),
		]);
	});
});
