import type { IDataObject, IExecuteFunctions, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeParameters } from '../../../../nodes/shared/parameters/nodeParameters';

const PROPERTIES: INodeProperties[] = [{ displayName: 'Phone Number', name: 'phone', type: 'string', default: '' }];

/** Parameters of a node as stored, what n8n was asked for them, and an answer that tells the item. */
function parametersOf(raw: INodeParameters, items: IDataObject[] = [], type = 'n8n-nodes-ipqs.ipqsPhoneValidation') {
	const asked: Array<[string, number, unknown]> = [];
	const node = {
		getNode: () => ({ type, parameters: raw }),
		getInputData: () => items.map((json) => ({ json })),
		getNodeParameter: (name: string, itemIndex: number, fallback: unknown) => {
			asked.push([name, itemIndex, fallback]);
			if (name === 'thrower') throw new Error('no value');
			return name in raw ? `${name} of ${itemIndex}` : fallback;
		},
	} as unknown as Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter' | 'getInputData'>;
	return { asked, parameters: new NodeParameters(node, PROPERTIES) };
}

describe('a constant parameter', () => {
	it('is read once, for the first item', () => {
		const { asked, parameters } = parametersOf({ phone: '2015550123' });
		expect([0, 1, 7].map((index) => parameters.read('phone', index, 'fallback'))).toEqual(['phone of 0', 'phone of 0', 'phone of 0']);
		expect(asked).toEqual([['phone', 0, 'fallback']]);
	});

	it('is read for the first item even when another one asks first', () => {
		const { asked, parameters } = parametersOf({ phone: '2015550123' });
		expect(parameters.read('phone', 7, '')).toBe('phone of 0');
		expect(asked).toEqual([['phone', 0, '']]);
	});

	it('is its fallback where the form does not show it', () => {
		const { asked, parameters } = parametersOf({});
		expect([0, 1].map((index) => parameters.read('phone', index, 'fallback'))).toEqual(['fallback', 'fallback']);
		expect(asked).toHaveLength(1);
	});

	it('may be undefined, which is read once as well', () => {
		const { asked, parameters } = parametersOf({});
		expect([0, 1].map((index) => parameters.read('phone', index, undefined))).toEqual([undefined, undefined]);
		expect(asked).toHaveLength(1);
	});
});

describe('node parameters', () => {
	it('an expression is read for each item', () => {
		const { asked, parameters } = parametersOf({ phone: '={{ $json.phone.trim() }}' });
		expect([0, 1, 0].map((index) => parameters.read('phone', index, ''))).toEqual(['phone of 0', 'phone of 1', 'phone of 0']);
		expect(asked).toEqual([
			['phone', 0, ''],
			['phone', 1, ''],
			['phone', 0, ''],
		]);
	});
});

describe('a plain reference to a field', () => {
	const read = (expression: unknown, json: IDataObject | undefined) => {
		const { asked, parameters } = parametersOf({ phone: expression as string }, json && [{}, json]);
		return { value: parameters.read<unknown>('phone', 1, 'fallback'), asked };
	};

	it.each<[string, IDataObject, unknown]>([
		['={{ $json.phone }}', { phone: '2015550123' }, '2015550123'],
		['={{$json.phone}}', { phone: 2015550123 }, 2015550123],
		['={{\t$json.lead.phone_1\n}}', { lead: { phone_1: '2015550123' } }, '2015550123'],
		['={{ $json.$a._b.C9 }}', { $a: { _b: { C9: true } } }, true],
		['={{ $json.phone }}', { phone: null }, null],
		['={{ $json.phone }}', { phone: '' }, ''],
		['={{ $json.phone }}', { phone: undefined }, undefined],
		['={{ $json.list }}', { list: [1, 2] }, [1, 2]],
	])('is read from the item itself: %s', (expression, json, value) => {
		expect(read(expression, json)).toEqual({ value, asked: [] });
	});

	it.each<[string, IDataObject | undefined]>([
		['={{ $json.phone }}', {}],
		['={{ $json.phone }}', undefined],
		['={{ $json.toString }}', {}],
		['={{ $json.lead.phone }}', { lead: null }],
		['={{ $json.lead.phone }}', { lead: {} }],
		['={{ $json.phone.length }}', { phone: '2015550123' }],
		['={{ $json.list.length }}', { list: [1, 2] }],
	])('is left to n8n where the item has no such field: %s in %j', (expression, json) => {
		expect(read(expression, json)).toEqual({ value: 'phone of 1', asked: [['phone', 1, 'fallback']] });
	});

	it.each([
		'={{ $json }}',
		'={{ $json.phone.trim() }}',
		'={{ $json["phone"] }}',
		'={{ $json.phone }} ext 4',
		'=+{{ $json.phone }}',
		'={{ $json.phone + "" }}',
		'={{ -$json.phone }}',
		'={{ $json.1 }}',
		'={{ $json. phone }}',
		'={{ $jsonphone }}',
		'={{ $node.json.phone }}',
		'=$json.phone',
	])('is nothing else: %s', (expression) => {
		expect(read(expression, { phone: '2015550123', 1: 'one' })).toEqual({ value: 'phone of 1', asked: [['phone', 1, 'fallback']] });
	});

	it('is left to n8n in a tool, for what an agent hands over is in no input item', () => {
		const { asked, parameters } = parametersOf(
			{ phone: '={{ $json.phone }}' },
			[{ phone: '2015550123' }],
			'n8n-nodes-ipqs.ipqsPhoneValidationTool',
		);
		expect(parameters.read('phone', 0, 'fallback')).toBe('phone of 0');
		expect(asked).toEqual([['phone', 0, 'fallback']]);
	});

	it('is not one that stands inside a collection', () => {
		const { asked, parameters } = parametersOf({ options: { timeout: '={{ $json.phone }}' } }, [{ phone: 7 }]);
		expect(parameters.read('options', 0, {})).toBe('options of 0');
		expect(asked).toHaveLength(1);
	});

	it('is read for each item', () => {
		const { parameters } = parametersOf({ phone: '={{ $json.phone }}', country: '={{ $json.country }}' }, [
			{ phone: 'a', country: 'b' },
			{ phone: 'c' },
		]);
		expect([0, 1].map((index) => parameters.read('phone', index, ''))).toEqual(['a', 'c']);
		expect([0, 1].map((index) => parameters.read('country', index, ''))).toEqual(['b', 'country of 1']);
	});
});

