import { OUTCOMES } from '../../types';
import { sumOutcomes } from '../outcomeCounts';
import type { KnownCounts, KnownResult, OutcomeCounts } from '../types';
import { outcomeKey } from './bars';
import { formatInteger, formatLeads, formatPercent, pluralize } from './format';
import { html, type Insertable, type Markup } from './markup';
import { comparisonLabel, variantName } from './variantNames';
import { note, paragraph, section } from './blocks';
import { thresholdChart } from './thresholdChart';
import type { PageView } from './view';

/** From severe to harmless: what matters of a bad lead is whether it is rejected. */
const ORDER = [...OUTCOMES].reverse();

const cells = (counts: OutcomeCounts): readonly Markup[] => ORDER.map((outcome) => html`<td>${formatInteger(counts[outcome])}</td>`);

const row = (name: Insertable, { good, bad, precision, recall }: KnownCounts): Markup =>
	html`<tr>
		<th scope="row">${name}</th>
		<td>${formatPercent(recall)}</td>
		<td>${formatPercent(precision)}</td>
		${cells(bad)} ${cells(good)}
	</tr>`;

const groupHead = (result: KnownResult): Markup => html`<th scope="colgroup" colspan="3">Known ${result}</th>`;

const outcomeHeads = (): readonly Markup[] => ORDER.map((outcome) => html`<th scope="col">${outcomeKey(outcome)}</th>`);

/** Eight columns of numbers: on a phone this table scrolls on its own. */
const knownTable = (rows: readonly Markup[]): Markup =>
	html`<div class="scroll" role="region" aria-label="Known results by variant" tabindex="0">
		<table class="wide">
			<caption>
				Known leads by outcome
			</caption>
			<colgroup>
				<col />
			</colgroup>
			<colgroup span="2"></colgroup>
			<colgroup span="3"></colgroup>
			<colgroup span="3"></colgroup>
			<thead>
				<tr>
					<td colspan="3"></td>
					${groupHead('bad')} ${groupHead('good')}
				</tr>
				<tr>
					<th scope="col">Variant</th>
					<th scope="col">Catch rate</th>
					<th scope="col">Precision</th>
					${outcomeHeads()} ${outcomeHeads()}
				</tr>
			</thead>
			<tbody>
				${rows}
			</tbody>
		</table>
	</div>`;

/** Null without a field that tells how leads turned out. */
export function knownSection(view: PageView): Markup | null {
	const { report, main } = view;
	const { known } = main.total;
	const rows = view.rows.flatMap((variant) => (variant.total.known === null ? [] : [row(variantName(variant), variant.total.known)]));
	if (known === null) return null;
	const [good, bad] = [sumOutcomes(known.good), sumOutcomes(known.bad)];
	const notKnown = report.leads - good - bad;
	const comparison = report.comparison?.known ?? null;
	return section('known', 'Leads with a known result', [
		paragraph(
			`${formatLeads(good)} turned out good and ${formatInteger(bad)} bad. ${formatLeads(notKnown)} ${pluralize(notKnown, 'has', 'have')} ` +
				`no known result and ${pluralize(notKnown, 'counts', 'count')} as neither.`,
		),
		thresholdChart(view),
		knownTable(comparison === null ? rows : [row(comparisonLabel(report.setup), comparison), ...rows]),
		note(html`
			<b>Catch rate</b> is the share of known bad leads that are rejected; QA does not count as caught. <b>Precision</b> is the share of
			rejected known leads that are bad.
		`),
	]);
}
