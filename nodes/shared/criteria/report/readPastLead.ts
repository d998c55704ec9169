import { isJsonObject, parseJson } from '../../json/json';
import { OUTCOMES, type Outcome } from '../types';
import type { ComparedDecision, KnownResult } from './types';

/** Text for comparing values that people typed: without case and outer spaces. */
const normalize = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim().toLowerCase() : '';

const readOutcome = (value: unknown): Outcome | undefined => OUTCOMES.find((outcome) => outcome === normalize(value));

const readText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * The decision that a lead carries: an object as IPQS Criteria writes it, its JSON text, or the outcome alone, as in a column of
 * a sheet. Null for anything else.
 */
export function readDecision(value: unknown): ComparedDecision | null {
	const outcome = readOutcome(value);
	if (outcome !== undefined) return { outcome };
	const decision = parseJson(value);
	if (!isJsonObject(decision)) return null;
	const recorded = readOutcome(decision.outcome);
	return recorded === undefined ? null : { outcome: recorded, rule: readText(decision.rule), codes: readText(decision.codes) };
}

/** Reads how a lead turned out. A value that is on both lists or on neither is not known. */
export function createKnownReader(goodValues: readonly string[], badValues: readonly string[]): (value: unknown) => KnownResult | null {
	const good = new Set(goodValues.map(normalize).filter((text) => text !== ''));
	const bad = new Set(badValues.map(normalize).filter((text) => text !== ''));
	return (value) => {
		const text = normalize(value);
		if (good.has(text) === bad.has(text)) return null;
		return good.has(text) ? 'good' : 'bad';
	};
}
