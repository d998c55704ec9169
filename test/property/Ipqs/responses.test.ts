import fc from 'fast-check';
import { NodeApiError, type IDataObject, type INodeExecutionData, type INodeParameters } from 'n8n-workflow';
import { IpqsCriteria } from '../../../nodes/IpqsCriteria/IpqsCriteria.node';
import { PRESET_NAMES } from '../../../nodes/shared/criteria/presets';
import { FAILURES } from '../../../nodes/shared/ipqs/failures';
import { captureOutput } from '../../support/captured-output';
import { fakeNode } from '../../support/fake-node';
import { frozen } from '../lookupNode/arbitraries';
import { cameOf, ownFields, repeating, secret, spellingsOf, textsIn } from './arbitraries';
import {
	BY_NAME,
	credentialOf,
	hasRecords,
	ordinaryParameters,
	runLookup,
	type Came,
	type Lookup,
	type LookupRun,
	type RunSetup,
} from './lookups';
import { readBoolean } from '../../../nodes/shared/json/coerce';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
afterEach(() => void jest.useRealTimers());

const RUNS = { numRuns: 100 };

interface Course {
	readonly jsons: readonly IDataObject[];
	readonly came: readonly Came[];
	readonly onError: RunSetup['onError'];
	readonly key: string;
	readonly keyLocation: 'header' | 'path';
	readonly parameters: INodeParameters;
	/** Of the IPQS Criteria behind the lookup. */
	readonly preset: string;
}

const courseOf = (lookup: Lookup): fc.Arbitrary<Course> => {
	const names = lookup.operation.fields.map(({ name }) => name);
	const output = fc.oneof(
		fc.constantFrom<INodeParameters>({ output: 'simplified' }, { output: 'raw' }),
		fc.subarray(names).map((fields): INodeParameters => ({ output: 'selected', fields })),
	);
	const saved = fc.option(fc.constantFrom(...names), { nil: undefined });
	const options = fc.record({
		maxRetries: fc.nat({ max: 2 }),
		includeInput: fc.constantFrom(true, true, false),
		concurrency: fc.constantFrom(1, 3),
		maxLookups: fc.constantFrom(0, 0, 1),
	});
	return fc.record({
		jsons: fc.array(ownFields as fc.Arbitrary<IDataObject>, { minLength: 1, maxLength: 3 }),
		came: fc.array(cameOf(lookup.operation.fields), { minLength: 1, maxLength: 4 }),
		onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'),
		key: secret,
		keyLocation: fc.constantFrom('header', 'path'),
		preset: fc.constantFrom(...PRESET_NAMES),
		parameters: fc.tuple(output, options, saved, fc.constantFrom({}, { returnAll: true })).map(
			([shape, chosen, field, paging]): INodeParameters => ({
				...shape,
				...(hasRecords(lookup) ? paging : {}),
				options: { ...chosen, ...(field === undefined ? {} : { fieldNames: { values: [{ field, name: 'saved.here' }] } }) },
			}),
		),
	});
};

/** A run, its input, what of the key must show nowhere, and all that was written meanwhile. */
interface Ran extends LookupRun {
	readonly items: readonly INodeExecutionData[];
	readonly apiKey: string;
	readonly written: string;
}

/** What comes after all answers were given; it ends any list. */
const LAST: Came = { status: 200, headers: {}, body: '{"success":false,"message":"Maintenance."}' };

async function run(lookup: Lookup, { jsons, came, onError, key, keyLocation, parameters }: Course): Promise<Ran> {
	const items = jsons.map((json): INodeExecutionData => ({ json: frozen(json), binary: { file: { data: '', mimeType: 'text/plain' } } }));
	const credential = credentialOf(key, keyLocation);
	const answer = (index: number): Came => {
		const one = came[index] ?? LAST;
		if ('thrown' in one || typeof one.body !== 'string') return one;
		return { ...one, body: repeating(one.body, credential.apiKey) };
	};
	let ran: LookupRun | undefined;
	const written = await captureOutput(async () => {
		ran = await runLookup(lookup, { parameters: { ...ordinaryParameters(lookup), ...parameters }, items, onError, credential, answer });
	});
	return { ...(ran as LookupRun), items, apiKey: credential.apiKey, written };
}

const ascending = (one: number, other: number): number => one - other;

const placesOf = (output: readonly INodeExecutionData[]): number[] => output.map(({ pairedItem }) => (pairedItem as { item: number }).item);

/** Whether an item is told from the others by what all versions of n8n know an item of the error output by. */
const isFailedItem = ({ json }: INodeExecutionData): boolean => Boolean(json.error) && Object.keys(json).length === 1;

/** The names that operations give their results by default. */
const RESULT_FIELDS = ['ipqs', 'ipqs_email', 'ipqs_ip', 'ipqs_url', 'ipqs_device', 'ipqs_leak'];

const readResult = ({ json }: INodeExecutionData): IDataObject =>
	json[
		Object.keys(json)
			.filter((name) => RESULT_FIELDS.includes(name))
			.at(-1) ?? 'ipqs'
	] as IDataObject;

