import { OUTCOMES, type Outcome } from '../../types';
import { isStricter } from '../outcomeCounts';
import { MOVES, type ChangeCounts, type Move } from '../types';

const count = (changed: ChangeCounts, counts: (move: Move) => boolean): number =>
	MOVES.reduce((total, move) => (counts(move) ? total + changed[move.name] : total), 0);

/** Leads whose outcome changes. */
export const countChanged = (changed: ChangeCounts): number => count(changed, () => true);

/** Leads that move to an outcome. */
export const countMovesTo = (changed: ChangeCounts, outcome: Outcome): number => count(changed, ({ to }) => to === outcome);

export type OutcomeParts = ReadonlyArray<readonly [Outcome, number]>;

/** Leads that become stricter, or more lenient, by the outcome they move to. */
export const partsByTarget = (changed: ChangeCounts, stricter: boolean): OutcomeParts =>
	OUTCOMES.map((outcome) => [outcome, count(changed, (move) => move.to === outcome && isStricter(move) === stricter)]);

export const sumParts = (parts: OutcomeParts): number => parts.reduce((total, [, leads]) => total + leads, 0);
