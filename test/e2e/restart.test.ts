import type { IDataObject } from 'n8n-workflow';
import { REPEATED_LEADS } from '../support/repeatedLeads';
import { startStandIn, type StandIn } from '../support/stand-in';
import { account } from './support/account';
import { runByHand, type Execution } from './support/execution';
import { n8n, type Workflow } from './support/n8n';

/** Milliseconds. n8n reads and writes a Data Table item by item. */
const TIMEOUT = 400_000;

const LOOKUPS = ['Get Key', 'Look Up Phone Number'];
const ENDS = ['Send to CRM', 'Send to QA Team', 'Archive as Rejected'];

let ipqs: StandIn;

/** The example that remembers answers, with an account instead of the sandbox. */
async function rememberAnswers(leads: readonly IDataObject[]): Promise<Workflow> {
	const example = n8n.readExample('remember-answers.json');
	const { credentials } = await account(ipqs.url);
	const nodes = example.nodes.map((node) => {
		if (!LOOKUPS.includes(node.name)) return node;
		// The sandbox has no lookups that take long, an account has.
		const options = { ...(node.parameters.options as IDataObject | undefined), timeout: 10 };
		return { ...node, credentials, parameters: { ...node.parameters, authentication: 'apiKey', options } };
	});
	return { ...example, nodes, pinData: { Leads: leads.map((json) => ({ json })) } } as Workflow;
}

const lookupsOf = (execution: Execution): IDataObject[] =>
	execution.items('Look Up Phone Number').map(({ json }) => (json.ipqs as IDataObject).lookup as IDataObject);

beforeAll(async () => {
	ipqs = await startStandIn();
});
afterAll(async () => await ipqs.close());

describe('a restart of n8n', () => {
	it(
		'loses no earlier result: 1,000 leads with 700 numbers in two runs cost 700 requests',
		async () => {
			const { firstDay, secondDay, numbers, repeatsOfFirstDay } = REPEATED_LEADS;
			const first = await runByHand(await rememberAnswers(firstDay));
			await n8n.restart();
			const second = await runByHand(await rememberAnswers(secondDay));
			expect([first, second].map(({ status }) => status)).toEqual(['success', 'success']);
			expect(ipqs.counts.requests).toBe(numbers);
			expect([first, second].map((run) => lookupsOf(run).filter(({ reused }) => reused).length)).toEqual([0, repeatsOfFirstDay]);
			const ended = [first, second].map((run) => ENDS.flatMap((name) => run.items(name)).length);
			expect(ended).toEqual([firstDay.length, secondDay.length]);
		},
		TIMEOUT,
	);
});
