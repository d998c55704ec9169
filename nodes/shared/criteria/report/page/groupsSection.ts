import { OUTCOMES } from '../../types';
import { MAX_GROUPS, OTHER_GROUPS } from '../selectGroups';
import { SMALL_GROUP, type ReportItem } from '../types';
import { outcomeKey, stackedBar } from './bars';
import { formatInteger, formatPercent } from './format';
import { html, nameMarkup, type Markup } from './markup';
import { variantName } from './variantNames';
import { note, paragraph, section, table } from './blocks';
import type { PageView } from './view';

const row = (item: ReportItem): Markup =>
	html`<tr>
		<th scope="row">${nameMarkup(item.group)}${item.small ? html` <small class="tag">small</small>` : null}${stackedBar(item)}</th>
		<td>${formatInteger(item.leads)}</td>
		<td>${formatPercent(item.acceptRate)}</td>
		<td>${formatPercent(item.qaRate)}</td>
		<td>${formatPercent(item.rejectRate)}</td>
	</tr>`;

/** 0 for groups that are ranked, then small ones, then the rest. */
const rankClass = ({ group, small }: ReportItem, hasRest: boolean): number => (hasRest && group === OTHER_GROUPS ? 2 : small ? 1 : 0);

/** From the largest share of rejected leads to the smallest; equal ones stay from large to small. */
const rank = (items: readonly ReportItem[], hasRest: boolean): readonly ReportItem[] =>
	[...items].sort((a, b) => rankClass(a, hasRest) - rankClass(b, hasRest) || Number(b.rejectRate) - Number(a.rejectRate));

/** Null without groups. */
export function groupsSection({ report, main }: PageView): Markup | null {
	const { groupBy } = report.setup;
	if (groupBy === null) return null;
	const hasRest = report.groupCount > MAX_GROUPS;
	return section('groups', 'Groups compared', [
		paragraph(html`
			By <code>${nameMarkup(groupBy)}</code> under ${variantName(main)}, most rejected first. Groups of fewer than ${SMALL_GROUP} leads come
			last: their percentages say little.
		`),
		table('Outcomes by group', ['Group', 'Leads', ...OUTCOMES.map(outcomeKey)], rank(main.groups, hasRest).map(row)),
		hasRest
			? note(`The ${MAX_GROUPS} largest of ${formatInteger(report.groupCount)} groups; all others are counted as “${OTHER_GROUPS}”.`)
			: null,
	]);
}
