import { OUTCOME_LABELS, OUTCOMES, type Outcome } from '../../types';
import type { OutcomeCounts } from '../types';
import { sumParts, type OutcomeParts } from './changeCounts';
import { toPosition } from './format';
import { html, type Markup } from './markup';

interface Segment {
	readonly outcome: Outcome;
	/** Share of the width at which it starts, and its own share. */
	readonly from: number;
	readonly share: number;
}

/** Shares of a whole, one after the other. */
function toSegments(parts: OutcomeParts, whole: number, start = 0): Segment[] {
	let from = start;
	return parts
		.filter(([, count]) => count > 0)
		.map(([outcome, count]) => {
			const segment = { outcome, from, share: count / whole };
			from += segment.share;
			return segment;
		});
}

const segmentMarkup = ({ outcome, from, share }: Segment): Markup =>
	html`<rect class="${outcome}" x="${toPosition(from)}" width="${toPosition(share)}" height="100%" />`;

/** The numbers stand next to each bar, so a screen reader passes over it. */
const barMarkup = (content: readonly Markup[], className: string): Markup =>
	html`<svg class="${className}" aria-hidden="true">${content}</svg>`;

/** Accept, QA and Reject as parts of one bar. */
export function stackedBar(counts: OutcomeCounts): Markup {
	const parts = OUTCOMES.map((outcome) => [outcome, counts[outcome]] as const);
	return barMarkup(toSegments(parts, sumParts(parts)).map(segmentMarkup), 'bar');
}

/**
 * More lenient changes to the left of a line in the middle, stricter ones to the right.
 *
 * @param longest leads that fill one half
 */
export function divergingBar(lenient: OutcomeParts, stricter: OutcomeParts, longest: number): Markup {
	const left = sumParts(lenient) / longest / 2;
	const segments = [...toSegments(lenient, longest * 2, 0.5 - left), ...toSegments(stricter, longest * 2, 0.5)];
	return barMarkup([...segments.map(segmentMarkup), html`<line class="axis" x1="50%" x2="50%" y1="0" y2="100%" />`], 'bar');
}

/** One share, such as how many leads have a code. */
export const shareBar = (share: number): Markup =>
	barMarkup([html`<rect class="plain" width="${toPosition(share)}" height="100%" />`], 'bar thin');

/** A label with the color of its outcome. */
export const outcomeKey = (outcome: Outcome): Markup => html`<span class="key ${outcome}"></span>${OUTCOME_LABELS[outcome]}`;
