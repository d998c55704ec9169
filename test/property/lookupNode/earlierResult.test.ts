import fc from 'fast-check';
import { findEarlierResult, type WantedResult } from '../../../nodes/shared/client/earlierResult';
import { PHONE_FIELDS } from '../../../nodes/shared/ipqs/phoneFields';
import { phoneRequest, type PhoneLookup } from '../../../nodes/shared/ipqs/phoneRequest';
import { projectFields, RESULT_MODES, selectFields } from '../../../nodes/shared/ipqs/selectFields';
import type { JsonObject } from '../../../nodes/shared/json/json';
import { phoneBody } from '../../support/ipqs';

const NOW = Date.UTC(2026, 10, 25, 12);
const DAY = 86_400_000;

const flags = { enhancedLineCheck: fc.boolean(), enhancedNameCheck: fc.boolean(), smsPumping: fc.boolean() };

/** Few values of each part, so that two lookups are often the same or differ in one part. */
const lookupArbitrary: fc.Arbitrary<PhoneLookup> = fc.record({
	phone: fc.constantFrom('12015550100', '12015550101', '447700900123'),
	international: fc.constant(true),
	countries: fc.constantFrom<string[][]>([], ['US'], ['GB'], ['US', 'CA'], ['CA', 'US']),
	strictness: fc.constantFrom('0', '1', '2'),
	...flags,
	transaction: fc.constantFrom<Array<Record<string, string>>>({}, { username: 'ada' }, { username: 'ben' }, { billing_city: 'ada' }),
	variables: fc.constantFrom<Array<Record<string, string>>>({}, { orderNote: 'a' }, { orderNote: 'b' }),
});

const keyOf = (lookup: PhoneLookup): string => String(phoneRequest(lookup, 'GET', 'header').key);

/** What can change the answer, in words; the number of two lookups differs by its last digits. */
const identityOf = (lookup: PhoneLookup): string => JSON.stringify(lookup);

interface Stored {
	readonly lookup: PhoneLookup;
	readonly json: JsonObject;
	readonly isSandbox: boolean;
	readonly mode: string;
	readonly at: number;
}

const FEW_FIELDS = ['valid', 'carrier', 'number_recycling.ported'];

const selectionOf = (mode: (typeof RESULT_MODES)[number]) => selectFields({ fields: PHONE_FIELDS }, mode, FEW_FIELDS, []);

/** A result as this node gives it, of any lookup, age, mode and origin. The carrier names the lookup that it is for. */
const storedArbitrary: fc.Arbitrary<Stored> = fc
	.record({
		lookup: lookupArbitrary,
		isSandbox: fc.boolean(),
		mode: fc.constantFrom(...RESULT_MODES),
		age: fc.integer({ min: -2 * DAY, max: 40 * DAY }),
		status: fc.constantFrom('ok', 'ok', 'ok', 'failed', 'not_sent', 'not_attempted'),
	})
	.map(({ lookup, isSandbox, mode, age, status }) => {
		const at = NOW - age;
		const metadata = {
			...{ status, reason: null, request_id: isSandbox ? 'sandbox0100' : 'Xy12Zw', checked_at: new Date(at).toISOString() },
			...{ sandbox: isSandbox, resource: 'phone', key: keyOf(lookup), output: mode, not_in_plan: {} },
		};
		const json = { ...projectFields(phoneBody({ carrier: identityOf(lookup) }), selectionOf(mode)), lookup: metadata };
		return { lookup, json, isSandbox, mode, at };
	});

/** The result, damaged in one place or not at all. */
const damaged = (stored: fc.Arbitrary<Stored>): fc.Arbitrary<unknown> =>
	fc.tuple(stored, fc.nat(), fc.anything(), fc.boolean()).map(([{ json }, place, value, inLookup]) => {
		const target = inLookup ? (json.lookup as JsonObject) : json;
		const names = Object.keys(target).filter((name) => name !== 'lookup' && name !== 'carrier');
		const changed = { ...target, [names[place % names.length] as string]: value };
		return inLookup ? { ...json, lookup: changed } : changed;
	});

