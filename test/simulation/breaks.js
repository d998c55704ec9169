const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..', '..');

const CLIENT = 'nodes/shared/client';
const SCHEDULING = 'nodes/shared/scheduling';

/** Deliberate breaks of the code by name: a file, a text that it contains once, and what replaces it. */
const BREAKS = {
	lostRetry: [`${CLIENT}/lookUp.ts`, 'attempt > retry.maxRetries', 'attempt >= retry.maxRetries'],
	extraRetry: [`${CLIENT}/lookUp.ts`, 'attempt > retry.maxRetries', 'attempt > retry.maxRetries + 1'],
	thirdUncertainRequest: [`${CLIENT}/lookUp.ts`, 'uncertain > 1', 'uncertain > 2'],
	lostTimeoutRetry: [`${CLIENT}/lookUp.ts`, 'uncertain > 1', 'uncertain > 0'],
	retryOfEverything: [`${CLIENT}/lookUp.ts`, '!FAILURES[result.reason].retry || ', ''],
	noMaxWait: [`${SCHEDULING}/retryPolicy.ts`, 'policy.maxWait === 0 ? Infinity', 'policy.maxWait >= 0 ? Infinity'],
	noRetryAfter: [`${SCHEDULING}/retryPolicy.ts`, 'if (retryAfter !== null) return', 'if (retryAfter === -1) return'],
	noPause: [`${SCHEDULING}/rateLimiter.ts`, 'this.nextStart = Math.max(this.nextStart, now + pause);', ''],
	rateOffByOne: [`${SCHEDULING}/rateLimiter.ts`, 'limit === 0 ? Infinity : limit, this', 'limit === 0 ? Infinity : limit + 1, this'],
	rateWithoutQueue: [`${SCHEDULING}/rateLimiter.ts`, 'this.queue.length === 0 && this.nextStart <= now', 'this.nextStart <= now + WINDOW'],
	paceAfterTurn: [
		`${CLIENT}/lookUp.ts`,
		`			await pacer?.waitForTurn();
			await account?.rateLimiter.acquire(account.requestsPerSecond, clock, isOver);
`,
		`			await account?.rateLimiter.acquire(account.requestsPerSecond, clock, isOver);
			await pacer?.waitForTurn();
`,
	],
	stallsCount: [`${SCHEDULING}/requestDeadlines.ts`, 'this.expire(Math.min(elapsed, MAX_TICK), grace > 0)', 'this.expire(elapsed, false)'],
	noGrace: [`${SCHEDULING}/requestDeadlines.ts`, 'const GRACE = 2;', 'const GRACE = 0;'],
	noTimeout: [`${SCHEDULING}/requestDeadlines.ts`, 'deadline.left -= elapsed;', ''],
	timeoutWithoutBody: [
		`${CLIENT}/httpTransport.ts`,
		'head = { status, headers };',
		'head = { status, headers };\n\t\t\t\t\tendDeadline();',
	],
	wallClock: [`${CLIENT}/createClock.ts`, 'performance.now()', 'Date.now()'],
	dailyLimitOffByOne: [`${CLIENT}/dailySpending.ts`, 'this.usedOn(date) >= limit', 'this.usedOn(date) > limit'],
	dailyLimitTooEarly: [`${CLIENT}/dailySpending.ts`, 'else this.giveBack(day);', ''],
	dailyLimitOfLast: [`${CLIENT}/dailySpending.ts`, 'lookups < smallest', 'lookups > smallest'],
	maxLookupsOffByOne: [`${CLIENT}/lookUp.ts`, 'state.chargedCount >= maxLookups', 'state.chargedCount > maxLookups'],
	maxLookupsTooEarly: [`${CLIENT}/lookUp.ts`, 'if (costsCredit && !mayBeCharged) state.chargedCount--;', ''],
	keptCreditsOffByOne: [`${CLIENT}/accountCredits.ts`, 'left <= keep', 'left < keep'],
	creditsWithoutOwnRequests: [`${CLIENT}/accountCredits.ts`, ' - (this.spending.reserved - this.balance.settled)', ''],
	creditsWaitForOthers: [`${CLIENT}/accountCredits.ts`, 'this.reading !== undefined && !clock.cancelled()', 'this.reading !== undefined'],
	concurrencyIgnored: [`${SCHEDULING}/pool.ts`, 'running < size()', 'running < count'],
	stopIgnored: [`${CLIENT}/lookUp.ts`, "clock.cancelled() ? 'cancelled' : ", ''],
	deadAccountIgnored: [`${CLIENT}/lookUp.ts`, 'state.stoppedAccounts.set(account.id, reason)', 'reason'],
	stopOnErrorIgnored: [
		`${CLIENT}/lookUpBatch.ts`,
		'hasFailed ||= stopOnFailure &&',
		'hasFailed ||= !stopOnFailure && !stopOnFailure === stopOnFailure &&',
	],
	duplicatesSent: [`${CLIENT}/lookUpBatch.ts`, 'state.lookups.set(key, lookup);', ''],
	duplicatesBilled: [`${CLIENT}/lookUpBatch.ts`, 'deduplicated ? { billable: false, chargedAttempts: 0 } : {}', '{}'],
	failureKept: [`${CLIENT}/lookUpBatch.ts`, 'if (isRepeatable(request, result)) state.lookups.delete(key);', ''],
	staleResult: [`${CLIENT}/resultCache.ts`, 'now - cached.storedAt <= maxAge', 'maxAge >= 0'],
	resultNotKept: [`${CLIENT}/resultCache.ts`, "result?.status === 'ok'", "result?.status === 'failed'"],
	resultOfAnotherAccount: [`${CLIENT}/lookUpBatch.ts`, 'transport.account?.id ?? null, request', 'null, request'],
	resultOfAnotherNumber: [`${CLIENT}/lookUpBatch.ts`, 'account?.id ?? null, request, owner', 'account?.id ?? null, request.path, owner'],
	resultNotShared: [`${CLIENT}/lookUpBatch.ts`, 'resultCache.isPending(cacheKey) && ', 'resultCache.isPending(runId) && '],
	stoppedLookupHidesOthers: [`${CLIENT}/resultCache.ts`, 'pending.set(key, (pending.get(key) ?? 0) + 1);', 'pending.set(key, 1);'],
	earlierResultOfAnother: [`${CLIENT}/earlierResult.ts`, '&& lookup.key === key', '&& lookup.key !== null'],
	earlierResultTooOld: [`${CLIENT}/earlierResult.ts`, ' && now - time <= maxAge', ''],
	earlierResultOfTomorrow: [`${CLIENT}/earlierResult.ts`, 'time <= now && ', ''],
	earlierResultOfSandbox: [`${CLIENT}/earlierResult.ts`, 'lookup.sandbox === false && ', ''],
	earlierResultIgnored: [`${CLIENT}/earlierResult.ts`, 'return newest && toItemResult(newest.stored, wanted);', 'return undefined;'],
	doubledItem: [
		'nodes/shared/lookupNode/executeLookups.ts',
		'return [output.flat()];',
		'return [[...output.flat(), ...(output[9] ?? [])]];',
	],
	lostItem: [
		'nodes/shared/lookupNode/executeLookups.ts',
		'return [output.flat()];',
		'return [output.flat().filter((_, index) => index !== 9)];',
	],
	wrongOrder: ['nodes/shared/lookupNode/executeLookups.ts', 'return [output.flat()];', 'return [output.flat().reverse()];'],
	failureAsSuccess: ['nodes/shared/lookupNode/outputItem.ts', 'return { success: false, message', 'return { success: true, message'],
	failureAccepted: ['nodes/shared/criteria/evaluateResults.ts', 'outcome: onFailedLookup,', "outcome: 'accept',"],
	keyInMessage: [`${CLIENT}/httpTransport.ts`, 'text: redact(text)', 'text'],
	keyInUrl: [`${CLIENT}/apiKeyAuth.ts`, "marked === null && location === 'header'", "marked === null && location !== 'header'"],
	phoneInError: [
		'nodes/shared/lookupNode/executeLookups.ts',
		'[item ${itemIndex}]',
		'${JSON.stringify(node.getInputData()[itemIndex]?.json)} [item ${itemIndex}]',
	],
	chargesCountedTwice: ['nodes/shared/lookupNode/executeLookups.ts', 'state.unrecordedCharges = 0;', ''],
	refusalCharged: [`${CLIENT}/lookUp.ts`, 'new Set([403, 429, 509])', 'new Set([403, 429])'],
	lostRequestFree: [`${CLIENT}/lookUp.ts`, 'if (mayBeCharged && isUnanswered(response)) unanswered++;', ''],
};

exports.BREAKS = BREAKS;

/** The edit of a loader (see `loadCode.js`) that breaks the code. */
exports.editFor = (name) => {
	const [file, search, replacement] = BREAKS[name];
	return (path, text) => {
		if (path !== file) return text;
		if (text.split(search).length !== 2) throw new Error(`${file} does not contain '${search}' once`);
		return text.replace(search, () => replacement);
	};
};

/** Breaks that no longer fit the code. */
exports.findStaleBreaks = () =>
	Object.entries(BREAKS)
		.filter(([, [file, search]]) => {
			const path = join(ROOT, file);
			return !existsSync(path) || readFileSync(path, 'utf8').split(search).length !== 2;
		})
		.map(([name]) => name);
