import type { Weather } from './faults';
import { Random } from './random';
import {
	DECOYS,
	type AccountPlan,
	type CredentialPlan,
	type ExecutionPlan,
	type Incident,
	type LeadPlan,
	type Scenario,
	type Step,
} from './scenario';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

function secret(random: Random, extra: string): string {
	const text = Array.from({ length: 24 }, () => random.pick([...ALPHABET])).join('');
	return `${text.slice(0, 12)}${extra}${text.slice(12)}`;
}

const planAccount = (random: Random, index: number): AccountPlan => ({
	name: `account ${'ABC'[index]}`,
	secret: secret(random, random.pick(['', '', '/', ' ', '+&=', '%2F'])),
	isIntegration: random.chance(0.2),
	credits: random.chance(0.3) ? random.integer(0, 30) : 10_000,
	limit: random.chance(0.4) ? random.pick([1, 2, 5, 10]) : 0,
	refusal: {
		status: random.pick([429, 429, 403, 509]),
		retryAfter: random.pick([null, null, 'seconds', 'date', 'dateOnly'] as const),
		seconds: random.pick([0, 1, 2, 5, 30]),
	},
	revokedAt: random.chance(0.06) ? random.between(0, 2 * MINUTE) : Infinity,
	quota: random.chance(0.06) ? random.integer(1, 30) : 0,
});

function planCredential(random: Random, accounts: readonly AccountPlan[], index: number): CredentialPlan {
	const account = accounts[index] ?? random.pick(accounts);
	const baseUrl = random.pick(['https://www.ipqualityscore.com', 'https://www.ipqualityscore.com', 'https://proxy.example.com/ipqs']);
	const requestsPerSecond = random.pick([0, 0.5, 1, 2, 5, 10, 20, 20, 50]);
	const lookupsPerDay = random.chance(0.3) ? random.integer(1, 25) : 0;
	const login = account.isIntegration
		? { integration: 'example crm', domain: 'example.com', secret: account.secret }
		: { apiKey: account.secret, keyLocation: random.pick(['header', 'header', 'path']) };
	return {
		id: `credential ${index + 1}`,
		type: account.isIntegration ? 'ipqsCustomIntegrationApi' : 'ipqsApi',
		account,
		data: { ...login, baseUrl, requestsPerSecond, lookupsPerDay: account.isIntegration ? 0 : lookupsPerDay },
	};
}

/** Fictional numbers. The last digit says what IPQS knows about them, see `answers.ts`. */
const numberAt = (index: number): string => `12015550${String(100 + (index % 100)).slice(-3)}`;

const UNUSABLE = ['', 'n/a', 'call me', '+1 201', '1111111111', '1.20256E+10'];

function spell(random: Random, digits: string): string {
	const [area, exchange, line] = [digits.slice(1, 4), digits.slice(4, 7), digits.slice(7)];
	return random.pick([
		`+${digits}`,
		`+1 (${area}) ${exchange}-${line}`,
		`tel:+1-${area}-${exchange}-${line}`,
		`001 ${area} ${exchange} ${line}`,
	]);
}

function planLead(random: Random, pool: number): LeadPlan {
	const index = random.integer(0, pool - 1);
	const isUnusable = random.chance(0.06);
	const digits = numberAt(index * 7);
	return {
		phone: isUnusable ? random.pick(UNUSABLE) : spell(random, digits),
		digits: isUnusable ? null : digits,
		email: `lead${index}@example.com`,
		decoy: random.chance(0.3) ? random.pick(DECOYS) : undefined,
	};
}

function planExecution(random: Random, name: string, startAt: number, credentials: readonly CredentialPlan[], pool: number): ExecutionPlan {
	const credential = random.pick(credentials);
	const isWebhook = random.chance(0.5);
	const isIntegration = credential.account.isIntegration;
	const leads = Array.from({ length: isWebhook ? 1 : random.integer(2, 30) }, () => planLead(random, pool));
	return {
		name,
		startAt,
		trigger: isWebhook ? 'webhook' : 'batch',
		credential,
		leads,
		steps: random.pick<readonly Step[]>(isIntegration ? [['phone']] : [['phone'], ['phone'], ['phone', 'phone'], ['phone', 'email']]),
		strictness: random.pick([0, 0, 0, 1]),
		output: random.pick(['simplified', 'simplified', 'raw']),
		options: {
			concurrency: random.pick([1, 2, 3, 5, 10, 10, 20]),
			timeout: random.pick([1, 2, 5, 10, 10, 20]),
			maxRetries: random.pick([0, 1, 2, 3, 3, 3, 5, 10]),
			maxWait: random.pick([0, 2, 10, 30, 30, 60]),
			maxLookups: random.chance(0.25) ? random.integer(1, 20) : 0,
			reuseMinutes: random.pick([0, 0, 1, 60, 1_440]),
			earlierDays: random.pick([1, 30]),
			requestMethod: isIntegration ? 'GET' : random.pick(['GET', 'GET', 'POST']),
			keepCredits: !isIntegration && random.chance(0.35) ? random.pick([0, 0, 5, 9_990]) : '',
		},
		usesEarlierResults: random.chance(0.3),
		onError: random.pick(['continueRegularOutput', 'continueRegularOutput', 'continueErrorOutput', 'stopWorkflow']),
		tries: random.pick([1, 1, 2, 3]),
		cancelAfter: random.chance(0.2) ? random.between(0, random.pick([2, 30]) * SECOND) : Infinity,
		isRepeated: random.chance(0.5),
	};
}

