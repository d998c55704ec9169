const { setTimeout: wait } = require('node:timers/promises');

/** Milliseconds. n8n reads the whole execution for each answer. */
const POLL = 150;
/** How long a reviewer waits for a response or the next page, before opening the form again: n8n notices late that a worker has died. */
const PATIENCE = 30_000;
const PASSWORD = 'Reviewer2026';

/** How long somebody without a login waits. n8n answers no request for the page of an execution that is running. */
const STRANGER_PATIENCE = 5_000;

/** Status of a form's execution while it is on its way to the next page. */
const UNDER_WAY = ['new', 'running', 'waiting'];

/** What somebody without a login may send along. */
const MADE_UP = [
	['x-auth-token', ''],
	['x-auth-token', 'made-up'],
	['authorization', `Basic ${btoa('ana@example.com:x')}`],
];

function formOf(decision, note) {
	const body = new FormData();
	body.append('field-1', JSON.stringify([decision]));
	body.append('field-2', note);
	return body;
}

/** Invites a member and accepts the invitation. */
async function createUser({ url, rest }, email) {
	const [invited] = await rest('POST', '/invitations', [{ email, role: 'global:member' }]);
	const token = new URL(invited.user.inviteAcceptUrl).searchParams.get('token');
	const response = await fetch(`${url}/rest/invitations/accept`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ token, firstName: 'Rev', lastName: 'Iewer', password: PASSWORD }),
	});
	if (!response.ok) throw new Error(`n8n refused the user (${response.status}): ${await response.text()}`);
	return response.headers.getSetCookie()[0].split(';')[0];
}

/** A user of n8n with the pages of a form, as a browser has them. */
class Reviewer {
	constructor(url, email, cookie) {
		this.url = url;
		this.email = email;
		this.cookies = new Map();
		/** The page, and where it is answered. */
		this.html = '';
		this.address = '';
		this.keepCookie(cookie);
	}

	static async create(n8n, email) {
		return new Reviewer(n8n.url, email, await createUser(n8n, email));
	}

	keepCookie(cookie) {
		const [pair] = cookie.split(';');
		const name = pair.slice(0, pair.indexOf('='));
		this.cookies.set(name, pair.slice(name.length + 1));
	}

	async fetch(address, init = {}) {
		const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
		const signal = AbortSignal.timeout(PATIENCE);
		const response = await fetch(address, { redirect: 'manual', signal, ...init, headers: { cookie, ...init.headers } });
		for (const set of response.headers.getSetCookie()) this.keepCookie(set);
		return response;
	}

	/** n8n asks each user once whether the form may know who they are; later it goes on by itself. */
	async consent() {
		const read = async (response) => (await response.json()).data.redirectUrl;
		const known = await read(await this.fetch(`${this.url}/rest/consent/details`));
		if (known !== undefined) return known;
		const approval = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ approved: true }) };
		return await read(await this.fetch(`${this.url}/rest/consent/approve`, approval));
	}

	/** Opens the form at a path below /form and submits its first page, which asks nothing. */
	async open(path) {
		let address = `${this.url}/form/${path}`;
		let response = await this.fetch(address);
		while (response.status === 302) {
			const target = new URL(response.headers.get('location'), this.url);
			address = target.pathname === '/oauth/consent' ? await this.consent() : target.href;
			response = await this.fetch(address);
		}
		this.address = address;
		this.html = await response.text();
		await this.submit(new FormData());
	}

	/** The text of a row of the page, or undefined. */
	shown(label) {
		return new RegExp(`<b>${label}</b>: ([^<]*)<`).exec(this.html)?.[1];
	}

	async answer(decision, note) {
		await this.submit(formOf(decision, note));
	}

	/** Submits the page, and goes to the next one once n8n has it. */
	async submit(body) {
		const token = /authToken = '([^']+)'/.exec(this.html)?.[1] ?? '';
		const response = await this.fetch(this.address, { method: 'POST', body, headers: { 'x-auth-token': token } });
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n refused the page (${response.status}): ${text}`);
		if (text.includes('formWaitingUrl')) this.address = JSON.parse(text).formWaitingUrl;
		const place = new URL(this.address);
		place.pathname += '/n8n-execution-status';
		const end = Date.now() + PATIENCE;
		while (UNDER_WAY.includes(await (await this.fetch(place)).text())) {
			if (Date.now() > end) throw new Error('The next page did not come in time');
			await wait(POLL);
		}
		this.html = await (await this.fetch(this.address)).text();
	}
}

async function tryRequest(address, init = {}) {
	try {
		const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(STRANGER_PATIENCE), ...init });
		return { status: response.status, text: await response.text() };
	} catch {
		return { status: 'none', text: '' };
	}
}

/**
 * Opens a page of the form without a login, and accepts the lead on it.
 *
 * @returns {Promise<{ status: number | 'none', text: string, answers: (number | 'none')[] }>} the page, and the status of each answer;
 *   'none' if n8n did not respond
 */
async function reviewWithoutLogin(address) {
	const accept = ([header, value]) =>
		tryRequest(address, { method: 'POST', headers: { [header]: value }, body: formOf('Accept', 'Without a login') });
	const [page, ...answers] = await Promise.all([tryRequest(address), ...MADE_UP.map(accept)]);
	return { ...page, answers: answers.map(({ status }) => status) };
}

module.exports = { Reviewer, reviewWithoutLogin };
