import type { JsonObject } from '../json/json';

const TEXT: JsonObject = { type: 'string' };

const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });

const DECISION = object({
	outcome: TEXT,
	rule: TEXT,
	source: TEXT,
	reason: TEXT,
	codes: TEXT,
	reasons: { type: 'array', items: object({ code: TEXT, rule: TEXT, action: TEXT }) },
	policy: object({ name: TEXT, hash: TEXT, campaign: TEXT }),
	enforced: { type: 'boolean' },
});

/** What IPQS Criteria adds to an item without options, as JSON Schema. n8n shows it before the first run. */
export const criteriaSchema = (): JsonObject => ({ ...object({ decision: DECISION }), version: 1 });
