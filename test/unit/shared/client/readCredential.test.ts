import {
	findFieldError,
	INTEGRATION_FIELDS,
	KEY_FIELDS,
	readCredentialText,
	readLookupsPerDay,
	readRequestsPerSecond,
} from '../../../../nodes/shared/client/readCredential';

describe("'Requests per Second'", () => {
	const read = (value: unknown) => readRequestsPerSecond({ requestsPerSecond: value as number });

	it.each<[unknown, number]>([
		[5, 5],
		['5', 5],
		[0.1, 0.1],
		[1000, 1000],
		[0, 0],
		['0', 0],
		['', 20],
		[' ', 20],
		[null, 20],
		[undefined, 20],
	])('%j is read as %d', (value, limit) => {
		expect(read(value)).toBe(limit);
	});

	it.each([0.09, 1000.1, -1, 'many', true, {}, Number.NaN])('%j cannot be used', (value) => {
		expect(read(value)).toBeUndefined();
	});
});

describe("'Lookups per Day'", () => {
	const read = (value: unknown) => readLookupsPerDay({ lookupsPerDay: value as number });

	it.each<[unknown, number]>([
		[500, 500],
		['500', 500],
		[1, 1],
		[100_000_000, 100_000_000],
		[0, 0],
		['', 0],
		[' ', 0],
		[null, 0],
		[undefined, 0],
	])('%j is read as %d', (value, limit) => {
		expect(read(value)).toBe(limit);
	});

	it.each([1.5, -1, 100_000_001, 'many', true, {}, Number.NaN])('%j cannot be used', (value) => {
		expect(read(value)).toBeUndefined();
	});
});

describe('a field of a credential', () => {
	it.each<[unknown, string]>([
		[' text ', 'text'],
		[4711, '4711'],
		[null, ''],
		[undefined, ''],
		[true, ''],
		[{ a: 1 }, ''],
	])('%j is read as "%s"', (value, text) => {
		expect(readCredentialText(value)).toBe(text);
	});

	const INTEGRATION = { integration: 'ExampleCRM', domain: 'example.com', secret: 'abcdefgh' };

	it('is no problem where all of them can be used', () => {
		expect(findFieldError({ apiKey: 'abcdefgh' }, KEY_FIELDS)).toBeUndefined();
		expect(findFieldError(INTEGRATION, INTEGRATION_FIELDS)).toBeUndefined();
		expect(findFieldError({ ...INTEGRATION, domain: 'münchen.example' }, INTEGRATION_FIELDS)).toBeUndefined();
		expect(findFieldError({ ...INTEGRATION, domain: '..' }, INTEGRATION_FIELDS)).toBeUndefined();
		expect(findFieldError({ ...INTEGRATION, integration: 'München' }, INTEGRATION_FIELDS)).toBeUndefined();
		expect(findFieldError({ ...INTEGRATION, secret: '..' }, INTEGRATION_FIELDS)).toBeUndefined();
	});

	it.each<[object, string, string]>([
		[{ integration: ' ' }, 'Integration', 'is empty'],
		[{ integration: '..' }, 'Integration', 'must be the name that IPQS registered'],
		[{ domain: null }, 'Domain', 'is empty'],
		[{ domain: true }, 'Domain', 'is empty'],
		[{ domain: ['example.com'] }, 'Domain', 'must be text'],
		[{ secret: undefined }, 'Secret', 'is empty'],
		[{ secret: { a: 1 } }, 'Secret', 'must be text'],
		[{ secret: 'abcd\u00e9fgh' }, 'Secret', 'contains a character that cannot be sent, possibly an invisible one. Copy it again from IPQS'],
		[{ domain: '', secret: '' }, 'Domain', 'is empty'],
	])('%j is one', (fields, label, error) => {
		expect(findFieldError({ ...INTEGRATION, ...fields }, INTEGRATION_FIELDS)).toEqual({ label, error });
	});
});
