import fc from 'fast-check';
import { PHONE_FIELDS } from '../../../nodes/shared/ipqs/phoneFields';
import { MESSAGES } from '../../support/scripted-transport';

/** Values as IPQS, spreadsheets and proxies may write them. */
export const fieldValue = fc.oneof(
	fc.jsonValue({ maxDepth: 2 }),
	fc.constantFrom('', ' ', 'N/A', 'n/a', 'true', 'false', '0', '1', 'Enterprise L4+ required.', 'Feature disabled.', 'Mobile', 'toll-free'),
	fc.record({
		status: fc.constantFrom('Premium required.', 'none', ''),
		message: fc.constantFrom('Disabled for performance.', 'fine', 7),
		emails: fc.constant([]),
	}),
);

/** Bodies with some of IPQS's fields, flat or nested, and others. */
export const responseBody = fc
	.tuple(
		fc.dictionary(fc.constantFrom(...PHONE_FIELDS.map(({ name }) => name)), fieldValue),
		fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
		fc.option(fc.dictionary(fc.constantFrom('risk_score', 'user_activity', 'bin_country', 'risk_factors'), fieldValue), { nil: undefined }),
	)
	.map(
		([fields, others, details]) =>
			({ ...others, ...fields, ...(details ? { transaction_details: details } : {}) }) as Record<string, unknown>,
	);

const words = fc.constantFrom(
	'invalid',
	'phone',
	'number',
	'key',
	'credits',
	'quota',
	'exceeded',
	'is',
	'not',
	'valid',
	'required',
	'rate limit',
	'2015550123',
	'+1 201 555 0123',
	'ada@example.com',
	'https://ipqs.test/x',
);

/** What IPQS may say, in words that the classes of failures are told by. */
export const message = fc.oneof(
	fc.string(),
	fc.array(words, { maxLength: 8 }).map((all) => all.join(' ')),
	fc.constantFrom(...Object.values(MESSAGES)),
);

export const success = fc.constantFrom<unknown>(true, false, 'true', 'false', null, 1, undefined);

/** The text of an answer: none, no JSON, any JSON, a refusal, a result. */
export const answerText = fc.oneof(
	fc.string(),
	fc.json(),
	fc.constantFrom('', '<!DOCTYPE html>', '{"success":true', 'null', '[]'),
	fc
		.record(
			{ success, message: fc.oneof(message, fc.jsonValue({ maxDepth: 1 })), errors: fc.option(fc.array(message)) },
			{ requiredKeys: [] },
		)
		.map((body) => JSON.stringify(body)),
	responseBody.map((body) => JSON.stringify(body)),
);

export const headers = fc.oneof(
	fc.constant({}),
	fc.record({
		'retry-after': fc.oneof(
			fc.string(),
			fc.nat().map(String),
			fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
			fc.jsonValue(),
		),
	}),
);

/** Freezes a JSON value with all it holds, so that a change to it throws. */
export function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
	return value;
}
