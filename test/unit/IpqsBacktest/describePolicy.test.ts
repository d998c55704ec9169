import { describePolicy } from '../../../nodes/IpqsBacktest/describePolicy';
import type { Policy } from '../../../nodes/shared/criteria/types';

const rule = { name: 'VOIP', conditions: [{ field: 'VOIP', operator: 'isTrue' }], action: 'qa' } as const;

describe('a policy in a few words', () => {
	it.each<[Policy, string]>([
		[{ preset: 'standard' }, 'Standard, fraud threshold 85'],
		[{ preset: 'clearAbuse', qaThreshold: 60 }, 'Only Clear Abuse, fraud threshold 90, QA threshold 60'],
		[{ preset: 'standard', fraudThreshold: 70, rules: [rule] }, 'Standard, fraud threshold 70, 1 own rule'],
		[{ preset: 'standard', judge: ['phone', 'email'] }, 'Standard'],
		[{ name: 'Mine', rules: [rule, rule] }, 'Mine, 2 rules'],
		[{ rules: [rule] }, 'Custom Policy, 1 rule'],
		[
			{ preset: 'strict', disableRules: ['VOIP'], overrides: { a: {}, b: {} } },
			'Cautious, fraud threshold 85, 1 rule left out, overrides for 2 campaigns',
		],
	])('%j is "%s"', (policy, text) => {
		expect(describePolicy(policy)).toBe(text);
	});
});
