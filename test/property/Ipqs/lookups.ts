import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodeType,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { IpqsApi } from '../../../credentials/IpqsApi.credentials';
import { IpqsCustomIntegrationApi } from '../../../credentials/IpqsCustomIntegrationApi.credentials';
import { Ipqs } from '../../../nodes/Ipqs/Ipqs.node';
import { RESOURCES } from '../../../nodes/Ipqs/resources';
import { IpqsPhoneValidation } from '../../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { phoneLookup } from '../../../nodes/IpqsPhoneValidation/validate.operation';
import type { Operation } from '../../../nodes/shared/lookupNode/operation';
import { operationProperties } from '../../../nodes/shared/lookupNode/properties';
import { fakeNode } from '../../support/fake-node';
import { idle } from '../../support/idle';

/** One thing that a node looks up, and the parameters that choose it. */
export interface Lookup {
	readonly name: string;
	readonly node: INodeType;
	readonly operation: Operation;
	readonly form: readonly INodeProperties[];
	readonly chosenBy: INodeParameters;
}

const suite = new Ipqs();
const phone = new IpqsPhoneValidation();
const phoneBy = (authentication: string): Lookup => ({
	name: `phone, ${authentication}`,
	node: phone,
	operation: phoneLookup,
	form: operationProperties(phoneLookup),
	chosenBy: { authentication },
});

/** Every operation that the suite has, and the phone lookup in its two ways. */
export const LOOKUPS: readonly Lookup[] = [
	...RESOURCES.flatMap(({ name: resource, operations }) =>
		operations.map((operation) => ({
			name: `${resource}: ${operation.name}`,
			node: suite,
			operation,
			form: operationProperties(operation),
			chosenBy: { authentication: 'apiKey', resource, operation: operation.name },
		})),
	),
	phoneBy('apiKey'),
	phoneBy('customIntegration'),
];

/** The table for `describe.each`. */
export const BY_NAME = LOOKUPS.map((lookup) => [lookup.name, lookup] as const);

/** Whether an item may leave as several, one for each record. */
export const hasRecords = ({ form }: Lookup): boolean => form.some(({ name }) => name === 'returnAll');

/** What a person would fill in: what the form gives as an example where it asks for something, else what it begins with. */
export function filledIn(
	{ name, type, required, placeholder = '', default: initial }: INodeProperties,
	always = required === true,
): unknown {
	if (!always) return initial;
	return type === 'dateTime' ? '2026-11-20' : type === 'string' ? placeholder.replace(/^e\.g\. /, '') || name : initial;
}

export const ordinaryParameters = ({ form, chosenBy }: Lookup): INodeParameters =>
	({
		...Object.fromEntries(form.map((property) => [property.name, filledIn(property)])),
		...chosenBy,
	}) as INodeParameters;

type Step = string | number;

/** A place of the form that takes a value. */
export interface Slot {
	readonly property: INodeProperties;
	readonly place: readonly Step[];
	/** What else has to stand in the same row for the value to be of use. */
	readonly beside: INodeParameters;
}

const besideIn = (row: readonly INodeProperties[], { name }: INodeProperties): INodeParameters =>
	Object.fromEntries(row.filter((other) => other.name !== name).map((other) => [other.name, filledIn(other, true)])) as INodeParameters;

/** Every place of a form, also those within collections and rows. */
export const slotsOf = (properties: readonly INodeProperties[], place: readonly Step[] = []): Slot[] =>
	properties.flatMap((property): Slot[] => {
		const here = [...place, property.name];
		if (property.type === 'collection') return slotsOf(property.options as INodeProperties[], here);
		if (property.type !== 'fixedCollection')
			return [{ property, place: here, beside: typeof place.at(-1) === 'number' ? besideIn(properties, property) : {} }];
		const rows = property.typeOptions?.multipleValues === true;
		return (property.options as INodePropertyCollection[]).flatMap(({ name, values }) =>
			slotsOf(values, rows ? [...here, name, 0] : [...here, name]),
		);
	});

function placed(parameters: unknown, [step, ...rest]: readonly Step[], value: unknown, beside: INodeParameters): unknown {
	if (step === undefined) return value;
	if (typeof step === 'number') {
		const rows = Array.isArray(parameters) ? parameters : [];
		return [...rows.slice(0, step), placed(rows[step] ?? beside, rest, value, beside), ...rows.slice(step + 1)];
	}
	const members = (parameters ?? {}) as IDataObject;
	return { ...members, [step]: placed(members[step], rest, value, beside) };
}

/** The parameters with a value in a slot. */
export const withSlot = (parameters: INodeParameters, { place, beside }: Slot, value: unknown): INodeParameters =>
	placed(parameters, place, value, beside) as INodeParameters;

/** What comes back for one request: a response as n8n's HTTP helper hands it over, or what that helper throws. */
export type Came = { readonly status: number; readonly headers: object; readonly body: unknown } | { readonly thrown: unknown };

export interface LookupRun {
	readonly outputs: INodeExecutionData[][] | undefined;
	readonly thrown: unknown;
	readonly hints: string[];
	/** Requests with their credential, as they would leave. */
	readonly requests: IHttpRequestOptions[];
}

export interface RunSetup {
	readonly parameters: INodeParameters;
	readonly items: INodeExecutionData[];
	readonly onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	readonly credential: IDataObject;
	/** What comes back for each request, in order. */
	readonly answer: (index: number) => Came;
}

const CREDENTIALS = { ipqsApi: new IpqsApi(), ipqsCustomIntegrationApi: new IpqsCustomIntegrationApi() };

let accounts = 0;

/** A credential of both kinds with a secret of its own, so that no run meets what another has learnt of an account. */
export const credentialOf = (secret: string, keyLocation: 'header' | 'path'): IDataObject & { apiKey: string } => {
	const own = `n0b0dys-${String(++accounts)}-${secret}`.trim();
	return {
		apiKey: own,
		secret: own,
		integration: 'ExampleCRM',
		domain: 'shop.example',
		keyLocation,
		baseUrl: 'https://ipqs.test',
		requestsPerSecond: 0,
	};
};

/** Runs a node with faked timers, whose time passes while the node waits and at no other time. */
async function waited<T>(running: Promise<T>): Promise<T> {
	let ended = false;
	const end = (): void => {
		ended = true;
	};
	running.then(end, end);
	for (await idle(); !ended; await idle()) {
		jest.advanceTimersToNextTimer();
		// A wait of less than a millisecond takes none here, and would be waited for again and again.
		jest.advanceTimersByTime(1);
	}
	return await running;
}

/** Runs a lookup node over items, with jest's fake timers. */
export async function runLookup({ node }: Lookup, { parameters, items, onError, credential, answer }: RunSetup): Promise<LookupRun> {
	const { node: given, hints } = fakeNode({ parameters, items, onError, credential });
	const requests: IHttpRequestOptions[] = [];
	given.helpers.httpRequestWithAuthentication = async (type, options) => {
		const came = answer(requests.length);
		requests.push(await CREDENTIALS[type as keyof typeof CREDENTIALS].authenticate(credential as never, options));
		if ('thrown' in came) throw came.thrown;
		return { statusCode: came.status, headers: came.headers, body: came.body };
	};
	const run = { requests, hints: [] as string[] };
	try {
		const outputs = (await waited(node.execute?.call(given) as Promise<INodeExecutionData[][]>)) as INodeExecutionData[][];
		return { ...run, outputs, thrown: undefined, hints: hints.map(({ message }) => message) };
	} catch (thrown) {
		return { ...run, outputs: undefined, thrown, hints: hints.map(({ message }) => message) };
	}
}
