import type { ReportSetup, VariantReport } from '../types';
import { html, nameMarkup, type Markup } from './markup';

export const variantName = ({ variant }: VariantReport): Markup => nameMarkup(variant.name);

/** What outcomes are compared with, as it follows "compared with". */
export function comparisonName({ comparison }: ReportSetup): Markup {
	if (comparison === null) return html`nothing`;
	return comparison.source === 'policy' ? nameMarkup(comparison.name) : html`earlier decisions`;
}

/** The same as a row heading. */
export const comparisonLabel = (setup: ReportSetup): Markup => html`<span class="muted">Compared with ${comparisonName(setup)}</span>`;
