import { startStandIn, type StandIn, type StandInOptions } from '../support/stand-in';
import { account, credential, KEY } from './support/account';
import { n8n } from './support/n8n';

let ipqs: StandIn;

afterEach(async () => await ipqs.close());

/** Presses Test in the credential's form. */
async function tested(options: StandInOptions, fields: object = {}): Promise<unknown> {
	ipqs = await startStandIn(options);
	const credentials = { id: '', name: 'IPQS', type: 'ipqsApi', data: credential(ipqs.url, fields) };
	return await n8n.rest('POST', '/credentials/test', { credentials });
}

describe('credential', () => {
	it.each(['header', 'path'])('a good key passes, sent in the %s, and spends no lookup', async (keyLocation) => {
		expect(await tested({}, { keyLocation })).toEqual({ status: 'OK', message: 'The API key works' });
		expect(ipqs.counts).toMatchObject({ account: 1, requests: 0 });
	});

	it.each([
		['a wrong key', 'invalidKey', 'IPQS rejected the API key. Copy it again from Settings in the IPQualityScore dashboard.'],
		[
			'an empty account',
			'noCredits',
			'The IPQS account is out of credits, or the key does not exist. Top up the account, or copy the key again from Settings in the IPQualityScore dashboard.',
		],
		['an IPQS out of service', 'outOfService', "IPQS is unreachable or unavailable. Check 'Base URL' and the network of the n8n server."],
	])('%s is told with what to do', async (_, accountFault, message) => {
		expect(await tested({ accountFault })).toEqual({ status: 'Error', message });
		expect(ipqs.counts).toMatchObject({ account: 1, requests: 0 });
	});

	it('a host that cannot be reached is told with what to do', async () => {
		expect(await tested({}, { baseUrl: 'http://127.0.0.1:9' })).toEqual({
			status: 'Error',
			message: "IPQS is unreachable or unavailable. Check 'Base URL' and the network of the n8n server.",
		});
	});

	it('n8n hands a saved key to nobody, its owner included', async () => {
		ipqs = await startStandIn();
		const { credentials } = await account(ipqs.url);
		const read = await n8n.rest<{ data: { baseUrl: string; apiKey: string } }>(
			'GET',
			`/credentials/${credentials.ipqsApi.id}?includeData=true`,
		);
		expect(read.data.baseUrl).toBe(ipqs.url);
		expect(JSON.stringify(read)).not.toContain(KEY);
	});
});
