import type { JsonObject } from '../json/json';
import { RESULT_KIND_INFO, RESULT_KINDS, type ResultKind } from './resultKinds';

/** Fields by which a result without metadata is recognized. Kinds share names such as `fraud_score` and `valid`. */
export const SIGNATURES: Readonly<Record<ResultKind, readonly string[]>> = {
	phone: ['line_type', 'VOIP', 'prepaid', 'do_not_call', 'carrier'],
	email: ['smtp_score', 'deliverability', 'disposable'],
	ip: ['proxy', 'vpn', 'ASN', 'fraud_score'],
	url: ['unsafe', 'phishing'],
	device: ['fraud_chance'],
	leak: ['exposed'],
};

/** The fields of other kinds' signatures that a kind itself does not have. */
const FOREIGN_FIELDS = new Map(
	RESULT_KINDS.map((kind) => {
		const own = new Set(RESULT_KIND_INFO[kind].fields.map(({ name }) => name));
		return [kind, RESULT_KINDS.flatMap((other) => SIGNATURES[other].filter((name) => !own.has(name)))];
	}),
);

/** Whether a result has a field by which its kind is recognized. */
export const hasSignature = (result: JsonObject, kind: ResultKind): boolean => SIGNATURES[kind].some((name) => result[name] !== undefined);

/** Whether a result without metadata is of another kind. */
export const isForeign = (result: JsonObject, kind: ResultKind): boolean =>
	(FOREIGN_FIELDS.get(kind) ?? []).some((name) => result[name] !== undefined);
