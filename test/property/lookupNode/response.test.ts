import fc from 'fast-check';
import { FAILURES, reasonOfMessage } from '../../../nodes/shared/ipqs/failures';
import { PHONE_FIELDS } from '../../../nodes/shared/ipqs/phoneFields';
import { extractMessage, parseResponse, readRetryAfter, type HttpResult } from '../../../nodes/shared/ipqs/response';
import { selectFields, fieldsNotInPlan, projectFields, readTypedField } from '../../../nodes/shared/ipqs/selectFields';
import { isPlanNotice, readResponseValue } from '../../../nodes/shared/ipqs/readResponseValue';
import { isJsonObject } from '../../../nodes/shared/json/json';
import { answerText, fieldValue, frozen, headers, message, responseBody } from './arbitraries';

const PHONE = { invalidNumberIsResult: true } as const;

const SHAPE = { fields: PHONE_FIELDS };

const RUNS = { numRuns: 2_000 };

const answer: fc.Arbitrary<HttpResult> = fc.oneof(
	{
		weight: 9,
		arbitrary: fc.record({
			kind: fc.constant('response' as const),
			status: fc.oneof(fc.constant(200), fc.integer({ min: 0, max: 999 })),
			headers,
			text: answerText,
		}),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom<HttpResult>(
			{ kind: 'timeout' },
			{ kind: 'network', phase: 'connecting' },
			{ kind: 'network', phase: 'sending' },
			{ kind: 'network', phase: 'receiving' },
			{ kind: 'tooLarge', status: 200 },
			{ kind: 'cancelled' },
		),
	},
);

const parsed = (json: string): unknown => {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
};

describe('whatever comes back', () => {
	it('is an answer only with success, or where IPQS calls the number invalid; else it fails for a known reason', () => {
		fc.assert(
			fc.property(answer, fc.nat(), (received, now) => {
				const result = parseResponse(frozen(received), now, PHONE);
				if (result.kind === 'failed') {
					expect(FAILURES).toHaveProperty(result.reason);
					expect(result.status).toBe('status' in received ? received.status : null);
					return;
				}
				const body = received.kind === 'response' ? parsed(received.text) : undefined;
				if (received.kind !== 'response' || !isJsonObject(body)) throw new Error('an answer out of nothing');
				const apiMessage = extractMessage(body);
				if (apiMessage !== null && reasonOfMessage(apiMessage) === 'invalid_number' && body.success !== true && body.success !== 'true') {
					expect(result.body).toEqual({ ...body, success: true, valid: false });
				} else if (received.status >= 200 && received.status < 300) {
					expect([true, 'true']).toContain(body.success);
					expect(result.body).toEqual(body);
				} else {
					expect(reasonOfMessage(apiMessage ?? '')).toBe('invalid_number');
				}
			}),
			RUNS,
		);
	});

	it('is told in few words without a number, an address or a link', () => {
		fc.assert(
			fc.property(message, (apiMessage) => {
				const result = parseResponse(
					{ kind: 'response', status: 200, headers: {}, text: JSON.stringify({ success: false, message: apiMessage }) },
					0,
					PHONE,
				);
				fc.pre(result.kind === 'failed' && result.apiMessage !== null);
				const told = result.kind === 'failed' ? String(result.apiMessage) : '';
				expect(told.length).toBeLessThanOrEqual(300);
				expect(told).not.toMatch(/\d{7}|\d[\d ().-]{5,}\d|\S@\S|https?:\/\/\S/);
			}),
			RUNS,
		);
	});

	it('asks for a wait that is no negative number, or for none', () => {
		fc.assert(
			fc.property(headers, fc.nat(), (received, now) => {
				const wait = readRetryAfter(frozen(received), now);
				if (wait !== null) expect(wait).toBeGreaterThanOrEqual(0);
			}),
			RUNS,
		);
	});
});

const TYPES: Record<string, (value: unknown) => boolean> = {
	boolean: (value) => typeof value === 'boolean',
	number: (value) => Number.isFinite(value),
	text: (value) => typeof value === 'string' && value.trim() !== '' && value.trim().toUpperCase() !== 'N/A',
	choice: (value) => typeof value === 'string' && value.trim() !== '' && value.trim().toUpperCase() !== 'N/A' && !isPlanNotice(value),
	list: Array.isArray,
	object: isJsonObject,
};

describe('whatever a body holds', () => {
	it("each value is of its field's type, or null", () => {
		fc.assert(
			fc.property(fc.constantFrom(...PHONE_FIELDS), fieldValue, (field, value) => {
				const read = readResponseValue(field, frozen(value));
				expect(read === null || TYPES[field.type]?.(read)).toBe(true);
			}),
			RUNS,
		);
	});

	it('a value that was read reads the same again', () => {
		fc.assert(
			fc.property(fc.constantFrom(...PHONE_FIELDS), fieldValue, (field, value) => {
				const read = readResponseValue(field, value);
				expect(readResponseValue(field, read)).toEqual(read);
			}),
			RUNS,
		);
	});

	it('the simplified result has the same fields, each of its type or null, and the body stays', () => {
		const simplified = selectFields(SHAPE, 'simplified', [], ['name']);
		const names = simplified.fields.map(({ name }) => name);
		fc.assert(
			fc.property(responseBody, (body) => {
				const result = projectFields(frozen(body), simplified);
				expect(Object.keys(result)).toEqual(names);
				for (const field of simplified.fields) expect(result[field.name] === null || TYPES[field.type]?.(result[field.name])).toBe(true);
			}),
			RUNS,
		);
	});

	it('any selection gives success and what was selected, and the body stays', () => {
		const selection = fc.subarray(PHONE_FIELDS.filter(({ name }) => !name.includes('.')).map(({ name }) => name));
		fc.assert(
			fc.property(responseBody, selection, (body, names) => {
				const result = projectFields(frozen(body), selectFields(SHAPE, 'selected', names, []));
				expect(Object.keys(result).sort()).toEqual([...new Set(['success', ...names])].sort());
				for (const name of names) expect(result[name]).toEqual(readTypedField(PHONE_FIELDS, body, name));
			}),
			RUNS,
		);
	});

	it('every field together can be selected', () => {
		const everything = selectFields(
			SHAPE,
			'selected',
			PHONE_FIELDS.map(({ name }) => name),
			[],
		);
		fc.assert(
			fc.property(responseBody, (body) => {
				expect(isJsonObject(projectFields(frozen(body), everything).transaction_details)).toBe(true);
			}),
			RUNS,
		);
	});

	it('the raw result is all of it', () => {
		fc.assert(
			fc.property(responseBody, (body) => {
				expect(projectFields(frozen(body), selectFields(SHAPE, 'raw', [], []))).toEqual(body);
			}),
			RUNS,
		);
	});

	it("what the plan lacks is IPQS's sentences, has no value, and the body stays", () => {
		fc.assert(
			fc.property(responseBody, (body) => {
				for (const [name, sentence] of Object.entries(fieldsNotInPlan(PHONE_FIELDS, frozen(body)))) {
					expect(isPlanNotice(sentence)).toBe(true);
					expect([name, readTypedField(PHONE_FIELDS, body, name)]).toEqual([name, null]);
				}
			}),
			RUNS,
		);
	});
});
