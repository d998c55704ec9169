import type { INodeProperties } from 'n8n-workflow';
import { OUTPUT_MODES, properties } from '../../../nodes/IpqsPhoneValidation/description';
import { IpqsPhoneValidation } from '../../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { FIELD_MENU, LINE_CHECK_TIMEOUT, MALFORMED_PHONE, NUMBER_OPTIONS, options, REQUEST_METHODS } from '../../../nodes/IpqsPhoneValidation/options';
import { PHONE_FIELDS } from '../../../nodes/shared/ipqs/fields';

const optionProperties = options.options as INodeProperties[];
const named = (list: INodeProperties[], name: string): INodeProperties => list.find((property) => property.name === name) as INodeProperties;
const valuesOf = ({ options: menu = [] }: INodeProperties) => menu.map((option) => ('value' in option ? option.value : option.name));

/** A property and all within it. */
const withInner = (property: INodeProperties): INodeProperties[] => [
	property,
	...(property.options ?? []).flatMap((option) => ('values' in option ? option.values.flatMap(withInner) : 'type' in option ? withInner(option) : [])),
];

const everyProperty = properties.flatMap(withInner);

describe('a saved workflow may rely on', () => {
	it('the parameters and their defaults', () => {
		expect(properties.map(({ name, type, default: value }) => [name, type, value])).toEqual([
			['authentication', 'options', 'apiKey'],
			['phone', 'string', ''],
			['country', 'string', ''],
			['strictness', 'options', 0],
			['enhancedLineCheck', 'boolean', false],
			['enhancedNameCheck', 'boolean', false],
			['output', 'options', 'simplified'],
			['fields', 'multiOptions', []],
			['outputField', 'string', 'ipqs'],
			['options', 'collection', {}],
		]);
	});

	it('the options and their defaults', () => {
		expect(Object.fromEntries(optionProperties.map(({ name, default: value }) => [name, value]))).toMatchObject({
			...{ includeInput: true, concurrency: 10, timeout: 10, maxRetries: 3, maxWait: 30, deduplicate: true, reuseMinutes: 0, maxLookups: 0 },
			...{ malformedPhone: 'invalid', checkCredits: false, requestMethod: 'GET', smsPumping: false, customVariables: {}, fieldNames: {} },
		});
		expect(LINE_CHECK_TIMEOUT).toBe(20);
	});

	it('the choices', () => {
		expect(valuesOf(named(properties, 'authentication'))).toEqual(['apiKey', 'sandbox']);
		expect(valuesOf(named(properties, 'strictness'))).toEqual([0, 1, 2]);
		expect(valuesOf(named(properties, 'output'))).toEqual([...OUTPUT_MODES]);
		expect(OUTPUT_MODES).toEqual(['simplified', 'selected', 'raw']);
		expect(valuesOf(named(optionProperties, 'malformedPhone'))).toEqual([...MALFORMED_PHONE]);
		expect(MALFORMED_PHONE).toEqual(['invalid', 'fail', 'send']);
		expect(valuesOf(named(optionProperties, 'requestMethod'))).toEqual([...REQUEST_METHODS]);
		expect(REQUEST_METHODS).toEqual(['GET', 'POST']);
	});

	it('the fields of variables and of "Save Fields As"', () => {
		const rowsOf = (name: string) => withInner(named(optionProperties, name)).slice(1).map((property) => [property.name, property.default]);
		expect(rowsOf('customVariables')).toEqual([['name', ''], ['value', '']]);
		expect(rowsOf('fieldNames')).toEqual([['field', 'fraud_score'], ['name', '']]);
		for (const name of ['customVariables', 'fieldNames']) {
			expect(named(optionProperties, name)).toMatchObject({ type: 'fixedCollection', typeOptions: { multipleValues: true }, options: [{ name: 'values' }] });
		}
	});
});

describe('the form', () => {
	it('asks for the number and a place for the result', () => {
		expect(properties.filter(({ required }) => required).map(({ name }) => name)).toEqual(['phone', 'outputField']);
	});

	it('takes expressions for all but what shapes it', () => {
		expect(properties.filter(({ noDataExpression }) => noDataExpression).map(({ name }) => name)).toEqual(['authentication', 'output']);
	});

	it('shows the fields to select only where they are selected', () => {
		expect(named(properties, 'fields').displayOptions).toEqual({ show: { output: ['selected'] } });
		expect(properties.filter(({ displayOptions }) => displayOptions !== undefined)).toHaveLength(1);
	});

	it('offers every response field by its label, in alphabetical order', () => {
		expect(FIELD_MENU.map(({ value }) => value).sort()).toEqual(PHONE_FIELDS.map(({ name }) => name).sort());
		expect(FIELD_MENU.map(({ name }) => name)).toEqual(FIELD_MENU.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en')));
		expect(FIELD_MENU).toContainEqual({ name: 'VOIP', value: 'VOIP', description: 'Whether it is an internet (Voice over IP) number' });
		expect(named(properties, 'fields').options).toBe(FIELD_MENU);
	});

	it('lists its options by label', () => {
		const labels = optionProperties.map(({ displayName }) => displayName);
		expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'en')));
	});

	it.each(Object.entries(NUMBER_OPTIONS))('keeps %s within its bounds', (name, option: { label: string; default: number; min: number; max: number; description: string; unit?: string }) => {
		const { label, default: value, min, max, description, unit } = option;
		expect(named(optionProperties, name)).toEqual({
			...(unit === undefined ? {} : { hint: unit }),
			displayName: label,
			name,
			type: 'number',
			typeOptions: { minValue: min, maxValue: max },
			default: value,
			description,
		});
	});

	it.each(everyProperty.map((property) => [property.name, property] as const))('words %s as n8n asks', (_name, { displayName, description, placeholder, type }) => {
		expect(displayName).toMatch(/^[A-Z]/);
		if (type === 'boolean') expect(description).toMatch(/^Whether /);
		if (placeholder !== undefined) expect(placeholder).toMatch(/^(?:e\.g\. |Add )/);
		expect(description ?? '').not.toMatch(/\b(?:error|problem|failure|mistake)s?\b/i);
	});
});

describe('the node', () => {
	const { description } = new IpqsPhoneValidation();

	it('has one input and one output, and is a tool', () => {
		expect(description).toMatchObject({
			...{ displayName: 'IPQS Phone Validation', name: 'ipqsPhoneValidation', version: 1, inputs: ['main'], outputs: ['main'], usableAsTool: true },
			...{ group: ['transform'], defaults: { name: 'IPQS Phone Validation' }, properties },
		});
	});

	it('needs a credential, but not in the sandbox', () => {
		expect(description.credentials).toEqual([{ name: 'ipqsApi', required: true, testedBy: 'ipqsApiTest', displayOptions: { hide: { authentication: ['sandbox'] } } }]);
	});

	it('says before a run that the sandbox checks nothing', () => {
		expect(description.hints).toEqual([
			{
				message: 'Sandbox: no number is checked and nothing is spent; documented test numbers choose the answers',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["authentication"] === "sandbox" }}',
			},
		]);
		expect(description.subtitle).toContain('"Sandbox: Nothing Is Checked"');
	});
});
