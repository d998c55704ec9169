import type { NodeExecutionHint, NodeHint } from 'n8n-workflow';
import { FAILURES, type FailureReason } from '../ipqs/failures';
import { PHONE_RESOURCE } from '../ipqs/phoneFields';
import type { ItemResult } from '../client/itemResult';
import { formatCount } from '../text';
import type { ItemWarning } from './operation';
import { failureMessageOf } from './outputItem';

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

const SANDBOX = 'Sandbox: nothing was sent to IPQS and no credits were used. The test values determine the results';

/** How the summary counts values that were not sent, by reason. */
const UNSENT: ReadonlyArray<readonly [reason: FailureReason, one: string, many: string]> = [
	['phone_missing', 'without number', 'without number'],
	['phone_unreadable', 'unreadable number', 'unreadable numbers'],
	['phone_impossible', 'impossible number', 'impossible numbers'],
	['country_missing', 'number without country', 'numbers without country'],
	['value_missing', 'without value', 'without value'],
	['value_unusable', 'unusable value', 'unusable values'],
	['key_only', 'key', 'keys'],
];

/** Whether the item's value could not be looked up. */
const isUnusable = ({ metadata }: ItemResult): boolean =>
	metadata.status === 'not_sent' && metadata.reason !== 'country_missing' && metadata.reason !== 'key_only';

const isPhone = ({ metadata }: ItemResult): boolean => metadata.resource === PHONE_RESOURCE;

/** How the summary counts a result: by what happened, or for a value that was not sent by its reason. */
function countedAs({ metadata: { status, reason, deduplicated, reused } }: ItemResult): string | null {
	if (reused) return 'reused';
	if (status === 'ok') return deduplicated ? 'duplicate' : 'ok';
	return status === 'not_sent' ? reason : status;
}

/** Counts the results of a run, one by one: all at once would take too long for many leads. */
export class ResultCounts {
	leads = 0;

	/** Failed and not attempted. */
	failures = 0;

	/** Requests that IPQS charged. */
	spent = 0;

	unusable = 0;

	phones = 0;

	/** By what the summary calls them. */
	readonly summary = new Map<string | null, number>();

	/** Why leads have no result, without values that were not sent. */
	readonly reasons = new Map<FailureReason, number>();

	/** What is wrong with parameters or the credential: at most two different sentences. */
	readonly invalidParameters = new Set<string>();

	add(result: ItemResult): void {
		const { status, reason, billable } = result.metadata;
		this.leads++;
		if (status === 'failed' || status === 'not_attempted') this.failures++;
		if (billable === true) this.spent++;
		if (isUnusable(result)) this.unusable++;
		if (isPhone(result)) this.phones++;
		const name = countedAs(result);
		this.summary.set(name, (this.summary.get(name) ?? 0) + 1);
		if (reason === 'invalid_parameter' && this.invalidParameters.size < 2) this.invalidParameters.add(failureMessageOf(result));
		if (reason !== null && status !== 'not_sent') this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
	}
}

/** "200 leads: 123 looked up, 31 duplicates, 40 reused results, 6 impossible numbers (not sent, no cost)". */
function summarize({ leads, summary }: ResultCounts): string {
	const unsent = UNSENT.map(([reason, one, many]) => [reason, `${one} (not sent, no cost)`, `${many} (not sent, no cost)`] as const);
	const parts = [
		['ok', 'looked up', 'looked up'] as const,
		['duplicate', 'duplicate', 'duplicates'] as const,
		['reused', 'reused result', 'reused results'] as const,
		...unsent,
		['failed', 'failed', 'failed'] as const,
		['not_attempted', 'not attempted', 'not attempted'] as const,
	];
	const shown = parts.flatMap(([name, one, many]) => {
		const count = summary.get(name);
		return count === undefined ? [] : [formatCount(count, one, many)];
	});
	return `${formatCount(leads, 'lead')}: ${shown.join(', ')}`;
}

/** If a larger share is unusable, the wrong field is probably mapped. */
const MAX_UNUSABLE_SHARE = 0.5;

/** For several leads, and for one, whose own value may be at fault. */
const WRONG_MAPPING = {
	phone: {
		many: "Most phone numbers are missing, unreadable or impossible. Drag the lead's phone field, and nothing else, onto 'Phone Number'",
		one: "The phone number is missing, unreadable or impossible. If this happens with every lead, drag the lead's phone field, and nothing else, onto 'Phone Number'",
	},
	other: {
		many: 'Most values are empty or impossible. Map the field with the value to look up, and nothing else',
		one: 'The value is empty or impossible. If this happens with every item, map the field with the value to look up, and nothing else',
	},
};

function mappingHint({ leads, phones }: ResultCounts): string {
	const texts = phones === leads ? WRONG_MAPPING.phone : WRONG_MAPPING.other;
	return leads === 1 ? texts.one : texts.many;
}

const areMostUnusable = ({ leads, unusable }: ResultCounts): boolean => unusable > leads * MAX_UNUSABLE_SHARE;

