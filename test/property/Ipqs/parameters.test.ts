import fc from 'fast-check';
import {
	NodeApiError,
	type IDataObject,
	type IHttpRequestOptions,
	type INodeExecutionData,
	type INodeParameters,
	type INodeProperties,
} from 'n8n-workflow';
import { COUNTRIES } from '../../../nodes/shared/ipqs/countries';
import { frozen } from '../lookupNode/arbitraries';
import { ownFields } from './arbitraries';
import {
	BY_NAME,
	credentialOf,
	filledIn,
	hasRecords,
	ordinaryParameters,
	runLookup,
	slotsOf,
	withSlot,
	type Lookup,
	type Slot,
} from './lookups';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
afterEach(() => void jest.useRealTimers());

const RUNS = { numRuns: 150 };

const HARD_VALUES: unknown[] = [
	...[
		null,
		undefined,
		NaN,
		Infinity,
		-Infinity,
		-0,
		-1,
		0.5,
		1e21,
		2 ** 53,
		true,
		false,
		[],
		{},
		[[]],
		[null],
		{ toJSON: 1 },
		{ values: [] },
	],
	...[
		'',
		' ',
		'\u0000',
		'\r\nHost: x',
		'a\u0007b',
		'\u202e',
		'\ufeff',
		'null',
		'undefined',
		'NaN',
		'[object Object]',
		'__proto__',
		'constructor',
		'{key}',
		'%',
		'%2e',
		'+',
	],
	...['...', '/', '\\', '?x=1', '#x', 'a.b', 'error', 'ipqs', '\ud83d\ude00'],
	...[
		'ada@example.org',
		'ada@ex\u00e4mple.org',
		'192.0.2.7',
		'::',
		'::ffff:192.0.2.7',
		'fe80::1%eth0',
		'http://[::1]/',
		'https://u:p@example.org',
		'+12015550123',
		'US',
		['US', 'CA'],
		'x'.repeat(20_000),
		'9'.repeat(400),
	],
	10n,
];

const DAYS: unknown[] = [
	'2026-02-30',
	'0000-00-00',
	'9999-12-31',
	'2026-11-20T24:00:00Z',
	new Date('2026-11-20'),
	new Date(NaN),
	{ ts: 1, toJSON: () => '2026-11-20T08:00:00.000+01:00' },
];

/** What may lead elsewhere in an address, or be none. */
const STEPS: unknown[] = ['.', '..', '../..', '../../account', 'ada\ud83d', 'ada\ud83d@example.org', '\udfff'];

/** Objects that no text can be made of. */
const WITHOUT_TEXT: unknown[] = [{ toString: null }, [{ toString: null }], Object.create(null)];

/** Values for a place of the form: what it is made for, what looks like it, any JSON, and what no one thinks of. */
const valueOf = ({ property }: Slot): fc.Arbitrary<unknown> => {
	const choices = (property.options ?? []).flatMap((option) => ('value' in option ? [option.value] : []));
	return fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(...HARD_VALUES) },
		{ weight: 1, arbitrary: fc.constantFrom(...WITHOUT_TEXT) },
		{ weight: 3, arbitrary: fc.constantFrom(...(property.type === 'dateTime' ? DAYS : STEPS)) },
		{ weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
		{
			weight: 2,
			arbitrary: fc.oneof(
				fc.string({ unit: 'binary' }),
				fc.string(),
				fc.integer(),
				fc.double(),
				fc.emailAddress(),
				fc.ipV4(),
				fc.ipV6(),
				fc.webUrl(),
				fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
			),
		},
		{ weight: 2, arbitrary: fc.constantFrom<unknown>(filledIn(property, true), ...choices) },
	);
};

/** What a slot holds in an item that nothing is wrong with. */
const ordinaryIn = ({ property, beside }: Slot): unknown =>
	Object.keys(beside).length > 0 ? filledIn(property, true) : filledIn(property);

/** Options that the first item alone says, for all. */
const OF_THE_RUN = new Set(['concurrency', 'maxLookups', 'keepCredits', 'reuseMinutes']);

const placesToFill = (lookup: Lookup): Slot[] => slotsOf(lookup.form).filter(({ property }) => !OF_THE_RUN.has(property.name));

