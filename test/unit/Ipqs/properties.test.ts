import { Workflow, type INode, type INodeProperties, type INodePropertyOptions, type INodeTypes } from 'n8n-workflow';
import { properties, subtitle } from '../../../nodes/Ipqs/properties';
import { Ipqs } from '../../../nodes/Ipqs/Ipqs.node';
import { RESOURCES } from '../../../nodes/Ipqs/resources';
import { fieldMenu } from '../../../nodes/shared/lookupNode/options';

/** Names that workflows are saved with: each operation's own required parameters, and the rest of its own in the order of the form. */
const SAVED: Record<string, { required: string[]; optional: string[] }> = {
	'account: getUsage': { required: [], optional: [] },
	'deviceFingerprint: getResult': { required: ['ipAddress', 'deviceId'], optional: [] },
	'email: validate': { required: ['email'], optional: [] },
	'fraudReport: submit': { required: ['value'], optional: ['reportType', 'country'] },
	'ipAddress: check': { required: ['ipAddress'], optional: [] },
	'leakedData: check': { required: ['value'], optional: ['leakType'] },
	'list: add': { required: ['value'], optional: ['listName', 'valueType', 'country', 'variableName', 'listScope', 'reason'] },
	'list: delete': { required: ['value'], optional: ['listName', 'valueType', 'country', 'variableName', 'listScope'] },
	'list: getMany': { required: [], optional: ['listName', 'returnAll', 'limit'] },
	'postback: send': { required: ['requestId'], optional: ['findBy', 'requestType', 'conversionStatus', 'conversionDate'] },
	'request: getMany': { required: ['startDate'], optional: ['requestType', 'stopDate', 'returnAll', 'limit', 'filters'] },
	'statistics: getAverages': { required: ['trackerId'], optional: ['source', 'startDate', 'stopDate', 'country'] },
	'url: scan': { required: ['url'], optional: [] },
};

const COMMON = ['output', 'fields', 'outputField', 'options'];

const COMMON_OPTIONS = ['concurrency', 'customVariables', 'fieldNames', 'fieldPrefix', 'includeInput', 'maxRetries', 'maxWait', 'timeout'];

const OPTIONS_OF_LOOKUPS = ['earlierDays', 'earlierResult', 'keepCredits', 'maxLookups', 'requestMethod', 'reuseMinutes'];

const OWN_OPTIONS: Record<string, string[]> = {
	'email: validate': ['abuseStrictness', 'fast', 'mailboxTimeout', 'strictness', 'suggestDomain'],
	'ipAddress: check': [
		'allowPublicAccessPoints',
		'fast',
		'lighterPenalties',
		'mobile',
		'strictness',
		'transaction',
		'transactionStrictness',
		'userAgent',
		'userLanguage',
	],
	'postback: send': ['clickDate', 'userAgent', 'userLanguage'],
	'url: scan': ['fast', 'strictness'],
};

const OPERATIONS = RESOURCES.flatMap((resource) =>
	resource.operations.map((operation) => [`${resource.name}: ${operation.name}`, resource, operation] as const),
);

/** What the form shows for an operation. */
const shownFor = (resource: string, operation: string): INodeProperties[] =>
	properties.filter(
		({ displayOptions }) => displayOptions?.show?.resource?.includes(resource) && displayOptions.show.operation?.includes(operation),
	);

const optionsOf = (list: INodeProperties[]): INodeProperties[] => list.find(({ name }) => name === 'options')?.options as INodeProperties[];

const withInner = (property: INodeProperties): INodeProperties[] => [
	property,
	...(property.options ?? []).flatMap((option) =>
		'values' in option ? option.values.flatMap(withInner) : 'type' in option ? withInner(option) : [],
	),
];

const sorted = (texts: readonly string[]): string[] => [...texts].sort((one, other) => one.localeCompare(other, 'en'));

