import type { ReportSetup } from '../types';
import { formatInteger, formatPrice } from './format';
import { html, nameMarkup, type Insertable, type Markup } from './markup';
import { comparisonName } from './names';
import { knownSource } from './knownSection';
import type { PageView } from './view';

function costs({ costPerLead, costPerLookup }: ReportSetup): Insertable {
	const parts = [
		costPerLead === null ? null : `${formatPrice(costPerLead)} per lead`,
		costPerLookup === null ? null : `${formatPrice(costPerLookup)} per lookup`,
	].filter((part) => part !== null);
	return parts.length === 0 ? null : parts.join(', ');
}

/** What was tested, as a list of terms; what was not asked for is left out. */
export function testedList({ report: { setup, leads, totals, groupCount } }: PageView): Markup {
	const facts: ReadonlyArray<readonly [string, Insertable]> = [
		['Policy', nameMarkup(setup.policy)],
		['Leads', formatInteger(leads)],
		['Variants', totals.length === 1 ? null : formatInteger(totals.length)],
		['Compared with', comparisonName(setup)],
		['Groups', setup.groupBy === null ? null : html`${formatInteger(groupCount)} by <code>${nameMarkup(setup.groupBy)}</code>`],
		['Known results', setup.known === null ? 'none' : knownSource(setup.known)],
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
