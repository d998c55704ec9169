import { findEarlierResult, type WantedResult } from '../../../../nodes/shared/client/earlierResult';
import { PHONE_FIELDS } from '../../../../nodes/shared/ipqs/phoneFields';
import { selectFields } from '../../../../nodes/shared/ipqs/selectFields';

const KEY = ['01234567', '89abcdef'].join('');
const NOW = Date.UTC(2026, 10, 25, 12);
const DAY = 86_400_000;

const daysAgo = (days: number): string => new Date(NOW - days * DAY).toISOString();

const LOOKUP = {
	...{ status: 'ok', reason: null, request_id: 'Xy12Zw', checked_at: daysAgo(3), attempts: 1, charged_attempts: 1, latency_ms: 210 },
	...{ deduplicated: false, billable: true, reused: false, sandbox: false, resource: 'phone', key: KEY, output: 'selected' },
	not_in_plan: { user_activity: 'Enterprise L4+ required.' },
};

const RESULT = { success: true, valid: true, carrier: null, lookup: LOOKUP };

const resultWith = (changes: object, fields: object = {}) => ({ ...RESULT, ...fields, lookup: { ...LOOKUP, ...changes } });

const FIELDS = selectFields({ fields: PHONE_FIELDS }, 'selected', ['valid', 'carrier'], []);

const find = (value: unknown, changes: Partial<WantedResult> = {}) =>
	findEarlierResult(value, {
		...{ key: KEY, source: { sandbox: false, resource: 'phone', output: 'selected' }, fields: FIELDS, extraFields: [] },
		...{ places: ['ipqs', 'result', 'json'], maxAge: 30 * DAY, now: NOW, ...changes },
	});

const checkedAt = (value: unknown, changes: Partial<WantedResult> = {}) => find(value, changes)?.metadata.checked_at;

