import { changesSection } from './page/changesSection';
import { formatDate } from './page/format';
import { groupsSection } from './page/groupsSection';
import { knownSection } from './page/knownSection';
import { caveatsSection } from './page/caveatsSection';
import { html, Markup, nameMarkup, shorten } from './page/markup';
import { moneySection } from './page/moneySection';
import { outcomesSection } from './page/outcomesSection';
import { reasonsSection } from './page/reasonsSection';
import { STYLE } from './page/style';
import { summary } from './page/summary';
import { testedSection } from './page/testedSection';
import { toPageView } from './page/view';
import type { Report } from './types';

/** Nothing may be loaded, run or sent, even if a browser is told otherwise by what a lead brings. */
const CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * One HTML file with tables and SVG charts: no scripts, nothing from outside, below 300 kB for any report.
 *
 * @throws {Error} for a report without a variant
 */
export function renderReport(report: Report): string {
	const view = toPageView(report);
	const title = shorten(report.setup.title);
	const sections = [outcomesSection, knownSection, moneySection, changesSection, reasonsSection, groupsSection];
	const body = report.leads === 0 ? [] : sections.map((toMarkup) => toMarkup(view));
	const page = html`<html lang="en">
		<head>
			<meta charset="utf-8" />
			<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}" />
			<meta name="viewport" content="width=device-width, initial-scale=1" />
			<title>${title}</title>
			<style>
				${new Markup(STYLE)}
			</style>
		</head>
		<body>
			<header>
				<p class="kicker">IPQS Back-Test</p>
				<h1>${nameMarkup(title)}</h1>
				${summary(view)}
				<p class="note"><a href="#limits">What this report cannot tell</a></p>
				${testedSection(view)}
			</header>
			<main>${body}${caveatsSection(view)}</main>
			<footer>Created ${formatDate(shorten(report.setup.createdAt))} from results looked up earlier. No request was sent to IPQS.</footer>
		</body>
	</html>`;
	return `<!doctype html>\n${page.text}\n`;
}
