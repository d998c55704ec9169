import { formatIssue, formatPath } from '../../../../nodes/shared/criteria/policyIssue';

describe('an issue', () => {
	test.each([
		[['rules', 2, 'conditions', 0, 'value'], 'rules[2].conditions[0].value'],
		[['overrides', 'Solar Energy', 'preset'], 'overrides["Solar Energy"].preset'],
		[['Solar Energy', 'preset'], '["Solar Energy"].preset'],
		[[0, 'name'], '[0].name'],
	])('names the place %j as JavaScript would: %s', (path, place) => {
		expect(formatPath(path)).toBe(place);
	});

	test('names the policy where the issue has no other place', () => {
		expect(formatIssue({ path: [], message: 'must be JSON' })).toBe('The policy must be JSON');
		expect(formatIssue({ path: ['preset'], message: 'must be strict' })).toBe('preset must be strict');
	});
});
