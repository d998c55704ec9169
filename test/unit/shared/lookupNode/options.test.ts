import type { INodeProperties } from 'n8n-workflow';
import { fieldMenu, optionsCollection } from '../../../../nodes/shared/lookupNode/options';
import { operationProperties } from '../../../../nodes/shared/lookupNode/properties';
import type { ResponseField } from '../../../../nodes/shared/ipqs/responseField';
import { operationWith } from '../../../support/operations';
import { requestFor } from '../../../support/scripted-transport';
import { authentication } from '../../../../nodes/shared/lookupNode/authentication';

const FIELDS: readonly ResponseField[] = [
	{ name: 'valid', label: 'Valid', type: 'boolean', description: 'Whether it is valid' },
	{ name: 'age', label: 'Age', type: 'number', simplified: true, description: 'How old it is' },
];

const OWN: INodeProperties = { displayName: 'Fast', name: 'fast', type: 'boolean', default: false, description: 'Whether to hurry' };

const optionsOf = (costsCredit: boolean, fields = FIELDS): INodeProperties[] =>
	optionsCollection({ fields, costsCredit, options: [OWN] }).options as INodeProperties[];
const namesOf = (properties: readonly INodeProperties[]): string[] => properties.map(({ name }) => name);

describe('options', () => {
	it('the menu has every field by its label, in alphabetical order', () => {
		expect(fieldMenu(FIELDS)).toEqual([
			{ name: 'Age', value: 'age', description: 'How old it is' },
			{ name: 'Valid', value: 'valid', description: 'Whether it is valid' },
		]);
	});
});

describe('the options of an operation', () => {
	const COMMON = ['concurrency', 'customVariables', 'includeInput', 'maxRetries', 'maxWait', 'timeout', 'fieldNames', 'fieldPrefix'];
	const OF_LOOKUPS = ['earlierDays', 'earlierResult', 'keepCredits', 'maxLookups', 'requestMethod', 'reuseMinutes'];

	it('are the common ones, its own and, where answers cost something, what limits and saves spending', () => {
		expect(namesOf(optionsOf(true)).sort()).toEqual([...COMMON, ...OF_LOOKUPS, 'fast'].sort());
		expect(namesOf(optionsOf(false)).sort()).toEqual([...COMMON, 'fast'].sort());
	});

	it('stand in the order of their labels', () => {
		for (const costsCredit of [true, false]) {
			const labels = optionsOf(costsCredit).map(({ displayName }) => displayName);
			expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'en')));
		}
	});

	it('have no field chosen in "Output: Field Mapping" where there is none', () => {
		const [row] = optionsOf(true, []).find(({ name }) => name === 'fieldNames')?.options ?? [];
		expect(row).toMatchObject({
			values: [
				{ name: 'field', options: [], default: undefined },
				{ name: 'name', default: '' },
			],
		});
	});

	it.each([
		[
			'the fraud score',
			[...FIELDS, { name: 'fraud_score', label: 'Fraud Score', type: 'number' as const, description: 'Risk' }],
			'fraud_score',
		],
		['the first field where there is no fraud score', FIELDS, 'valid'],
	])('begin "Output: Field Mapping" with %s', (_what, fields, chosen) => {
		const [row] = optionsOf(true, fields).find(({ name }) => name === 'fieldNames')?.options ?? [];
		expect(row).toMatchObject({
			values: [
				{ name: 'field', options: fieldMenu(fields), default: chosen },
				{ name: 'name', default: '' },
			],
		});
	});
});

describe('the form of an operation', () => {
	const form = operationProperties(
		operationWith(() => ({ request: requestFor('12015550123') }), {
			fields: FIELDS,
			properties: [{ ...OWN, name: 'what' }],
			options: [OWN],
		}),
	);

	it('has its own parameters first, then what all have', () => {
		expect(namesOf(form)).toEqual(['what', 'output', 'fields', 'outputField', 'options']);
	});

	it('offers its own fields', () => {
		expect(form.find(({ name }) => name === 'fields')?.options).toEqual(fieldMenu(FIELDS));
	});
});

describe('options', () => {
	it('the authentication offers the ways a node has, the key by default', () => {
		const { options = [], default: value } = authentication('apiKey', 'sandbox');
		expect(options.map((option) => ('value' in option ? option.value : ''))).toEqual(['apiKey', 'sandbox']);
		expect(value).toBe('apiKey');
	});
});
