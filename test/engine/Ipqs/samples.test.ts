import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { standInForIpqs } from '../../support/ipqs';
import { ask, CONTINUE, fieldsOf, results } from '../../support/operationRuns';
import { samples } from '../../support/samples';
import { SUBJECT, SUITE_CASES } from '../../support/operationCases';

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

/** The operation that a body of a folder belongs to. */
const OPERATIONS: ReadonlyArray<readonly [place: RegExp, operation: string]> = [
	[/^account\/official/, 'account: getUsage'],
	[/^devicetracker\//, 'deviceFingerprint: getResult'],
	[/^email\//, 'email: validate'],
	[/^errors\/averages/, 'statistics: getAverages'],
	[/^errors\/(?!phone)/, 'ipAddress: check'],
	[/^ip\//, 'ipAddress: check'],
	[/^leaked\//, 'leakedData: check'],
	[/^lists\/\w+-create/, 'list: add'],
	[/^lists\/\w+-delete/, 'list: delete'],
	[/^lists\/\w+-list-/, 'list: getMany'],
	[/^postback\//, 'postback: send'],
	[/^report\//, 'fraudReport: submit'],
	[/^requests\//, 'request: getMany'],
	[/^url\/(?!malware)/, 'url: scan'],
];

/** Bodies of phone lookups, and of calls that the node does not make. */
const OF_NO_OPERATION = /^(?:bulk|phone)\/|^account\/loginhistory|^errors\/phone|^lists\/country-list|^url\/malware/;

/** Why a refusal was one. */
const REASONS: Readonly<Record<string, string>> = {
	'devicetracker/invalid-device-logichub.json': 'not_found',
	'errors/averages-no-records-logichub.json': 'not_found',
	'errors/insufficient-credits.json': 'insufficient_credits',
	'errors/invalid-ip.json': 'rejected_request',
	'errors/invalid-key.json': 'invalid_key',
	'errors/quota-exceeded-per-day.json': 'quota_exceeded',
	'postback/failure-empty-message-logichub.json': 'not_found',
};

const SENTENCE = /\b(?:required|disabled)\b/i;

/** What simplified makes of a value; objects and lists stay as they are. */
function isTyped(name: string, value: unknown, raw: unknown): boolean {
	if (name === 'first_name' && /^(?:unknown|corporate)$/i.test(String(raw))) return value === null;
	if (raw === 'N/A' || raw === '' || raw === 'null' || raw === null || raw === undefined) return value === null;
	if (typeof raw === 'string' && SENTENCE.test(raw)) return value === null;
	return JSON.stringify(value) === JSON.stringify(raw);
}

/** What people get of a body, one for each of its records, and what IPQS sent of each. */
async function readBoth(operation: string, body: IDataObject) {
	const asking = SUITE_CASES.find((known) => `${known.resource}: ${known.operation}` === operation) as (typeof SUITE_CASES)[number];
	standInForIpqs(() => ({ body }));
	const parameters = asking.operation === 'getMany' ? { returnAll: false, limit: 1 } : {};
	const [simplified, raw] = await Promise.all(
		['simplified', 'raw'].map(async (output) =>
			results(await ask([SUBJECT], asking, { node: CONTINUE, parameters: { ...parameters, output } })),
		),
	);
	const records = [body.requests, body.data].find((list) => asking.operation === 'getMany' && Array.isArray(list)) as
		| IDataObject[]
		| undefined;
	return { simplified: simplified ?? [], raw: raw ?? [], sent: records?.slice(0, 1) ?? [body] };
}

const places = samples.map(([place]) => place);

if (samples.length === 0) {
	it('public bodies are not at hand beside the project, so its own fixtures alone are read', () => {
		expect(samples).toEqual([]);
	});
} else {
	it('every public body belongs to an operation, or to none that this node has', () => {
		const unknown = places.filter((place) => !OF_NO_OPERATION.test(place) && OPERATIONS.every(([pattern]) => !pattern.test(place)));
		expect(unknown).toEqual([]);
		expect(OPERATIONS.filter(([pattern]) => !places.some((place) => pattern.test(place)))).toEqual([]);
	});

	describe.each(samples.filter(([place]) => !OF_NO_OPERATION.test(place)))('the public body %s', (place, body) => {
		const operation = OPERATIONS.find(([pattern]) => pattern.test(place))?.[1] ?? '';

		if (body.success === true) {
			it(`is read by ${operation}: every field raw, and typed when simplified`, async () => {
				const { simplified, raw, sent } = await readBoth(operation, body);
				const kept = sent.map((one) => Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'plain_text_password')));
				expect(raw.map(fieldsOf)).toEqual(operation === 'list: delete' ? kept.map((one) => ({ ...one, deleted: true })) : kept);
				expect(simplified).toHaveLength(sent.length);
				simplified.forEach((result, index) => {
					const fields = Object.entries(fieldsOf(result)).filter(([name]) => name !== 'deleted' && name !== 'variables');
					expect(fields.filter(([name, value]) => !isTyped(name, value, sent[index]?.[name]))).toEqual([]);
				});
				const sentences = Object.entries(body).filter(([, value]) => typeof value === 'string' && SENTENCE.test(value));
				expect(simplified[0]?.lookup).toMatchObject({
					status: 'ok',
					request_id: body.request_id,
					not_in_plan: Object.fromEntries(sentences),
				});
			});
		} else {
			it(`is a refusal to ${operation}, with its reason`, async () => {
				const { simplified, raw } = await readBoth(operation, body);
				for (const result of [...simplified, ...raw])
					expect(result).toMatchObject({ success: false, lookup: { status: 'failed', reason: REASONS[place] ?? 'missing here' } });
			});
		}
	});
}
