import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { LINE_CHECK_TIMEOUT, UNUSABLE_PHONE } from '../../../nodes/IpqsPhoneValidation/properties';
import { IpqsPhoneValidation } from '../../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { NUMERIC_OPTIONS, type NumericOptionName } from '../../../nodes/shared/lookupNode/numericOptions';
import { fieldMenu } from '../../../nodes/shared/lookupNode/options';
import { PHONE_FIELDS } from '../../../nodes/shared/ipqs/phoneFields';
import { REQUEST_METHODS } from '../../../nodes/shared/ipqs/request';
import { OUTPUT_MODES } from '../../../nodes/shared/ipqs/selectFields';
import { TRANSACTION_GROUPS } from '../../../nodes/shared/ipqs/transactionInputs';

const { description: nodeDescription } = new IpqsPhoneValidation();
const { properties } = nodeDescription;
const optionProperties = properties.find(({ name }) => name === 'options')?.options as INodeProperties[];
const FIELD_MENU = fieldMenu(PHONE_FIELDS);
const named = (list: INodeProperties[], name: string): INodeProperties =>
	list.find((property) => property.name === name) as INodeProperties;
const valuesOf = ({ options: menu = [] }: INodeProperties) => menu.map((option) => ('value' in option ? option.value : option.name));

/** A property and all within it. */
const withInner = (property: INodeProperties): INodeProperties[] => [
	property,
	...(property.options ?? []).flatMap((option) =>
		'values' in option ? option.values.flatMap(withInner) : 'type' in option ? withInner(option) : [],
	),
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
			...{
				includeInput: true,
				concurrency: 10,
				timeout: 10,
				maxRetries: 3,
				maxWait: 30,
				earlierResult: '',
				earlierDays: 30,
				reuseMinutes: 0,
				maxLookups: 0,
			},
			...{ unusablePhone: 'skip', keepCredits: 0, requestMethod: 'GET', smsPumping: false, customVariables: {}, fieldNames: {} },
			...{ transaction: {}, transactionStrictness: 0 },
		});
		expect(LINE_CHECK_TIMEOUT).toBe(20);
	});

	it('the choices', () => {
		expect(valuesOf(named(properties, 'authentication'))).toEqual(['apiKey', 'customIntegration', 'sandbox']);
		expect(valuesOf(named(properties, 'strictness'))).toEqual([0, 1, 2]);
		expect(valuesOf(named(properties, 'output'))).toEqual([...OUTPUT_MODES]);
		expect(OUTPUT_MODES).toEqual(['simplified', 'selected', 'raw', 'key']);
		expect(valuesOf(named(optionProperties, 'unusablePhone'))).toEqual([...UNUSABLE_PHONE]);
		expect(UNUSABLE_PHONE).toEqual(['skip', 'send']);
		expect(valuesOf(named(optionProperties, 'requestMethod'))).toEqual([...REQUEST_METHODS]);
		expect(REQUEST_METHODS).toEqual(['GET', 'POST']);
		expect(valuesOf(named(optionProperties, 'transactionStrictness'))).toEqual([0, 1, 2]);
	});

	it('the fields of variables and of "Output: Field Mapping"', () => {
		const listRows = (name: string) =>
			withInner(named(optionProperties, name))
				.slice(1)
				.map((property) => [property.name, property.default]);
		expect(listRows('customVariables')).toEqual([
			['name', ''],
			['value', ''],
		]);
		expect(listRows('fieldNames')).toEqual([
			['field', 'fraud_score'],
			['name', ''],
		]);
		for (const name of ['customVariables', 'fieldNames']) {
			expect(named(optionProperties, name)).toMatchObject({
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				options: [{ name: 'values' }],
			});
		}
	});
});

