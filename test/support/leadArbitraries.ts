/** Random leads with results for tests of the rule engine: clean, suspicious, odd, failed, unsent and absent ones. */

import fc from 'fast-check';

import type { ResponseField } from '../../nodes/shared/ipqs/responseField';
import { fieldName, FREQUENT, isCountry, isJudgeable, numberIn, textsOf } from './policyArbitraries';
import type { ResultName } from './referencePolicy';
import { RESULT_NAMES, RESULTS } from './referenceResults';
import type { Json } from './referenceValues';

const PLAN_NOTICES = ['Enterprise L4+ required.', 'Premium required.', 'Disabled for performance. Contact support for further assistance.'];
const LINE_TYPE_SPELLINGS = ['Toll-Free', 'Mobile', 'wireless', 'LANDLINE', 'Internet Service Provider'];
const UNKNOWN_VALUES = [null, undefined, '', 'N/A'];

/** What IPQS sends for a clean number, address or device. */
function cleanValue(name: string, { name: fieldNameInBody, type, goodWhenTrue, choices = [] }: ResponseField): unknown {
	if (fieldNameInBody.includes('.')) return null;
	if (name === 'active_status' || name.endsWith('user_activity')) return 'N/A';
	if (name === 'email.spam_trap_score' || name === 'ip.abuse_velocity') return 'none';
	if (type === 'boolean') return goodWhenTrue === true || name === 'email.valid';
	if (type === 'number') return 0;
	if (type === 'choice') return choices[0];
	return isCountry(name) ? 'US' : 'Example one';
}

/** A value that IPQS may send, in one of the spellings that stores make of it. */
function regularValue(name: string, field: ResponseField): fc.Arbitrary<unknown> {
	if (field.type === 'boolean') return fc.constantFrom(true, false, true, false, true, false, 'true', 'false', 'TRUE', 1, 0);
	if (field.type === 'number') return fc.oneof(numberIn(field), fc.constantFrom(75, 80, 85, 90, 100), numberIn(field).map(String));
	// A carrier's name may read like a plan sentence.
	if (name === 'carrier') return fc.constantFrom(...textsOf(name), 'Service Required Inc.');
	if (field.type === 'text') return fc.constantFrom(...textsOf(name), 'us', 'gb', 'EXAMPLE ONE');
	const spellings = field.name.endsWith('line_type') ? LINE_TYPE_SPELLINGS : [];
	return fc.constantFrom(...(field.choices ?? []), ...spellings);
}

/** A value from which nothing can be told. */
function unknownValue({ type, range, name }: ResponseField): fc.Arbitrary<unknown> {
	const odd: Partial<Record<ResponseField['type'], unknown[]>> = {
		boolean: ['maybe', 2, 'tempor ea proident quis', PLAN_NOTICES[0]],
		number: ['high', true, '95%', PLAN_NOTICES[1], ...(range === undefined ? [] : [900, -1, '101'])],
		choice: [...PLAN_NOTICES, [], ...(name === 'active_status' ? ['Inconclusive Status'] : [])],
		text: [[], {}],
	};
	return fc.constantFrom(...UNKNOWN_VALUES, ...(odd[type] ?? []));
}

const valueOf = (name: string, field: ResponseField): fc.Arbitrary<unknown> =>
	fc.oneof({ weight: 3, arbitrary: regularValue(name, field) }, { weight: 2, arbitrary: unknownValue(field) });

/** Puts values at their names, where a dot leads into an object. */
function bodyOf(values: ReadonlyArray<readonly [string, unknown]>): Record<string, unknown> {
	const body: Record<string, unknown> = {};
	for (const [name, value] of values) {
		const [first = '', second] = name.split('.');
		if (second === undefined) body[first] = value;
		else body[first] = { ...(body[first] as object | undefined), [second]: value };
	}
	return body;
}

