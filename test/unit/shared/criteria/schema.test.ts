import { compileCampaignPolicies, decide } from '../../../../nodes/shared/criteria/decide';
import { extractResult } from '../../../../nodes/shared/criteria/extractResult';
import { criteriaSchema } from '../../../../nodes/shared/criteria/schema';
import { CLEAN, policyOf } from './evaluations';

interface Shape {
	readonly type: string;
	readonly properties?: Readonly<Record<string, Shape>>;
	readonly items?: Shape;
}

const schema = criteriaSchema() as unknown as Shape & { readonly version: number };

/** Each member of a value, by its path, with its type in JSON. */
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

it('the schema is that of an item with a decision', () => {
	expect(schema).toMatchObject({ type: 'object', version: 1 });
	expect(Object.keys(schema.properties ?? {})).toEqual(['decision']);
});

it('the schema has every part of a decision that is reached with no option set, with its type in JSON', () => {
	const policy = compileCampaignPolicies(policyOf({ preset: 'standard', overrides: { Solar: { fraudThreshold: 70 } } }))('Solar');
	const recording = { resultField: 'ipqs', enforced: true, includeTrace: false, includePolicy: false };
	const decision = decide(policy, undefined, extractResult({ ipqs: { ...CLEAN, fraud_score: 90 } }, 'ipqs'), recording);
	expect(typesIn(schema.properties?.decision ?? schema, 'decision')).toEqual(typesOf(decision, 'decision'));
});
