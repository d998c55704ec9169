const { createHmac } = require('node:crypto');

const SECRET = ['made', 'up', 'passphrase', 'of', 'nobody'].join('-');

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

const LOOKUPS = ['Get Key', 'Look Up Phone Number'];
const SENDERS = ['Report Fraud', 'Add to Blocklist', 'Send Conversion'];

function signToken(payload, secret = SECRET) {
	const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`;
	return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

async function switchOn(example, rest, account) {
	const name = 'Made-up tokens';
	const data = { keyType: 'passphrase', secret: SECRET, algorithm: 'HS256' };
	const { id } = await rest('POST', '/credentials', { name, type: 'jwtAuth', data });
	const text = JSON.stringify(example).replaceAll('"value":false,"type":"boolean"', '"value":true,"type":"boolean"');
	const workflow = JSON.parse(text);
	const nodes = workflow.nodes.map((node) => {
		if (node.name === 'Return Arrives') return { ...node, credentials: { jwtAuth: { id, name } } };
		if (![...LOOKUPS, ...SENDERS].includes(node.name)) return node;
		return { ...node, credentials: { ipqsApi: account }, parameters: { ...node.parameters, authentication: 'apiKey', options: {} } };
	});
	return { ...workflow, nodes, pinData: {} };
}

async function giveBack(url, body, token) {
	return await fetch(`${url}/webhook/ipqs-buyer-returns`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
		body: JSON.stringify(body),
	});
}

const countNotifications = ({ requests, byNumber }) =>
	Object.entries(byNumber).reduce((rest, [number, count]) => (/^\d+$/.test(number) ? rest - count : rest), requests);

module.exports = { signToken, switchOn, giveBack, countNotifications };
