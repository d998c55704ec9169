import type { IDataObject } from 'n8n-workflow';
import { Ipqs } from '../../../nodes/Ipqs/Ipqs.node';
import { IpqsCriteria } from '../../../nodes/IpqsCriteria/IpqsCriteria.node';
import { IpqsPhoneValidation } from '../../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { createEngine } from '../../../scripts/engine';

const engine = createEngine({
	nodeTypes: {
		'n8n-nodes-ipqs.ipqs': new Ipqs(),
		'n8n-nodes-ipqs.ipqsCriteria': new IpqsCriteria(),
		'n8n-nodes-ipqs.ipqsPhoneValidation': new IpqsPhoneValidation(),
	},
	credentialTypes: {},
});

const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });

/** A number of score 100, then a clean e-mail address, then the preset that looks for clear abuse alone. */
const screen = async (outputField: string, fields: object = {}) =>
	await engine.run(
		{
			nodes: [
				{ name: 'Lead', type: 'n8n-nodes-base.manualTrigger' },
				{
					name: 'Phone',
					type: 'n8n-nodes-ipqs.ipqsPhoneValidation',
					parameters: { authentication: 'sandbox', phone: '={{ $json.phone }}' },
				},
				{
					name: 'Email',
					type: 'n8n-nodes-ipqs.ipqs',
					parameters: {
						authentication: 'sandbox',
						resource: 'email',
						operation: 'validate',
						email: 'name00@example.com',
						outputField,
						...fields,
					},
					onError: 'continueRegularOutput',
				},
				{ name: 'Decide', type: 'n8n-nodes-ipqs.ipqsCriteria', parameters: { policySource: 'preset', preset: 'clearAbuse' } },
			],
			connections: { Lead: to('Phone'), Phone: to('Email'), Email: to('Decide') },
			pinData: { Lead: [{ json: { phone: '+1 201 555 0123' } }] },
		},
		{},
	);

const decisions = (run: Awaited<ReturnType<typeof screen>>) =>
	[0, 1, 2].map((output) => run.items('Decide', output).map(({ json }) => (json.decision as IDataObject).codes));

describe('beside phone', () => {
	it('an e-mail result in a field of its own leaves the decision about the number as it is', async () => {
		const run = await screen('ipqs_email');
		expect(decisions(run)).toEqual([[], [], ['RECENT_ABUSE, FRAUD_SCORE']]);
		expect(run.hints('Email').map(({ message }) => message)).not.toContainEqual(expect.stringContaining('overwritten'));
	});

	it("an e-mail result in place of the number's is not taken for one, and the decision and a hint say so", async () => {
		const run = await screen('ipqs');
		expect(decisions(run)).toEqual([[], ['NO_RESULT'], []]);
		expect(run.hints('Email').map(({ message }) => message)).toContainEqual(
			expect.stringMatching(/^The result of another lookup was overwritten in 1 lead\. Use a different name/),
		);
	});

	it("nor is one of which only those fields are left that a number's result has too", async () => {
		const run = await screen('ipqs', { output: 'selected', fields: ['valid', 'fraud_score', 'recent_abuse'] });
		expect(decisions(run)).toEqual([[], ['NO_RESULT'], []]);
	});

	it("a value that cannot be used in the second lookup leaves the number's result where it is", async () => {
		const run = await screen('ipqs_email', { options: { mailboxTimeout: 99 } });
		expect(decisions(run)).toEqual([[], [], ['RECENT_ABUSE, FRAUD_SCORE']]);
		expect(run.items('Email')[0]?.json).toMatchObject({ ipqs: { fraud_score: 100 }, ipqs_email: { success: false } });
	});
});
