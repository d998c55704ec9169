import { type RunFacts, executionHints, ResultCounts } from '../../../../nodes/shared/lookupNode/executionHints';
import type { ItemWarning } from '../../../../nodes/shared/lookupNode/operation';
import type { FailureReason } from '../../../../nodes/shared/ipqs/failures';
import type { ItemResult, LookupMetadata } from '../../../../nodes/shared/client/itemResult';
import { formatCount } from '../../../../nodes/shared/text';

const NOTHING_TO_TELL: RunFacts = { sandbox: false, fixedValue: undefined, warnings: [], spending: undefined };

const result = (changes: Partial<LookupMetadata> = {}): ItemResult => ({
	result: { kind: 'success', body: {} },
	metadata: {
		...{
			status: 'ok',
			reason: null,
			request_id: null,
			checked_at: null,
			attempts: 1,
			charged_attempts: 1,
			latency_ms: 1,
			deduplicated: false,
		},
		...{ billable: true, reused: false, sandbox: false, resource: 'phone', key: null, output: 'simplified', not_in_plan: {}, ...changes },
	},
});

const OK = result();
const DUPLICATE = result({ deduplicated: true, billable: false });
const IMPOSSIBLE = result({ status: 'not_sent', reason: 'phone_impossible', billable: false });
const UNUSABLE_EMAIL = result({ status: 'not_sent', reason: 'value_unusable', billable: false, resource: 'email' });
const WITHOUT_COUNTRY = result({ status: 'not_sent', reason: 'country_missing', billable: false });
const failed = (reason: FailureReason) => result({ status: 'failed', reason, billable: false });
const notAttempted = (reason: FailureReason) => result({ status: 'not_attempted', reason, billable: false });

function hints(results: ItemResult[], facts: Partial<RunFacts> = {}) {
	const counts = new ResultCounts();
	for (const one of results) counts.add(one);
	return executionHints(counts, { ...NOTHING_TO_TELL, ...facts });
}
const looksOdd: ItemWarning = (items) => `${formatCount(items, 'number looks', 'numbers look')} odd`;
const inPane = (type: string, message: string) => ({ message, type, location: 'outputPane' });