/** What a refusal may name: every place of the form, and what holds rows. */
const labelsOf = (form: readonly INodeProperties[]): string[] =>
	form.flatMap(({ displayName, type, options = [] }) => [
		displayName,
		...(type === 'collection' ? labelsOf(options as INodeProperties[]) : []),
	]);

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string): boolean => ISO_DAY.test(text) && new Date(text).toISOString().startsWith(text);
const isMoment = (text: string): boolean => isDay(text.slice(0, 10)) && /^ ([01]\d|2[0-4]):[0-5]\d:[0-5]\d$/.test(text.slice(10));
const within =
	(min: number, max: number) =>
	(text: string): boolean =>
		/^\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
const isCountry = (text: string): boolean => COUNTRIES.some(([alpha2]) => alpha2 === text);
const isTrue = (text: string): boolean => text === 'true';
const isOneOf =
	(...all: string[]) =>
	(text: string): boolean =>
		all.includes(text);

/** What IPQS's parameters can be, in words of this test's own. */
const POSSIBLE: Readonly<Record<string, (text: string) => boolean>> = {
	...{
		email: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
		ip: (text) => /^[\p{L}\p{N}.:-]+$/u.test(text),
		url: (text) => (!/\s/.test(text) && text.includes('.')) || text.includes(':'),
	},
	...{ strictness: within(0, 3), abuse_strictness: within(0, 2), transaction_strictness: within(0, 2), timeout: within(1, 57) },
	...{
		page: within(1, 1_000_000),
		limit: within(1, 250),
		min_fraud_score: within(0, 100),
		max_fraud_score: within(0, 100),
		country: isCountry,
	},
	...{ start_date: isDay, stop_date: isDay, end_date: isDay, 'update[ConversionDate]': isMoment, 'update[ClickDate]': isMoment },
	...{
		fast: isTrue,
		mobile: isTrue,
		suggest_domain: isTrue,
		lighter_penalties: isTrue,
		allow_public_access_points: isTrue,
		enhanced_line_check: isTrue,
		enhanced_name_check: isTrue,
		sms_pumping: isTrue,
	},
	// The name of a custom variable, or one of IPQS's types.
	...{ value_type: (text: unknown) => typeof text === 'string' && text !== '' },
	...{ type: isOneOf('custom', 'devicetracker', 'email', 'proxy', 'mobiletracker', 'phone', 'url', 'leaked_email', 'leaked_username') },
};

/** What stands for no value at all, where nobody wrote it. */
const NOTHING = new Set(['undefined', 'null', 'NaN', 'Infinity', '-Infinity', '[object Object]']);

const parametersOf = ({ qs, body }: IHttpRequestOptions): Array<readonly [string, unknown]> =>
	body instanceof URLSearchParams ? [...body] : Object.entries(qs ?? {});

/** What is wrong with a request, if anything: the address as it would really be asked, and every parameter. */
function impossibleIn(request: IHttpRequestOptions, written: ReadonlySet<unknown>, free: boolean): string[] {
	const { pathname, search, hash, origin } = new URL(request.url);
	const issues =
		`${origin}${pathname}` === request.url && `${search}${hash}` === '' && !/\/(?:\/|$)/.test(pathname) ? [] : [`address ${request.url}`];
	const texts = parametersOf(request).flatMap(([name, value]) => [value].flat().map((one) => [name.replace(/\[\]$/, ''), one] as const));
	for (const [name, text] of texts) {
		const usable = typeof text === 'string' && text !== '' && text === text.trim() && !/\p{Cs}/u.test(text);
		const isNothing = NOTHING.has(String(text)) && !written.has(text);
		if (!usable || isNothing || !(free || (POSSIBLE[name]?.(text) ?? true))) issues.push(`${name}=${String(text)}`);
	}
	return issues;
}

const SUCCESS = {
	status: 200,
	headers: {},
	body: '{"success":true,"valid":true,"fraud_score":0,"requests":[{"success":true}],"data":[{"value":"x"}],"total_pages":1,"request_id":"aB3"}',
};

const ORDINARY = 0;
const FUZZED = 1;

