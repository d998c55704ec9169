import { sleep } from 'n8n-workflow';
import { n8n } from './n8n';

/** Milliseconds. n8n reads the whole execution for each answer. */
const POLL = 150;
const PASSWORD = 'Reviewer2026';

/** Status of a form's execution while it is on its way to the next page. */
const UNDER_WAY = ['new', 'running', 'waiting'];

/** Of the fields of the page. */
const DECISION = 'field-1';
const NOTE = 'field-2';

/** Invites a member and accepts the invitation. */
async function createUser(email: string): Promise<string> {
	const [invited] = await n8n.rest<Array<{ user: { inviteAcceptUrl: string } }>>('POST', '/invitations', [
		{ email, role: 'global:member' },
	]);
	const token = new URL(invited?.user.inviteAcceptUrl ?? '').searchParams.get('token');
	const response = await fetch(`${n8n.url}/rest/invitations/accept`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ token, firstName: 'Rev', lastName: 'Iewer', password: PASSWORD }),
	});
	if (!response.ok) throw new Error(`n8n refused the user (${response.status}): ${await response.text()}`);
	return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** A user of n8n with the pages of a form, as a browser has them. */
export class Reviewer {
	private readonly cookies = new Map<string, string>();
	/** The page, and where it is answered. */
	private html = '';
	address = '';

	private constructor(
		readonly email: string,
		cookie: string,
	) {
		this.keepCookie(cookie);
	}

	static async create(email: string): Promise<Reviewer> {
		return new Reviewer(email, await createUser(email));
	}

	private keepCookie(cookie: string): void {
		const [pair = ''] = cookie.split(';');
		const name = pair.slice(0, pair.indexOf('='));
		this.cookies.set(name, pair.slice(name.length + 1));
	}

	private async fetch(address: string | URL, init: RequestInit = {}): Promise<Response> {
		const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
		const response = await fetch(address, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } });
		for (const set of response.headers.getSetCookie()) this.keepCookie(set);
		return response;
	}

	/** n8n asks each user once whether the form may know who they are; later it goes on by itself. */
	private async consent(): Promise<string> {
		const read = async (response: Response) => ((await response.json()) as { data: { redirectUrl?: string } }).data.redirectUrl;
		const known = await read(await this.fetch(`${n8n.url}/rest/consent/details`));
		if (known !== undefined) return known;
		const approval = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ approved: true }) };
		return (await read(await this.fetch(`${n8n.url}/rest/consent/approve`, approval))) ?? '';
	}

	/** Opens the form at a path below /form and submits its first page, which asks nothing. */
	async open(path: string): Promise<void> {
		this.address = `${n8n.url}/form/${path}`;
		let response = await this.fetch(this.address);
		while (response.status === 302) {
			const target = new URL(response.headers.get('location') ?? '', n8n.url);
			this.address = target.pathname === '/oauth/consent' ? await this.consent() : target.href;
			response = await this.fetch(this.address);
		}
		this.html = await response.text();
		await this.submit({});
	}

	/** The text of a row of the page, or undefined. */
	shown(label: string): string | undefined {
		return new RegExp(`<b>${label}</b>: ([^<]*)<`).exec(this.html)?.[1];
	}

	async answer(decision: string, note: string): Promise<void> {
		await this.submit({ [DECISION]: JSON.stringify([decision]), [NOTE]: note });
	}

	/** Submits the page, and goes to the next one once n8n has it. */
	private async submit(fields: Record<string, string>): Promise<void> {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) body.append(name, value);
		const token = /authToken = '([^']+)'/.exec(this.html)?.[1] ?? '';
		const response = await this.fetch(this.address, { method: 'POST', body, headers: { 'x-auth-token': token } });
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n refused the page (${response.status}): ${text}`);
		if (text.includes('formWaitingUrl')) this.address = (JSON.parse(text) as { formWaitingUrl: string }).formWaitingUrl;
		const place = new URL(this.address);
		place.pathname += '/n8n-execution-status';
		const readStatus = async () => await (await this.fetch(place)).text();
		let status = await readStatus();
		while (UNDER_WAY.includes(status)) {
			await sleep(POLL);
			status = await readStatus();
		}
		this.html = await (await this.fetch(this.address)).text();
	}
}
