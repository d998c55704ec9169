import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { lookUpLeads } from '../support/workflow';

beforeAll(() => nock.disableNetConnect());
afterAll(() => nock.enableNetConnect());

const LEADS: IDataObject[] = [
	{
		name: 'Ada',
		email: 'ada77@example.com',
		order: '10023',
		phone: '+1 201 555 0100',
		empty: '',
		numbers: '+1 201 555 0100, +1 201 555 0110',
	},
	{
		name: 'Bo',
		email: 'bo2x9@example.com',
		order: '10024',
		phone: '+1 201 555 0110',
		empty: '',
		numbers: '+1 201 555 0123 / +1 201 555 0100',
	},
];

/** What 'Phone Number' holds instead of the lead's number, and a part of the hint of IPQS Criteria. */
const MISTAKES: ReadonlyArray<readonly [what: string, phone: string, hint: string]> = [
	['the name', '={{ $json.name }}', 'No lead has a phone number.'],
	['an empty field', '={{ $json.empty }}', 'No lead has a phone number.'],
	['a field that no lead has', '={{ $json.Phone }}', 'No lead has a phone number.'],
	['the email address', '={{ $json.email }}', "'Phone Number' of the lookup should contain the lead's phone field"],
	['an order number', '={{ $json.order }}', "'Phone Number' of the lookup should contain the lead's phone field"],
	['two numbers', '={{ $json.numbers }}', 'No phone number could be read.'],
	['the whole lead', '={{ $json }}', 'All phone lookups failed because of a mistake in their node.'],
	['an expression as text', '{{ $json.phone }}', 'All phone lookups failed because of a mistake in their node.'],
];

describe.each(['manual', 'webhook'])(
	'in %s runs, a lookup with a wrong Phone Number rejects no lead, and Criteria names the cause:',
	(mode) => {
		it.each(MISTAKES)('%s', async (_, phone, hint) => {
			const run = await lookUpLeads(LEADS, {
				mode,
				parameters: { authentication: 'sandbox', phone, country: 'US', options: { timeout: 1 } },
				node: { onError: 'continueRegularOutput', credentials: {} },
				criteria: {},
			});
			expect(run.error).toBeUndefined();
			expect([0, 1, 2].map((output) => run.items('Criteria', output).length)).toEqual([0, LEADS.length, 0]);
			const hints = run.hints('Criteria').map(({ message }) => message);
			expect(hints.join('\n')).toContain(hint);
			for (const { email } of LEADS) expect(hints.join('\n')).not.toContain(String(email));
		});
	},
);