describe('a saved workflow may rely on', () => {
	it('the resources and operations', () => {
		expect(OPERATIONS.map(([name]) => name)).toEqual(Object.keys(SAVED));
		expect(properties.find(({ name }) => name === 'resource')?.options?.map((option) => 'value' in option && option.value)).toEqual(
			RESOURCES.map(({ name }) => name),
		);
	});

	it.each(OPERATIONS)('the parameters of %s', (name, resource, operation) => {
		const { required, optional } = SAVED[name] ?? { required: [], optional: [] };
		const shown = shownFor(resource.name, operation.name);
		expect(shown.filter((property) => property.required).map((property) => property.name)).toEqual([...required, 'outputField']);
		expect(shown.filter((property) => !property.required).map((property) => property.name)).toEqual([
			...optional,
			...COMMON.filter((common) => common !== 'outputField'),
		]);
	});

	it.each(OPERATIONS)('the options of %s', (name, resource, operation) => {
		const expected = [...COMMON_OPTIONS, ...(operation.costsCredit ? OPTIONS_OF_LOOKUPS : []), ...(OWN_OPTIONS[name] ?? [])];
		expect(
			optionsOf(shownFor(resource.name, operation.name))
				.map((option) => option.name)
				.sort(),
		).toEqual(expected.sort());
	});

	it('the names of the lookups that cost a credit', () => {
		expect(OPERATIONS.filter(([, , { costsCredit }]) => costsCredit).map(([name]) => name)).toEqual([
			'email: validate',
			'ipAddress: check',
			'leakedData: check',
			'url: scan',
		]);
	});

	it('the choices and their defaults', () => {
		const choices = (resource: string, operation: string, parameter: string): unknown[] => {
			const property = shownFor(resource, operation).find(({ name }) => name === parameter);
			return [property?.default, sorted((property?.options ?? []).map((option) => ('value' in option ? String(option.value) : '')))];
		};
		expect(choices('fraudReport', 'submit', 'reportType')).toEqual(['email', ['email', 'ip', 'phone', 'requestId']]);
		expect(choices('leakedData', 'check', 'leakType')).toEqual(['email', ['email', 'username']]);
		expect(choices('list', 'add', 'listName')).toEqual(['blocklist', ['allowlist', 'blocklist']]);
		expect(choices('list', 'delete', 'valueType')).toEqual([
			'email',
			['cidr', 'custom', 'deviceid', 'domain', 'email', 'ip', 'isp', 'phone'],
		]);
		expect(choices('list', 'add', 'listScope')).toEqual(['email', ['devicetracker', 'email', 'mobiletracker', 'phone', 'proxy', 'url']]);
		expect(choices('postback', 'send', 'findBy')).toEqual(['requestId', ['requestId', 'variable']]);
		expect(choices('postback', 'send', 'requestType')).toEqual(['proxy', ['devicetracker', 'email', 'mobiletracker', 'proxy']]);
		expect(choices('request', 'getMany', 'requestType')).toEqual([
			'phone',
			['devicetracker', 'email', 'leaked_email', 'leaked_username', 'mobiletracker', 'phone', 'proxy', 'url'],
		]);
		expect(choices('statistics', 'getAverages', 'source')).toEqual(['proxy', ['proxy', 'tracker']]);
	});
});

