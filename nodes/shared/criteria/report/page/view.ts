import type { MoveCauses, Report, ReportItem, Variant } from '../types';

/** Most variants in a table of the page; the items of the report have them all. */
export const MAX_ROWS = 40;

/** What a report says of one variant. */
export interface VariantView {
	readonly variant: Variant;
	readonly total: ReportItem;
	readonly groups: readonly ReportItem[];
	readonly moves: readonly MoveCauses[];
}

/** What the page shows of a report. */
export interface PageView {
	readonly report: Report;
	readonly variants: readonly VariantView[];
	/** The variants that tables show. */
	readonly rows: readonly VariantView[];
	/** The variant that is shown in detail. */
	readonly main: VariantView;
}

/** @throws {Error} for a report without a variant */
export function toPageView(report: Report): PageView {
	const variants = report.totals.map((total, index) => ({
		variant: report.setup.variants[index] ?? { name: total.variant },
		total,
		groups: report.groups[index] ?? [],
		moves: report.moves[index] ?? [],
	}));
	const main = variants[report.setup.mainVariant ?? 0] ?? variants[0];
	if (main === undefined) throw new Error('A report needs a variant');
	return { report, variants, rows: variants.slice(0, MAX_ROWS), main };
}
