import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { hintsOf, places, route } from '../support/criteriaRun';
import { lookUpLeads } from '../support/workflow';

const DIGITS = ['00', '10', '11', '21', '23', '30', '31', '51', '60'];

const lookUp = async (parameters: IDataObject, options: IDataObject, own: IDataObject = {}) =>
	await lookUpLeads(
		DIGITS.map((nn) => ({ phone: `+1 201 555 01${nn}`, ...own })),
		{
			parameters: { authentication: 'sandbox', ...parameters, options: { timeout: 1, ...options } },
			node: { onError: 'continueRegularOutput', credentials: {} },
		},
	);

beforeAll(() => nock.disableNetConnect());
afterAll(() => nock.enableNetConnect());

describe('Output: Field Prefix', () => {
	it('writes every field of the output, and null if the lookup failed', async () => {
		const run = await lookUp({}, { fieldPrefix: 'phone_' });
		expect(run.error).toBeUndefined();
		const leads = run.items('Lookup').map(({ json }) => json);
		for (const { ipqs, ...lead } of leads) {
			const { lookup, ...fields } = ipqs as IDataObject;
			const hasResult = (lookup as IDataObject).status === 'ok';
			for (const [name, value] of Object.entries(fields)) expect([name, lead[`phone_${name}`]]).toEqual([name, hasResult ? value : null]);
			expect(lead).not.toHaveProperty('phone_lookup');
			expect(lead).toHaveProperty('phone_fraud_score');
		}
	});

	it.each([
		['simplified', {}],
		['selected', { fields: ['fraud_score', 'valid', 'recent_abuse', 'VOIP', 'prepaid', 'active', 'number_recycling.ported'] }],
	])('gives fields that IPQS Criteria judges like the %s result', async (output, more) => {
		const leads = (await lookUp({ output, ...more }, { fieldPrefix: 'phone_' })).items('Lookup').map(({ json }) => ({ json }));
		const flat = leads.map(({ json }) => ({ json: { ...json, ipqs: null } }));
		const expected = places(await route(leads));
		const run = await route(flat, { parameters: { resultField: 'phone_*' } });
		expect(places(run)).toEqual(expected);
		expect(expected.map((one) => (one as unknown[]).length > 0)).toEqual([true, true, true]);
		expect(hintsOf(run)).not.toContain('No lead has a result');
	});

	it('tells if it replaces a field of the lead', async () => {
		const hints = async (own: IDataObject, options: IDataObject = {}) =>
			(await lookUp({}, { fieldPrefix: 'phone_', ...options }, own)).hints('Lookup').map(({ message }) => message);
		const text = "already had a field that begins with the text in 'Output: Field Prefix'";
		expect((await hints({ phone_valid: 'yes' })).join()).toContain(`${DIGITS.length} leads ${text}`);
		expect((await hints({ phone_other: 'yes' })).join()).not.toContain(text);
		expect((await hints({ phone_valid: 'yes' }, { includeInput: false })).join()).not.toContain(text);
	});

	it('cannot be used with the raw response', async () => {
		const run = await lookUp({ output: 'raw' }, { fieldPrefix: 'phone_' });
		const [lead] = run.items('Lookup');
		expect(lead?.json.ipqs).toMatchObject({
			success: false,
			message: expect.stringContaining("'Output: Field Prefix' needs 'Output' to be Simplified or Selected Fields"),
		});
	});
});
