import type { IExecuteFunctions, INode, INodeExecutionData, INodeParameters, INodeProperties } from 'n8n-workflow';
import { isJsonObject } from '../json/json';
import { readPath } from '../json/path';

const holdsExpression = (value: unknown): boolean => {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(holdsExpression);
};

/** Whether an agent calls the node: n8n adds this to the type's name. */
export const isTool = ({ type }: Pick<INode, 'type'>): boolean => type.endsWith('Tool');

/** `={{ $json.phone }}`, `={{ $json.lead.phone }}`: what a field dragged into a parameter becomes. */
const FIELD_OF_ITEM = /^=\{\{\s*\$json((?:\.[A-Za-z_$][\w$]*)+)\s*\}\}$/;

/** Steps to the field that an expression names and does nothing else with; undefined for every other expression. */
function stepsOf(expression: unknown): readonly string[] | undefined {
	const path = typeof expression === 'string' ? FIELD_OF_ITEM.exec(expression)?.[1] : undefined;
	return path?.slice(1).split('.');
}

/** Tells "the field is not there" from "n8n has to say": text and lists have members of their own. */
const NOT_PLAIN = Symbol('ask n8n');

function fieldOf(json: unknown, steps: readonly string[]): unknown {
	let value = json;
	for (const step of steps) {
		if (!isJsonObject(value) || !Object.hasOwn(value, step)) return NOT_PLAIN;
		value = value[step];
	}
	return value;
}

/**
 * Reads parameters of a node so that constants are resolved once per execution and expressions once per item. n8n takes some
 * 500 µs for an expression, so a plain reference to a field of the item is read from the item itself.
 */
export class NodeParameters {
	private readonly raw: INodeParameters;

	private readonly items: readonly INodeExecutionData[];

	private readonly constants = new Map<string, unknown>();

	private readonly fields = new Map<string, readonly string[] | undefined>();

	/** The parameter read last: where a read throws, the one whose expression gave no value. */
	lastRead = '';

	/** @param properties the node's own, for their labels */
	constructor(
		private readonly node: Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter' | 'getInputData'>,
		private readonly properties: readonly INodeProperties[],
	) {
		this.raw = node.getNode().parameters;
		// What an agent hands to a tool is part of `$json` and in no input item.
		this.items = isTool(node.getNode()) ? [] : node.getInputData();
	}

	/** What the form calls a parameter. */
	labelOf(name: string): string {
		const [first, option] = name.split('.');
		const property = this.properties.find((one) => one.name === first);
		const nested = property?.options?.find((one) => 'displayName' in one && one.name === option);
		return (nested !== undefined && 'displayName' in nested ? nested.displayName : property?.displayName) ?? name;
	}

	/** Whether the parameter, or one within it, is an expression and so may differ per item. */
	variesPerItem(name: string): boolean {
		return holdsExpression(readPath(this.raw, name));
	}

	/** The parameter's value for an item; the fallback where the form does not show the parameter. */
	read<T>(name: string, itemIndex: number, fallback: T): T {
		this.lastRead = name;
		if (this.variesPerItem(name)) return this.readExpression(name, itemIndex, fallback);
		if (!this.constants.has(name)) this.constants.set(name, this.node.getNodeParameter(name, 0, fallback));
		return this.constants.get(name) as T;
	}

	private readExpression<T>(name: string, itemIndex: number, fallback: T): T {
		if (!this.fields.has(name)) this.fields.set(name, stepsOf(readPath(this.raw, name)));
		const steps = this.fields.get(name);
		const value = steps === undefined ? NOT_PLAIN : fieldOf(this.items[itemIndex]?.json, steps);
		return (value === NOT_PLAIN ? this.node.getNodeParameter(name, itemIndex, fallback) : value) as T;
	}
}
