import { RESOURCES } from '../../../nodes/Ipqs/resources';
import { RECORD_FIELDS } from '../../../nodes/Ipqs/resources/request/recordFields';
import { PHONE_FIELDS } from '../../../nodes/shared/ipqs/phoneFields';
import { lookupSchema } from '../../../nodes/shared/ipqs/resultSchema';
import { SUITE_CASES } from '../../support/operationCases';

const JSON_TYPES: Record<string, string> = {
	boolean: 'boolean',
	number: 'number',
	choice: 'string',
	text: 'string',
	list: 'array',
	object: 'object',
};

const OPERATIONS = RESOURCES.flatMap((resource) =>
	resource.operations.map((operation) => [`${resource.name}: ${operation.name}`, operation] as const),
);

describe.each(OPERATIONS)('the response fields of %s', (name, { fields, hasUnlistedFields, outputField = 'ipqs' }) => {
	it('have each a name of its own, a label and a description', () => {
		expect(new Set(fields.map((field) => field.name)).size).toBe(fields.length);
		for (const { label, description } of fields) {
			expect(label).toMatch(/^[A-Z]/);
			expect(description).toMatch(/^[A-Z].*[^.]$/);
		}
	});

	it('have choices where they are one of a few', () => {
		for (const { type, choices } of fields) expect(choices !== undefined).toBe(type === 'choice');
	});

	it('are those of the answers, but for what IPQS does not document', () => {
		const sent = SUITE_CASES.find(({ resource, operation }) => `${resource}: ${operation}` === name)?.raw[0] ?? {};
		const unknown = Object.keys(sent).filter((one) => fields.every((field) => field.name !== one));
		const undocumented: Record<string, string[]> = { 'email: validate': ['brand_new_field'], 'list: delete': ['data'] };
		expect(hasUnlistedFields ? [] : unknown).toEqual(undocumented[name] ?? []);
	});

	it('are in the schema of the result where they are simplified, with their type in JSON', () => {
		const simplified = fields.filter((field) => field.simplified);
		expect(lookupSchema(fields, outputField)).toMatchObject({
			type: 'object',
			version: 1,
			properties: {
				[outputField]: {
					type: 'object',
					properties: Object.fromEntries(simplified.map((field) => [field.name, { type: JSON_TYPES[field.type] }])),
				},
			},
		});
		const { properties } = lookupSchema(fields, outputField) as { properties: Record<string, { properties: object }> };
		expect(Object.keys(properties)).toEqual([outputField]);
		expect(Object.keys(properties[outputField]?.properties ?? {})).toEqual([...simplified.map((field) => field.name), 'lookup']);
	});
});

describe('fields', () => {
	it('an earlier lookup may have every field of every kind of lookup', () => {
		const known = RECORD_FIELDS.map(({ name }) => name);
		const lookups = OPERATIONS.filter(([, { costsCredit }]) => costsCredit).flatMap(([, { fields }]) => fields);
		const device = OPERATIONS.find(([name]) => name === 'deviceFingerprint: getResult')?.[1].fields ?? [];
		expect([...PHONE_FIELDS, ...lookups, ...device].map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
	});
});
