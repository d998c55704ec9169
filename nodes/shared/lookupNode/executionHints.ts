import type { NodeExecutionHint, NodeHint } from 'n8n-workflow';
import { FAILURES, type FailureReason } from '../ipqs/errors';
import type { CreditCheck } from '../client/credits';
import type { ItemResult } from '../client/itemResult';
import { formatCount } from '../text';
import type { ItemWarning } from './operation';

/** Says before a run that the sandbox is chosen. */
export const sandboxHint = (message: string): NodeHint => ({
	message,
	type: 'info',
	location: 'outputPane',
	whenToDisplay: 'beforeExecution',
	displayCondition: '={{ $parameter["authentication"] === "sandbox" }}',
});

/** Fewer credits than so many runs of this size are worth a warning. */
const LOW = 10;

const MAX_REMEDIES = 2;

const SANDBOX = 'Sandbox: nothing was checked and nothing was spent; the test values chose the answers';

/** What was given is no number, or no address, that anything could be asked about. */
const isImpossible = ({ metadata: { status, reason } }: ItemResult): boolean =>
	reason === 'malformed_phone' || (status === 'not_sent' && reason !== 'country_missing');

/** "200 leads: 163 answered, 31 duplicates, 6 malformed", and what to do about leads that were not attempted. */
function summary(results: readonly ItemResult[]): string {
	const of = (test: (result: ItemResult) => boolean): number => results.filter(test).length;
	const parts = [
		[of(({ metadata }) => metadata.status === 'ok' && !metadata.deduplicated), 'answered', 'answered'],
		[of(({ metadata }) => metadata.status === 'ok' && metadata.deduplicated), 'duplicate'],
		[of(isImpossible), 'malformed', 'malformed'],
		[of(({ metadata }) => metadata.reason === 'country_missing'), 'without country', 'without country'],
		[of((result) => result.metadata.status === 'failed' && !isImpossible(result)), 'not answered', 'not answered'],
		[of(({ metadata }) => metadata.status === 'not_attempted'), 'not attempted', 'not attempted'],
	] as const;
	const told = parts.filter(([number]) => number > 0).map(([number, one, many]) => formatCount(number, one, many));
	return `${formatCount(results.length, 'lead')}: ${told.join(', ')}`;
}

/** More malformed numbers than this share say more of the mapping than of the leads. */
const MOST = 0.5;

const WRONG_MAPPING = 'Most values are malformed; check that the field which holds them is mapped, and nothing else stands beside it';

const areMostImpossible = (results: readonly ItemResult[]): boolean =>
	results.length > 1 && results.filter(isImpossible).length > results.length * MOST;

/** What to do about the commonest reasons; a hint is no list of all that may go wrong. */
function remedies(results: readonly ItemResult[]): string {
	const counts = new Map<FailureReason, number>();
	for (const { metadata } of results) {
		if (metadata.reason !== null && metadata.status !== 'not_sent') counts.set(metadata.reason, (counts.get(metadata.reason) ?? 0) + 1);
	}
	const commonest = [...counts].sort(([, one], [, other]) => other - one).slice(0, MAX_REMEDIES);
	return commonest
		.map(([reason]) => `. ${FAILURES[reason].message}: ${FAILURES[reason].remedy.replace(/^./, (letter) => letter.toLowerCase())}`)
		.join('');
}

function creditsHint({ credits }: CreditCheck, spent: number): NodeExecutionHint | undefined {
	if (credits === null)
		return {
			message: 'The IPQS account could not be read before the run, so its credits are unknown',
			location: 'outputPane',
			type: 'warning',
		};
	return {
		message: `The IPQS account had ${formatCount(credits, 'credit')} before this run`,
		location: 'outputPane',
		type: credits < spent * LOW ? 'warning' : 'info',
	};
}

/** Facts of a run beside its results. */
export interface RunFacts {
	readonly sandbox: boolean;
	/** One for each item that it holds for. */
	readonly warnings: readonly ItemWarning[];
	readonly credits: CreditCheck | undefined;
}

/** What a person should know after a run; never a lead's own values. */
export function executionHints(results: readonly ItemResult[], { sandbox, warnings, credits }: RunFacts): NodeExecutionHint[] {
	const unanswered = results.some(({ metadata }) => metadata.status === 'failed' || metadata.status === 'not_attempted');
	const spent = results.filter(({ metadata }) => metadata.billable === true).length;
	const hints: Array<NodeExecutionHint | undefined> = [
		sandbox ? { message: SANDBOX, location: 'outputPane', type: 'info' } : undefined,
		results.length > 1 || unanswered
			? { message: `${summary(results)}${sandbox ? '' : remedies(results)}`, location: 'outputPane', type: unanswered ? 'warning' : 'info' }
			: undefined,
		areMostImpossible(results) ? { message: WRONG_MAPPING, location: 'outputPane', type: 'warning' } : undefined,
		...[...new Set(warnings)].map((warning): NodeExecutionHint => {
			const items = warnings.filter((one) => one === warning).length;
			return { message: warning(items), location: 'outputPane', type: 'warning' };
		}),
		credits && (credits.stopReason === undefined ? creditsHint(credits, spent) : undefined),
	];
	return hints.filter((hint) => hint !== undefined);
}
