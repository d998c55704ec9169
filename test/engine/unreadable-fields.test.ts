import type { IDataObject } from 'n8n-workflow';
import { newAccount } from '../support/accounts';
import { ipqsWith } from '../support/ipqsWith';
import { throwing } from '../support/throwing';
import { lookUpLeads } from '../support/workflow';

describe('a lead with a field that cannot be read', () => {
	const phone = '+12015550101';

	it.each<[string, IDataObject, IDataObject]>([
		['a field', throwing('name', { phone, id: 7 }), {}],
		['a field within a field', { phone, id: 7, deep: throwing('name') }, { outputField: 'deep.ipqs' }],
		['the field of the result', throwing('ipqs', { phone, id: 7 }), {}],
		['a field that the prefix replaces', throwing('p_valid', { phone, id: 7 }), { options: { fieldPrefix: 'p_' } }],
		['an earlier error', throwing('error', { phone, id: 7 }), {}],
	])('loses no result that is paid for: %s', async (_, json, parameters) => {
		const leads = [{ phone: '+12015550100' }, { json }, { phone: '+12015550102' }];
		for (const onError of ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput']) {
			const ipqs = await ipqsWith();
			const run = await lookUpLeads(leads, { credentials: newAccount({ baseUrl: ipqs.url }), parameters, node: { onError } });
			expect(run.error).toBeUndefined();
			expect(run.items('Lookup').map(({ pairedItem }) => pairedItem)).toMatchObject([{ item: 0 }, { item: 1 }, { item: 2 }]);
			expect(run.items('Lookup')[1]?.json).toMatchObject({ phone, id: 7 });
			const found = run.items('Lookup').map(({ json: { ipqs: result, deep } }) => result ?? (deep as IDataObject).ipqs);
			expect(found).toMatchObject(leads.map(() => ({ valid: true, lookup: { status: 'ok', billable: true } })));
			expect(ipqs.counts.requests).toBe(3);
		}
	});

	it('fails alone if its number cannot be read', async () => {
		const ipqs = await ipqsWith();
		const leads = [{ phone: '+12015550100' }, { json: throwing('phone', { id: 7 }) }];
		const run = await lookUpLeads(leads, {
			credentials: newAccount({ baseUrl: ipqs.url }),
			node: { onError: 'continueRegularOutput' },
			criteria: {},
		});
		expect(run.items('Lookup')[1]?.json).toMatchObject({
			id: 7,
			ipqs: { success: false, message: "The expression in 'Phone Number' gave no value", lookup: { reason: 'invalid_parameter' } },
		});
		expect([0, 1, 2].map((output) => run.items('Criteria', output).length)).toEqual([1, 1, 0]);
	});
});
