/** The account of the local n8n, which only listens on the loopback address. */
export const OWNER = { email: 'owner@example.com', password: 'Editor2026', firstName: 'Local', lastName: 'Owner' };

/** Calls the internal REST API of n8n, which the editor uses. */
async function request(url, method, path, { body, cookie }) {
	const response = await fetch(`${url}/rest${path}`, {
		method,
		headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`n8n rejected ${method} ${path} (${response.status}): ${text.slice(0, 300)}`);
	return { content: JSON.parse(text).data, cookie: response.headers.getSetCookie()[0]?.split(';')[0] };
}

/** Creates the owner on a new user folder. */
export const setUpOwner = (url) => request(url, 'POST', '/owner/setup', { body: OWNER });

/**
 * @param {string} cookie of a logged-in session
 * @returns {((method: string, path: string, body?: object) => Promise<any>) & { cookie: string }} calls the API in
 *   this session and returns `data` of the response
 */
export const createSession = (url, cookie) =>
	Object.assign(async (method, path, body) => (await request(url, method, path, { body, cookie })).content, { cookie });

/** @returns {Promise<ReturnType<typeof createSession>>} calls the API as the owner */
export async function logIn(url) {
	const { email, password } = OWNER;
	const { cookie } = await request(url, 'POST', '/login', { body: { emailOrLdapLoginId: email, password } });
	return createSession(url, cookie);
}
