import type { NodeExecutionHint, NodeHint } from 'n8n-workflow';
import { FAILURES, type FailureReason } from '../ipqs/errors';
import { PHONE_RESOURCE } from '../ipqs/phoneFields';
import type { CreditCheck } from '../client/credits';
import type { ItemResult } from '../client/itemResult';
import { formatCount } from '../text';
import type { ItemWarning } from './operation';

/** A hint shown before a run if 'Authentication' is the sandbox. */
export const sandboxHint = (message: string): NodeHint => ({
	message,
	type: 'info',
	location: 'outputPane',
	whenToDisplay: 'beforeExecution',
	displayCondition: '={{ $parameter["authentication"] === "sandbox" }}',
});

/** The credits hint becomes a warning if the credits last for fewer runs of this size. */
const MIN_RUNS_LEFT = 10;

/** The hint names the most frequent reasons only. */
const MAX_REMEDIES = 2;

const SANDBOX = 'Sandbox: nothing was sent to IPQS and no credits were used. The test values chose the results';

/** How the summary counts values that were not sent, by reason. */
const UNSENT: ReadonlyArray<readonly [reason: FailureReason, one: string, many: string]> = [
	['phone_missing', 'without number', 'without number'],
	['phone_unreadable', 'unreadable number', 'unreadable numbers'],
	['phone_impossible', 'impossible number', 'impossible numbers'],
	['country_missing', 'number without country', 'numbers without country'],
	['value_missing', 'without value', 'without value'],
	['value_unusable', 'unusable value', 'unusable values'],
];

/** Whether the item's value could not be looked up. */
const isUnusable = ({ metadata }: ItemResult): boolean => metadata.status === 'not_sent' && metadata.reason !== 'country_missing';

const isPhone = ({ metadata }: ItemResult): boolean => metadata.resource === PHONE_RESOURCE;

/** "200 leads: 163 looked up, 31 duplicates, 6 impossible numbers (not sent, no cost)". */
function summarize(results: readonly ItemResult[]): string {
	const count = (test: (result: ItemResult) => boolean): number => results.filter(test).length;
	const unsent = UNSENT.map(
		([reason, one, many]) =>
			[
				count(({ metadata }) => metadata.status === 'not_sent' && metadata.reason === reason),
				`${one} (not sent, no cost)`,
				`${many} (not sent, no cost)`,
			] as const,
	);
	const parts = [
		[count(({ metadata }) => metadata.status === 'ok' && !metadata.deduplicated), 'looked up', 'looked up'] as const,
		[count(({ metadata }) => metadata.status === 'ok' && metadata.deduplicated), 'duplicate', 'duplicates'] as const,
		...unsent,
		[count(({ metadata }) => metadata.status === 'failed'), 'failed', 'failed'] as const,
		[count(({ metadata }) => metadata.status === 'not_attempted'), 'not attempted', 'not attempted'] as const,
	];
	const shown = parts.filter(([number]) => number > 0).map(([number, one, many]) => formatCount(number, one, many));
	return `${formatCount(results.length, 'lead')}: ${shown.join(', ')}`;
}

/** If a larger share is unusable, the wrong field is probably mapped. */
const MAX_UNUSABLE_SHARE = 0.5;

const WRONG_MAPPING = {
	phone: "Most phone numbers are missing, unreadable or impossible. Map the lead's phone field, and nothing else, to 'Phone Number'",
	other: 'Most values are empty or impossible. Map the field with the value to look up, and nothing else',
};

const areMostUnusable = (results: readonly ItemResult[]): boolean =>
	results.length > 0 && results.filter(isUnusable).length > results.length * MAX_UNUSABLE_SHARE;

/** What to do about the most frequent reasons. */
function formatRemedies(results: readonly ItemResult[]): string {
	const counts = new Map<FailureReason, number>();
	for (const { metadata } of results) {
		if (metadata.reason !== null && metadata.status !== 'not_sent') counts.set(metadata.reason, (counts.get(metadata.reason) ?? 0) + 1);
	}
	const mostFrequent = [...counts].sort(([, one], [, other]) => other - one).slice(0, MAX_REMEDIES);
	return mostFrequent
		.map(([reason]) => `. ${FAILURES[reason].message}: ${FAILURES[reason].remedy.replace(/^./, (letter) => letter.toLowerCase())}`)
		.join('');
}

function creditsHint({ credits }: CreditCheck, spent: number): NodeExecutionHint | undefined {
	if (credits === null)
		return {
			message: 'Your IPQS account could not be read before this run, so its credits are unknown',
			location: 'outputPane',
			type: 'warning',
		};
	return {
		message: `Your IPQS account had ${formatCount(credits, 'credit')} before this run`,
		location: 'outputPane',
		type: credits < spent * MIN_RUNS_LEFT ? 'warning' : 'info',
	};
}

/** Facts about a run, in addition to its results. */
export interface RunFacts {
	readonly sandbox: boolean;
	/** One entry for each item that a warning is about. */
	readonly warnings: readonly ItemWarning[];
	readonly credits: CreditCheck | undefined;
}

/** Hints to show after a run. They contain no values of leads. */
export function executionHints(results: readonly ItemResult[], { sandbox, warnings, credits }: RunFacts): NodeExecutionHint[] {
	const hasFailures = results.some(({ metadata }) => metadata.status === 'failed' || metadata.status === 'not_attempted');
	const spent = results.filter(({ metadata }) => metadata.billable === true).length;
	const hints: Array<NodeExecutionHint | undefined> = [
		sandbox ? { message: SANDBOX, location: 'outputPane', type: 'info' } : undefined,
		results.length > 1 || hasFailures
			? {
					message: `${summarize(results)}${sandbox ? '' : formatRemedies(results)}`,
					location: 'outputPane',
					type: hasFailures ? 'warning' : 'info',
				}
			: undefined,
		areMostUnusable(results)
			? { message: results.every(isPhone) ? WRONG_MAPPING.phone : WRONG_MAPPING.other, location: 'outputPane', type: 'warning' }
			: undefined,
		...[...new Set(warnings)].map((warning): NodeExecutionHint => {
			const items = warnings.filter((one) => one === warning).length;
			return { message: warning(items), location: 'outputPane', type: 'warning' };
		}),
		credits && (credits.stopReason === undefined ? creditsHint(credits, spent) : undefined),
	];
	return hints.filter((hint) => hint !== undefined);
}
