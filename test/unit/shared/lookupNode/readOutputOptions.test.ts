import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { phoneLookup } from '../../../../nodes/IpqsPhoneValidation/validate.operation';
import type { Operation } from '../../../../nodes/shared/lookupNode/operation';
import { readOutputOptions } from '../../../../nodes/shared/lookupNode/readOutputOptions';
import { operationProperties } from '../../../../nodes/shared/lookupNode/properties';
import { NodeParameters } from '../../../../nodes/shared/parameters/nodeParameters';
import { selectFields } from '../../../../nodes/shared/ipqs/selectFields';
import { fakeNode } from '../../../support/fake-node';
import { operationWith } from '../../../support/operations';
import { requestFor } from '../../../support/scripted-transport';
import { ItemParameters } from '../../../../nodes/shared/lookupNode/itemParameters';

/** The options of an item, and what was thrown for parts that cannot be used. */
function read(parameters: INodeParameters, item: IDataObject = {}, operation: Operation = phoneLookup) {
	const thrown: unknown[] = [];
	const parametersOfItem = new ItemParameters(
		new NodeParameters(fakeNode({ parameters, items: [item] }).node, operationProperties(operation)),
		0,
	);
	return { output: readOutputOptions(operation, parametersOfItem, (error) => thrown.push(error)), thrown };
}

function output(...input: Parameters<typeof read>) {
	const { output: options, thrown } = read(...input);
	if (thrown.length > 0) throw thrown[0];
	return options;
}

const fieldsOf = (parameters: INodeParameters, item: IDataObject = {}) => output(parameters, item).fields.fields.map(({ name }) => name);

describe('read output options', () => {
	it("by default a simplified result goes beside the lead's own fields", () => {
		expect(output({})).toEqual({
			outputField: 'ipqs',
			includeInput: true,
			fields: selectFields(phoneLookup, 'simplified', [], []),
			fieldNames: [],
			fieldPrefix: '',
		});
	});

	it('every part of it may come from the item', () => {
		const parameters = {
			...{ output: 'selected', outputField: '=place', fields: '=wanted' },
			options: { includeInput: '=keep', fieldNames: { values: [{ field: '=one', name: '=two' }] } },
		};
		const item = { place: ' checks.phone ', wanted: ['valid'], keep: 'false', one: 'fraud_score', two: ' score ' };
		expect(output(parameters, item)).toEqual({
			outputField: 'checks.phone',
			includeInput: false,
			fields: selectFields(phoneLookup, 'selected', ['valid'], []),
			fieldNames: [{ field: 'fraud_score', name: 'score' }],
			fieldPrefix: '',
		});
	});
});

describe('the fields', () => {
	it('are the simplified ones, with the name when it is asked for', () => {
		expect(fieldsOf({ enhancedNameCheck: true })).toEqual([...fieldsOf({}), 'name']);
		expect(fieldsOf({ fields: ['zip_code'] })).toEqual(fieldsOf({}));
	});

	it('are those that the operation adds for the item, to the simplified ones alone', () => {
		const transaction = { user: { username: 'ada' } };
		expect(fieldsOf({ options: { transaction } })).toEqual([...fieldsOf({}), 'transaction_details']);
		expect(fieldsOf({ output: 'selected', fields: ['valid'], options: { transaction } })).toEqual(['success', 'valid']);
		const plain = operationWith(() => ({ request: requestFor('12015550123') }), { fields: phoneLookup.fields });
		expect(output({ enhancedNameCheck: true, options: { transaction } }, {}, plain).fields).toEqual(
			selectFields(phoneLookup, 'simplified', [], []),
		);
	});

	it('that are not known stay where the operation knows its response in part', () => {
		const partly = operationWith(() => ({ request: requestFor('12015550123') }), { fields: phoneLookup.fields, hasUnlistedFields: true });
		const unusable = read({ output: 'all' }, {}, partly).output;
		expect([output({}, {}, partly), unusable, output({})].map(({ fields }) => fields.keepUnlisted)).toEqual([true, true, false]);
	});

	it.each<[string, unknown]>([
		['a list', ['valid', 'zip_code']],
		['a list with blanks', [' valid', 'zip_code ']],
		['text between commas', 'zip_code, valid'],
	])('are those selected by %s', (_what, fields) => {
		expect(fieldsOf({ output: 'selected', fields, enhancedNameCheck: true } as INodeParameters)).toEqual(['success', 'valid', 'zip_code']);
	});

	it.each([[[]], [''], [null], [undefined]])('are success alone where none is selected: %j', (fields) => {
		expect(fieldsOf({ output: 'selected', fields } as INodeParameters)).toEqual(['success']);
	});

	it('are all that came, when the result is raw', () => {
		expect(output({ output: 'raw' }).fields).toEqual({ mode: 'raw', fields: [], known: phoneLookup.fields, keepUnlisted: true });
	});
});