describe('a parameter varies per item', () => {
	it.each<[string, INodeParameters]>([
		['is an expression', { options: '={{ 1 }}' }],
		['holds one', { options: { timeout: '={{ 1 }}', maxRetries: 2 } }],
		[
			'holds one in a row',
			{
				options: {
					values: [
						{ name: 'a', value: 'b' },
						{ name: 'c', value: '=d' },
					],
				},
			},
		],
	])('when it %s', (_what, raw) => {
		expect(parametersOf(raw).parameters.variesPerItem('options')).toBe(true);
	});

	it.each<[string, INodeParameters]>([
		['is missing', {}],
		['is text', { options: 'a = b' }],
		['is a number', { options: 7 }],
		['is a boolean', { options: true }],
		['is null', { options: null as never }],
		['holds constants alone', { options: { timeout: 7, values: [{ name: '', value: 'a=b' }], none: null as never } }],
		['is not the one that is', { phone: '=a', options: {} }],
	])('but not when it %s', (_what, raw) => {
		expect(parametersOf(raw).parameters.variesPerItem('options')).toBe(false);
	});
});

describe('an expression that means the same for all items', () => {
	it.each(["={{ $('Table').all() }}", '={{ $("The Table").all() }}', '={{ $input.all() }}', "={{ $('Table').first().json.rows }}"])(
		'is read once: %s',
		(rows) => {
			const { asked, parameters } = parametersOf({ rows });
			expect(parameters.isSameForAllItems('rows')).toBe(true);
			expect([0, 1, 7].map((index) => parameters.read('rows', index, null))).toEqual(['rows of 0', 'rows of 0', 'rows of 0']);
			expect(asked).toEqual([['rows', 0, null]]);
		},
	);

	it.each([
		'text',
		'={{ $json.rows }}',
		"={{ $('Table').item.json }}",
		"={{ $('Table').all()[$itemIndex] }}",
		"={{ $('Table').all().filter((row) => row.json.client === $json.client) }}",
		'={{ [] }}',
	])('is not this one: %s', (rows) => {
		expect(parametersOf({ rows }).parameters.isSameForAllItems('rows')).toBe(false);
	});
});

describe('for people', () => {
	it('a parameter is what the form calls it', () => {
		const { parameters } = parametersOf({});
		expect(parameters.labelOf('phone')).toBe('Phone Number');
		expect(parameters.labelOf('unknown')).toBe('unknown');
	});

	it('the parameter read last is known, also when it gave no value', () => {
		const { parameters } = parametersOf({ phone: '2015550123', thrower: '=x' });
		expect(parameters.lastRead).toBe('');
		parameters.read('phone', 0, '');
		expect(parameters.lastRead).toBe('phone');
		expect(() => parameters.read('thrower', 1, '')).toThrow('no value');
		expect(parameters.lastRead).toBe('thrower');
	});
});
