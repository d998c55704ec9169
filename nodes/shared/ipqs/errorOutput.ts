import type { JsonObject } from '../json/json';
import { FAILURES, type FailureReason } from './errors';

const REASON_BY_REMEDY: ReadonlyMap<unknown, FailureReason> = new Map(
	Object.entries(FAILURES).map(([reason, { remedy }]) => [remedy, reason as FailureReason]),
);

const ERROR_FIELDS = ['error', 'message', 'details'];

/** JSON for n8n's error output: what happened, what to do, and the lookup's metadata if n8n supports `details`. */
export const toErrorOutput = (happened: string, reason: FailureReason, metadata: object | undefined): JsonObject => ({
	error: happened,
	message: FAILURES[reason].remedy,
	...(metadata === undefined ? {} : { details: { ...metadata } }),
});

/**
 * Why a lookup failed whose item left by the error output, where n8n adds the fields the lead had before: a result among them
 * is an earlier one. Undefined for all other items.
 */
export const readErrorOutput = ({ error, message }: JsonObject): FailureReason | undefined =>
	typeof error === 'string' ? REASON_BY_REMEDY.get(message) : undefined;

/** A lead as it was before its lookup failed. */
export const withoutErrorFields = (json: JsonObject): JsonObject =>
	readErrorOutput(json) === undefined ? json : Object.fromEntries(Object.entries(json).filter(([name]) => !ERROR_FIELDS.includes(name)));
