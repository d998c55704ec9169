import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { compilePolicies, PolicyResolver } from '../../../../nodes/shared/policyNode/policyResolver';
import type { ParsedPolicy } from '../../../../nodes/shared/policyNode/policyFromParameters';
import { NodeParameters } from '../../../../nodes/shared/parameters/nodeParameters';
import { fakeNode, type FakeNodeSetup } from '../../../support/fake-node';

/** A resolver of the policies of a node, and how many policies it compiled. */
function resolverOf(parameters: INodeParameters, items: IDataObject[] = [{}], setup: FakeNodeSetup = {}) {
	const form = { policySource: 'preset', preset: 'standard', defaultAction: 'accept', onFailedLookup: 'qa', campaignField: 'campaign' };
	const { node } = fakeNode({ ...setup, items, parameters: { ...form, ...parameters } });
	const compiled: ParsedPolicy[] = [];
	const properties = [{ displayName: 'Fraud Threshold', name: 'fraudThreshold', type: 'string' as const, default: '' }];
	const nodeParameters = new NodeParameters(node, properties);
	const resolver = new PolicyResolver(node, nodeParameters, (parsed) => {
		compiled.push(parsed);
		return compilePolicies(parsed);
	});
	/** Name and fraud threshold of the policy of an item, or its error. */
	const resolve = (itemIndex: number, ...campaigns: string[]): string => {
		const resolved = resolver.resolve(itemIndex, campaigns);
		if ('error' in resolved) return resolved.error;
		const { name, rules } = resolved.compiled.policy;
		const [threshold] = rules.flatMap(({ conditions }) => conditions).filter(({ field }) => field === 'fraud_score');
		return `${name} ${String(threshold?.value)}`;
	};
	return { resolver, compiled, resolve, nodeParameters };
}

const SCORE = "'Fraud Threshold' must be a number from 0 to 100";
const CONTINUE = { onError: 'continueRegularOutput' } as const;

describe('the policy of parameters without expressions', () => {
	it('is compiled once for all items', () => {
		const { resolver, compiled, resolve } = resolverOf({ fraudThreshold: '70' });
		expect([0, 1, 2].map((itemIndex) => resolve(itemIndex))).toEqual(Array(3).fill('Standard 70'));
		expect(compiled).toHaveLength(1);
		expect(resolver.isConstant).toBe(true);
		expect([...resolver.warnings]).toEqual([]);
	});

	it('has settings for campaigns', () => {
		const { resolve } = resolverOf({ overrides: { values: [{ campaign: 'Solar', fraudThreshold: '60' }] } });
		expect([resolve(0, 'solar'), resolve(0, 'Debt'), resolve(0)]).toEqual(['Standard 60', 'Standard 85', 'Standard 85']);
	});

	it('has no campaigns if the form hides the campaign field, which stays text for the settings', () => {
		const { resolve, nodeParameters } = resolverOf({ campaignField: undefined });
		expect(resolve(0, 'Solar')).toBe('Standard 85');
		expect(nodeParameters.read('campaignField', 0, null)).toBe('');
	});

	it('has the options of the node', () => {
		const { compiled } = resolverOf({ options: { disableRules: 'VOIP', onUnusableNumber: 'reject' } });
		expect(compiled).toMatchObject([{ policy: { disableRules: ['VOIP'], onUnusableNumber: 'reject' } }]);
	});

	it('stops the node if it is invalid, with what to do', () => {
		expect(() => resolverOf({ fraudThreshold: '101' })).toThrow(
			expect.objectContaining({
				name: 'NodeOperationError',
				message: SCORE,
				description: 'No lead was processed. Correct the parameter and run the node again.',
			}),
		);
	});

	it('is invalid for all items instead, with On Error = Continue', () => {
		const { resolve } = resolverOf({ fraudThreshold: '101' }, [{}, {}], CONTINUE);
		expect([resolve(0), resolve(1)]).toEqual([SCORE, SCORE]);
	});
});

