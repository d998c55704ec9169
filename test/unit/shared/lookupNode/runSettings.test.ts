import type { INodeParameters } from 'n8n-workflow';
import { readRunSettings } from '../../../../nodes/shared/lookupNode/runSettings';
import { InvalidParameter, errorMessageOf } from '../../../../nodes/shared/parameters/validate';
import { fakeNode, type FakeNodeSetup } from '../../../support/fake-node';

const settings = (options: INodeParameters = {}, setup: FakeNodeSetup = {}) =>
	readRunSettings(fakeNode({ parameters: { options }, ...setup }).node);

describe('the settings of an execution', () => {
	it('have defaults', () => {
		expect(settings()).toEqual({
			concurrency: 10,
			maxLookups: 0,
			checkCredits: false,
			cacheMs: 0,
			deduplicate: true,
			runId: '["Lookup",0]',
		});
	});

	it('are what is set', () => {
		expect(
			settings({ concurrency: 100, maxLookups: 5, checkCredits: true, reuseMinutes: 30, deduplicate: false }, { runIndex: 2 }),
		).toEqual({
			concurrency: 100,
			maxLookups: 5,
			checkCredits: true,
			cacheMs: 1_800_000,
			deduplicate: false,
			runId: '["Lookup",2]',
		});
	});

	it('are read once, by the first item', () => {
		const items = [
			{ limit: '3', once: 'false' },
			{ limit: '9', once: 'true' },
		];
		expect(settings({ maxLookups: '=limit', deduplicate: '=once' }, { items })).toMatchObject({ maxLookups: 3, deduplicate: false });
	});

	it.each<[string, INodeParameters]>([
		["'Limit: Concurrency' must be a whole number from 1 to 100", { concurrency: 0 }],
		["'Limit: Concurrency' must be a whole number from 1 to 100", { concurrency: 101 }],
		["'Limit: Max Lookups' must be a whole number from 0 to 1000000", { maxLookups: -1 }],
		["'Reuse: Recent Results' must be a whole number from 0 to 1440", { reuseMinutes: 1_441 }],
		["'Check Credits First' must be true or false", { checkCredits: 'maybe' }],
		["'Look Up Duplicates Once' must be true or false", { deduplicate: 'maybe' }],
	])('are refused by name: %s', (message, options) => {
		expect(() => settings(options)).toThrow(message);
		expect(() => settings(options)).toThrow(InvalidParameter);
	});
});

it('an error message is shown only if it is one of this package, because others may contain values', () => {
	expect(errorMessageOf(new InvalidParameter('Limit: Timeout', 'must be short'), 'otherwise')).toBe("'Limit: Timeout' must be short");
	expect(errorMessageOf(new Error('12015550123 is odd'), 'otherwise')).toBe('otherwise');
	expect(errorMessageOf('12015550123', 'otherwise')).toBe('otherwise');
});