describe('transaction data in the form', () => {
	const { options: groups = [], type, typeOptions } = named(optionProperties, 'transaction');

	it('has its inputs in groups, each input once', () => {
		expect([type, typeOptions]).toEqual(['fixedCollection', undefined]);
		expect(groups).toMatchObject(TRANSACTION_GROUPS.map(({ name, label }) => ({ name, displayName: label })));
		const inputs = groups.map((group) => ('values' in group ? group.values.map(({ name, displayName }) => [name, displayName]) : []));
		expect(inputs).toEqual(TRANSACTION_GROUPS.map((group) => group.inputs.map(({ name, label }) => [name, label])));
		expect(new Set(inputs.flat().map(([name]) => name)).size).toBe(inputs.flat().length);
	});

	it('takes text for each input, empty until it is filled in', () => {
		for (const property of withInner(named(optionProperties, 'transaction')).slice(1)) {
			expect(property).toMatchObject({ type: 'string', default: '', placeholder: expect.stringMatching(/^e\.g\. /) });
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
		expect(properties.filter(({ displayOptions }) => displayOptions?.show !== undefined)).toHaveLength(1);
	});

	it('hides what custom integrations do not know where one is used, and nothing else', () => {
		const hidden = [...properties, ...optionProperties].filter(({ displayOptions }) => displayOptions?.hide !== undefined);
		expect(hidden.map(({ name }) => name).sort()).toEqual([
			...[
				'customVariables',
				'enhancedLineCheck',
				'enhancedNameCheck',
				'keepCredits',
				'requestMethod',
				'smsPumping',
				'transaction',
				'transactionStrictness',
			],
		]);
		for (const { displayOptions } of hidden) expect(displayOptions).toEqual({ hide: { '/authentication': ['customIntegration'] } });
	});

	it('offers every response field by its label, in alphabetical order', () => {
		expect(FIELD_MENU.map(({ value }) => value).sort()).toEqual(PHONE_FIELDS.map(({ name }) => name).sort());
		expect(FIELD_MENU.map(({ name }) => name)).toEqual(FIELD_MENU.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en')));
		expect(FIELD_MENU).toContainEqual({
			name: 'VOIP',
			value: 'VOIP',
			description: 'Whether it is an internet phone number (Voice over IP)',
		});
		expect(named(properties, 'fields').options).toEqual(FIELD_MENU);
		expect(withInner(named(optionProperties, 'fieldNames'))[1]?.options).toEqual(FIELD_MENU);
	});

	it('lists its options by label', () => {
		const labels = optionProperties.map(({ displayName }) => displayName);
		expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'en')));
	});

	it.each(Object.keys(NUMERIC_OPTIONS) as NumericOptionName[])('keeps %s within its bounds', (name) => {
		const {
			label,
			default: value,
			min,
			max,
			description,
			unit,
		}: (typeof NUMERIC_OPTIONS)[NumericOptionName] & { unit?: string } = NUMERIC_OPTIONS[name];
		expect(named(optionProperties, name)).toMatchObject({
			...(unit === undefined ? {} : { hint: unit }),
			displayName: label,
			name,
			type: 'number',
			typeOptions: { minValue: min, maxValue: max },
			default: value,
			description,
		});
	});

	it.each(everyProperty.map((property) => [property.name, property] as const))(
		'words %s as n8n asks',
		(_name, { displayName, description, placeholder, type }) => {
			expect(displayName).toMatch(/^[A-Z]/);
			if (type === 'boolean') expect(description).toMatch(/^Whether /);
			if (placeholder !== undefined) expect(placeholder).toMatch(/^(?:e\.g\. |Add )/);
			// "Error output" is what n8n calls it.
			expect(description ?? '').not.toMatch(/\b(?:error(?! output)|problem|failure|mistake)s?\b/i);
		},
	);
});

describe('the node', () => {
	const { description } = new IpqsPhoneValidation();

	it('has one input and one output, and is a tool', () => {
		expect(description).toMatchObject({
			...{
				displayName: 'IPQS Phone Validation',
				name: 'ipqsPhoneValidation',
				version: 1,
				inputs: ['main'],
				outputs: ['main'],
				usableAsTool: true,
			},
			...{ group: ['transform'], defaults: { name: 'IPQS Phone Validation' }, properties },
		});
	});

	it('needs the credential of its authentication, but not in the sandbox', () => {
		expect(description.credentials).toEqual([
			{
				name: 'ipqsApi',
				required: true,
				testedBy: 'ipqsApiTest',
				displayOptions: { show: { '/authentication': ['apiKey'] } },
			},
			{
				...{ name: 'ipqsCustomIntegrationApi', required: true, testedBy: 'ipqsCustomIntegrationApiTest' },
				displayOptions: { show: { '/authentication': ['customIntegration'] } },
			},
		]);
	});

	it('says before a run that the sandbox checks nothing', () => {
		expect(description.hints).toEqual([
			{
				message:
					'Sandbox: nothing is sent to IPQS and no credits are used. Try +1 201 555 0100 (clean), 0110 (VOIP) or 0123 (score 100). The documentation lists all test numbers',
				type: 'info',
				location: 'outputPane',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["authentication"] === "sandbox" }}',
			},
		]);
		expect(description.subtitle).toContain('"Sandbox: Nothing Is Checked"');
	});
});

describe('a user sees', () => {
	const DEFAULTS = Object.fromEntries(properties.map(({ name, default: value }) => [name, value]));

	/** The parameters and the credential that the editor shows, without the menu 'Options', which is empty until one is added. */
	const shown = (changes: INodeParameters): string[] =>
		[...properties, ...(nodeDescription.credentials ?? [])]
			.filter(({ name }) => name !== 'options')
			.filter((one) => NodeHelpers.displayParameter({ ...DEFAULTS, ...changes }, one, null, nodeDescription))
			.map(({ name }) => name);

	it.each<[number, INodeParameters]>([
		[9, {}],
		[10, { output: 'selected' }],
		[8, { authentication: 'sandbox' }],
		[7, { authentication: 'customIntegration' }],
	])('%i parameters with %j', (count, changes) => {
		expect(shown(changes)).toHaveLength(count);
	});
});
