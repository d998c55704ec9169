import type { INodeParameters } from 'n8n-workflow';
import { SecondPolicy } from '../../../../nodes/shared/policyNode/secondPolicy';
import { NodeParameters } from '../../../../nodes/shared/parameters/nodeParameters';
import { fakeNode, type FakeNodeSetup } from '../../../support/fake-node';

/** A node with a second policy in one of its options. */
function secondPolicy(other: INodeParameters[string], setup: FakeNodeSetup = {}): SecondPolicy {
	const { node } = fakeNode({ ...setup, parameters: { options: { other } } });
	const options = [{ displayName: 'Other Policy', name: 'other', type: 'string' as const, default: '' }];
	const property = { displayName: 'Options', name: 'options', type: 'collection' as const, default: {}, options };
	return new SecondPolicy(node, new NodeParameters(node, [property]), 'options.other');
}

/** Name and campaign of the policy, its error, or undefined. */
function resolve(policy: SecondPolicy, itemIndex = 0, campaigns: readonly string[] = []): string | undefined {
	const resolved = policy.resolve(itemIndex, campaigns);
	if (resolved === undefined) return undefined;
	if ('error' in resolved) return resolved.error;
	const { name, campaign } = resolved.compiled.policy;
	return campaign === null ? name : `${name} of ${campaign}`;
}

const NO_POLICY = /^'Other Policy' must be Standard, .* or policy JSON$/;
const MISSPELT = "'Other Policy': preset must be standard, ipqsHighRisk, clearAbuse, strict or outreach";

describe('a second policy', () => {
	it.each([[''], [null], [undefined]])('is none if the parameter is empty: %j', (other) => {
		expect(resolve(secondPolicy(other as string))).toBeUndefined();
	});

	it('is none for the items for which the expression gives nothing', () => {
		expect(resolve(secondPolicy('=other', { items: [{}] }))).toBeUndefined();
	});

	it.each(['strict', ' strict ', 'Cautious', '{"preset":"strict"}', ' {"preset":"strict"}'])(
		'is the name of a preset, or JSON: %s',
		(other) => {
			expect(resolve(secondPolicy(other))).toBe('Cautious');
		},
	);

	it('can be an object from an expression', () => {
		expect(resolve(secondPolicy('=other', { items: [{ other: { preset: 'strict' } }] }))).toBe('Cautious');
	});

	it('can have settings for the campaigns of a lead', () => {
		const policy = secondPolicy('{"preset":"strict","overrides":{"Solar":{"qaThreshold":40}}}');
		expect(resolve(policy, 0, ['solar'])).toBe('Cautious of Solar');
		expect(resolve(policy, 0, ['Debt'])).toBe('Cautious');
	});

	it('is compiled once if it is a constant', () => {
		const policy = secondPolicy('strict');
		expect(policy.resolve(1, [])).toBe(policy.resolve(0, []));
	});

	it('is compiled once for each text if it comes from an expression', () => {
		const policy = secondPolicy('=other', { items: [{ other: 'strict' }, { other: 'strict' }, { other: 'standard' }] });
		expect(policy.resolve(1, [])).toBe(policy.resolve(0, []));
		expect([0, 1, 2].map((itemIndex) => resolve(policy, itemIndex))).toEqual(['Cautious', 'Cautious', 'Standard']);
	});

	it('stops the node if it is a constant that is invalid', () => {
		expect(() => resolve(secondPolicy('strikt'))).toThrow(NO_POLICY);
		for (const text of ['{"preset":"strikt"}', ' {"preset":"strikt"}']) expect(() => resolve(secondPolicy(text))).toThrow(MISSPELT);
		expect(() => resolve(secondPolicy('{"preset":'))).toThrow("'Other Policy' is not valid JSON. Line 1, column 11: expected a value");
	});

	it('has an error instead, with On Error = Continue', () => {
		expect(resolve(secondPolicy('{"preset":"strikt"}', { onError: 'continueRegularOutput' }))).toBe(MISSPELT);
	});

	it('has an error if an expression gives an invalid policy for the item', () => {
		const items = [{ other: 'strikt' }, { other: { preset: 'strikt' } }, { other: 7 }, { other: 'strict' }];
		const policy = secondPolicy('=other', { items });
		expect(resolve(policy, 0)).toMatch(NO_POLICY);
		expect(resolve(policy, 1)).toBe(MISSPELT);
		expect(resolve(policy, 2)).toMatch(NO_POLICY);
		expect(resolve(policy, 3)).toBe('Cautious');
	});

	it('has an error if its expression cannot be evaluated, or gives an object that cannot be written as JSON', () => {
		expect(resolve(secondPolicy('=!'))).toBe("The expression in 'Other Policy' could not be evaluated");
		const endless: Record<string, unknown> = { preset: 'strict' };
		endless.again = endless;
		expect(resolve(secondPolicy('=other', { items: [{ json: { other: endless as never } }] }))).toBe('The policy could not be read');
	});
});