/** Times at which executions start: close together, or over hours and days. */
function planStarts(random: Random, count: number): number[] {
	const gap = random.pick([50, SECOND, 10 * SECOND, 10 * SECOND, 10 * MINUTE, 9 * HOUR]);
	let time = 0;
	return Array.from({ length: count }, () => (time += random.chance(0.3) ? 1 : random.between(0, 2 * gap)));
}

function planIncidents(random: Random, starts: readonly number[]): Incident[] {
	/** While an execution is likely to run. */
	const someTime = (): number => random.pick(starts) + random.between(0, 20 * SECOND);
	const times = (probability: number): number => (random.chance(probability) ? random.integer(1, 3) : 0);
	/** Work of other workflows that keeps n8n busy again and again. */
	const busyFrom = someTime();
	const busyFor = random.chance(0.2) ? random.integer(10, 40) : 0;
	const incidents: Incident[] = [
		...Array.from(
			{ length: busyFor },
			(_, index): Incident => ({ kind: 'stall', at: busyFrom + index * random.between(300, 900), duration: random.between(50, 500) }),
		),
		...Array.from(
			{ length: times(0.25) },
			(): Incident => ({ kind: 'restart', at: someTime(), downtime: random.between(10, 20 * SECOND) }),
		),
		...Array.from(
			{ length: times(0.4) },
			(): Incident => ({ kind: 'stall', at: someTime(), duration: random.pick([30, 150, 900, 4_000, 20_000]) }),
		),
		...Array.from(
			{ length: times(0.3) },
			(): Incident => ({
				kind: 'clockChange',
				at: someTime(),
				by: random.pick([-1, 1]) * random.pick([SECOND, MINUTE, HOUR, 12 * HOUR]),
			}),
		),
	];
	return incidents.sort((one, other) => one.at - other.at);
}

function planWeather(random: Random, starts: readonly number[]): Scenario['weather'] {
	const kinds: readonly Weather[] = [
		'calm',
		'fair',
		'rough',
		'storm',
		'slow',
		'uneven',
		'congested',
		'congested',
		'lossy',
		'outage',
		'blocked',
	];
	const first = random.chance(0.25) ? 'congested' : random.pick(kinds.slice(0, 9));
	const changes = Array.from({ length: random.integer(0, 4) }, () => ({
		from: random.pick(starts) + random.between(0, random.pick([10, 30]) * SECOND),
		kind: random.pick(kinds),
	}));
	// Congestion that ends while a batch still waits.
	if (first === 'congested') changes.push({ from: random.pick(starts) + random.between(4.5, 8) * SECOND, kind: 'calm' });
	return [{ from: 0, kind: first }, ...changes.sort((one, other) => one.from - other.from)];
}

/** A scenario from a seed. */
export function planScenario(seed: number): Scenario {
	const random = new Random(`seed ${seed}/scenario`);
	const accounts = Array.from({ length: random.integer(1, 3) }, (_, index) => planAccount(random, index));
	const credentials = Array.from({ length: accounts.length + random.integer(0, 2) }, (_, index) => planCredential(random, accounts, index));
	const starts = planStarts(random, random.integer(1, 12));
	const pool = random.pick([2, 5, 14, 50, 50]);
	const shortest = random.pick([1, 20, 20, 100]);
	return {
		// Near midnight more often than chance would have it.
		epoch: Date.UTC(2026, 2, 14) + (random.chance(0.5) ? random.between(0, DAY) : -random.between(0, 2 * MINUTE)),
		traits: {
			lookCost: random.pick([0, 0, 0.001, 0.05, 0.5]),
			timerLateness: random.pick([0, 1, 5, 30]),
			timerEarliness: random.pick([0, 0.9]),
		},
		latency: [shortest, shortest * random.pick([1, 2, 10, 40])],
		accounts,
		executions: starts.map((startAt, index) =>
			planExecution(random.fork(`execution ${index}`), `execution ${index + 1}`, startAt, credentials, pool),
		),
		incidents: planIncidents(random, starts),
		weather: planWeather(random, starts),
	};
}
