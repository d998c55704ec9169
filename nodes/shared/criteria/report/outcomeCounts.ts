import { SEVERITY } from '../severity';
import type { Outcome } from '../types';
import { MOVES, type Move, type OutcomeCounts } from './types';

export const zeroOutcomes = (): OutcomeCounts => ({ accept: 0, qa: 0, reject: 0 });

const byTarget = (from: Outcome): Partial<Record<Outcome, Move>> =>
	Object.fromEntries(MOVES.filter((move) => move.from === from).map((move) => [move.to, move]));

const MOVES_BY_OUTCOME = { accept: byTarget('accept'), qa: byTarget('qa'), reject: byTarget('reject') };

/** The change from one outcome to another, undefined if they are equal. */
export const findMove = (from: Outcome, to: Outcome): Move | undefined => MOVES_BY_OUTCOME[from][to];

/** Whether a change is towards Reject. */
export const isStricter = ({ from, to }: Move): boolean => SEVERITY[to] > SEVERITY[from];

/** Share of a whole with four decimals, null if the whole is empty. */
export const toRate = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000);

export const sumOutcomes = ({ accept, qa, reject }: OutcomeCounts): number => accept + qa + reject;
