import { OUTCOMES, type Outcome } from './types';

/** 0 for the harmless outcome, higher for more severe ones. */
export const SEVERITY = Object.fromEntries(OUTCOMES.map((outcome, severity) => [outcome, severity])) as Readonly<Record<Outcome, number>>;

export const worstOutcome = (one: Outcome, other: Outcome): Outcome => (SEVERITY[other] > SEVERITY[one] ? other : one);
