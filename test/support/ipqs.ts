import nock from 'nock';

export * from './accounts';

export const IPQS = 'https://www.ipqualityscore.com';

/** A body with the fields and order of a live answer for an ordinary number. */
export const phoneBody = (fields: object = {}): Record<string, unknown> => ({
	message: 'Phone is valid.',
	success: true,
	formatted: '+12015550123',
	local_format: '(201) 555-0123',
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
	city: 'NEWARK',
	zip_code: '07101',
	region: 'NJ',
	dialing_code: 1,
	active_status: 'N/A',
	sms_domain: 'sms.example.net',
	associated_email_addresses: { status: 'Enterprise Plus or higher required.', emails: [] },
	user_activity: 'Enterprise L4+ required.',
	mnc: '004',
	mcc: '310',
	leaked: true,
	spammer: false,
	request_id: 'aB3dE6gH9k',
	name: 'N/A',
	timezone: 'America/New_York',
	do_not_call: false,
	tcpa_blacklist: false,
	accurate_country_code: false,
	sms_email: '2015550123@sms.example.net',
	...fields,
});

/** One request as IPQS received it. */
export interface Received {
	readonly method: string;
	/** Path with query, decoded nowhere. */
	readonly path: string;
	readonly query: Record<string, string | string[]>;
	readonly headers: Record<string, string>;
	readonly body: string;
}

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };

/**
 * IPQS for the length of a test: answers every request to the host and keeps what it received. Nothing else can be reached.
 *
 * @param answer called for each request, in order; an object body is sent as JSON
 */
export function standInForIpqs(answer: (request: Received, index: number) => Answer = () => ({ body: phoneBody() })): Received[] {
	const received: Received[] = [];
	const scope = nock(IPQS).persist();
	for (const method of ['get', 'post'] as const) {
		scope[method](/.*/).reply(function (uri, body) {
			const url = new URL(uri, IPQS);
			const query: Record<string, string | string[]> = {};
			for (const name of url.searchParams.keys()) {
				const values = url.searchParams.getAll(name);
				query[name] = name.endsWith('[]') ? values : (values[0] ?? '');
			}
			const headers = this.req.headers as unknown as Record<string, string>;
			const request = {
				method: method.toUpperCase(),
				path: uri,
				query,
				headers,
				body: typeof body === 'string' ? body : JSON.stringify(body),
			};
			received.push(request);
			const { status = 200, body: sent = phoneBody(), headers: sentHeaders = {} } = answer(request, received.length - 1);
			return [status, typeof sent === 'string' ? sent : JSON.stringify(sent), sentHeaders];
		});
	}
	return received;
}
