import type { INodeProperties } from 'n8n-workflow';
import type { NodeParameters } from '../parameters/nodeParameters';
import type { JsonObject } from '../json/json';
import type { ApiRequest } from '../ipqs/request';
import type { Shape } from '../ipqs/selectFields';
import type { Sandbox } from '../ipqs/sandbox/sandbox';
import type { Inquiry } from '../client/lookUpBatch';
import type { Settled } from '../client/itemResult';
import type { Access } from './connection';

/** The parameters of one item. */
export class ItemParameters {
	constructor(
		private readonly parameters: NodeParameters,
		private readonly itemIndex: number,
	) {}

	/** What the form holds for the item; the fallback where it does not show the parameter. */
	read(name: string, fallback: unknown): unknown {
		return this.parameters.read(name, this.itemIndex, fallback);
	}

	/** The options as they are stored: those that were added alone. */
	get options(): JsonObject {
		return this.parameters.read<JsonObject>('options', this.itemIndex, {});
	}
}

/** How an answer that comes in pages is read. */
export interface Paging {
	/** The request for what follows, undefined where nothing does. `answers` holds all bodies so far, the last one last. */
	readonly next: (answers: readonly JsonObject[]) => ApiRequest | undefined;
	/** Whether a body holds a list of records at all, be it an empty one. */
	readonly holdsList: (body: JsonObject) => boolean;
	/** One body for each record of all pages. */
	readonly records: (answers: readonly JsonObject[]) => JsonObject[];
}

/** Something a person should know about the items it holds for; told once, with their number. */
export type Remark = (items: number) => string;

/** What an item asks, or how it ends without asking. */
export type Plan =
	| { readonly inquiry: Inquiry; readonly remark?: Remark; readonly paging?: Paging }
	| { readonly settled: Settled };

/** What an item asks, before the limits of its request are known. */
export type Question =
	| {
			readonly request: ApiRequest;
			/** Seconds to wait for an answer, where no option says. */
			readonly timeout?: number;
			readonly remark?: Remark;
			readonly paging?: Paging;
	  }
	| { readonly settled: Settled };

/** One thing that IPQS can be asked: its form, its request and its result. What all of them have in common is not part of it. */
export interface Operation extends Shape {
	/** Parameters of its own, in the order of the form. */
	readonly properties: readonly INodeProperties[];
	/** Options of its own; the common ones are added. */
	readonly options: readonly INodeProperties[];
	/** Whether IPQS takes a credit for an answer. */
	readonly charged: boolean;
	readonly sandbox: Sandbox;
	/**
	 * What an item asks.
	 *
	 * @throws {InvalidParameter} when a value cannot be used; what n8n throws when an expression gives none
	 */
	readonly ask: (item: ItemParameters, access: Access) => Question;
	/** Fields that the item's own parameters give a meaning to, beside the simplified ones. */
	readonly extraFields?: (item: ItemParameters) => readonly string[];
	/** The response as people get it, where that differs from what IPQS sends. */
	readonly read?: (body: JsonObject) => JsonObject;
}
