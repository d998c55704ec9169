import { formatDecimal, formatPercent, toPosition } from './format';
import { html, type Markup } from './markup';
import type { PageView } from './view';

interface Point {
	readonly threshold: number;
	/** Share of the chart's width. */
	readonly x: number;
	readonly recall: number | null;
	readonly precision: number | null;
}

const LINES = [
	{ key: 'recall', label: 'Catch rate' },
	{ key: 'precision', label: 'Precision' },
] as const;

type Line = (typeof LINES)[number];

/** The area of the lines as shares of the chart, with room for labels. */
const AREA = { left: 0.1, width: 0.86, top: 0.05, height: 0.82 };

const GRID = [0, 0.25, 0.5, 0.75, 1];

/** More labels than this touch each other on a phone. */
const MAX_LABELS = 10;

const toY = (rate: number): string => toPosition(AREA.top + AREA.height * (1 - rate));

/** One point for each threshold from 0 to 100; the page stays small if there are more. */
const MAX_POINTS = 101;

/** More markers than this touch each other on a phone. */
const MAX_MARKERS = 16;

/** Only what a fraud score can reach has a place in the chart. */
const isScore = (threshold: number): boolean => threshold >= 0 && threshold <= 100;

/** Variants that try different thresholds and have known results, from low to high; none if only one threshold is tried. */
function toPoints({ report: { variants } }: PageView): readonly Point[] {
	const points = variants
		.slice(0, MAX_POINTS)
		.flatMap(({ variant: { threshold }, total: { known } }) =>
			known !== null && threshold !== undefined && isScore(threshold) ? [{ threshold, ...known }] : [],
		)
		.sort((a, b) => a.threshold - b.threshold);
	const lowest = points[0]?.threshold ?? 0;
	const range = (points.at(-1)?.threshold ?? 0) - lowest;
	if (range === 0) return [];
	return points.map(({ threshold, recall, precision }) => {
		return { threshold, recall, precision, x: AREA.left + (AREA.width * (threshold - lowest)) / range };
	});
}

const gridLine = (rate: number): Markup => html`
	<line class="grid" x1="${toPosition(AREA.left)}" x2="100%" y1="${toY(rate)}" y2="${toY(rate)}" />
	<text x="${toPosition(AREA.left)}" y="${toY(rate)}" dx="-8" dy="4" text-anchor="end">${formatPercent(rate)}</text>
`;

/** As many labels as fit, at equal steps. */
function axisLabels(points: readonly Point[]): readonly Markup[] {
	const step = Math.ceil(points.length / MAX_LABELS);
	return points
		.filter((_, index) => index % step === 0)
		.map(({ x, threshold }) => html`<text x="${toPosition(x)}" y="98%" text-anchor="middle">${formatDecimal(threshold)}</text>`);
}

/** Consecutive points, where the rate of both is known. */
function lineSegments(points: readonly Point[], { key }: Line): readonly Markup[] {
	return points.slice(1).flatMap((to, index) => {
		const from = points[index];
		const [start, end] = [from?.[key] ?? null, to[key]];
		if (from === undefined || start === null || end === null) return [];
		return [html`<line class="${key}" x1="${toPosition(from.x)}" y1="${toY(start)}" x2="${toPosition(to.x)}" y2="${toY(end)}" />`];
	});
}

const MARKERS = {
	recall: html`<circle class="recall" r="4.5" />`,
	precision: html`<rect class="precision" x="-4" y="-4" width="8" height="8" />`,
};

const markers = (points: readonly Point[], { key }: Line): readonly Markup[] =>
	points.flatMap(({ x, [key]: rate }) =>
		rate === null || points.length > MAX_MARKERS ? [] : [html`<svg x="${toPosition(x)}" y="${toY(rate)}">${MARKERS[key]}</svg>`],
	);

/** What the chart shows, for people who do not see it. */
function describe(points: readonly Point[]): string {
	const values = points.map(
		({ threshold, recall, precision }) =>
			`at ${formatDecimal(threshold)} catch rate ${formatPercent(recall)} and precision ${formatPercent(precision)}`,
	);
	return `Catch rate and precision by fraud threshold: ${values.join('; ')}.`;
}

const lineKey = ({ key, label }: Line): Markup =>
	html`<span class="linekey"
		><svg aria-hidden="true">
			<line class="${key}" x1="0" x2="100%" y1="50%" y2="50%" />
			<svg x="50%" y="50%">${MARKERS[key]}</svg></svg
		>${label}</span
	>`;

/** Precision and catch rate over the fraud threshold; null unless several thresholds were tried and results are known. */
export function thresholdChart(view: PageView): Markup | null {
	const points = toPoints(view);
	if (points.length === 0) return null;
	return html`<figure>
		<figcaption>${LINES.map(lineKey)}</figcaption>
		<svg class="chart" role="img" aria-label="${describe(points)}">
			${GRID.map(gridLine)} ${axisLabels(points)} ${LINES.map((line) => [lineSegments(points, line), markers(points, line)])}
		</svg>
		<p class="axis-title">Fraud threshold</p>
	</figure>`;
}
