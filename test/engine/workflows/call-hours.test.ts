import { engine, withParameters, type Example } from '../../support/examples';
import type { EngineRun } from '../../../scripts/engine';
import callHours from '../../../workflows/call-hours.json';

const HOUR = 3_600_000;

const example = callHours as unknown as Example;

/** The workflow with calls from and until these hours of the day, in a zone. */
const runWith = async (begin: number, end: number, zone: string): Promise<EngineRun> => {
	const assignments = Object.entries({ begin, end, zone }).map(([name, value]) => ({
		id: name,
		name,
		value,
		type: typeof value === 'number' ? 'number' : 'string',
	}));
	return await engine.run(withParameters(example, 'Set Call Hours', { assignments: { assignments } }));
};

const hourIn = (zone: string): number =>
	Number(new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(new Date()));

describe('the workflow that waits for call hours', () => {
	it('calls at once within the call hours', async () => {
		const run = await runWith(0, 24, 'America/Chicago');
		expect(run.error).toBeUndefined();
		expect(run.items('Call Lead').map(({ json }) => json.phone)).toEqual(['+1 201 555 0100']);
	});

	it.each(['America/Los_Angeles', 'Europe/London', 'Pacific/Auckland'])('otherwise waits until they begin in %s', async (zone) => {
		const hour = hourIn(zone);
		const begin = (hour + 2) % 24;
		const run = await runWith(begin, begin, zone);
		expect(run.status).toBe('waiting');
		expect(run.items('Call Lead')).toEqual([]);
		const until = run.waitTill?.getTime() ?? 0;
		expect(until - Date.now()).toBeGreaterThan(0.9 * HOUR);
		expect(until - Date.now()).toBeLessThan(3.1 * HOUR);
		expect(new Date(until).getUTCMinutes() % 15).toBe(0);
	});

	it('uses the zone of the number, and another where IPQS does not know it', async () => {
		const [zone] = (await engine.run(example)).items('Set Call Hours').map(({ json }) => json.zone);
		expect(zone).toBe('America/New_York');
		const known = await engine.run(example, {
			pinData: { ...example.pinData, Decide: [{ json: { phone: '+1 312 555 0100', ipqs: { timezone: 'America/Chicago' } } }] },
		});
		expect(known.items('Set Call Hours').map(({ json }) => json.zone)).toEqual(['America/Chicago']);
	});
});
