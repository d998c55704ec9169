import { removePasswords } from '../../../nodes/Ipqs/removePasswords';

const password = { plain_text_password: 'hunter2' };

describe('what IPQS tells of a leaked password is dropped', () => {
	it.each<[string, Record<string, unknown>, object]>([
		['from the answer itself', { exposed: true, ...password }, { exposed: true }],
		['from an object in it', { result: { exposed: true, ...password } }, { result: { exposed: true } }],
		[
			'from a list in it',
			{ results: [{ ...password }, 'text', null, [{ id: 1, ...password }]] },
			{ results: [{}, 'text', null, [{ id: 1 }]] },
		],
		[
			'where it is an object or a list',
			{ plain_text_password: { first: 'hunter2' }, list: [{ plain_text_password: ['hunter2'] }] },
			{ list: [{}] },
		],
	])('%s', (_where, body, expected) => {
		expect(removePasswords(body)).toEqual(expected);
	});

	it('and nothing else is', () => {
		const body = {
			success: true,
			source: ['plain_text_password'],
			first_seen: { human: 'now', timestamp: 7, none: null },
			list: [],
			object: {},
		};
		expect(removePasswords(body)).toEqual(body);
		expect(Object.keys(removePasswords({ b: 1, ...password, a: 2 }))).toEqual(['b', 'a']);
	});

	it('from a copy, for other items may have the same answer', () => {
		const body = { result: { ...password } };
		removePasswords(body);
		expect(body).toEqual({ result: password });
	});
});