/** A result with clean values but for some fields, or with random values throughout. */
function presentResult(result: ResultName): fc.Arbitrary<Json> {
	const fields = RESULTS[result].fields.filter(isJudgeable);
	const clean = fields.map((field) => [field.name, cleanValue(fieldName(result, field), field)] as const);
	const valuesOf = (changed: readonly ResponseField[]) =>
		fc.tuple(...changed.map((field) => valueOf(fieldName(result, field), field).map((value) => [field.name, value] as const)));
	const few = fc.oneof(
		fc.uniqueArray(fc.constantFrom(...fields), { maxLength: 3 }),
		fc.subarray(fields.filter((field) => FREQUENT.test(fieldName(result, field)))),
	);
	const values = fc.oneof(
		{ weight: 1, arbitrary: fc.constant([]) },
		{ weight: 5, arbitrary: few.chain(valuesOf) },
		{ weight: 1, arbitrary: fc.subarray(fields, { minLength: 1 }).chain(valuesOf) },
	);
	return fc
		.record({ values, success: fc.constantFrom(true, undefined), hasLookup: fc.boolean() })
		.map(({ values: changed, success, hasLookup }) => ({
			...bodyOf([...clean, ...changed]),
			...(success === undefined ? {} : { success, message: 'Success.' }),
			...(hasLookup ? { lookup: { status: 'ok', reason: null, resource: RESULTS[result].resource } } : {}),
		}));
}

const absentResult = (result: ResultName): fc.Arbitrary<unknown> =>
	fc.constantFrom(
		undefined,
		null,
		{},
		'none',
		0,
		{ other: 1 },
		{ lookup: { status: 'not_sent', reason: 'key_only', resource: RESULTS[result].resource } },
		{
			success: true,
			valid: true,
			fraud_score: 0,
			lookup: { status: 'ok', resource: result === 'url' ? 'email' : 'url' },
		},
	);

function failedResult(result: ResultName): fc.Arbitrary<unknown> {
	const { resource } = RESULTS[result];
	return fc.constantFrom(
		{ success: false, message: 'You have insufficient credits to make this query.', request_id: 'sandbox60' },
		{ success: false, message: 'The request timed out', lookup: { status: 'failed', reason: 'timeout', resource } },
		{ success: false, message: 'Not attempted', lookup: { status: 'not_attempted', reason: 'max_lookups', resource } },
		{ success: false, message: 'This value cannot be', lookup: { status: 'not_sent', reason: 'value_unusable', resource } },
		{ lookup: { status: 'failed', reason: 'unavailable', resource } },
		{ fraud_score: 0, valid: true, lookup: { status: 'failed', reason: 'unknown', resource } },
	);
}

const unsent = (resource: string, ...reasons: string[]): fc.Arbitrary<unknown> =>
	fc
		.constantFrom(...reasons)
		.map((reason) => ({ success: false, valid: null, message: 'Not sent', lookup: { status: 'not_sent', reason, resource } }));

const impossibleNumber = {
	success: true,
	valid: false,
	message: 'The number is not possible',
	fraud_score: null,
	country: null,
	lookup: { status: 'not_sent', reason: 'phone_impossible', resource: 'phone' },
};

/** What the lead has where a result belongs: a result, none, a failed lookup, or one for which nothing was asked. */
export function resultArbitrary(result: ResultName): fc.Arbitrary<unknown> {
	const { resource } = RESULTS[result];
	return fc.oneof(
		{ weight: 20, arbitrary: presentResult(result) },
		{ weight: 1, arbitrary: absentResult(result) },
		{ weight: 1, arbitrary: failedResult(result) },
		...(result === 'phone' ? [{ weight: 1, arbitrary: unsent(resource, 'phone_missing', 'phone_unreadable', 'country_missing') }] : []),
		...(result === 'phone' ? [{ weight: 1, arbitrary: fc.constant(impossibleNumber) }] : []),
		...(['email', 'ip', 'url'].includes(result) ? [{ weight: 1, arbitrary: unsent(resource, 'value_missing') }] : []),
	);
}

/** A lead with a result, or something else, at each place of SPEC 5. */
export const leadArbitrary: fc.Arbitrary<Json> = fc
	.tuple(...RESULT_NAMES.map((result) => resultArbitrary(result).map((value) => [RESULTS[result].place, value] as const)))
	.map((values) => ({ leadId: 1, ...Object.fromEntries(values.filter(([, value]) => value !== undefined)) }));
