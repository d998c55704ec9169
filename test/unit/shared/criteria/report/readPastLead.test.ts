import { createKnownReader, readDecision } from '../../../../../nodes/shared/criteria/report/readPastLead';

describe('the decision of a lead', () => {
	it('is read as Criteria writes it', () => {
		const decision = { outcome: 'reject', rule: 'VOIP', codes: 'VOIP', policy: {} };
		expect(readDecision(decision)).toEqual({ outcome: 'reject', rule: 'VOIP', codes: 'VOIP' });
	});

	it('is read from JSON text', () => {
		expect(readDecision('{"outcome":"qa","rule":null,"codes":7}')).toEqual({ outcome: 'qa', rule: undefined, codes: undefined });
	});

	it.each([
		['Accept', 'accept'],
		[' QA ', 'qa'],
	])('is read from the outcome %p', (value, outcome) => {
		expect(readDecision(value)).toEqual({ outcome });
	});

	it.each([[undefined], [null], [''], ['sold'], ['{'], ['[]'], [{}], [{ outcome: 'constructor' }], [{ outcome: ['qa'] }], [7], [['qa']]])(
		'is null for %p',
		(value) => {
			expect(readDecision(value)).toBeNull();
		},
	);
});

describe('the known result of a lead', () => {
	const read = createKnownReader(['Sold', '1', 'both', ''], ['returned', 'false', 'BOTH']);

	it.each([
		['sold ', 'good'],
		[1, 'good'],
		['Returned', 'bad'],
		[false, 'bad'],
	])('%p is %s', (value, known) => {
		expect(read(value)).toBe(known);
	});

	it('is not known without a value, even if a list has an empty entry', () => {
		expect(createKnownReader(['sold'], [' ', 'returned'])('')).toBeNull();
	});

	it.each([[undefined], [null], [''], ['pending'], [{}], [['sold']], ['both']])('%p is not known', (value) => {
		expect(read(value)).toBeNull();
	});
});
