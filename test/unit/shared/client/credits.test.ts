import { checkCredits } from '../../../../nodes/shared/client/credits';
import type { HttpResult } from '../../../../nodes/shared/ipqs/response';
import { ManualClock } from '../../../support/clock';
import {
	accountOn,
	inTurn,
	MESSAGES,
	outOfService,
	refusal,
	response,
	ScriptedTransport,
	timedOut,
	tooMany,
	unreachable,
} from '../../../support/scripted-transport';

async function check(answer: HttpResult) {
	const clock = new ManualClock();
	const transport = new ScriptedTransport(clock, accountOn(clock), inTurn(answer));
	return { credits: await checkCredits(transport, 7_000, clock), sent: transport.sent };
}

it('reads the account once, with the key in the path, as IPQS publishes it', async () => {
	const { credits, sent } = await check(response(200, { success: true, message: 'Success.', credits: 420, usage: 80 }));
	expect(credits).toEqual({ credits: 420, stopReason: undefined });
	expect(sent).toEqual([
		{ request: { method: 'GET', path: '/api/json/account/{key}', parameters: {}, costsCredit: false }, attempt: 1, timeout: 7_000, at: 0 },
	]);
});

it.each<[unknown, number | null, string | undefined]>([
	[1, 1, undefined],
	['420', 420, undefined],
	[0.5, 0.5, undefined],
	[0, 0, 'insufficient_credits'],
	['0', 0, 'insufficient_credits'],
	[-3, -3, 'insufficient_credits'],
	[undefined, null, undefined],
	[null, null, undefined],
	['N/A', null, undefined],
])('credits of %j are read as %j and stop the account for: %s', async (value, credits, stopReason) => {
	expect((await check(response(200, { success: true, credits: value }))).credits).toEqual({ credits, stopReason });
});

it.each<[string, HttpResult]>([
	['invalid_key', refusal(MESSAGES.invalidKey)],
	['insufficient_credits', refusal(MESSAGES.insufficientCredits)],
	['quota_exceeded', refusal(MESSAGES.quotaExceeded)],
	['invalid_key', response(401, '')],
])('a message about the account stops it: %s', async (stopReason, answer) => {
	expect((await check(answer)).credits).toEqual({ credits: null, stopReason });
});

it.each<[string, HttpResult]>([
	['IPQS is out of service', outOfService],
	['IPQS limits requests', tooMany],
	['there is no network', unreachable],
	['there is no answer in time', timedOut],
	['the answer is a web page', response(200, '<!DOCTYPE html>')],
	['IPQS refuses for another reason', refusal('Oops')],
])('an account that cannot be read stops nothing: %s', async (_what, answer) => {
	expect((await check(answer)).credits).toEqual({ credits: null, stopReason: undefined });
});