/** All the ways in which a store gives a result. */
const kept = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
	value.chain((one) =>
		fc.constantFrom<unknown[]>(
			one,
			{ json: one },
			{ id: 7, ipqs: one },
			{ json: { id: 7, result: one } },
			...[one, { id: 7, ipqs: one }].map((plain) => safeText(plain)),
			{ id: 7, result: safeText(one) },
		),
	);

/** JSON text; values that have none stay as they are. */
function safeText(value: unknown): unknown {
	try {
		return JSON.stringify(value) ?? value;
	} catch {
		return value;
	}
}

const history = fc.array(fc.oneof(kept(storedArbitrary.map(({ json }) => json)), kept(damaged(storedArbitrary)), fc.anything()), {
	maxLength: 8,
});

const wantedFor = (lookup: PhoneLookup, sandbox: boolean, mode: (typeof RESULT_MODES)[number], days: number): WantedResult => ({
	key: keyOf(lookup),
	source: { sandbox, resource: 'phone', output: mode },
	fields: selectionOf(mode),
	extraFields: [],
	places: ['ipqs', 'result', 'json'],
	maxAge: days * DAY,
	now: NOW,
});

const modeArbitrary = fc.constantFrom(...RESULT_MODES);
const daysArbitrary = fc.integer({ min: 1, max: 30 });

describe('with any history of earlier results', () => {
	it('no answer is used for another lookup, from the sandbox, the future or too long ago, or with a field missing', () => {
		fc.assert(
			fc.property(history, lookupArbitrary, modeArbitrary, daysArbitrary, (results, lookup, mode, days) => {
				const found = findEarlierResult(results, wantedFor(lookup, false, mode, days));
				if (found === undefined) return;
				const { metadata, result } = found;
				const body = result.kind === 'success' ? result.body : {};
				expect(body.carrier).toBe(identityOf(lookup));
				expect(metadata).toMatchObject({ status: 'ok', reused: true, billable: false, charged_attempts: 0, sandbox: false });
				const age = NOW - Date.parse(String(metadata.checked_at));
				expect(age).toBeGreaterThanOrEqual(0);
				expect(age).toBeLessThanOrEqual(days * DAY);
				for (const { name } of selectionOf(mode).fields) expect(body).toHaveProperty(name.split('.')[0] as string);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('the newest usable one is used, wherever it is, and never a raw one replaced by a typed one', () => {
		fc.assert(
			fc.property(
				fc.array(storedArbitrary, { minLength: 1, maxLength: 8 }),
				fc.boolean(),
				modeArbitrary,
				daysArbitrary,
				(results, sandbox, mode, days) => {
					const { lookup } = results[0] as Stored;
					const usable = results.filter(
						(stored) =>
							keyOf(stored.lookup) === keyOf(lookup) &&
							(stored.json.lookup as JsonObject).status === 'ok' &&
							(sandbox || !stored.isSandbox) &&
							stored.at <= NOW &&
							NOW - stored.at <= days * DAY &&
							(stored.mode === mode || stored.mode === 'raw') &&
							!(mode === 'selected' && stored.mode === 'raw'),
					);
					const found = findEarlierResult(
						results.map(({ json }) => json),
						wantedFor(lookup, sandbox, mode, days),
					);
					const newest = Math.max(...usable.map(({ at }) => at));
					expect(found?.metadata.checked_at).toBe(usable.length === 0 ? undefined : new Date(newest).toISOString());
				},
			),
			{ numRuns: 1_000 },
		);
	});

	it('a result is given again as it was', () => {
		fc.assert(
			fc.property(storedArbitrary, ({ lookup, json, mode }) => {
				const selection = selectionOf(mode as (typeof RESULT_MODES)[number]);
				const found = findEarlierResult([json], wantedFor(lookup, true, selection.mode as (typeof RESULT_MODES)[number], 30));
				if (found === undefined || found.result.kind === 'failed') return;
				expect({ ...projectFields(found.result.body, selection), lookup: json.lookup }).toEqual(json);
			}),
			{ numRuns: 500 },
		);
	});
});
