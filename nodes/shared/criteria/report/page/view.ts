import type { Report, VariantReport } from '../types';

/** Most variants in a table of the page; the items of the report have them all. */
export const MAX_ROWS = 40;

/** What the page shows of a report. */
export interface PageView {
	readonly report: Report;
	/** The variants that tables show. */
	readonly rows: readonly VariantReport[];
	/** The variant that is shown in detail. */
	readonly main: VariantReport;
}

/** @throws {Error} for a report without a variant */
export function toPageView(report: Report): PageView {
	const { variants, setup } = report;
	const main = variants[setup.mainVariant ?? 0] ?? variants[0];
	if (main === undefined) throw new Error('A report needs a variant');
	return { report, rows: variants.slice(0, MAX_ROWS), main };
}
