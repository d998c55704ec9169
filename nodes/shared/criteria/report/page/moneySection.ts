import type { Money, Report, VariantReport } from '../types';
import { formatDecimal, formatMoney } from './format';
import { html, type Markup } from './markup';
import { variantName } from './variantNames';
import { note, paragraph, section, table } from './blocks';
import type { PageView } from './view';

/** Saved on known bad leads minus lost on known good ones, to the cent; null if either is not known. */
export const balanceOf = ({ savedOnRejected, lostOnGoodRejected }: Money): number | null =>
	savedOnRejected === null || lostOnGoodRejected === null ? null : Math.round((savedOnRejected - lostOnGoodRejected) * 100) / 100;

const row = (view: VariantReport, money: Money): Markup =>
	html`<tr>
		<th scope="row">${variantName(view)}</th>
		<td>${formatMoney(money.savedOnRejected)}</td>
		<td>${formatMoney(money.lostOnGoodRejected)}</td>
		<td>${formatMoney(balanceOf(money))}</td>
	</tr>`;

function spentMarkup({ spentOnLookups: spent }: Money, { setup, unpricedLeads }: Report): Markup | null {
	if (setup.costPerLookup === null) return null;
	if (spent === null) return note('What the lookups cost is not known: no result says how many attempts were charged.');
	return note(`Lookups cost ${unpricedLeads === 0 ? '' : 'at least '}${formatMoney(spent)}, the same for every variant.`);
}

/** Null without costs. */
export function moneySection({ report, rows: shown, main }: PageView): Markup | null {
	const { costPerLead, known } = report.setup;
	const { money } = main.total;
	const rows = shown.flatMap((view) => (view.total.money === null ? [] : [row(view, view.total.money)]));
	if (money === null) return null;
	return section('money', 'Money', [
		costPerLead !== null && known !== null
			? [
					paragraph(
						`Leads with a known result only, at ${formatDecimal(costPerLead)} each: rejecting bad ones saves money, rejecting good ones loses it.`,
					),
					table('Money by variant', ['Variant', 'Saved', 'Lost', 'Balance'], rows),
				]
			: null,
		spentMarkup(money, report),
	]);
}
