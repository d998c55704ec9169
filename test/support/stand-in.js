const { createServer } = require('node:http');
const { promisify } = require('node:util');
const { HOSTILE } = require('./hostileResponses');

const WINDOW = 1_000;

const json = (status, body, headers = {}) => ({ status, text: JSON.stringify(body), headers });
const refusal = (message) => json(200, { success: false, message, request_id: 'standin0001' });

const clean = (phone, fields) =>
	json(200, {
		message: 'Phone is valid.',
		success: true,
		formatted: `+${phone}`,
		local_format: phone,
		valid: true,
		fraud_score: 0,
		recent_abuse: false,
		VOIP: false,
		prepaid: false,
		risky: false,
		active: true,
		carrier: 'Example Wireless',
		line_type: 'Wireless',
		country: 'US',
		city: 'N/A',
		zip_code: 'N/A',
		region: 'N/A',
		dialing_code: 1,
		active_status: 'N/A',
		sms_domain: 'N/A',
		associated_email_addresses: { status: 'No associated emails found.', emails: [] },
		user_activity: 'none',
		mnc: 'N/A',
		mcc: 'N/A',
		leaked: false,
		spammer: false,
		request_id: `standin${phone.slice(-4)}`,
		name: 'N/A',
		timezone: 'N/A',
		do_not_call: false,
		tcpa_blacklist: false,
		accurate_country_code: false,
		sms_email: 'N/A',
		number_recycling: {
			message: 'Number recycling feature disabled. Please contact support to activate.',
			recently_recycled: null,
			last_ported_date: null,
			ported: null,
		},
		identity_data: [],
		...fields,
	});

/** What can go wrong at IPQS or on the way to it. A text is one answer; `drop`, `silence` and `cut` are faults of the line. */
const FAULTS = {
	invalidKey: refusal('Invalid or unauthorized key. Please check the API key and try again.'),
	noCredits: refusal('You have insufficient credits to make this query. Please contact IPQualityScore support if this error persists.'),
	quota: refusal('You have exceeded your request quota of 200 per day. Please upgrade to increase your request quota.'),
	unknown: refusal('Maintenance until further notice.'),
	badRequest: json(400, { success: false, message: 'Invalid strictness value.' }),
	badRequestText: { status: 400, text: 'Bad Request' },
	noMatch: refusal('Unable to locate records matching your request.'),
	notFound: { status: 404, text: '<title>Not Found</title>' },
	redirect: { status: 302, text: '', headers: { location: '/api/json/phone?phone=12015550100' } },
	noCreditsStatus: json(400, { success: false, message: 'You have insufficient credits to make this query.' }),
	unauthorized: { status: 401, text: '' },
	forbiddenHtml: { status: 403, text: '<title>Attention Required! | Cloudflare</title>' },
	limited: { status: 429, text: '' },
	limited509: { status: 509, text: '' },
	serverError: json(500, { title: 'Internal server error' }),
	outOfService: { status: 503, text: '' },
	html: { status: 200, text: '<!DOCTYPE html><title>Hello</title>' },
	empty: { status: 200, text: '' },
	array: json(200, [1, 2]),
	number: json(200, 7),
	nothing: json(200, null),
	noSuccess: json(200, { fraud_score: 3 }),
	falseSuccess: json(200, { success: false }),
	brokenJson: { status: 200, text: '{"success":true,"valid":tr' },
	drop: 'drop',
	silence: 'silence',
	cut: 'cut',
};

function send(response, { status, text, headers = {} }) {
	response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers });
	response.end(text);
}

/** Announces more than it sends, then hangs up. */
function cut(response) {
	response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
	response.write('{"success":true,');
	setTimeout(() => response.destroy(), 20);
}

