/** The local account; it opens nothing but an n8n on this machine's loopback. */
export const OWNER = { email: 'owner@example.com', password: 'Editor2026', firstName: 'Local', lastName: 'Owner' };

/** Asks n8n's own REST interface, which the editor uses. */
async function ask(url, method, path, { body, cookie }) {
	const response = await fetch(`${url}/rest${path}`, {
		method,
		headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`n8n refused ${method} ${path} (${response.status}): ${text.slice(0, 300)}`);
	return { content: JSON.parse(text).data, cookie: response.headers.getSetCookie()[0]?.split(';')[0] };
}

/** Makes the owner's account on a new user folder. */
export const setUpOwner = (url) => ask(url, 'POST', '/owner/setup', { body: OWNER });

/**
 * @param {string} cookie of a session
 * @returns {((method: string, path: string, body?: object) => Promise<any>) & { cookie: string }} asks in that session and returns
 *   the answer's `data`
 */
export const inSession = (url, cookie) =>
	Object.assign(async (method, path, body) => (await ask(url, method, path, { body, cookie })).content, { cookie });

/** @returns {Promise<ReturnType<typeof inSession>>} asks as the owner */
export async function logIn(url) {
	const { email, password } = OWNER;
	const { cookie } = await ask(url, 'POST', '/login', { body: { emailOrLdapLoginId: email, password } });
	return inSession(url, cookie);
}
