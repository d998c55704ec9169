import type { INodeParameters } from 'n8n-workflow';
import { readRunSettings } from '../../../../nodes/shared/lookupNode/runSettings';
import { InvalidParameter, errorMessageOf } from '../../../../nodes/shared/parameters/readParameter';
import { fakeNode, type FakeNodeSetup } from '../../../support/fake-node';

const settings = (options: INodeParameters = {}, setup: FakeNodeSetup = {}) =>
	readRunSettings(fakeNode({ parameters: { options }, ...setup }).node);

describe('the settings of an execution', () => {
	it('have defaults', () => {
		expect(settings()).toEqual({
			concurrency: 10,
			maxLookups: 0,
			keepCredits: null,
			cacheMs: 0,
			runId: '["Lookup",0]',
		});
	});

	it('are what is set', () => {
		expect(settings({ concurrency: 100, maxLookups: 5, keepCredits: 0, reuseMinutes: 30 }, { runIndex: 2 })).toEqual({
			concurrency: 100,
			maxLookups: 5,
			keepCredits: 0,
			cacheMs: 1_800_000,
			runId: '["Lookup",2]',
		});
	});

	it('are read once, by the first item', () => {
		const items = [
			{ limit: '3', keep: '500' },
			{ limit: '9', keep: '' },
		];
		expect(settings({ maxLookups: '=limit', keepCredits: '=keep' }, { items })).toMatchObject({ maxLookups: 3, keepCredits: 500 });
	});

	it('are the defaults where the field of an added option is empty', () => {
		for (const empty of ['', null]) {
			const options = { concurrency: empty, maxLookups: empty, keepCredits: empty, reuseMinutes: empty } as unknown as INodeParameters;
			expect(settings(options)).toEqual(settings());
		}
	});

	it.each(['maxLookups', 'keepCredits', 'reuseMinutes', 'concurrency'])(
		'are refused if %s was added and its expression gives nothing: that must not switch off a limit',
		(name) => {
			for (const item of [{}, { value: null }, { value: '' }]) {
				expect(() => settings({ [name]: '=value' }, { items: [item] })).toThrow(InvalidParameter);
			}
		},
	);

	it.each<[string, INodeParameters]>([
		["'Limit: Concurrency' must be a whole number from 1 to 100", { concurrency: 0 }],
		["'Limit: Concurrency' must be a whole number from 1 to 100", { concurrency: 101 }],
		["'Limit: Max Lookups' must be a whole number from 0 to 1000000", { maxLookups: -1 }],
		["'Reuse: Recent Results' must be a whole number from 0 to 1440", { reuseMinutes: 1_441 }],
		["'Limit: Keep Credits' must be a whole number from 0 to 1000000000", { keepCredits: -1 }],
		["'Limit: Keep Credits' must be a whole number from 0 to 1000000000", { keepCredits: 'many' }],
	])('are refused by name: %s', (message, options) => {
		expect(() => settings(options)).toThrow(message);
		expect(() => settings(options)).toThrow(InvalidParameter);
	});
});

describe('run settings', () => {
	it('an error message is shown only if it is one of this package, because others may contain values', () => {
		expect(errorMessageOf(new InvalidParameter('Limit: Timeout', 'must be short'), 'otherwise')).toBe("'Limit: Timeout' must be short");
		expect(errorMessageOf(new Error('12015550123 is odd'), 'otherwise')).toBe('otherwise');
		expect(errorMessageOf('12015550123', 'otherwise')).toBe('otherwise');
	});
});
