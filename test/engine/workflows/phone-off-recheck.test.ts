import { endsOf, engine } from '../../support/examples';
import expected from '../../fixtures/workflows/phone-off-recheck.json';
import phoneOffRecheck from '../../../workflows/phone-off-recheck.json';
import type { EngineRun } from '../../../scripts/engine';

const ENDS = Object.keys(expected.ends);
const HOUR = 3_600_000;

const lookupsOf = (run: EngineRun) =>
	run.arrived('Look Up Phone Number').map(({ json }) => ({ phone: String(json.phone), ...(json.ipqs as { lookup: { deduplicated: boolean } }).lookup }));

describe('the workflow that checks again when a phone is turned off', () => {
	let byHand: EngineRun;

	beforeAll(async () => {
		byHand = await engine.run(phoneOffRecheck, { mode: 'manual' });
	});

	it('a phone that is back goes on, one that stays off goes to a person after three re-checks', () => {
		expect(byHand.error).toBeUndefined();
		expect(endsOf(byHand, ENDS)).toEqual(expected.ends);
	});

	it('only phones that are off are checked again', () => {
		const lookups = lookupsOf(byHand);
		const checks = Object.fromEntries(Object.keys(expected.checks).map((phone) => [phone, lookups.filter((lookup) => lookup.phone === phone).length]));
		expect(checks).toEqual(expected.checks);
	});

	it('a re-check after a short wait gets the earlier result, as the execution is still the same', () => {
		expect(lookupsOf(byHand).filter(({ phone, deduplicated }) => phone === '+1 503 555 0132' && deduplicated)).not.toEqual([]);
	});

	it('once published, leads with phones that are off wait for 8 hours, after all others have gone on', async () => {
		const before = Date.now();
		const run = await engine.run(phoneOffRecheck);
		expect(run.status).toBe('waiting');
		expect(Math.abs(Number(run.waitTill?.getTime()) - before - 8 * HOUR)).toBeLessThan(HOUR / 60);
		expect(endsOf(run, ENDS)).toEqual(expected.endsBeforeTheFirstRecheck);
	});
});
