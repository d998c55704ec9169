import type { INodeProperties } from 'n8n-workflow';
import { operationProperties } from '../shared/lookupNode/properties';
import type { Resource, IpqsOperation } from './ipqsOperation';
import { RESOURCES } from './resources';
import { authentication } from '../shared/lookupNode/authentication';

const resource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: RESOURCES.map(({ name, label }) => ({ name: label, value: name })),
	default: 'email',
};

const titles = Object.fromEntries(
	RESOURCES.map(({ name: owner, label, operations }) => [
		owner,
		Object.fromEntries(operations.map((one) => [one.name, `${one.label}: ${label}`])),
	]),
);

/** `}}` would end the expression. */
const titlesInExpression = JSON.stringify(titles).replaceAll('}}', '} }');

/** Operation and resource, shown below the node's name on the canvas. */
export const subtitle = `={{ ($parameter["authentication"] === "sandbox" ? "Sandbox: " : "") + (${titlesInExpression}[$parameter["resource"]]?.[$parameter["operation"]] ?? "") }}`;

function operationMenu({ name: owner, operations }: Resource): INodeProperties {
	const [{ name: first }] = operations;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [owner] } },
		options: operations.map(({ name, label, action, description }) => ({ name: label, value: name, action, description })),
		default: first,
	};
}

const shownFor = ({ name: owner }: Resource, operation: IpqsOperation): INodeProperties[] =>
	operationProperties(operation).map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { resource: [owner], operation: [operation.name], ...property.displayOptions?.show },
		},
	}));

export const properties: INodeProperties[] = [
	authentication('apiKey', 'sandbox'),
	resource,
	...RESOURCES.map(operationMenu),
	...RESOURCES.flatMap((one) => one.operations.flatMap((operation) => shownFor(one, operation))),
];
