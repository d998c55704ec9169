import { PHONE_FIELDS } from '../../../../nodes/shared/ipqs/phoneFields';
import { selectFields } from '../../../../nodes/shared/ipqs/selectFields';
import { lookupSchema } from '../../../../nodes/shared/ipqs/resultSchema';
import { toUnsentResult } from '../../../../nodes/shared/client/itemResult';

const schema = lookupSchema(PHONE_FIELDS, 'ipqs') as {
	type: string;
	version: number;
	properties: { ipqs: { type: string; properties: Record<string, { type: string; properties?: Record<string, { type: string }> }> } };
};

const { lookup, ...fields } = schema.properties.ipqs.properties;

describe('result schema', () => {
	it('the schema is that of an item with a result', () => {
		expect(schema).toMatchObject({ type: 'object', version: 1, properties: { ipqs: { type: 'object' } } });
		expect(Object.keys(schema.properties)).toEqual(['ipqs']);
	});

	it('the schema has every simplified field, with its type in JSON', () => {
		expect(Object.keys(fields)).toEqual(selectFields({ fields: PHONE_FIELDS }, 'simplified', [], []).fields.map(({ name }) => name));
		expect(fields).toMatchObject({
			success: { type: 'boolean' },
			fraud_score: { type: 'number' },
			line_type: { type: 'string' },
			carrier: { type: 'string' },
		});
	});

	it('the schema has every part of the record', () => {
		const { metadata } = toUnsentResult(
			{ status: 'failed', reason: 'unknown' },
			{ sandbox: false, resource: 'phone', output: 'simplified' },
		);
		expect(lookup?.type).toBe('object');
		expect(Object.keys(lookup?.properties ?? {})).toEqual(Object.keys(metadata));
		expect(lookup?.properties).toEqual({
			status: { type: 'string' },
			reason: { type: 'string' },
			request_id: { type: 'string' },
			checked_at: { type: 'string' },
			attempts: { type: 'integer' },
			charged_attempts: { type: 'integer' },
			latency_ms: { type: 'integer' },
			deduplicated: { type: 'boolean' },
			billable: { type: 'boolean' },
			reused: { type: 'boolean' },
			sandbox: { type: 'boolean' },
			resource: { type: 'string' },
			key: { type: 'string' },
			output: { type: 'string' },
			not_in_plan: { type: 'object' },
		});
	});
});
