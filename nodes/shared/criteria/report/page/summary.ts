import { OUTCOME_LABELS, OUTCOMES } from '../../types';
import { sumOutcomes, toRate } from '../outcomeCounts';
import { countChanged, countMovesTo } from './changeCounts';
import { formatInteger, formatLeads, formatMoney, formatPercent, pluralize } from './format';
import { html, joinList, type Markup } from './markup';
import { balanceOf } from './moneySection';
import { comparisonName, variantName } from './variantNames';
import type { PageView } from './view';

const countOf = (count: number, rate: number | null): string => `${formatInteger(count)} (${formatPercent(rate)})`;

const outcomes = ({ report, main }: PageView): Markup => {
	const { accept, acceptRate, qa, qaRate, reject, rejectRate } = main.total;
	return html`Of ${formatLeads(report.leads)}, <b>${variantName(main)}</b> accepts ${countOf(accept, acceptRate)}, sends
		${countOf(qa, qaRate)} to QA and rejects ${countOf(reject, rejectRate)}.`;
};

function range({ report: { variants } }: PageView): Markup | null {
	if (variants.length === 1) return null;
	const fewest = variants.reduce((best, one) => (one.total.reject < best.total.reject ? one : best));
	const most = variants.reduce((best, one) => (one.total.reject >= best.total.reject ? one : best));
	if (fewest.total.reject === most.total.reject) return html`All ${variants.length} variants reject the same number.`;
	return html`Across ${variants.length} variants, rejections range from ${formatPercent(fewest.total.rejectRate)} (${variantName(fewest)})
	to ${formatPercent(most.total.rejectRate)} (${variantName(most)}).`;
}

function changes({ report: { setup }, main: { total } }: PageView): Markup | null {
	const { changed } = total;
	if (changed === null) return null;
	const compared = total.leads - changed.notCompared;
	const count = countChanged(changed);
	if (compared === 0) return html`No lead can be compared with ${comparisonName(setup)}.`;
	if (count === 0) return html`Compared with ${comparisonName(setup)}, no lead changes.`;
	const targets = OUTCOMES.filter((outcome) => countMovesTo(changed, outcome) > 0).map(
		(outcome) => `${formatInteger(countMovesTo(changed, outcome))} to ${OUTCOME_LABELS[outcome]}`,
	);
	return html`Compared with ${comparisonName(setup)}, ${formatLeads(count)} (${formatPercent(count / compared)})
	${pluralize(count, 'changes', 'change')}: ${joinList(targets)}.`;
}

function known({ main }: PageView): Markup | null {
	if (main.total.known === null) return null;
	const { good, bad, recall } = main.total.known;
	const [allGood, allBad] = [sumOutcomes(good), sumOutcomes(bad)];
	if (allGood + allBad === 0) return html`No lead has a known result.`;
	return html`Of ${formatInteger(allBad)} known bad ${pluralize(allBad, 'lead', 'leads')}, ${variantName(main)} rejects
	${countOf(bad.reject, recall)}; of ${formatInteger(allGood)} known good ${pluralize(allGood, 'lead', 'leads')},
	${countOf(good.reject, toRate(good.reject, allGood))}.`;
}

/** Most variants that a sentence names. */
const MAX_NAMES = 3;

/** The sentence about the variants with the largest balance, or about what is needed to tell; null if there is nothing to choose from. */
function money({ report: { variants }, main }: PageView): Markup | null {
	const known = main.total.known;
	if (known === null || sumOutcomes(known.good) + sumOutcomes(known.bad) === 0) return null;
	const balances = variants.map(({ total }) => (total.money === null ? null : balanceOf(total.money)));
	const largest = balances.reduce((best, balance) => (best === null || (balance !== null && balance > best) ? balance : best), null);
	if (largest === null) return variants.length > 1 ? html`To see which variant saves most, fill in 'Cost per Lead'.` : null;
	const best = variants.filter((_, index) => balances[index] === largest);
	if (best.length === variants.length || best.length > MAX_NAMES)
		return html`On these known leads, the largest balance of money saved and lost is ${formatMoney(largest)}.`;
	return html`On these known leads, ${joinList(best.map((view) => html`<b>${variantName(view)}</b>`))} ${best.length === 1 ? 'has' : 'have'}
	the largest balance of money saved and lost: ${formatMoney(largest)}.`;
}

/** The result in plain sentences. */
export function summary(view: PageView): Markup {
	if (view.report.leads === 0) return html`<p class="summary">There was no lead to test.</p>`;
	const details = [range(view), changes(view), known(view), money(view)];
	return html`<p class="summary">${outcomes(view)}</p>
		<p>${details.map((sentence) => [sentence, ' '])}</p>`;
}