describe('the policy of a parameter with an expression', () => {
	it('is compiled once for each set of values', () => {
		const items = [{ score: 70 }, { score: 60 }, { score: 70 }];
		const { resolver, compiled, resolve } = resolverOf({ fraudThreshold: '=score' }, items);
		expect(resolver.isConstant).toBe(false);
		expect([0, 1, 2].map((itemIndex) => resolve(itemIndex))).toEqual(['Standard 70', 'Standard 60', 'Standard 70']);
		expect(compiled).toHaveLength(2);
	});

	it('is invalid for the items with an invalid value', () => {
		const { resolve } = resolverOf({ fraudThreshold: '=score' }, [{ score: 70 }, { score: 101 }, {}]);
		expect([0, 1, 2].map((itemIndex) => resolve(itemIndex))).toEqual(['Standard 70', SCORE, SCORE]);
	});

	it('is invalid for the items for which it cannot be evaluated', () => {
		expect(resolverOf({ fraudThreshold: '=!' }).resolve(0)).toBe("The expression in 'Fraud Threshold' could not be evaluated");
	});

	it('is invalid for items with a value that cannot be written as JSON', () => {
		const endless: IDataObject = {};
		endless.again = endless;
		const { resolve } = resolverOf({ fraudThreshold: '=score' }, [{ score: endless }, { score: 70 }]);
		expect([resolve(0), resolve(1)]).toEqual(['The policy could not be read', 'Standard 70']);
	});

	it.each<[string, INodeParameters]>([
		['of its own', { fraudThreshold: '=score', qaThreshold: '101' }],
		['among the options', { fraudThreshold: '=score', options: { onUnusableNumber: 'drop' } }],
		['in a rule', { fraudThreshold: '=score', rules: { values: [{ name: 'One', action: 'qa', conditions: {} }] } }],
		['in an override', { fraudThreshold: '=score', overrides: { values: [{ campaign: 'Solar', more: { qaThreshold: '101' } }] } }],
		[
			'in an override that has an expression too',
			{ overrides: { values: [{ campaign: '=campaign', qaThreshold: '101' }, { campaign: 'Debt' }] } },
		],
	])('stops the node if a constant is invalid %s', (_where, parameters) => {
		const { resolve } = resolverOf(parameters, [{ score: 70, campaign: 'Solar' }]);
		expect(() => resolve(0)).toThrow(expect.objectContaining({ name: 'NodeOperationError' }));
	});

	it('has only the issues of constants as its error, with On Error = Continue', () => {
		const { resolve } = resolverOf({ fraudThreshold: '=score', qaThreshold: '101' }, [{ score: 'high' }], CONTINUE);
		expect(resolve(0)).toBe("'QA Threshold' must be a number from 0 to 100");
	});

	it('is compiled once if it is the same for all items', () => {
		const { resolver } = resolverOf({ overridesSource: 'rows', overrideRows: "={{ $('Campaigns').all() }}" }, [{}], CONTINUE);
		expect(resolver.isConstant).toBe(true);
	});
});

describe('a value that is the same for all items and cannot be written as JSON', () => {
	const circular: IDataObject = {};
	circular.again = circular;
	const SAME = "={{ $('Settings').all() }}";
	const item = { "{{ $('Settings')": { 'all() }}': circular } };

	it.each(['fraudThreshold', 'policyJson', 'campaignField', 'disableRules'])(
		'makes the policy invalid instead of ending the run: %s',
		(name) => {
			const value = { [name]: SAME } as INodeParameters;
			const parameters =
				name === 'disableRules' ? { options: value } : { ...value, ...(name === 'policyJson' ? { policySource: 'json' } : {}) };
			const { resolver, resolve } = resolverOf(parameters, [item], CONTINUE);
			expect(resolver.isConstant).toBe(true);
			expect(resolve(0, 'Solar')).toMatch(/could not be read|must be|does not exist/);
		},
	);
});

describe('the rows of a table', () => {
	const rowsOf = (overrideRows: IDataObject[]) =>
		resolverOf({ overridesSource: 'rows', overrideRows: '=rows' }, [{ rows: overrideRows }, { rows: overrideRows }]);

	it('make the policy invalid only for the campaign of a row that cannot be used', () => {
		const { resolver, resolve } = rowsOf([
			{ campaign: 'Solar', fraudThreshold: 60 },
			{ campaign: 'Debt', fraudThreshold: 101 },
		]);
		const problem = "'Override Rows', row 2: fraudThreshold must be a number from 0 to 100";
		expect([resolve(0, 'SOLAR'), resolve(0, 'Debt'), resolve(1, 'Aged', 'debt'), resolve(0, 'Aged')]).toEqual([
			'Standard 60',
			problem,
			problem,
			'Standard 85',
		]);
		expect([...resolver.warnings]).toEqual([`${problem}. Leads of this campaign go to QA until the row is corrected.`]);
	});

	it('are all used if none is wrong', () => {
		const { resolver, resolve } = rowsOf([{ campaign: 'Solar', fraudThreshold: 60 }]);
		expect(resolve(0, 'Solar')).toBe('Standard 60');
		expect([...resolver.warnings]).toEqual([]);
	});

	it('have at most five warnings per run', () => {
		const items = ['preset', 'fraudThreshold', 'qaThreshold'].map((name) => ({
			rows: ['Solar', 'Debt', 'Aged'].map((campaign) => ({ campaign, [name]: 'none' })),
		}));
		const { resolver, resolve } = resolverOf({ overridesSource: 'rows', overrideRows: '=rows' }, items);
		for (const itemIndex of items.keys()) resolve(itemIndex);
		expect(resolver.warnings.size).toBe(5);
	});
});
