import { compileCampaignPolicies } from '../../../../nodes/shared/criteria/compileCampaignPolicies';
import { decide } from '../../../../nodes/shared/criteria/buildDecision';
import { extractResult } from '../../../../nodes/shared/criteria/extractResult';
import { criteriaSchema } from '../../../../nodes/shared/criteria/decisionSchema';
import { CLEAN, policyOf } from './evaluations';

interface Shape {
	readonly type: string;
	readonly properties?: Readonly<Record<string, Shape>>;
	readonly items?: Shape;
}

const schema = criteriaSchema() as unknown as Shape & { readonly version: number };

/** The JSON type of each member of a value, by its path. */
function typesOf(value: unknown, path: string): string[] {
	if (Array.isArray(value)) return [`${path}: array`, ...typesOf(value[0], `${path}[]`)];
	if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
	return [`${path}: object`, ...Object.entries(value).flatMap(([name, member]) => typesOf(member, `${path}.${name}`))];
}

const typesIn = ({ type, properties = {}, items }: Shape, path: string): string[] => [
	`${path}: ${type}`,
	...(items === undefined ? [] : typesIn(items, `${path}[]`)),
	...Object.entries(properties).flatMap(([name, member]) => typesIn(member, `${path}.${name}`)),
];

describe('the output schema', () => {
	it('describes an item with a decision', () => {
		expect(schema).toMatchObject({ type: 'object', version: 1 });
		expect(Object.keys(schema.properties ?? {})).toEqual(['decision']);
	});

	it('has every member of a decision without options, with its JSON type', () => {
		const policy = compileCampaignPolicies(policyOf({ preset: 'standard', overrides: { Solar: { fraudThreshold: 70 } } }))(['Solar']);
		const options = { resultField: 'ipqs', enforced: true, includeTrace: false, includePolicy: false };
		const decision = decide(policy, undefined, { phone: extractResult({ ipqs: { ...CLEAN, fraud_score: 90 } }, 'ipqs', 'phone') }, options);
		expect(typesIn(schema.properties?.decision ?? schema, 'decision')).toEqual(typesOf(decision, 'decision'));
	});
});
