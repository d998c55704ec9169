import { formatIssue, formatPath } from '../../../../nodes/shared/criteria/policyIssue';

describe('an issue', () => {
	it.each([
		[['rules', 2, 'conditions', 0, 'value'], 'rules[2].conditions[0].value'],
		[['overrides', 'Solar Energy', 'preset'], 'overrides["Solar Energy"].preset'],
		[['Solar Energy', 'preset'], '["Solar Energy"].preset'],
		[[0, 'name'], '[0].name'],
	])('has the path %j in JavaScript notation: %s', (path, place) => {
		expect(formatPath(path)).toBe(place);
	});

	it('names the policy if the path is empty', () => {
		expect(formatIssue({ path: [], message: 'must be JSON' })).toBe('The policy must be JSON');
		expect(formatIssue({ path: ['preset'], message: 'must be strict' })).toBe('preset must be strict');
	});
});
