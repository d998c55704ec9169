import type { IDataObject } from 'n8n-workflow';
import { Ipqs } from '../../nodes/Ipqs/Ipqs.node';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { createEngine } from '../../scripts/engine';

const TYPE = 'n8n-nodes-ipqs';
const engine = createEngine({
	nodeTypes: {
		[`${TYPE}.ipqs`]: new Ipqs(),
		[`${TYPE}.ipqsCriteria`]: new IpqsCriteria(),
		[`${TYPE}.ipqsPhoneValidation`]: new IpqsPhoneValidation(),
	},
	credentialTypes: {},
});

const CLEAN_PHONE: IDataObject = { success: true, valid: true, fraud_score: 0, recent_abuse: false, VOIP: false, active: true };
const PHONE = { answered: '+1 201 555 0100', failing: '+1 201 555 0165' };
const EMAIL = { answered: 'name00@example.com', failing: 'name65@example.com' };

const to = (node: string) => [{ node, type: 'main', index: 0 }];
const lookup = (name: string, type: string, parameters: IDataObject) => ({
	name,
	type: `${TYPE}.${type}`,
	onError: 'continueErrorOutput',
	parameters: { authentication: 'sandbox', options: { timeout: 1 }, ...parameters },
});
const PHONE_NODE = { phone: '={{ $json.phone }}' };

/** Decides about the phone result of a lead with an older one, after lookups of which each goes on from both of its outputs. */
async function decideAfter(lookups: Array<ReturnType<typeof lookup>>, lead: IDataObject): Promise<IDataObject | undefined> {
	const names = [...lookups.map(({ name }) => name), 'Decide'];
	const run = await engine.run({
		nodes: [
			{ name: 'Leads', type: 'n8n-nodes-base.manualTrigger' },
			...lookups,
			{ name: 'Decide', type: `${TYPE}.ipqsCriteria`, parameters: { policySource: 'preset', preset: 'standard' } },
		],
		connections: {
			Leads: { main: [to(names[0] ?? '')] },
			...Object.fromEntries(lookups.map(({ name }, index) => [name, { main: [to(names[index + 1] ?? ''), to(names[index + 1] ?? '')] }])),
		},
		pinData: { Leads: [{ json: { ...lead, ipqs: CLEAN_PHONE } }] },
	});
	expect(run.error).toBeUndefined();
	const decided = [0, 1, 2].flatMap((output) => run.items('Decide', output));
	expect(decided).toHaveLength(1);
	return decided[0]?.json.decision as IDataObject;
}

const phone = lookup('Phone', 'ipqsPhoneValidation', PHONE_NODE);
const phoneAgain = lookup('Phone Again', 'ipqsPhoneValidation', { phone: '={{ $json.second }}' });
const email = lookup('Email', 'ipqs', { resource: 'email', operation: 'validate', email: '={{ $json.email }}' });

describe('a phone lookup that failed, with an older result in the lead', () => {
	it('counts as failed', async () => {
		expect(await decideAfter([phone], { phone: PHONE.failing })).toMatchObject({ outcome: 'qa', source: 'failed_lookup' });
	});

	it.each(Object.entries(EMAIL))('still counts as failed after the email was looked up as well (%s)', async (_, address) => {
		const decision = await decideAfter([phone, email], { phone: PHONE.failing, email: address });
		expect(decision).toMatchObject({ outcome: 'qa', source: 'failed_lookup' });
	});

	it('no longer counts once the phone was looked up again', async () => {
		for (const between of [[], [email]]) {
			const decision = await decideAfter([phone, ...between, phoneAgain], {
				phone: PHONE.failing,
				email: EMAIL.answered,
				second: PHONE.answered,
			});
			expect(decision).toMatchObject({ outcome: 'accept' });
		}
	});
});
