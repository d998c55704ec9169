import { KEY } from './support/account';
import { readSaved, savedExecutions } from './support/execution';
import { n8n } from './support/n8n';

const AT_ONCE = 10;
const SPELLINGS = [KEY, encodeURIComponent(KEY), encodeURI(KEY), JSON.stringify(KEY).slice(1, -1), Buffer.from(KEY).toString('base64')];

describe('secrecy', () => {
	it('the key stands nowhere in what n8n printed during the run', () => {
		const log = n8n.log();
		expect(log).toContain('Version: ');
		for (const spelling of SPELLINGS) expect(log).not.toContain(spelling);
	});

	it('the key stands nowhere in the executions n8n saved during the run', async () => {
		const ids = await savedExecutions();
		const holders: string[] = [];
		const waiting = [...ids];
		const search = async (): Promise<void> => {
			for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
				const saved = JSON.stringify(await readSaved(id));
				if (SPELLINGS.some((spelling) => saved.includes(spelling))) holders.push(id);
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, search));
		expect(ids.length).toBeGreaterThan(500);
		expect(holders).toEqual([]);
	});
});
