import type { IExecuteFunctions, INode, INodeExecutionData, INodeParameters, INodeProperties } from 'n8n-workflow';
import { isJsonObject } from '../json/json';
import { readPath } from '../json/path';

const containsExpression = (value: unknown): boolean => {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(containsExpression);
};

/** Whether an AI agent calls the node: n8n appends `Tool` to its type. */
export const isTool = ({ type }: Pick<INode, 'type'>): boolean => type.endsWith('Tool');

/** `={{ $json.phone }}`, `={{ $json.lead.phone }}`: what the editor writes when a field is dragged into a parameter. */
const FIELD_REFERENCE = /^=\{\{\s*\$json((?:\.[A-Za-z_$][\w$]*)+)\s*\}\}$/;

/** Path of the field that an expression refers to; undefined if the expression does anything else. */
function fieldReferenceOf(expression: unknown): readonly string[] | undefined {
	const path = typeof expression === 'string' ? FIELD_REFERENCE.exec(expression)?.[1] : undefined;
	return path?.slice(1).split('.');
}

/** `$('Node').all()` and other references that mean the same for each item. */
const SAME_FOR_ALL = /\$\((?:'[^'\\]*'|"[^"\\]*")\)\s*\.\s*(?:all|first|last)\(\)|\$input\s*\.\s*(?:all|first|last)\(\)/g;

/** Whether an expression refers to data only in ways that mean the same for each item. */
const isSameForAll = (expression: unknown): boolean => {
	if (typeof expression !== 'string') return false;
	const rest = expression.replace(SAME_FOR_ALL, '');
	return rest !== expression && !/[$`]/.test(rest);
};

/** The value is not a plain field of the item, so n8n must evaluate the expression: it may be a member of text or a list. */
const NOT_PLAIN = Symbol('not a plain field');

function fieldOf(json: unknown, steps: readonly string[]): unknown {
	let value = json;
	for (const step of steps) {
		if (!isJsonObject(value) || !Object.hasOwn(value, step)) return NOT_PLAIN;
		value = value[step];
	}
	return value;
}

/**
 * Reads parameters of a node: constants once per execution, and expressions once per item unless they give all items the same
 * value. n8n needs about 500 µs to evaluate an expression, so a plain reference to a field is read from the item directly.
 */
export class NodeParameters {
	private readonly raw: INodeParameters;

	private readonly items: readonly INodeExecutionData[];

	private readonly constants = new Map<string, unknown>();

	private readonly fields = new Map<string, readonly string[] | undefined>();

	private readonly sameForAll = new Map<string, boolean>();

	/** Name of the parameter read last. If a read throws, this is the one whose expression failed. */
	lastRead = '';

	/** @param properties of the node, for their labels */
	constructor(
		private readonly node: Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter' | 'getInputData'>,
		private readonly properties: readonly INodeProperties[],
	) {
		this.raw = node.getNode().parameters;
		// In a tool, `$json` contains the agent's arguments, which are in no input item.
		this.items = isTool(node.getNode()) ? [] : node.getInputData();
	}

	/** Label of a parameter in the form. */
	labelOf(name: string): string {
		const [first, option] = name.split('.');
		const property = this.properties.find((one) => one.name === first);
		const nested = property?.options?.find((one) => 'displayName' in one && one.name === option);
		return (nested !== undefined && 'displayName' in nested ? nested.displayName : property?.displayName) ?? name;
	}

	/** Why a parameter has no value if reading it throws; the one read last by default. */
	evaluationError(name = this.lastRead): string {
		return `The expression in '${this.labelOf(name)}' could not be evaluated`;
	}

	/** Whether the parameter is or contains an expression, so that it may differ per item. */
	variesPerItem(name: string): boolean {
		return containsExpression(readPath(this.raw, name));
	}

	/** Whether the parameter is an expression that gives the same value for all items, such as the rows of a table. */
	isSameForAllItems(name: string): boolean {
		if (!this.sameForAll.has(name)) this.sameForAll.set(name, isSameForAll(readPath(this.raw, name)));
		return this.sameForAll.get(name) === true;
	}

	/** The parameter's value for an item, or the fallback if the form hides it. */
	read<T>(name: string, itemIndex: number, fallback: T): T {
		this.lastRead = name;
		if (this.variesPerItem(name) && !this.isSameForAllItems(name)) return this.readExpression(name, itemIndex, fallback);
		if (!this.constants.has(name)) this.constants.set(name, this.node.getNodeParameter(name, 0, fallback));
		return this.constants.get(name) as T;
	}

	private readExpression<T>(name: string, itemIndex: number, fallback: T): T {
		if (!this.fields.has(name)) this.fields.set(name, fieldReferenceOf(readPath(this.raw, name)));
		const steps = this.fields.get(name);
		const value = steps === undefined ? NOT_PLAIN : fieldOf(this.items[itemIndex]?.json, steps);
		return (value === NOT_PLAIN ? this.node.getNodeParameter(name, itemIndex, fallback) : value) as T;
	}
}
