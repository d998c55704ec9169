import { OUTCOME_LABELS, OUTCOMES } from '../../types';
import type { ChangeCounts, MoveCauses, VariantReport } from '../types';
import { divergingBar, outcomeKey } from './bars';
import { countChanged, countMovesTo, partsByTarget, sumParts } from './changeCounts';
import { formatCountAndShare, formatInteger, formatLeads } from './format';
import { html, nameMarkup, type Markup } from './markup';
import { comparisonName, variantName } from './variantNames';
import { note, paragraph, section, table } from './blocks';
import type { PageView } from './view';

function variantRow(view: VariantReport, changed: ChangeCounts, longest: number): Markup {
	const compared = view.total.leads - changed.notCompared;
	const bar = divergingBar(partsByTarget(changed, false), partsByTarget(changed, true), longest);
	return html`<tr>
		<th scope="row">${variantName(view)}${bar}</th>
		<td>${formatCountAndShare(countChanged(changed), compared)}</td>
		${OUTCOMES.map((outcome) => html`<td>${formatInteger(countMovesTo(changed, outcome))}</td>`)}
	</tr>`;
}

const causesMarkup = ({ causes }: MoveCauses): readonly Markup[] =>
	causes.map(({ cause, leads }) => html`<span class="cause">${nameMarkup(cause ?? 'not recorded')} <b>${formatInteger(leads)}</b></span> `);

const moveRow = (counts: MoveCauses): Markup =>
	html`<tr>
		<th scope="row">
			${outcomeKey(counts.move.from)} → ${outcomeKey(counts.move.to)}
			<div class="causes">${causesMarkup(counts)}</div>
		</th>
		<td>${formatInteger(counts.leads)}</td>
	</tr>`;

function movesMarkup({ main }: PageView): readonly Markup[] {
	if (main.moves.length === 0) return [];
	return [
		html`<h3>Rules behind the changes: ${variantName(main)}</h3>`,
		table('Changes of outcome and the rules behind them', ['Change', 'Leads'], main.moves.map(moveRow), 'moves'),
		note('Stricter changes name the rule that decides now, more lenient ones the rule that decided before.'),
	];
}

/** Null if outcomes are compared with nothing. */
export function changesSection(view: PageView): Markup | null {
	const { comparison, setup } = view.report;
	const rows = view.rows.flatMap((variant) => (variant.total.changed === null ? [] : [{ variant, changed: variant.total.changed }]));
	if (comparison === null) return null;
	const longest = Math.max(
		1,
		...rows.flatMap(({ changed }) => [sumParts(partsByTarget(changed, false)), sumParts(partsByTarget(changed, true))]),
	);
	const { notCompared } = comparison;
	return section('changes', 'Leads that change', [
		paragraph(
			html`Compared with ${comparisonName(setup)}. Bars left of the line are more lenient decisions, bars right of it stricter ones.`,
		),
		table(
			'Leads whose outcome changes, by the outcome they move to',
			['Variant', 'Changed', ...OUTCOMES.map((outcome) => html`<span class="key ${outcome}"></span>To ${OUTCOME_LABELS[outcome]}`)],
			rows.map(({ variant, changed }) => variantRow(variant, changed, longest)),
		),
		notCompared === 0 ? null : note(`Left out: ${formatLeads(notCompared)} without a decision to compare with.`),
		movesMarkup(view),
	]);
}
