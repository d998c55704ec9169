import nock from 'nock';
import { endsOf, engine } from '../../support/examples';
import expected from '../../fixtures/workflows/crm-handover.json';
import crmHandover from '../../../workflows/crm-handover.json';

const ENDS = Object.keys(expected.ends);
const { 'Create Lead in CRM': pinnedAnswers, ...pinData } = crmHandover.pinData;

/** URL of n8n in the engine. */
const HOST = 'http://localhost:5678';

/** The published workflow without pinned responses, which calls its own mock CRM. */
const runPublished = async () => {
	const records: unknown[] = [];
	nock(HOST)
		.post('/webhook/ipqs-crm-stand-in')
		.times(pinnedAnswers.length)
		.reply(201, async (_uri, body) => {
			records.push(body);
			const standIn = await engine.run(crmHandover, { start: 'Mock CRM', pinData: { 'Mock CRM': [{ json: { body } }] } });
			return standIn.items('Mock Response')[0]?.json;
		});
	return { records, run: await engine.run(crmHandover, { pinData }) };
};

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.restore());

describe('the workflow that creates accepted leads in a CRM', () => {
	it('runs with pinned responses: accepted leads get their ID, QA leads go to a person, rejected leads stop', async () => {
		const run = await engine.run(crmHandover);
		expect(run.error).toBeUndefined();
		expect(endsOf(run, ENDS)).toEqual(expected.ends);
		expect(run.items('Decide', 2).map(({ json }) => json.phone)).toEqual(expected.rejected);
	});

	it('the mock CRM responds like the pinned data', async () => {
		const { run } = await runPublished();
		expect(run.error).toBeUndefined();
		expect(endsOf(run, ENDS)).toEqual(expected.ends);
		expect(run.items('Create Lead in CRM').map(({ json }) => json)).toEqual(pinnedAnswers.map(({ json }) => json));
		expect(nock.isDone()).toBe(true);
	});

	it('the CRM receives the fields of the lead and of its lookup', async () => {
		const { records } = await runPublished();
		expect(records).toContainEqual({
			name: 'Amara Lindqvist',
			phone: '+12015550100',
			lineType: 'Wireless',
			fraudScore: 0,
			decision: 'accept',
			checkedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
		});
	});

	it('each lead keeps the ID from the CRM', async () => {
		const { run } = await runPublished();
		for (const { json } of run.arrived('Return CRM ID')) expect(json.crmId).toBe(`crm-${String(json.phone).replace(/\D/g, '').slice(-10)}`);
	});

	it('no lead is lost if the CRM is unavailable: accepted leads go to a person', async () => {
		nock(HOST).post('/webhook/ipqs-crm-stand-in').times(pinnedAnswers.length).reply(404, { message: 'not registered' });
		const run = await engine.run(crmHandover, { pinData });
		expect(run.error).toBeUndefined();
		const { 'Manual Review': people, ...others } = endsOf(run, ENDS);
		expect({ ...others, 'Manual Review': people?.sort() }).toEqual({ ...expected.endsWithoutCrm, 'Manual Review': expected.endsWithoutCrm['Manual Review'].sort() });
	});
});
