import type { INode } from 'n8n-workflow';
import { startStandIn, type StandIn } from '../support/stand-in';
import { account, KEY } from './support/account';
import { runByHand, type Execution } from './support/execution';
import { lookup, pinned, row, START } from './support/workflow';

const LEADS = ['+12015550100', '+12015550101', '+12015550102'].map((phone, index) => ({ lead: index, phone }));
const REFUSED = LEADS[1]?.phone.slice(1) ?? '';

let ipqs: StandIn;

beforeAll(async () => {
	ipqs = await startStandIn({ faults: { [REFUSED]: 'badRequest' } });
});
afterAll(async () => await ipqs.close());

/** Looks three leads up, of which IPQS refuses the second, one at a time. */
async function run(onError: INode['onError'], fields: object = {}): Promise<Execution> {
	const more = { ...(await account(ipqs.url, fields)), onError };
	return await runByHand(pinned(row(`On Error ${onError}`, [START, lookup({ options: { concurrency: 1 } }, more)]), LEADS));
}

const leadsOf = (execution: Execution, output?: number) => execution.items('Lookup', output).map(({ json }) => json.lead);

describe('on error', () => {
	it('Stop Workflow ends the execution with the lead, what happened and what to do', async () => {
		const execution = await run('stopWorkflow');
		expect(execution.status).toBe('error');
		expect(execution.error).toMatchObject({
			message: expect.stringContaining('[item 1]') as string,
			description: expect.stringContaining('Continue') as string,
			node: { name: 'Lookup' },
		});
		expect(JSON.stringify(execution.error)).not.toContain(REFUSED);
	});

	it.each(['header', 'path'])('an error of a lookup whose key goes in the %s does not hold the key', async (keyLocation) => {
		const told = JSON.stringify((await run('stopWorkflow', { keyLocation })).error);
		expect(told).toContain('Lookup');
		for (const spelling of [KEY, encodeURIComponent(KEY)]) expect(told).not.toContain(spelling);
	});

	it('Continue keeps every lead in its place, the refused one with the reason', async () => {
		const execution = await run('continueRegularOutput');
		expect(execution.status).toBe('success');
		expect(leadsOf(execution)).toEqual([0, 1, 2]);
		expect(execution.items('Lookup').map(({ json }) => json.ipqs)).toMatchObject([
			{ success: true, lookup: { status: 'ok' } },
			{ success: false, message: expect.any(String) as string, lookup: { status: 'failed', reason: 'rejected_request' } },
			{ success: true, lookup: { status: 'ok' } },
		]);
	});

	it('Continue (using error output) sends the refused lead out by the other way, with its own fields', async () => {
		const execution = await run('continueErrorOutput');
		expect(execution.status).toBe('success');
		expect(leadsOf(execution)).toEqual([0, 2]);
		expect(execution.items('Lookup', 1).map(({ json }) => json)).toMatchObject([
			{ ...LEADS[1], error: { message: expect.stringMatching(/\S/) as string, lookup: { reason: 'rejected_request' } } },
		]);
	});
});
