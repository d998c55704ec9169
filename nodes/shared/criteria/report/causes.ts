import { BoundedCounter } from './boundedCounter';
import { isStricter } from './outcomeCounts';
import { MOVES, type ComparedDecision, type Move, type MoveCauses, type MoveName, type VariantEvaluation } from './types';

/** Different causes that are counted for each change; stored decisions may name any. */
const MAX_CAUSES = 200;
const TOP_CAUSES = 5;

/** Why a lead moved: the rule that now speaks against it, or the one that no longer does. */
function causeOf(move: Move, comparedWith: ComparedDecision, evaluation: VariantEvaluation): string | null {
	const { rule, codes = '' } = isStricter(move) ? evaluation : comparedWith;
	return rule || codes.replace(/,.*/s, '').trim() || null;
}

/** Counts the leads that one variant moves, with the rules behind it. */
export class CauseCounter {
	private readonly moves = new Map<MoveName, { leads: number; readonly causes: BoundedCounter<string | null> }>();

	add(move: Move, comparedWith: ComparedDecision, evaluation: VariantEvaluation): void {
		const counter = this.moves.get(move.name) ?? { leads: 0, causes: new BoundedCounter(MAX_CAUSES) };
		counter.leads += 1;
		counter.causes.add(causeOf(move, comparedWith, evaluation));
		this.moves.set(move.name, counter);
	}

	toMoves(): readonly MoveCauses[] {
		return MOVES.flatMap((move) => {
			const counter = this.moves.get(move.name);
			if (counter === undefined) return [];
			return [{ move, leads: counter.leads, causes: counter.causes.top(TOP_CAUSES).map(([cause, leads]) => ({ cause, leads })) }];
		});
	}
}
