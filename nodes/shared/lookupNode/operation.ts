import type { INodeProperties } from 'n8n-workflow';
import type { ItemResult, UnsentResult } from '../client/itemResult';
import type { LookupTask } from '../client/lookUpBatch';
import type { ApiRequest } from '../ipqs/request';
import type { Sandbox } from '../ipqs/sandbox/sandbox';
import type { ResponseShape } from '../ipqs/selectFields';
import type { JsonObject } from '../json/json';
import type { AuthMode } from './connection';
import type { ItemParameters } from './itemParameters';

/** How a paginated response is read. */
export interface Paging {
	/** The request for the next page, undefined after the last one. `pages` holds all bodies so far, in order. */
	readonly next: (pages: readonly JsonObject[]) => ApiRequest | undefined;
	/** Whether a body contains a list of records, even an empty one. */
	readonly holdsList: (body: JsonObject) => boolean;
	/** One body for each record of all pages. */
	readonly records: (pages: readonly JsonObject[]) => JsonObject[];
	/** `lookup.resource` of the records, if it differs from the operation's. */
	readonly resource?: string | undefined;
}

/** A message about the items that share it; shown once, with their number. */
export type ItemWarning = (items: number) => string;

/** What an item needs: a task for the batch, or a result without a request. */
export type ItemPlan =
	| { readonly task: LookupTask; readonly key?: string; readonly warning?: ItemWarning; readonly paging?: Paging }
	| { readonly unsent: UnsentResult };

/** What happens to an item: its plan, or an earlier result instead. */
export type LookupPlan = ItemPlan | { readonly earlier: ItemResult };

/** An item's request before its limits are added, or a result without a request. */
export type ItemRequest =
	| {
			readonly request: ApiRequest;
			/** Seconds to wait for a response unless an option says otherwise. */
			readonly timeout?: number;
			readonly warning?: ItemWarning;
			readonly paging?: Paging;
	  }
	| { readonly unsent: UnsentResult };

/** One IPQS call: its form, its request and its result. What all operations share is not part of it. */
export interface Operation extends ResponseShape {
	/** Its own parameters, in the order of the form. */
	readonly properties: readonly INodeProperties[];
	/** Its own options; the common ones are added. */
	readonly options: readonly INodeProperties[];
	/** Whether IPQS charges a credit for a result. */
	readonly costsCredit: boolean;
	/** Default of 'Put Result in Field'. Each lookup has its own, so that none replaces the result of another. */
	readonly outputField?: string;
	readonly sandbox: Sandbox;
	/**
	 * Builds the request of an item.
	 *
	 * @throws {InvalidParameter} when a value cannot be used; n8n's error when an expression fails
	 */
	readonly buildRequest: (item: ItemParameters, auth: AuthMode) => ItemRequest;
	/** Fields that the item's parameters make meaningful, in addition to the simplified ones. */
	readonly extraFields?: (item: ItemParameters) => readonly string[];
	/** Changes the response before it is put into the item. */
	readonly transformResponse?: (body: JsonObject) => JsonObject;
}