describe('read output options', () => {
	it('a field that is no text is no field of the response', () => {
		const values = [{ field: { toString: null }, name: 'score' }];
		expect(output({ output: 'selected', fields: [{ toString: null }], options: { fieldNames: { values } } } as never).fieldNames).toEqual([
			{ field: '{"toString":null}', name: 'score' },
		]);
	});

	it('fields of the lead take response fields', () => {
		const values = [
			{ field: 'fraud_score', name: 'phone.score' },
			{ field: 'line_type', name: 'line' },
		];
		expect(output({ options: { fieldNames: { values } } }).fieldNames).toEqual(values);
	});
});

describe('a value that cannot be used is named', () => {
	it.each<[string, INodeParameters]>([
		["'Put Result in Field' must be the name of a field, such as ipqs", { outputField: ' ' }],
		["'Put Result in Field' must be the name of a field, such as ipqs", { outputField: 'a..b' }],
		["'Put Result in Field' must be the name of a field, such as ipqs", { outputField: '__proto__' }],
		["'Output' must be one of simplified, selected, raw", { output: 'all' }],
		["'Enhanced Name Check' must be true or false", { enhancedNameCheck: 'maybe' }],
		["'Output: Include Input Fields' must be true or false", { options: { includeInput: 'maybe' } }],
		[
			"'Output: Field Mapping' has a row with an empty 'Output Field'",
			{ options: { fieldNames: { values: [{ field: 'valid', name: '' }] } } },
		],
		[
			"'Output: Field Mapping' must be the name of a field, such as ipqs",
			{ options: { fieldNames: { values: [{ field: 'valid', name: 'a.' }] } } },
		],
		["'Output: Field Mapping' must be the name of a field, such as ipqs", { options: { fieldNames: { values: [{ field: 'valid' }] } } }],
		[
			"'Output: Field Mapping' would replace the result in 'Put Result in Field'. Use a different field",
			{ outputField: 'checks.phone', options: { fieldNames: { values: [{ field: 'valid', name: ' checks.phone ' }] } } },
		],
	])('%s', (message, parameters) => {
		expect(() => output(parameters)).toThrow(message);
	});
});

describe('a value that cannot be used leaves the others as they are', () => {
	const mapped = { field: 'valid', name: 'checks.valid' };

	it.each<[string, INodeParameters, object]>([
		[
			'the place of the result',
			{ outputField: '=nothing', options: { fieldPrefix: 'phone_' } },
			{ outputField: 'ipqs', fieldPrefix: 'phone_' },
		],
		[
			'the options, of which an expression cannot be evaluated',
			{ outputField: 'check', options: { fieldPrefix: '=!' } },
			{ outputField: 'check', includeInput: true, fieldNames: [], fieldPrefix: '' },
		],
		['the prefix', { outputField: 'check', options: { fieldPrefix: 'fb v1.2_' } }, { outputField: 'check', fieldPrefix: '' }],
		['the output', { outputField: 'check', output: 'all' }, { outputField: 'check' }],
		['the selected fields', { outputField: 'check', output: 'selected', fields: { toString: null } as never }, { outputField: 'check' }],
		[
			'one row of the mapping',
			{ outputField: 'check', options: { fieldNames: { values: [{ field: 'valid', name: '' }, mapped] } } },
			{ outputField: 'check', fieldNames: [mapped] },
		],
		[
			'whether the input is kept',
			{ outputField: 'check', options: { includeInput: 'maybe', fieldNames: { values: [mapped] } } },
			{ outputField: 'check', includeInput: true, fieldNames: [mapped] },
		],
	])('%s', (_what, parameters, expected) => {
		expect(read(parameters).output).toMatchObject(expected);
	});
});
