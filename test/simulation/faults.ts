import type { FailureReason } from '../../nodes/shared/ipqs/failures';

/** What IPQS or the network does with a request. */
export interface Behavior {
	/** Code of the error that n8n's HTTP helper throws because no connection opens. */
	readonly connectError?: string;
	/** Whether the request is lost on its way, so that nothing ever comes back. */
	readonly isLost?: true;
	/** Code of the error that ends the connection after IPQS has processed the request, before its response or within its body. */
	readonly error?: { readonly code: string; readonly in: 'head' | 'body' };
	/** Where the response stops for ever. */
	readonly silentAfter?: 'request' | 'head' | 'part';
	/** HTTP status and body instead of a result; `result` is what the account gives. */
	readonly response:
		| { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
		| 'result'
		| 'echo';
	/** Ms that the response takes in addition. */
	readonly delay?: readonly [min: number, max: number];
	/** Whether the response arrives just before the request times out. */
	readonly isJustInTime?: true;
	/** Ms for which n8n stalls then. */
	readonly stall?: number;
	/** Ms over which the body arrives. */
	readonly bodyTime?: readonly [min: number, max: number];
	/** Length of spaces in front of the body. */
	readonly padding?: number;
	/** Whether only the node for phone numbers recognizes it; another lookup gets a result instead. */
	readonly isPhoneOnly?: true;
	/** Reason of the failure once the response has been received; absent if it is a result or may be read either way. */
	readonly reason?: FailureReason;
}

const refused = (connectError: string): Behavior => ({ connectError, response: 'result' });
const status = (code: number, body: string, reason: FailureReason, headers: Record<string, string> = {}): Behavior => ({
	response: { status: code, body, headers },
	reason,
});
const message = (text: string, reason: FailureReason): Behavior =>
	status(200, JSON.stringify({ success: false, message: text, request_id: 'none' }), reason);

/** More than the package reads of a response. */
const TOO_LARGE = 2_000_001;

export const BEHAVIORS = {
	result: { response: 'result' },
	slow: { response: 'result', delay: [1_000, 9_000] },
	late: { response: 'result', delay: [5_000, 60_000] },
	verySlow: { response: 'result', delay: [4_000, 4_500] },
	justInTime: { response: 'result', isJustInTime: true },
	inStall: { response: 'result', isJustInTime: true, stall: 400 },
	slowBody: { response: 'result', bodyTime: [500, 15_000] },
	lostRequest: { isLost: true, response: 'result' },
	lostResponse: { response: 'result', silentAfter: 'request' },
	headersOnly: { response: 'result', silentAfter: 'head' },
	unfinishedBody: { response: 'result', silentAfter: 'part' },
	reset: { response: 'result', error: { code: 'ECONNRESET', in: 'head' } },
	brokenPipe: { response: 'result', error: { code: 'EPIPE', in: 'head' } },
	notHttp: { response: 'result', error: { code: 'HPE_INVALID_CONSTANT', in: 'head' } },
	cutBody: { response: 'result', error: { code: 'ECONNRESET', in: 'body' } },
	badEncoding: { response: 'result', error: { code: 'Z_DATA_ERROR', in: 'body' } },
	refusedConnection: refused('ECONNREFUSED'),
	unknownHost: refused('ENOTFOUND'),
	untrusted: refused('CERT_HAS_EXPIRED'),
	serverError: status(500, '{"title":"Internal server error"}', 'unavailable'),
	badGateway: status(502, '<title>502</title>', 'unavailable'),
	outOfService: status(503, '', 'unavailable', { 'retry-after': '2' }),
	longOutOfService: status(503, 'Not found. This service is required.', 'unavailable', { 'retry-after': '45' }),
	gatewayTimeout: status(504, '', 'unavailable'),
	slowError: { ...status(500, '{"title":"Internal server error"}', 'unavailable'), bodyTime: [500, 15_000] },
	unfinishedError: { ...status(503, '{"title":"Unavailable"}', 'unavailable'), silentAfter: 'part' },
	forbidden: status(403, '<title>Attention Required!</title>', 'rate_limited'),
	tooMany: status(429, '', 'rate_limited'),
	tooManyWithWait: status(429, '{"success":false,"message":"Too many requests"}', 'rate_limited', { 'retry-after': '3' }),
	bandwidth: status(509, '', 'rate_limited'),
	html: status(200, '<!DOCTYPE html><title>Hello</title>', 'bad_response'),
	empty: status(200, '', 'bad_response'),
	noResult: { ...status(200, '{"success":true}', 'bad_response'), isPhoneOnly: true },
	brokenJson: status(200, '{"success":true,"valid":tr', 'bad_response'),
	deep: status(200, `{"success":true,"valid":true,"deep":${'['.repeat(200)}${']'.repeat(200)}}`, 'bad_response'),
	tooLarge: { ...status(200, '{"success":true,"valid":true,"fraud_score":0}', 'bad_response'), padding: TOO_LARGE },
	maintenance: message('Maintenance until further notice.', 'unknown'),
	strictnessRefused: status(400, '{"success":false,"message":"Invalid strictness value."}', 'rejected_request'),
	noMatch: message('Unable to locate records matching your request.', 'not_found'),
	echo: { response: 'echo' },
} as const satisfies Record<string, Behavior>;

export type BehaviorName = keyof typeof BEHAVIORS;

export const behaviorOf = (name: BehaviorName): Behavior => BEHAVIORS[name];

type Weights = Readonly<Partial<Record<BehaviorName, number>>>;

const FAULTS = Object.fromEntries(
	Object.keys(BEHAVIORS)
		.filter((name) => name !== 'result')
		.map((name) => [name, 1]),
) as Weights;

/** How often IPQS and the network do what, by the name of a kind of weather. */
export const WEATHER = {
	calm: { result: 1 },
	fair: { ...FAULTS, result: 400 },
	rough: { ...FAULTS, result: 60 },
	storm: { ...FAULTS, result: 12 },
	slow: { slow: 4, slowBody: 3, late: 2, result: 4 },
	congested: { verySlow: 8, late: 1 },
	uneven: { result: 6, slow: 2, late: 1, slowBody: 1, justInTime: 1, inStall: 1 },
	lossy: { result: 6, lostRequest: 1, lostResponse: 1, headersOnly: 1, unfinishedBody: 1, cutBody: 1, reset: 1, late: 1 },
	outage: { refusedConnection: 3, outOfService: 2, badGateway: 1, serverError: 1 },
	blocked: { forbidden: 2, tooMany: 2, bandwidth: 1, tooManyWithWait: 1 },
} as const satisfies Record<string, Weights>;

export type Weather = keyof typeof WEATHER;