describe('the form', () => {
	it('asks first how to reach IPQS, then what for', () => {
		expect(properties.slice(0, 2).map(({ name, noDataExpression }) => [name, noDataExpression])).toEqual([
			['authentication', true],
			['resource', true],
		]);
		expect(properties[0]?.options?.map((option) => 'value' in option && option.value)).toEqual(['apiKey', 'sandbox']);
	});

	it.each(RESOURCES.map((resource) => [resource.name, resource] as const))(
		'offers the operations of %s, the first chosen',
		(name, { operations }) => {
			const menus = properties.filter(
				(property) => property.name === 'operation' && property.displayOptions?.show?.resource?.includes(name),
			);
			expect(menus).toEqual([
				{
					...{
						displayName: 'Operation',
						name: 'operation',
						type: 'options',
						noDataExpression: true,
						displayOptions: { show: { resource: [name] } },
					},
					options: operations.map((operation) => ({
						name: operation.label,
						value: operation.name,
						action: operation.action,
						description: operation.description,
					})),
					default: operations[0].name,
				},
			]);
		},
	);

	it('has a default resource and, for each resource, a default operation that its menu offers', () => {
		expect(RESOURCES.map(({ name }) => name)).toContain(properties.find(({ name }) => name === 'resource')?.default);
	});

	it('shows each parameter for one operation, once', () => {
		const own = properties.filter(({ name }) => !['authentication', 'resource', 'operation'].includes(name));
		const places = own.map(({ name, displayOptions }) => {
			expect(displayOptions?.hide).toEqual(name === 'listScope' ? { valueType: ['custom'] } : undefined);
			expect([displayOptions?.show?.resource?.length, displayOptions?.show?.operation?.length]).toEqual([1, 1]);
			return [displayOptions?.show?.resource?.[0], displayOptions?.show?.operation?.[0], name].join(' ');
		});
		expect(new Set(places).size).toBe(places.length);
		expect(
			new Set(own.map(({ displayOptions }) => [displayOptions?.show?.resource?.[0], displayOptions?.show?.operation?.[0]].join(': '))),
		).toEqual(new Set(Object.keys(SAVED)));
	});

	it.each<[string, string, string, object]>([
		['fraudReport', 'submit', 'country', { reportType: ['phone'] }],
		['list', 'getMany', 'limit', { returnAll: [false] }],
		['postback', 'send', 'requestId', { findBy: ['requestId'] }],
		['postback', 'send', 'requestType', { findBy: ['variable'] }],
		['request', 'getMany', 'limit', { returnAll: [false] }],
		['statistics', 'getAverages', 'trackerId', { source: ['tracker'] }],
		['email', 'validate', 'fields', { output: ['selected'] }],
	])('shows for %s %s the parameter %s where it counts alone', (resource, operation, name, condition) => {
		expect(shownFor(resource, operation).find((property) => property.name === name)?.displayOptions).toEqual({
			show: { resource: [resource], operation: [operation], ...condition },
		});
	});

	it.each(OPERATIONS)('offers every response field of %s by its label, each label once', (_name, resource, operation) => {
		const shown = shownFor(resource.name, operation.name);
		const menu = shown.find(({ name }) => name === 'fields')?.options as INodePropertyOptions[];
		expect(menu).toEqual(fieldMenu(operation.fields));
		expect(menu.map(({ name }) => name)).toEqual(sorted(menu.map(({ name }) => name)));
		const labels = operation.fields.map(({ label }) => label);
		expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
		const [field] = withInner(optionsOf(shown).find(({ name }) => name === 'fieldNames') as INodeProperties).slice(1);
		expect(operation.fields.map(({ name }) => name)).toContain(field?.default);
	});

	it.each(OPERATIONS)('lists the options of %s by label', (_name, resource, operation) => {
		const labels = optionsOf(shownFor(resource.name, operation.name)).map(({ displayName }) => displayName);
		expect(labels).toEqual(sorted(labels));
	});
});

