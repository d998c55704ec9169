import { reportItems } from '../../../../../nodes/shared/criteria/report/collect';
import { reportSchema } from '../../../../../nodes/shared/criteria/report/schema';
import { sampleReport } from '../../../../support/reportSample';

interface Shape {
	readonly type: string;
	readonly properties?: Readonly<Record<string, Shape>>;
	readonly items?: Shape;
}

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

describe('the output schema of a report', () => {
	it('has every member of an item, with its JSON type', () => {
		const [item] = reportItems(sampleReport());
		expect(typesIn(reportSchema() as unknown as Shape, 'item')).toEqual(typesOf(item, 'item'));
	});
});