/** Whether a lookup gave no answer: what must never be accepted. */
const hasFailed = (item: INodeExecutionData): boolean => {
	if (isFailedItem(item)) return true;
	const { success, lookup } = readResult(item);
	return (lookup as IDataObject).status !== 'ok' || (success !== undefined && readBoolean(success) !== true);
};

/** An item as n8n hands it on from the error output: beside what tells it, the fields of the input. */
const handedOn = (item: INodeExecutionData, items: readonly INodeExecutionData[]): INodeExecutionData =>
	isFailedItem(item) ? { ...item, json: { ...items[placesOf([item])[0] ?? 0]?.json, ...item.json } } : item;

const criteria = new IpqsCriteria();

const judged = async (items: INodeExecutionData[], preset: string): Promise<INodeExecutionData[][]> => {
	const parameters = {
		policySource: 'preset',
		preset,
		fraudThreshold: '',
		qaThreshold: '',
		defaultAction: 'accept',
		onFailedLookup: 'qa',
		resultField: 'ipqs',
		campaignField: '',
	};
	return (await criteria.execute.call(fakeNode({ parameters, items, onError: 'continueRegularOutput' }).node)) as INodeExecutionData[][];
};

describe.each(BY_NAME)('%s: whatever comes back,', (_name, lookup) => {
	const courses = courseOf(lookup);

	it('each item leaves once, whole, or one error names the item; the key shows nowhere; nothing that failed is accepted', async () => {
		await fc.assert(
			fc.asyncProperty(courses, async (course) => {
				const ran = await run(lookup, course);
				const { outputs, thrown, items, apiKey } = ran;
				const shown = [
					...textsIn(outputs),
					...ran.hints,
					ran.written,
					String(thrown),
					...textsIn(thrown),
					JSON.stringify(thrown) ?? '',
					thrown instanceof Error ? (thrown.stack ?? '') : '',
				];
				for (const spelling of spellingsOf(apiKey)) expect(shown.filter((text) => text.includes(spelling))).toEqual([]);

				if (outputs === undefined) {
					expect(course.onError).toBe('stopWorkflow');
					expect(thrown).toBeInstanceOf(NodeApiError);
					const { message, description } = thrown as NodeApiError;
					const place = Number(/\[item (\d+)\]$/.exec(message)?.[1]);
					expect(items[place]).toBeDefined();
					expect(description).toMatch(/\. To keep the other leads, set 'On Error'/);
					return;
				}

				const [output = [], ...more] = outputs;
				expect(more).toEqual([]);
				// What n8n cannot write down it cannot save.
				expect(JSON.stringify(output).length).toBeGreaterThan(0);
				const includeInput = (course.parameters.options as IDataObject).includeInput === true;
				const places = placesOf(output);
				const everyPlace = items.map((_, index) => index);
				if (hasRecords(lookup)) {
					expect(places).toEqual([...places].sort(ascending));
					expect([...new Set(places)]).toEqual(includeInput ? everyPlace : everyPlace.filter((place) => places.includes(place)));
				} else {
					expect(places).toEqual(everyPlace);
				}
				for (const [index, item] of output.entries()) {
					const input = items[places[index] ?? -1] as INodeExecutionData;
					expect(item.binary).toBe(input.binary);
					expect(item).not.toHaveProperty('error');
					if (isFailedItem(item) && course.onError === 'continueErrorOutput') {
						const { description, lookup: record } = item.json.error as { description: string; lookup: IDataObject };
						expect(description).toMatch(/^[A-Z]/);
						expect(FAILURES).toHaveProperty(String(record.reason));
						continue;
					}
					const { lookup: record, ...result } = readResult(item);
					const { status, reason } = record as IDataObject;
					expect(['ok', 'failed', 'not_attempted']).toContain(status);
					expect(reason === null).toBe(status === 'ok');
					// What a list holds may be about something that failed at its time.
					if (status === 'ok' && !hasRecords(lookup))
						expect([undefined, true]).toContain(result.success === undefined ? undefined : readBoolean(result.success));
					if (status !== 'ok') expect(result).toEqual({ success: false, message: expect.stringMatching(/^[A-Z']/) });
					const kept = includeInput ? Object.keys(input.json).filter((name) => !RESULT_FIELDS.includes(name) && name !== 'saved') : [];
					expect(Object.keys(item.json).filter((name) => !RESULT_FIELDS.includes(name) && name !== 'saved')).toEqual(kept);
					for (const name of kept) expect(item.json[name]).toBe(input.json[name]);
				}

				const leads = output.map((item) => handedOn(item, items));
				const [accepted = [], ...others] = await judged(leads, course.preset);
				expect([accepted, ...others].flatMap(placesOf).sort(ascending)).toEqual(leads.map((_, index) => index));
				expect(placesOf(accepted).filter((place) => hasFailed(output[place] as INodeExecutionData))).toEqual([]);
			}),
			RUNS,
		);
	});
});
