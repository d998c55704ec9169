import type { Facts } from '../facts';

/** A text and the forms in which JSON, URLs and HTML carry it. */
function spellingsOf(secret: string): string[] {
	const form = new URLSearchParams({ x: secret }).toString().slice(2);
	return [
		...new Set([
			secret,
			JSON.stringify(secret).slice(1, -1),
			encodeURIComponent(secret),
			form,
			encodeURI(secret),
			secret.replaceAll('&', '&amp;'),
		]),
	];
}

/** Everything in a value, also what JSON leaves out of errors. */
function textOf(value: unknown, seen = new Set<object>()): string {
	if (typeof value !== 'object' || value === null) return String(value);
	if (seen.has(value)) return '';
	seen.add(value);
	const members = [...new Set([...Object.getOwnPropertyNames(value), ...Object.keys(value)])];
	return members.map((name) => `${name}: ${textOf((value as Record<string, unknown>)[name], seen)}`).join('\n');
}

const describe = (error: unknown): string => {
	const { message, description, context } = error as { message?: unknown; description?: unknown; context?: unknown };
	return textOf([message, description, context]);
};

/** No key is in an item, an error, a hint or the data of an execution, nor in a URL where the header has it. */
export function* keysStaySecret({ executions, simulation }: Facts): Generator<string> {
	const secrets = simulation.scenario.accounts.flatMap(({ secret }) => spellingsOf(secret));
	for (const { name, runs, decided, customData } of executions) {
		for (const { problems } of runs) for (const problem of problems) yield `${name}: ${problem}`;
		const places = {
			items: JSON.stringify(runs.map(({ output }) => output)),
			errors: textOf(runs.map(({ error }) => error)),
			hints: textOf(runs.map(({ hints }) => hints)),
			decisions: JSON.stringify(decided) ?? '',
			'custom data': textOf([...customData]),
		};
		for (const [place, text] of Object.entries(places)) {
			if (secrets.some((secret) => text.includes(secret))) yield `${name}: a key is in its ${place}`;
		}
	}
}

/** No phone number or email address is in an error or a hint. */
export function* leadsStayPrivate({ executions }: Facts): Generator<string> {
	for (const { name, plan, runs } of executions) {
		const values = plan.leads.flatMap(({ digits, email }) => [email, ...(digits === null ? [] : [digits, digits.slice(1)])]);
		for (const { error, hints } of runs) {
			const text = `${error === undefined ? '' : describe(error)}\n${textOf(hints)}`;
			const found = values.find((value) => text.includes(value));
			if (found !== undefined) yield `${name}: ${found} is in an error or a hint`;
		}
	}
}
