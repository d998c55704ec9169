import type { JsonObject } from '../json/json';
import { FAILURES, type Reason } from './errors';
import type { LookupRecord } from './selectFields';

const REASON_BY_REMEDY: ReadonlyMap<unknown, Reason> = new Map(Object.entries(FAILURES).map(([reason, { remedy }]) => [remedy, reason as Reason]));

const MEMBERS = ['error', 'message', 'details'];

/** What happened, for n8n's error output: in its own words, what to do, and the record where n8n knows `details`. */
export const errorItem = (happened: string, reason: Reason, record: LookupRecord | undefined): JsonObject => ({
	error: happened,
	message: FAILURES[reason].remedy,
	...(record === undefined ? {} : { details: { ...record } }),
});

/**
 * Why a lookup failed whose item left by the error output, where n8n adds the fields the lead had before: a result among them
 * is an earlier one. Undefined for all other items.
 */
export const failureOf = ({ error, message }: JsonObject): Reason | undefined => (typeof error === 'string' ? REASON_BY_REMEDY.get(message) : undefined);

/** A lead as it was before its lookup failed. */
export const withoutFailure = (json: JsonObject): JsonObject =>
	failureOf(json) === undefined ? json : Object.fromEntries(Object.entries(json).filter(([name]) => !MEMBERS.includes(name)));
