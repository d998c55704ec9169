import type { Scenario } from './scenario';

const list = (entries: Readonly<Record<string, unknown>>): string =>
	Object.entries(entries)
		.filter(([, value]) => value !== '' && value !== Infinity)
		.map(([name, value]) => `${name} ${String(value)}`)
		.join(', ');

/** What a scenario consists of, for a person who reads its timeline. Keys are left out. */
export function describeScenario(seed: number, { epoch, traits, latency, accounts, executions, weather }: Scenario): string {
	return [
		`Seed ${seed}, from ${new Date(epoch).toISOString()}`,
		`n8n: ${list({ ...traits })}. Latency ${latency.join(' to ')} ms`,
		`Weather: ${weather.map(({ from, kind }) => `${kind} from ${(from / 1_000).toFixed(1)} s`).join(', ')}`,
		...accounts.map(
			({ name, credits, limit, quota, revokedAt, refusal }) =>
				`${name}: ${list({ credits, limit, quota, revokedAt, refusal: refusal.status })}`,
		),
		...executions.map(
			({ name, credential: { id, account, data }, steps, options, onError, tries, cancelAfter, usesEarlierResults }) =>
				`${name}: ${steps.join(', ')} with ${id} (${account.name} at ${data.baseUrl}, ${data.requestsPerSecond}/s, ${data.lookupsPerDay} a day), ${list({ ...options, onError, tries, cancelAfter, usesEarlierResults })}`,
		),
	].join('\n');
}
