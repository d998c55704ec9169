import { OUTCOMES } from '../../types';
import { sumOutcomes } from '../outcomeCounts';
import { SMALL_GROUP, type EarlierCounts, type Report } from '../types';
import { formatInteger, formatLeads, pluralize } from './format';
import { html, type Markup } from './markup';
import { section } from './blocks';
import { MAX_ROWS, type PageView } from './view';

/** Fewer known leads than this are a hint, not a measurement. */
const FEW_KNOWN = 30;

const sum = (counts: EarlierCounts): number => sumOutcomes(counts) + counts.undecided;

/** How the known leads were decided at the time: only leads that someone bought can turn out good or bad. */
function selection({ earlier: { good, bad } }: Report): string {
	const known = sum(good) + sum(bad);
	const undecided = good.undecided + bad.undecided;
	if (known === 0) return 'No lead has a known result: the report shows what a policy does, not whether it is right.';
	if (undecided === known)
		return 'The leads with a known result do not carry the decision made at the time, so the report cannot tell how they were selected.';
	const [accept, qa, reject] = OUTCOMES.map((outcome) => formatInteger(good[outcome] + bad[outcome]));
	const rest = undecided === 0 ? '' : `; ${formatInteger(undecided)} ${pluralize(undecided, 'carries', 'carry')} no decision`;
	return `How the ${formatLeads(known)} with a known result ${pluralize(known, 'was', 'were')} decided at the time: ${accept} accepted, ${qa} sent to QA, ${reject} rejected${rest}.`;
}

function lenientPolicy({ setup, earlier: { good, bad, unknown } }: Report): string {
	const rejected = good.reject + bad.reject + unknown.reject;
	const counts =
		setup.known === null || rejected === 0
			? ''
			: ` Of ${formatLeads(rejected)} rejected at the time, ${formatInteger(unknown.reject)} ${pluralize(unknown.reject, 'has', 'have')} no known result.`;
	return `A more lenient policy cannot be judged from leads nobody bought: how they would have turned out is not known.${counts}`;
}

function fewKnown({ earlier: { good, bad } }: Report): string | null {
	const known = sum(good) + sum(bad);
	if (known === 0 || known >= FEW_KNOWN) return null;
	return `Only ${formatLeads(known)} with a known result: read catch rate, precision and money as hints.`;
}

const sandbox = ({ sandboxLeads }: Report): string | null =>
	sandboxLeads === 0
		? null
		: `${formatLeads(sandboxLeads)} ${pluralize(sandboxLeads, 'carries', 'carry')} sandbox results, which are not real.`;

const hiddenVariants = ({ variants }: Report): string | null =>
	variants.length <= MAX_ROWS
		? null
		: `Tables show the first ${MAX_ROWS} of ${formatInteger(variants.length)} variants. The items of the report have all.`;

const fewLeads = ({ leads }: Report): string | null =>
	leads === 0 || leads >= SMALL_GROUP
		? null
		: `Only ${formatLeads(leads)} ${pluralize(leads, 'was', 'were')} tested: percentages say little.`;

export function caveatsSection({ report }: PageView): Markup {
	const limits = [
		selection(report),
		lenientPolicy(report),
		fewKnown(report),
		fewLeads(report),
		sandbox(report),
		hiddenVariants(report),
		'Results are as they were looked up at the time. A lookup today can differ.',
	].filter((limit) => limit !== null);
	return section(
		'limits',
		'What this report cannot tell',
		html`<ul>
			${limits.map((limit) => html`<li>${limit}</li>`)}
		</ul>`,
	);
}
