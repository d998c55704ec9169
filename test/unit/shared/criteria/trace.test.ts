import { compilePolicy } from '../../../../nodes/shared/criteria/compile';
import { effectivePolicy } from '../../../../nodes/shared/criteria/effectivePolicy';
import { buildTrace } from '../../../../nodes/shared/criteria/trace';

describe('a trace', () => {
	it('has every condition with its expected and actual value, including those after the deciding rule', () => {
		const policy = {
			rules: [
				{ name: 'Score', conditions: [{ field: 'fraud_score', operator: 'between', value: [50, 84] }], action: 'qa' },
				{
					name: 'Line',
					conditions: [
						{ field: 'VOIP', operator: 'isTrue' },
						{ field: 'carrier', operator: 'contains', value: 'onvoy' },
					],
					action: 'reject',
				},
			],
		} as const;
		const compiled = compilePolicy(effectivePolicy(policy));
		expect(buildTrace(compiled, { phone: { fraud_score: '60', VOIP: false } })).toEqual([
			{ rule: 'Score', field: 'fraud_score', operator: 'between', expected: [50, 84], actual: '60', result: 'true', source: 'base' },
			{ rule: 'Line', field: 'VOIP', operator: 'isTrue', expected: null, actual: false, result: 'false', source: 'base' },
			{ rule: 'Line', field: 'carrier', operator: 'contains', expected: 'onvoy', actual: null, result: 'unknown', source: 'base' },
		]);
	});
});