const fixedValueHint = (label: string, leads: number): string =>
	`'${label}' is fixed text, so all ${leads} leads have the result of the same value. Drag the lead's field onto it`;

/** For several causes; each is in the message of its item. */
const INVALID_PARAMETERS = "A parameter or the credential cannot be used: see 'message' in the result";

function formatRemedy(reason: FailureReason, { invalidParameters }: ResultCounts): string {
	const [cause = INVALID_PARAMETERS, ...others] = invalidParameters;
	if (reason === 'invalid_parameter') return others.length === 0 ? cause : INVALID_PARAMETERS;
	const { message, remedy } = FAILURES[reason];
	return `${message}: ${remedy.replace(/^./, (letter) => letter.toLowerCase())}`;
}

/** Reasons that the sandbox does not simulate. */
const REAL_IN_SANDBOX: ReadonlySet<FailureReason> = new Set(['invalid_parameter', 'max_lookups']);

/** What to do about the most frequent reasons. */
function formatRemedies(counts: ResultCounts, sandbox: boolean): string {
	const real = [...counts.reasons].filter(([reason]) => !sandbox || REAL_IN_SANDBOX.has(reason));
	const mostFrequent = real.sort(([, one], [, other]) => other - one).slice(0, MAX_REMEDIES);
	return mostFrequent.map(([reason]) => `. ${formatRemedy(reason, counts)}`).join('');
}

function creditsHint({ left, isCurrent }: CreditsFact, spent: number): NodeExecutionHint | undefined {
	const hint = (message: string, type: 'info' | 'warning'): NodeExecutionHint => ({ message, location: 'outputPane', type });
	const unreadable = 'The credit balance of your IPQS account could not be read';
	if (left === null && isCurrent) return undefined;
	if (left === null) return hint(`${unreadable}, so 'Limit: Keep Credits' did not apply`, 'warning');
	const credits = formatCount(left, 'credit');
	if (!isCurrent)
		return hint(`${unreadable}. Based on the last balance and the lookups since then, it has about ${credits} left`, 'warning');
	return hint(`Your IPQS account has about ${credits} left`, left < spent * MIN_RUNS_LEFT ? 'warning' : 'info');
}

/** If a larger share of the lookups per day is used, the hint is a warning. */
const MAX_DAILY_SHARE = 0.8;

const dailyHint = ({ used, dailyLimit }: SpendingFacts): NodeExecutionHint | undefined =>
	dailyLimit === 0
		? undefined
		: {
				message: `${used} of ${formatCount(dailyLimit, 'lookup')} for today (UTC) are used, counted in this n8n process`,
				location: 'outputPane',
				type: used >= dailyLimit * MAX_DAILY_SHARE ? 'warning' : 'info',
			};

/** The credits of the account after own requests. */
interface CreditsFact {
	/** Null if they are not known, or the run did not have to know them. */
	readonly left: number | null;
	/** Whether the latest read of the account gave a balance. */
	readonly isCurrent: boolean;
}

/** What is left of the limits of the account. */
export interface SpendingFacts {
	/** Charged requests of this day. */
	readonly used: number;
	/** 0 = no limit. */
	readonly dailyLimit: number;
	/** Present with 'Keep Credits'. */
	readonly credits: CreditsFact | undefined;
}

/** Facts about a run, in addition to the counts of its results. */
export interface RunFacts {
	readonly sandbox: boolean;
	/** Label of the parameter that is looked up, if it is the same text for all leads. */
	readonly fixedValue: string | undefined;
	/** One entry for each item that a warning is about. */
	readonly warnings: readonly ItemWarning[];
	readonly spending: SpendingFacts | undefined;
}

/** Hints to show after a run. They contain no values of leads. */
export function executionHints(counts: ResultCounts, { sandbox, fixedValue, warnings, spending }: RunFacts): NodeExecutionHint[] {
	const { leads, spent } = counts;
	const hasFailures = counts.failures > 0;
	const hints: Array<NodeExecutionHint | undefined> = [
		sandbox ? { message: SANDBOX, location: 'outputPane', type: 'info' } : undefined,
		leads > 1 || hasFailures
			? {
					message: `${summarize(counts)}${formatRemedies(counts, sandbox)}`,
					location: 'outputPane',
					type: hasFailures ? 'warning' : 'info',
				}
			: undefined,
		areMostUnusable(counts) ? { message: mappingHint(counts), location: 'outputPane', type: 'warning' } : undefined,
		fixedValue !== undefined && leads > 1
			? { message: fixedValueHint(fixedValue, leads), location: 'outputPane', type: 'warning' }
			: undefined,
		...[...new Set(warnings)].map((warning): NodeExecutionHint => {
			const items = warnings.filter((one) => one === warning).length;
			return { message: warning(items), location: 'outputPane', type: 'warning' };
		}),
		spending && dailyHint(spending),
		spending?.credits && creditsHint(spending.credits, spent),
	];
	return hints.filter((hint) => hint !== undefined);
}