describe('after a run', () => {
	it.each([[[]], [[OK]], [[WITHOUT_COUNTRY]]])('nothing is apiMessage about one lead without trouble', (results: ItemResult[]) => {
		expect(hints(results)).toEqual([]);
	});

	it.each<[string, ItemResult[]]>([
		['2 leads: 2 looked up', [OK, OK]],
		['2 leads: 1 looked up, 1 duplicate', [OK, DUPLICATE]],
		['3 leads: 1 looked up, 2 duplicates', [OK, DUPLICATE, DUPLICATE]],
		['2 leads: 1 looked up, 1 impossible number (not sent, no cost)', [IMPOSSIBLE, OK]],
		['2 leads: 1 looked up, 1 unusable value (not sent, no cost)', [OK, UNUSABLE_EMAIL]],
		[
			'6 leads: 3 looked up, 2 impossible numbers (not sent, no cost), 1 number without country (not sent, no cost)',
			[IMPOSSIBLE, OK, WITHOUT_COUNTRY, OK, IMPOSSIBLE, OK],
		],
		['3 leads: 1 looked up, 2 numbers without country (not sent, no cost)', [WITHOUT_COUNTRY, OK, WITHOUT_COUNTRY]],
	])('%s', (message, results) => {
		expect(hints(results)).toEqual([inPane('info', message)]);
	});

	it('one lead that was not answered is told with what to do', () => {
		expect(hints([failed('timeout')])).toEqual([
			inPane(
				'warning',
				"1 lead: 1 failed. IPQS did not respond in time: try the item again. If it keeps happening, raise 'Limit: Timeout' in the options",
			),
		]);
	});

	it('leads that were not attempted are told with what to do, once for each reason', () => {
		expect(
			hints([OK, failed('quota_exceeded'), notAttempted('quota_exceeded'), notAttempted('quota_exceeded'), notAttempted('max_lookups')]),
		).toEqual([
			inPane(
				'warning',
				'5 leads: 1 looked up, 1 failed, 3 not attempted. ' +
					'The request quota of the IPQS account is used up: wait until the quota resets or upgrade your IPQS plan, then try the remaining items again. ' +
					"'Limit: Max Lookups' was reached before this item: raise 'Limit: Max Lookups' in the options, or run the remaining items separately",
			),
		]);
	});

	const mistaken = (apiMessage: string): ItemResult => ({
		...failed('invalid_parameter'),
		result: { kind: 'failed', reason: 'invalid_parameter', apiMessage, status: null, retryAfter: null },
	});

	it.each([true, false])('a mistake in the node is named, in the sandbox, too: %s', (sandbox) => {
		expect(hints([mistaken("'Country' is not a known country"), mistaken("'Country' is not a known country")], { sandbox })).toContainEqual(
			inPane('warning', "2 leads: 2 failed. 'Country' is not a known country"),
		);
	});

	it('several mistakes are told where to read them', () => {
		expect(hints(['one', 'two', 'three'].map(mistaken))).toContainEqual(
			inPane('warning', "3 leads: 3 failed. A parameter or the credential cannot be used: see 'message' in the result"),
		);
	});

	it('a limit of the user is named in the sandbox, which does not simulate it', () => {
		expect(hints([OK, notAttempted('max_lookups')], { sandbox: true })).toContainEqual(
			inPane('warning', expect.stringMatching(/^2 leads: 1 looked up, 1 not attempted\. 'Limit: Max Lookups' was reached/)),
		);
	});

	it('a value that is the same text for all leads is a warning, but not for one lead', () => {
		const fixed = inPane(
			'warning',
			"'Phone Number' is fixed text, so all 2 leads have the result of the same value. Drag the lead's field onto it",
		);
		expect(hints([OK, DUPLICATE], { fixedValue: 'Phone Number' })).toContainEqual(fixed);
		expect(hints([OK], { fixedValue: 'Phone Number' })).toEqual([]);
		expect(hints([OK, DUPLICATE])).not.toContainEqual(fixed);
	});

	it('failures that the sandbox simulates have no remedy', () => {
		expect(hints([failed('timeout')], { sandbox: true })).toContainEqual(inPane('warning', '1 lead: 1 failed'));
	});

	it('there is nothing to do where no reason is known', () => {
		expect(hints([result({ status: 'failed' })])).toEqual([inPane('warning', '1 lead: 1 failed')]);
	});

	it.each<[string, ItemResult[], boolean]>([
		['most of several', [IMPOSSIBLE, IMPOSSIBLE, OK], true],
		['half of them', [IMPOSSIBLE, OK], false],
	])('impossible numbers say that the wrong field may be mapped where they are %s', (_share, results, isShown) => {
		const message =
			"Most phone numbers are missing, unreadable or impossible. Drag the lead's phone field, and nothing else, onto 'Phone Number'";
		expect(hints(results).some((hint) => hint.message === message)).toBe(isShown);
	});

	it('a single impossible value says that the mapping is one possible cause', () => {
		expect(hints([IMPOSSIBLE])).toContainEqual(
			inPane(
				'warning',
				"The phone number is missing, unreadable or impossible. If this happens with every lead, drag the lead's phone field, and nothing else, onto 'Phone Number'",
			),
		);
		expect(hints([UNUSABLE_EMAIL])).toContainEqual(
			inPane(
				'warning',
				'The value is empty or impossible. If this happens with every item, map the field with the value to look up, and nothing else',
			),
		);
	});

	it('impossible values other than phone numbers have a hint of their own', () => {
		expect(hints([UNUSABLE_EMAIL, UNUSABLE_EMAIL])).toContainEqual(
			inPane('warning', 'Most values are empty or impossible. Map the field with the value to look up, and nothing else'),
		);
	});

	it('the sandbox says that nothing was checked, first and always', () => {
		const SANDBOX = inPane('info', 'Sandbox: nothing was sent to IPQS and no credits were used. The test values determine the results');
		expect(hints([OK], { sandbox: true })).toEqual([SANDBOX]);
		expect(hints([OK, OK], { sandbox: true })).toEqual([SANDBOX, inPane('info', '2 leads: 2 looked up')]);
	});

	it.each([
		[1, '1 number looks odd'],
		[2, '2 numbers look odd'],
	])('a warning is told once, with the number of items it holds for: %d', (items, message) => {
		expect(hints([OK], { warnings: Array.from({ length: items }, () => looksOdd) })).toEqual([inPane('warning', message)]);
	});

	it('each warning is told, in the order of the items', () => {
		const isLate: ItemWarning = (items) => `${formatCount(items, 'address', 'addresses')} late`;
		expect(hints([OK], { warnings: [isLate, looksOdd, isLate] })).toEqual([
			inPane('warning', '2 addresses late'),
			inPane('warning', '1 number looks odd'),
		]);
	});
});

