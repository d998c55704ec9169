import { sleep } from 'n8n-workflow';

const POLL = 100;
const TRIES = 100;

/** Reads until it reads what is expected, as a screen takes its time; compares as `toEqual` does. */
export async function eventually<Value>(read: () => Promise<Value>, expected: Value): Promise<void> {
	for (let tries = 1; tries < TRIES; tries++) {
		if (JSON.stringify(await read()) === JSON.stringify(expected)) return;
		await sleep(POLL);
	}
	expect(await read()).toEqual(expected);
}
