import { enumerated, flawSentence, placeOf } from '../../../../nodes/shared/criteria/policyIssue';

describe('a sentence', () => {
	test.each([
		[[], ''],
		[['Risky'], 'Risky'],
		[['Risky', 'VOIP'], 'Risky and VOIP'],
		[['Risky', 'VOIP', 'Prepaid'], 'Risky, VOIP and Prepaid'],
	])('enumerates %j as "%s"', (parts, text) => {
		expect(enumerated(parts, 'and')).toBe(text);
	});

	test.each([
		[['rules', 2, 'conditions', 0, 'value'], 'rules[2].conditions[0].value'],
		[['overrides', 'Solar Energy', 'preset'], 'overrides["Solar Energy"].preset'],
		[['Solar Energy', 'preset'], '["Solar Energy"].preset'],
		[[0, 'name'], '[0].name'],
	])('names the place %j as JavaScript would: %s', (path, place) => {
		expect(placeOf(path)).toBe(place);
	});

	test('names the policy where the flaw has no other place', () => {
		expect(flawSentence({ path: [], message: 'must be JSON' })).toBe('The policy must be JSON');
		expect(flawSentence({ path: ['preset'], message: 'must be strict' })).toBe('preset must be strict');
	});
});
