import type { Money, Report } from '../types';
import { formatMoney, formatDecimal } from './format';
import { html, type Markup } from './markup';
import { variantName } from './names';
import { note, paragraph, section, table } from './sections';
import type { PageView, VariantView } from './view';

/** Saved on known bad leads minus lost on known good ones, to the cent; null if either is not known. */
export const balanceOf = ({ savedOnRejected, lostOnGoodRejected }: Money): number | null =>
	savedOnRejected === null || lostOnGoodRejected === null ? null : Math.round((savedOnRejected - lostOnGoodRejected) * 100) / 100;

const row = (view: VariantView, money: Money): Markup =>
	html`<tr>
		<th scope="row">${variantName(view)}</th>
		<td>${formatMoney(money.savedOnRejected)}</td>
		<td>${formatMoney(money.lostOnGoodRejected)}</td>
		<td>${formatMoney(balanceOf(money))}</td>
	</tr>`;

function spentMarkup({ setup, totals, unpricedLeads }: Report): Markup | null {
	const spent = totals[0]?.money?.spentOnLookups ?? null;
	if (setup.costPerLookup === null) return null;
	if (spent === null) return note('What the lookups cost is not known: no result says how many attempts were charged.');
	return note(`Lookups cost ${unpricedLeads === 0 ? '' : 'at least '}${formatMoney(spent)}, the same for every variant.`);
}

/** Null without costs. */
export function moneySection({ report, rows: shown }: PageView): Markup | null {
	const { costPerLead, costPerLookup, known } = report.setup;
	if (costPerLead === null && costPerLookup === null) return null;
	const rows = shown.flatMap((view) => (view.total.money === null ? [] : [row(view, view.total.money)]));
	return section('money', 'Money', [
		costPerLead !== null && known !== null
			? [
					paragraph(
						`Leads with a known result only, at ${formatDecimal(costPerLead)} each: rejecting bad ones saves money, rejecting good ones loses it.`,
					),
					table('Money by variant', ['Variant', 'Saved', 'Lost', 'Balance'], rows),
				]
			: null,
		spentMarkup(report),
	]);
}
