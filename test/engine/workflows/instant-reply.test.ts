import { engine } from '../../support/examples';
import calls from '../../fixtures/workflows/instant-reply.json';
import instantReply from '../../../workflows/instant-reply.json';

const call = async (body: object) => await engine.run(instantReply, { pinData: { 'Lead Arrives': [{ json: { body: { ...body } } }] } });

describe('the workflow that answers a web form at once', () => {
	it.each(calls.map((expected) => ({ called: JSON.stringify(expected.body), ...expected })))(
		'the call $called is answered once, with the decision and nothing else',
		async ({ body, status, reply }) => {
			const run = await call(body);
			expect(run.error).toBeUndefined();
			expect(run.responses).toEqual([{ statusCode: status, headers: {}, body: reply }]);
		},
	);

	it('a lead goes on after the response, unless it was rejected', async () => {
		const arrivals = await Promise.all(
			['+1 201 555 0100', '+1 415 555 0110', '+1 512 555 0123'].map(async (phone) => {
				const run = await call({ phone });
				return ['Send to CRM', 'Send to QA Team'].map((name) => run.arrived(name).map(({ json }) => json.body));
			}),
		);
		expect(arrivals).toEqual([[[{ phone: '+1 201 555 0100' }], []], [[], [{ phone: '+1 415 555 0110' }]], [[], []]]);
	});

	it('the pinned request runs without an account', async () => {
		const run = await engine.run(instantReply);
		expect(run.error).toBeUndefined();
		expect(run.items('Look Up Phone Number')).toMatchObject([{ json: { ipqs: { lookup: { sandbox: true, billable: false } } } }]);
		expect(run.responses).toHaveLength(1);
	});
});
