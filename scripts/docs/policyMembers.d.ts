type Member = readonly [name: string, values: string, fallback: string, meaning: string];

export function policyMembers(source: object): Record<'policy' | 'override' | 'rule' | 'condition', readonly Member[]>;