describe('an earlier result', () => {
	it('is used with its time and what the plan lacked, at no cost', () => {
		expect(find(RESULT)).toEqual({
			result: { kind: 'success', body: { success: true, valid: true, carrier: null } },
			metadata: {
				...{ status: 'ok', reason: null, request_id: 'Xy12Zw', checked_at: daysAgo(3), attempts: 0, charged_attempts: 0 },
				...{ latency_ms: null, deduplicated: false, billable: false, reused: true, sandbox: false, resource: 'phone' },
				...{ key: KEY, output: 'selected', not_in_plan: { user_activity: 'Enterprise L4+ required.' } },
			},
		});
	});

	it.each<[string, unknown]>([
		['an object', RESULT],
		['its JSON text', JSON.stringify(RESULT)],
		['JSON text with spaces around it', `\n ${JSON.stringify(RESULT, null, 2)} `],
		['an item', { json: RESULT }],
		['a row with the result as JSON text', { id: 3, createdAt: 'x', result: JSON.stringify(RESULT) }],
		['an item with a row with the result', { json: { phone: '1', ipqs: RESULT }, pairedItem: { item: 0 } }],
		['the row of a sheet, with its metadata as JSON text', { success: 'TRUE', valid: 'TRUE', carrier: '', lookup: JSON.stringify(LOOKUP) }],
		['a list of items', [{ json: { other: 1 } }, { json: { result: JSON.stringify(RESULT) } }]],
		['JSON text of a list', JSON.stringify([null, RESULT])],
	])('is found in %s', (_what, value) => {
		expect(checkedAt(value)).toBe(daysAgo(3));
	});

	it('is the newest usable one of a list, in any order', () => {
		const list = [5, 1, 40, -1, 9].map((days) => resultWith({ checked_at: daysAgo(days) }));
		expect(checkedAt(list)).toBe(daysAgo(1));
		expect(checkedAt([...list].reverse())).toBe(daysAgo(1));
	});

	it('can be as old as is allowed, as new as this moment, and without a fraction of a second', () => {
		expect(checkedAt(resultWith({ checked_at: daysAgo(30) }))).toBe(daysAgo(30));
		expect(checkedAt(resultWith({ checked_at: daysAgo(0) }))).toBe(daysAgo(0));
		expect(checkedAt(resultWith({ checked_at: '2026-11-22T12:00:00Z' }))).toBe('2026-11-22T12:00:00Z');
	});

	it('is the first one of a list with two of the same time', () => {
		const list = ['first', 'second'].map((request_id) => resultWith({ request_id }));
		expect(find(list)?.metadata.request_id).toBe('first');
	});

	it('has metadata of the right types, whatever the value had', () => {
		expect(find(resultWith({ request_id: '' }))?.metadata.request_id).toBeNull();
		expect(find(resultWith({ request_id: 7 }))?.metadata.request_id).toBeNull();
		expect(find(resultWith({ not_in_plan: { a: 'text', b: 7, c: null } }))?.metadata.not_in_plan).toEqual({ a: 'text' });
		for (const not_in_plan of [null, 'text', ['text']]) {
			expect(find(resultWith({ not_in_plan }))?.metadata.not_in_plan).toEqual({});
		}
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['an empty list', []],
		['other text', 'not found'],
		['damaged JSON text', JSON.stringify(RESULT).slice(0, -9)],
		['a result without metadata', { success: true, valid: true, carrier: null }],
		['another lookup', resultWith({ key: KEY.replace('0', '1') })],
		['no key', resultWith({ key: null })],
		['another resource', resultWith({ resource: 'email' })],
		['a failed lookup', resultWith({ status: 'failed', reason: 'timeout' })],
		['a lookup without success', resultWith({}, { success: false })],
		['the sandbox', resultWith({ sandbox: true })],
		['the sandbox that says it is not', resultWith({ request_id: 'sandbox0100' })],
		['no word about the sandbox', resultWith({ sandbox: undefined })],
		['31 days ago', resultWith({ checked_at: daysAgo(30.01) })],
		['the future', resultWith({ checked_at: daysAgo(-0.00001) })],
		['no time', resultWith({ checked_at: null })],
		['a time in another form', resultWith({ checked_at: 'Nov 22, 2026' })],
		['a time with text before it', resultWith({ checked_at: `about ${daysAgo(3)}` })],
		['a time with text behind it', resultWith({ checked_at: `${daysAgo(3)} (UTC)` })],
		['a list with a time', resultWith({ checked_at: [daysAgo(3)] })],
		['a field of almost the same name', { success: true, valid: true, carrie: null, lookup: LOOKUP }],
		['a field too few', { success: true, valid: true, lookup: LOOKUP }],
		['a field of another name in a row', { id: 3, comment: JSON.stringify(RESULT) }],
		['too many levels', [[[[[[RESULT]]]]]]],
		['text that is too long', JSON.stringify({ ...RESULT, more: 'x'.repeat(2_000_000) })],
	])('is not used from %s', (_what, value) => {
		expect(find(value)).toBeUndefined();
	});

	it('from the sandbox is used in the sandbox', () => {
		const source = { sandbox: true, resource: 'phone', output: 'selected' } as const;
		expect(find(resultWith({ sandbox: true, request_id: 'sandbox0100' }), { source })?.metadata.sandbox).toBe(true);
		expect(find(RESULT, { source })?.metadata.sandbox).toBe(false);
		expect(find(resultWith({ sandbox: undefined }), { source })).toBeUndefined();
	});

	it('has fields that the list lacks only if it was of the same mode, or raw', () => {
		const all = selectFields({ fields: [], hasUnlistedFields: true }, 'simplified', [], []);
		expect(find(resultWith({ output: 'simplified' }), { fields: all })).toBeDefined();
		expect(find(resultWith({ output: 'raw' }), { fields: all })).toBeDefined();
		expect(find(resultWith({ output: 'selected' }), { fields: all })).toBeUndefined();
		expect(find(resultWith({ output: '' }), { fields: all })).toBeUndefined();
	});

	it('is as raw as it was: raw only from raw, anything from raw', () => {
		const raw = selectFields({ fields: PHONE_FIELDS }, 'raw', [], []);
		const fromRaw = resultWith({ output: 'raw' }, { valid: true });
		expect(find(RESULT, { fields: raw })).toBeUndefined();
		expect(find(fromRaw, { fields: raw })).toBeDefined();
		expect(find(fromRaw, { fields: raw, extraFields: ['fraud_score'] })).toBeDefined();
		expect(find(fromRaw)).toBeDefined();
	});

	it('needs the fields that are saved to other fields too', () => {
		expect(find(RESULT, { extraFields: ['fraud_score'] })).toBeUndefined();
		expect(find(resultWith({}, { fraud_score: null }), { extraFields: ['fraud_score'] })).toBeDefined();
	});

	it('has the fields within an object that is null', () => {
		expect(find(resultWith({}, { number_recycling: null }), { extraFields: ['number_recycling.ported'] })).toBeDefined();
		expect(find(resultWith({}, { number_recycling: {} }), { extraFields: ['number_recycling.ported'] })).toBeUndefined();
	});

	it('that throws when it is read is none', () => {
		const trap = new Proxy(RESULT, {
			ownKeys: () => {
				throw new TypeError('no');
			},
		});
		expect(find(trap)).toBeUndefined();
		expect(find([RESULT, trap])).toBeDefined();
	});
});