describe('the wording', () => {
	const everyProperty = properties.flatMap(withInner);
	const distinct = [
		...new Map(
			everyProperty.map((property) => [
				JSON.stringify([property.displayName, property.description, property.placeholder, property.type]),
				property,
			]),
		).values(),
	];

	it.each(OPERATIONS.map(([name, , operation]) => [name, operation] as const))(
		'says what %s does',
		(_name, { label, action, description }) => {
			expect(label).toMatch(/^[A-Z][a-z]+(?: [A-Z][a-z]+)*$/);
			expect(action).toMatch(/^[A-Z][a-z]+(?: (?:[a-z]+|IP|URL))+$/);
			expect(description).toMatch(/^[A-Z].* /);
			for (const text of [action, description]) expect(text).not.toMatch(/\b(?:error|problem|failure|mistake)s?\b/i);
			// One sentence has no final period.
			expect(/^[^.]*\.$/.test(description)).toBe(false);
		},
	);

	it.each(distinct.map((property) => [property.displayName, property] as const))(
		'of "%s" is as n8n asks',
		(_label, { displayName, description = '', placeholder, type }) => {
			expect(displayName).toMatch(/^[A-Z0-9]\S*(?: (?:[A-Z0-9]\S*|in|as|for|per|by|of))*$/);
			expect(description).toMatch(/^(?:[A-Z0-9].*)?$/);
			if (type === 'boolean') expect(description).toMatch(/^Whether /);
			if (placeholder !== undefined) expect(placeholder).toMatch(/^(?:e\.g\. |Add )/);
			// "Error output" is what n8n calls it.
			expect(description).not.toMatch(/\b(?:error(?! output)|problem|failure|mistake)s?\b/i);
		},
	);

	it('of long menus is in alphabetical order', () => {
		const menus = everyProperty.filter(({ type, options = [] }) => ['options', 'multiOptions'].includes(type) && options.length >= 5);
		expect(menus.length).toBeGreaterThan(0);
		for (const { options = [] } of menus) {
			const names = options.map(({ name }) => name);
			expect(names).toEqual(sorted(names));
		}
	});
});

describe('the node', () => {
	const node = new Ipqs();
	const { description } = node;

	it('has one input and one output, and is a tool', () => {
		expect(description).toMatchObject({
			...{
				displayName: 'IPQualityScore',
				name: 'ipqs',
				version: 1,
				inputs: ['main'],
				outputs: ['main'],
				usableAsTool: true,
				group: ['transform'],
			},
			...{ defaults: { name: 'IPQualityScore' }, properties },
		});
	});

	it('needs the credential, which it tests, but not in the sandbox', () => {
		expect(description.credentials).toEqual([
			{ name: 'ipqsApi', required: true, testedBy: 'ipqsApiTest', displayOptions: { show: { '/authentication': ['apiKey'] } } },
		]);
		expect(Object.keys(node.methods.credentialTest)).toEqual(['ipqsApiTest']);
	});

	it('says before a run that the sandbox checks and changes nothing', () => {
		expect(description.hints).toMatchObject([
			{ location: 'outputPane', whenToDisplay: 'beforeExecution', displayCondition: '={{ $parameter["authentication"] === "sandbox" }}' },
		]);
	});

	/** The subtitle as n8n's canvas works it out. */
	const subtitleWith = (parameters: INode['parameters']): unknown => {
		const nodeTypes = { getByNameAndVersion: () => node, getByName: () => node } as unknown as INodeTypes;
		const one: INode = { id: '1', name: 'Suite', type: 'n8n-nodes-ipqs.ipqs', typeVersion: 1, position: [0, 0], parameters };
		const workflow = new Workflow({ nodes: [one], connections: {}, active: false, nodeTypes });
		return workflow.expression.getSimpleParameterValue(workflow.getNode('Suite') as INode, subtitle, 'internal', {});
	};

	it.each(OPERATIONS)('says on the canvas that it does %s', (_name, resource, operation) => {
		const title = `${operation.label}: ${resource.label}`;
		expect(subtitleWith({ resource: resource.name, operation: operation.name })).toBe(title);
		expect(subtitleWith({ authentication: 'sandbox', resource: resource.name, operation: operation.name })).toBe(`Sandbox: ${title}`);
	});

	it.each([{ resource: 'email', operation: '__CUSTOM_API_CALL__' }, { resource: '__CUSTOM_API_CALL__' }])(
		'says nothing on the canvas of what it does not do: %j',
		(parameters) => {
			expect(subtitleWith(parameters) ?? '').toBe('');
		},
	);
});
