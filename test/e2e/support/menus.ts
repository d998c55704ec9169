import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

type Values = Record<string, unknown>;

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null;

const isExpression = (value: unknown): boolean => typeof value === 'string' && value.startsWith('=');

/** Values of a menu; undefined if n8n loads it while a person fills in the form, or if the parameter is no menu. */
const menuOf = ({ type, options = [], typeOptions }: INodeProperties): unknown[] | undefined =>
	['options', 'multiOptions'].includes(type) && typeOptions?.loadOptionsMethod === undefined
		? (options as INodePropertyOptions[]).map(({ value }) => value)
		: undefined;

/** Properties of one name are the same parameter under different conditions, so a value may be in the menu of any. */
function checkValue(properties: readonly INodeProperties[], value: unknown, path: string): string[] {
	const menus = properties.map(menuOf);
	if (menus.every((menu) => menu !== undefined)) {
		const known = new Set(menus.flat());
		return [value].flat().flatMap((one) => (isExpression(one) || known.has(one) ? [] : [`${path}: ${String(one)}`]));
	}
	if (!isValues(value)) return [];
	return [
		...menuProblems(
			properties.filter(({ type }) => type === 'collection').flatMap(({ options }) => options as INodeProperties[]),
			value,
			path,
		),
		...properties
			.filter(({ type }) => type === 'fixedCollection')
			.flatMap(({ options }) => options as INodePropertyCollection[])
			.flatMap(({ name, values }) =>
				[value[name]].flat().flatMap((row) => (isValues(row) ? menuProblems(values, row, `${path}.${name}`) : [])),
			),
	];
}

/** Values that no menu of the form has, with their paths; n8n itself does not check them. */
export function menuProblems(properties: readonly INodeProperties[], values: Values, path = ''): string[] {
	return Object.entries(values).flatMap(([name, value]) => {
		const named = properties.filter((property) => property.name === name);
		return named.length === 0 ? [] : checkValue(named, value, path === '' ? name : `${path}.${name}`);
	});
}
