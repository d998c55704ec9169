import nock from 'nock';
import { endsOf, engine } from '../../support/examples';
import expected from '../../fixtures/workflows/crm-handover.json';
import crmHandover from '../../../workflows/crm-handover.json';

const ENDS = Object.keys(expected.ends);
const { 'Create Lead in CRM': pinnedAnswers, ...pinData } = crmHandover.pinData;

/** The n8n that the engine runs as. */
const HOST = 'http://localhost:5678';

/** The workflow without its pinned answers, on an n8n that has published it: its own stand-in is the CRM. */
const runPublished = async () => {
	const records: unknown[] = [];
	nock(HOST)
		.post('/webhook/ipqs-crm-stand-in')
		.times(pinnedAnswers.length)
		.reply(201, async (_uri, body) => {
			records.push(body);
			const standIn = await engine.run(crmHandover, { start: 'CRM Stand-In', pinData: { 'CRM Stand-In': [{ json: { body } }] } });
			return standIn.items('New Record')[0]?.json;
		});
	return { records, run: await engine.run(crmHandover, { pinData }) };
};

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.restore());

describe('the workflow that hands accepted leads to a CRM', () => {
	test('runs at once with the pinned answers: accepted leads get their id, QA leads go to people, rejected ones nowhere', async () => {
		const run = await engine.run(crmHandover);
		expect(run.error).toBeUndefined();
		expect(endsOf(run, ENDS)).toEqual(expected.ends);
		expect(run.items('Decide', 2).map(({ json }) => json.phone)).toEqual(expected.rejected);
	});

	test('its stand-in answers as the pinned data say', async () => {
		const { run } = await runPublished();
		expect(run.error).toBeUndefined();
		expect(endsOf(run, ENDS)).toEqual(expected.ends);
		expect(run.items('Create Lead in CRM').map(({ json }) => json)).toEqual(pinnedAnswers.map(({ json }) => json));
		expect(nock.isDone()).toBe(true);
	});

	test('the CRM is sent the fields of the lead and of its lookup', async () => {
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

	test('each lead keeps the id that the CRM gave to it', async () => {
		const { run } = await runPublished();
		for (const { json } of run.arrived('Lead in CRM')) expect(json.crmId).toBe(`crm-${String(json.phone).replace(/\D/g, '').slice(-10)}`);
	});

	test('no lead is lost while the CRM is away: those it would have got go to people', async () => {
		nock(HOST).post('/webhook/ipqs-crm-stand-in').times(pinnedAnswers.length).reply(404, { message: 'not registered' });
		const run = await engine.run(crmHandover, { pinData });
		expect(run.error).toBeUndefined();
		const { "People's List": people, ...others } = endsOf(run, ENDS);
		expect({ ...others, "People's List": people?.sort() }).toEqual({ ...expected.endsWithoutCrm, "People's List": expected.endsWithoutCrm["People's List"].sort() });
	});
});
