import fc from 'fast-check';
import { PHONE_FIELDS } from '../../../nodes/shared/ipqs/phoneFields';

/** Values as IPQS, spreadsheets and proxies may write them. */
export const fieldValue = fc.oneof(
	fc.jsonValue({ maxDepth: 2 }),
	fc.constantFrom('', ' ', 'N/A', 'n/a', 'true', 'false', '0', '1', 'Enterprise L4+ required.', 'Feature disabled.', 'Mobile', 'toll-free'),
	fc.record({ status: fc.constantFrom('Premium required.', 'none', ''), message: fc.constantFrom('Disabled for performance.', 'fine', 7), emails: fc.constant([]) }),
);

/** Bodies with some of IPQS's fields, flat or nested, and others. */
export const responseBody = fc
	.tuple(
		fc.dictionary(fc.constantFrom(...PHONE_FIELDS.map(({ name }) => name)), fieldValue),
		fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
		fc.option(fc.dictionary(fc.constantFrom('risk_score', 'user_activity', 'bin_country', 'risk_factors'), fieldValue), { nil: undefined }),
	)
	.map(([fields, others, details]) => ({ ...others, ...fields, ...(details ? { transaction_details: details } : {}) }) as Record<string, unknown>);

/** Freezes a JSON value with all it holds, so that a change to it throws. */
export function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
	return value;
}
