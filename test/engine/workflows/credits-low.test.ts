import nock from 'nock';
import { IpqsApi } from '../../../credentials/IpqsApi.credentials';
import { Ipqs } from '../../../nodes/Ipqs/Ipqs.node';
import { createEngine } from '../../../scripts/engine';
import { withParameters } from '../../support/examples';
import { n8nNodes } from '../../support/n8n-nodes';
import expected from '../../fixtures/workflows/credits-low.json';
import creditsLow from '../../../workflows/credits-low.json';

const KEY = 'abcdefghij';
const ENDS = ['Nothing to Do', 'Alert'];

const engine = createEngine({ nodeTypes: { ...n8nNodes, 'n8n-nodes-ipqs.ipqs': new Ipqs() }, credentialTypes: { ipqsApi: new IpqsApi() } });

const withLimit = (warnBelow: number) =>
	withParameters(creditsLow, 'Set Limit', { assignments: { assignments: [{ id: 'limit', name: 'warnBelow', value: warnBelow, type: 'number' }] } });

/** Runs the workflow with an account whose response has a body. */
const runWithAccount = async (body: object) => {
	nock('https://www.ipqualityscore.com').get(`/api/json/account/${KEY}`).reply(200, body);
	const example = withParameters(creditsLow, 'Read Credits', { authentication: 'apiKey' });
	const nodes = example.nodes.map((node) => (node.name === 'Read Credits' ? { ...node, credentials: { ipqsApi: { id: '1', name: 'ipqsApi' } } } : node));
	return await engine.run({ ...example, nodes }, { credentials: { ipqsApi: { apiKey: KEY } } });
};

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.restore());

describe('the workflow that warns when credits run low', () => {
	it.each(expected)('with the limit $warnBelow, the sandbox ends at $ends', async ({ warnBelow, ends, alert }) => {
		const run = await engine.run(withLimit(warnBelow));
		expect(run.error).toBeUndefined();
		expect(ENDS.filter((name) => run.arrived(name).length > 0)).toEqual([ends]);
		expect(run.items('Alert').map(({ json }) => json)).toEqual(alert === undefined ? [] : [{ alert }]);
	});

	it('it gives no alert as imported', async () => {
		const run = await engine.run(creditsLow);
		expect(ENDS.map((name) => run.arrived(name).length)).toEqual([1, 0]);
	});

	it.each([
		['is refused', { success: false, message: 'Invalid or unauthorized key. Please check the API key and try again.' }],
		['says that the credits are used up', { success: false, message: 'You have insufficient credits to make this query.' }],
		['does not say how many credits there are', { success: true, message: 'Success' }],
	])('a call that %s leads to an alert', async (_, body) => {
		const run = await runWithAccount(body);
		expect(run.error).toBeUndefined();
		expect(ENDS.map((name) => run.arrived(name).length)).toEqual([0, 1]);
		expect(run.items('Alert')[0]?.json.alert).toMatch(/^The IPQS credits could not be read: \S/);
		expect(run.saved).not.toContain(KEY);
	});
});
