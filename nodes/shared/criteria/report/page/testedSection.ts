import type { ReportSetup } from '../types';
import { formatInteger, formatDecimal } from './format';
import { html, joinList, nameMarkup, type Insertable, type Markup } from './markup';
import { comparisonName } from './variantNames';
import type { PageView } from './view';

/** Most values of a known result that are listed. */
const MAX_VALUES = 5;

function valueList(values: readonly string[]): Insertable {
	if (values.length === 0) return 'none';
	const more = values.length - MAX_VALUES;
	return joinList([...values.slice(0, MAX_VALUES).map(nameMarkup), ...(more > 0 ? [`${formatInteger(more)} more`] : [])]);
}

const knownResults = ({ field, goodValues, badValues }: NonNullable<ReportSetup['known']>): Markup =>
	html`<code>${nameMarkup(field)}</code> – good: ${valueList(goodValues)}; bad: ${valueList(badValues)}`;

function costs({ costPerLead, costPerLookup }: ReportSetup): Insertable {
	const parts = [
		costPerLead === null ? null : `${formatDecimal(costPerLead)} per lead`,
		costPerLookup === null ? null : `${formatDecimal(costPerLookup)} per lookup`,
	].filter((part) => part !== null);
	return parts.length === 0 ? null : parts.join(', ');
}

/** What was tested, as a list of terms; what was not asked for is left out. */
export function testedSection({ report: { setup, leads, variants, groupCount } }: PageView): Markup {
	const facts: ReadonlyArray<readonly [string, Insertable]> = [
		['Policy', nameMarkup(setup.policy)],
		['Leads', formatInteger(leads)],
		['Variants', variants.length === 1 ? null : formatInteger(variants.length)],
		['Compared with', comparisonName(setup)],
		['Groups', setup.groupBy === null ? null : html`${formatInteger(groupCount)} by <code>${nameMarkup(setup.groupBy)}</code>`],
		['Known results', setup.known === null ? 'none' : knownResults(setup.known)],
		['Costs', costs(setup)],
	];
	return html`<dl>
		${facts.map(([term, fact]) =>
			fact === null
				? null
				: html`<div>
						<dt>${term}</dt>
						<dd>${fact}</dd>
					</div>`,
		)}
	</dl>`;
}