describe('the credits of the account', () => {
	const spendingOf = (left: number | null, isCurrent = true) => ({ used: 0, dailyLimit: 0, credits: { left, isCurrent } });

	it.each<[string, number, ItemResult[]]>([
		['info', 420, [OK]],
		['info', 10, [OK]],
		['warning', 9, [OK]],
		['warning', 19, [OK, OK]],
		['info', 19, [OK, DUPLICATE]],
		['info', 1, [DUPLICATE]],
	])('are shown as %s when %d are left', (type, credits, results) => {
		expect(hints(results, { spending: spendingOf(credits) })).toContainEqual(
			inPane(type, `Your IPQS account has about ${credits} ${credits === 1 ? 'credit' : 'credits'} left`),
		);
	});

	it('are unknown where the account could not be read', () => {
		expect(hints([OK], { spending: spendingOf(null, false) })).toEqual([
			inPane('warning', "The credit balance of your IPQS account could not be read, so 'Limit: Keep Credits' did not apply"),
		]);
	});

	it('are counted on from the last balance where the account could not be read again', () => {
		expect(hints([OK], { spending: spendingOf(41, false) })).toEqual([
			inPane(
				'warning',
				'The credit balance of your IPQS account could not be read. Based on the last balance and the lookups since then, it has about 41 credits left',
			),
		]);
	});

	it('are not shown where the run had no reason to read them', () => {
		expect(hints([OK], { spending: spendingOf(null) })).toEqual([]);
	});

	it('are shown last', () => {
		const told = hints([OK, OK], { sandbox: true, warnings: [looksOdd], spending: spendingOf(420) });
		expect(told.map(({ message }) => message.slice(0, 8))).toEqual(['Sandbox:', '2 leads:', '1 number', 'Your IPQ']);
	});
});

describe('the lookups of the day', () => {
	it.each([
		['info', 79],
		['warning', 80],
		['warning', 100],
	])('are shown as %s when %d of 100 are used', (type, used) => {
		expect(hints([OK], { spending: { used, dailyLimit: 100, credits: undefined } })).toEqual([
			inPane(type, `${used} of 100 lookups for today (UTC) are used, counted in this n8n process`),
		]);
	});

	it('are not shown without a limit', () => {
		expect(hints([OK], { spending: { used: 7, dailyLimit: 0, credits: undefined } })).toEqual([]);
	});
});

describe('execution hints', () => {
	it('results that were used again, and keys, are counted by themselves', () => {
		const reused = result({ reused: true, billable: false });
		const key = result({ status: 'not_sent', reason: 'key_only', billable: false });
		expect(hints([OK, reused, result({ reused: true, deduplicated: true, billable: false }), DUPLICATE])[0]?.message).toBe(
			'4 leads: 1 looked up, 1 duplicate, 2 reused results',
		);
		expect(hints([key, key])).toEqual([inPane('info', '2 leads: 2 keys (not sent, no cost)')]);
	});
});
