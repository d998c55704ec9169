import { OUTCOMES, type Outcome } from '../../types';
import { sumOutcomes } from '../outcomeCounts';
import type { OutcomeCounts } from '../types';
import { outcomeKey, stackedBar } from './bars';
import { formatCountAndShare, formatLeads } from './format';
import { html, type Insertable, type Markup } from './markup';
import { comparisonLabel, variantName } from './variantNames';
import { note, section, table } from './blocks';
import type { PageView } from './view';

function row(name: Insertable, counts: OutcomeCounts): Markup {
	const leads = sumOutcomes(counts);
	const cell = (outcome: Outcome): Markup => html`<td>${formatCountAndShare(counts[outcome], leads)}</td>`;
	return html`<tr>
		<th scope="row">${name}${stackedBar(counts)}</th>
		${OUTCOMES.map(cell)}
	</tr>`;
}

function comparisonRow({ report: { comparison, setup } }: PageView): Markup | null {
	if (comparison === null || sumOutcomes(comparison) === 0) return null;
	return row(comparisonLabel(setup), comparison);
}

/** Leads of the main variant that the values of a result did not decide. */
function undecidedNotes({ main }: PageView): readonly Markup[] {
	const { unjudged, unknownDecided } = main.total;
	const name = variantName(main);
	return [
		unjudged === 0 ? null : note(html`${name} could not judge ${formatLeads(unjudged)}: no usable result, or a failed lookup.`),
		unknownDecided === 0 ? null : note(html`${name} decided ${formatLeads(unknownDecided)} on a value that is unknown.`),
	].filter((markup) => markup !== null);
}

export function outcomesSection(view: PageView): Markup {
	const rows = [comparisonRow(view), ...view.rows.map((variant) => row(variantName(variant), variant.total))];
	return section('outcomes', view.report.variants.length === 1 ? 'Outcomes' : 'Outcomes by variant', [
		table(
			'Leads accepted, sent to QA and rejected',
			['Variant', ...OUTCOMES.map(outcomeKey)],
			rows.filter((markup) => markup !== null),
		),
		undecidedNotes(view),
	]);
}
