import type { JsonObject } from '../json/json';
import { FAILURES, type FailureReason } from './failures';

const REASON_BY_REMEDY: ReadonlyMap<unknown, FailureReason> = new Map(
	Object.entries(FAILURES).map(([reason, { remedy }]) => [remedy, reason as FailureReason]),
);

const ERROR_FIELDS = ['error', 'message', 'details'];

/**
 * JSON for n8n's error output.
 *
 * @param message what happened
 * @param metadata of the lookup; undefined if n8n does not support `details`
 */
export const toErrorOutput = (message: string, reason: FailureReason, metadata: object | undefined): JsonObject => ({
	error: message,
	message: FAILURES[reason].remedy,
	...(metadata === undefined ? {} : { details: { ...metadata } }),
});

/**
 * Why the lookup of an item from the error output failed; undefined for all other items. n8n adds the input fields to items of
 * the error output, so a result in such an item is from an earlier lookup.
 */
export const readErrorOutput = ({ error, message }: JsonObject): FailureReason | undefined =>
	typeof error === 'string' ? REASON_BY_REMEDY.get(message) : undefined;

/** Removes what an error output added to an item; returns other items unchanged. */
export const withoutErrorFields = (json: JsonObject): JsonObject =>
	readErrorOutput(json) === undefined ? json : Object.fromEntries(Object.entries(json).filter(([name]) => !ERROR_FIELDS.includes(name)));