describe.each(BY_NAME)('%s: whatever an expression brings for one item,', (_name, lookup) => {
	const slots = new Map(placesToFill(lookup).map((slot) => [slot.place.join('.'), slot]));
	// What is asked about is what the rest is beside, so it is tried more often.
	const asked = [...slots].filter(([, { property }]) => property.required === true);
	const filled = fc
		.oneof(...[[...slots], ...(asked.length === 0 ? [] : [asked])].map((some) => fc.constantFrom(...some)))
		.chain(([place, slot]) => fc.tuple(fc.constant(place), valueOf(slot)));
	const menus = lookup.form.filter(({ name, type }) => type === 'options' && name !== 'output');
	// So that a value meets every choice beside it.
	const choices = fc.record(
		Object.fromEntries(
			menus.map(({ name, options = [] }) => [
				name,
				fc.constantFrom(...options.flatMap((option) => ('value' in option ? [option.value] : []))),
			]),
		),
		{ requiredKeys: [] },
	);
	const labels = labelsOf(lookup.form);
	const ordinary = ordinaryParameters(lookup);

	it('it is a request that can be, or a refusal that names item and field; the other items go their way', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(filled, { minLength: 1, maxLength: 3, selector: ([place]) => place }),
				choices,
				ownFields,
				fc.constantFrom('stopWorkflow' as const, 'continueRegularOutput' as const),
				fc.constantFrom('header' as const, 'path' as const),
				fc.constantFrom('simplified', 'selected', 'raw'),
				async (brought, chosen, own, onError, keyLocation, output) => {
					const places = new Set(brought.map(([place]) => place));
					const besides = Object.entries(chosen).filter(([name]) => !places.has(name));
					const values = [...brought, ...besides].map(([place, value]) => [slots.get(place) as Slot, value] as const);
					const options = ordinary.options as IDataObject;
					const parameters = values.reduce<INodeParameters>((all, [slot], index) => withSlot(all, slot, `=x${index}`), {
						...ordinary,
						output,
						options: { ...options, maxRetries: 0 },
					});
					const jsonOf = (fuzzed: boolean): IDataObject =>
						({
							...own,
							...Object.fromEntries(values.map(([slot, value], index) => [`x${index}`, fuzzed ? value : ordinaryIn(slot)])),
						}) as IDataObject;
					const items = [false, true, false].map((fuzzed): INodeExecutionData => ({ json: frozen(jsonOf(fuzzed)) }));
					const credential = credentialOf('', keyLocation);
					const { outputs, thrown, requests } = await runLookup(lookup, { parameters, items, onError, credential, answer: () => SUCCESS });

					const written = new Set(values.map(([, value]) => (typeof value === 'string' ? value.trim() : value)));
					const isFree = values.some(([{ place }]) => place.includes('customVariables') || place.includes('unusablePhone'));
					expect(requests.flatMap((request) => impossibleIn(request, written, isFree))).toEqual([]);
					const isNamed = (message: unknown): void => {
						expect(message).toMatch(/^'/);
						expect(labels.filter((label) => String(message).startsWith(`'${label}`))).not.toEqual([]);
						expect(message).not.toMatch(/gave no value/);
					};

					if (outputs === undefined) {
						expect(onError).toBe('stopWorkflow');
						expect(thrown).toBeInstanceOf(NodeApiError);
						expect((thrown as NodeApiError).message).toMatch(new RegExp(`\\[item ${FUZZED}\\]$`));
						isNamed((thrown as NodeApiError).message);
						expect(requests).toEqual([]);
						return;
					}
					const output0 = outputs[ORDINARY] ?? [];
					expect(output0.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual([0, 1, 2]);
					output0.forEach(({ json }, index) => {
						if (index !== FUZZED) {
							const ordinary = Object.values(json).find((value) => typeof value === 'object' && value !== null && 'lookup' in value);
							expect((ordinary as IDataObject).lookup).toMatchObject({ status: 'ok' });
							return;
						}
						const result = Object.values(json).find((value) => typeof value === 'object' && value !== null && 'lookup' in value) as
							| IDataObject
							| undefined;
						const { status, reason } = (result?.lookup ?? {}) as IDataObject;
						if (status === 'failed') {
							expect(['invalid_parameter']).toContain(reason);
							isNamed(result?.message);
						}
					});
				},
			),
			RUNS,
		);
	});
});

describe('parameters', () => {
	it.each(BY_NAME)(
		'%s with what its form begins with and its examples is asked, so that these tests ask something',
		async (_name, lookup) => {
			const { requests, outputs } = await runLookup(lookup, {
				parameters: ordinaryParameters(lookup),
				items: [{ json: {} }],
				onError: 'stopWorkflow',
				credential: credentialOf('', 'header'),
				answer: () => SUCCESS,
			});
			expect(requests).toHaveLength(1);
			expect(outputs?.[0]).toHaveLength(1);
			expect(hasRecords(lookup)).toBe(lookup.name.endsWith('getMany'));
		},
	);
});