async function readForm(request) {
	const chunks = [];
	for await (const chunk of request) chunks.push(chunk);
	return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/**
 * IPQS as a real HTTP server on loopback.
 *
 * @param {object} options latency in ms; limit in requests a second (0 = none), counted over the last second for all keys or
 *   with `limitPerKey` for each; limitStatus and retryAfter of a refused request; faults by number, each a name of FAULTS or
 *   HOSTILE, or a list of names for its first requests (`ok` among them); fields by number, that its answer has other than a clean one;
 *   credits of the account call, or a fault of it; `onRequest`, called with the number of lookups when one arrives, and
 *   `onAnswer` when one was answered
 */
async function startStandIn({
	latency = 0,
	limit = 0,
	limitPerKey = false,
	limitStatus = 429,
	retryAfter,
	faults = {},
	fields = {},
	credits = 1_000,
	accountFault,
	onRequest = () => undefined,
	onAnswer = () => undefined,
	port = 0,
} = {}) {
	const counts = { requests: 0, answered: 0, limited: 0, account: 0, peak: 0, byNumber: {}, answeredByNumber: {}, starts: [] };
	const recent = new Map();
	let inFlight = 0;

	const overLimit = (key) => {
		if (limit === 0) return false;
		const now = performance.now();
		const bucket = limitPerKey ? key : '';
		const starts = (recent.get(bucket) ?? []).filter((start) => start > now - WINDOW);
		const over = starts.length >= limit;
		recent.set(bucket, over ? starts : [...starts, now]);
		return over;
	};

	function fail(fault, request, response) {
		if (fault === 'silence') return undefined;
		if (fault === 'drop') return request.socket.destroy();
		if (fault === 'cut') return cut(response);
		if (Object.hasOwn(HOSTILE, fault)) return HOSTILE[fault](request, response);
		return send(response, FAULTS[fault]);
	}

	async function answer(request, response) {
		const url = new URL(request.url, 'http://localhost');
		if (url.pathname === '/stand-in/counts') return send(response, json(200, { ...counts, distinct: Object.keys(counts.byNumber).length }));
		const form = await readForm(request);
		const [, , , endpoint, ...segments] = url.pathname.split('/');
		const key = request.headers['ipqs-key'] ?? segments[0] ?? '';
		if (endpoint === 'account') {
			counts.account++;
			if (accountFault !== undefined) return fail(accountFault, request, response);
			return send(response, json(200, { success: true, message: 'Success', credits, usage: 92 }));
		}
		const phone = (form.get('phone') ?? url.searchParams.get('phone') ?? decodeURIComponent(segments[1] ?? '')).replace('+', '');
		const asked = (counts.byNumber[phone] = (counts.byNumber[phone] ?? 0) + 1);
		onRequest(++counts.requests);
		counts.starts.push(performance.timeOrigin + performance.now());
		counts.peak = Math.max(counts.peak, ++inFlight);
		response.once('close', () => inFlight--);
		if (overLimit(key)) {
			counts.limited++;
			return send(response, { status: limitStatus, text: '', headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter() } });
		}
		await new Promise((resolve) => setTimeout(resolve, latency));
		const script = faults[phone] ?? 'ok';
		const fault = typeof script === 'string' ? script : (script[asked - 1] ?? 'ok');
		if (fault !== 'ok') return fail(fault, request, response);
		counts.answered++;
		counts.answeredByNumber[phone] = (counts.answeredByNumber[phone] ?? 0) + 1;
		send(response, clean(phone, fields[phone]));
		onAnswer(counts.answered);
	}

	const server = createServer({ keepAlive: true }, (request, response) => {
		answer(request, response).catch(() => response.destroy());
	});
	server.maxConnections = 20_000;
	await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		counts,
		/** Connections that are open. */
		connections: async () => await promisify(server.getConnections.bind(server))(),
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

module.exports = { startStandIn, FAULTS };

// As a process of its own, so that a benchmark's client and server do not share a thread: options as JSON, the address on stdout.
if (require.main === module) {
	startStandIn(JSON.parse(process.argv[2] ?? '{}')).then(({ url }) => {
		process.stdout.write(`${url}\n`);
	});
	process.stdin.resume();
	process.stdin.on('end', () => process.exit(0));
}
