import { isWritablePath, readPath, withMember, withPath } from '../../../../nodes/shared/json/path';

const ITEM = {
	name: 'Ada',
	ipqs: { valid: true, list: ['first', { deep: 1 }] },
	'a.b': 'literal',
	a: { b: 'nested', c: 'only nested' },
	nothing: null,
};

describe('a path is read', () => {
	it.each<[string, unknown]>([
		['name', 'Ada'],
		['ipqs.valid', true],
		['ipqs.list.0', 'first'],
		['ipqs.list.1.deep', 1],
		['a.c', 'only nested'],
		['nothing', null],
	])('%s', (path, value) => {
		expect(readPath(ITEM, path)).toEqual(value);
	});

	it('as the whole item when it is empty', () => {
		expect(readPath(ITEM, '')).toBe(ITEM);
	});

	it('as the field whose own name holds the dots, first', () => {
		expect(readPath(ITEM, 'a.b')).toBe('literal');
		expect(readPath({ a: { b: 'nested' } }, 'a.b')).toBe('nested');
	});

	it.each([
		'other',
		'name.length',
		'ipqs.valid.x',
		'nothing.x',
		'ipqs.list.2',
		'a.b.c',
		'a.',
		'.a',
		'toString',
		'ipqs.toString',
		'ipqs.list.length.x',
		'constructor',
		'__proto__',
	])('as nothing where there is none: %s', (path) => {
		expect(readPath(ITEM, path)).toBeUndefined();
	});

	it.each([[null], [undefined], [7], ['text'], [true]])('as nothing in %j', (json) => {
		expect(readPath(json, 'length')).toBeUndefined();
		expect(readPath(json, 'a.b')).toBeUndefined();
	});
});

describe('a path of 50 steps is the longest that can be written', () => {
	it.each([
		[50, true],
		[51, false],
		[50_000, false],
	])('%d: %s', (steps, writable) => {
		expect(isWritablePath(Array.from({ length: steps }, () => 'a').join('.'))).toBe(writable);
	});
});

describe('a path is written', () => {
	it.each<[string, object]>([
		['new', { a: { b: 1, c: 2 }, text: 'x', list: [1], new: 'v' }],
		['text', { a: { b: 1, c: 2 }, text: 'v', list: [1] }],
		['a', { a: 'v', text: 'x', list: [1] }],
		['a.b', { a: { b: 'v', c: 2 }, text: 'x', list: [1] }],
		['a.d.e', { a: { b: 1, c: 2, d: { e: 'v' } }, text: 'x', list: [1] }],
		['text.a', { a: { b: 1, c: 2 }, text: { a: 'v' }, list: [1] }],
		['list.0', { a: { b: 1, c: 2 }, text: 'x', list: { 0: 'v' } }],
		['toString.a', { a: { b: 1, c: 2 }, text: 'x', list: [1], toString: { a: 'v' } }],
	])('%s', (path, expected) => {
		expect(withPath({ a: { b: 1, c: 2 }, text: 'x', list: [1] }, path, 'v')).toEqual(expected);
	});

	it.each<[string, Record<string, unknown>, object]>([
		['a.b', { 'a.b': 'literal', a: { b: 'nested' } }, { 'a.b': 'v', a: { b: 'nested' } }],
		['a.b', { 'a.b': null }, { 'a.b': 'v' }],
		['a.b', { 'a.b': undefined, a: 1 }, { 'a.b': undefined, a: { b: 'v' } }],
		['x.a.b', { x: { 'a.b': 'literal' } }, { x: { 'a.b': 'literal', a: { b: 'v' } } }],
		['a.b.c', { 'a.b': { c: 1 } }, { 'a.b': { c: 1 }, a: { b: { c: 'v' } } }],
	])('where it is read again: %s of %j', (path, json, expected) => {
		expect(withPath(json, path, 'v')).toEqual(expected);
		expect(readPath(withPath(json, path, 'v'), path)).toBe('v');
	});

	it('in a copy that shares what it does not change', () => {
		const json = { a: { b: { c: 1 }, d: { e: 2 } }, f: { g: 3 } };
		const copy = withPath(json, 'a.b', 'v');
		expect(json).toEqual({ a: { b: { c: 1 }, d: { e: 2 } }, f: { g: 3 } });
		expect(copy).toEqual({ a: { b: 'v', d: { e: 2 } }, f: { g: 3 } });
		expect(copy.f).toBe(json.f);
	});
});

describe('a path can be written', () => {
	it.each(['ipqs', 'result.ipqs', 'a b', ' a', '0', 'proto', '__proto', 'a.constructors'])('when it is "%s"', (path) => {
		expect(isWritablePath(path)).toBe(true);
	});

	it.each(['', ' ', '.', 'a.', '.a', 'a..b', 'a. .b', '__proto__', 'a.__proto__', 'prototype.a', 'constructor', 'a.constructor.b'])(
		'but not when it is "%s"',
		(path) => {
			expect(isWritablePath(path)).toBe(false);
		},
	);
});

describe('a copy with a member', () => {
	it('has it last, or in the place of the one that it replaces', () => {
		const original = Object.freeze({ a: 1, b: 2 });
		expect(Object.entries(withMember(original, 'c', 3))).toEqual([
			['a', 1],
			['b', 2],
			['c', 3],
		]);
		expect(Object.entries(withMember(original, 'a', 3))).toEqual([
			['a', 3],
			['b', 2],
		]);
	});

	it('keeps a member that is called __proto__, which changes no prototype', () => {
		const original = JSON.parse('{"__proto__":{"admin":true}}') as Record<string, unknown>;
		const copy = withMember(original, 'b', 2);
		expect(JSON.stringify(copy)).toBe('{"__proto__":{"admin":true},"b":2}');
		expect(copy.admin).toBeUndefined();
		expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
	});
});
