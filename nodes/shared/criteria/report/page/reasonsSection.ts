import type { ReportItem } from '../types';
import { shareBar } from './bars';
import { formatCountAndShare } from './format';
import { html, nameMarkup, type Markup } from './markup';
import { variantName } from './variantNames';
import { paragraph, section, table } from './blocks';
import type { PageView } from './view';

const row = ({ code, leads }: ReportItem['topCodes'][number], all: number): Markup =>
	html`<tr>
		<th scope="row"><code>${nameMarkup(code)}</code>${shareBar(leads / all)}</th>
		<td>${formatCountAndShare(leads, all)}</td>
	</tr>`;

/** Null if no lead has a code. */
export function reasonsSection({ main }: PageView): Markup | null {
	const { topCodes, leads } = main.total;
	if (topCodes.length === 0) return null;
	return section('reasons', 'Most frequent reasons', [
		paragraph(html`Codes of the decisions under ${variantName(main)}. A lead can have several.`),
		table(
			'Leads by code',
			['Code', 'Leads'],
			topCodes.map((code) => row(code, leads)),
		),
	]);
}
