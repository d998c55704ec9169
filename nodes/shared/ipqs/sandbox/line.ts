import { pause, type Clock } from '../../run/clock';
import type { Line } from '../../run/lookup';
import type { ApiRequest } from '../request';
import type { HttpAnswer } from '../response';
import { sandboxAnswer, sandboxBody } from './phone';

/** How long a sandbox answer takes, in ms. */
const LATENCY = 20;

const respond = (status: number, text: string): HttpAnswer => ({ kind: 'response', status, headers: {}, text });

const respondJson = (body: object): HttpAnswer => respond(200, JSON.stringify(body));

const textOf = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : '');

function answerPhone({ parameters }: ApiRequest, attempt: number): HttpAnswer | undefined {
	const phone = textOf(parameters.phone);
	const clean = (fields: object): HttpAnswer =>
		respondJson(
			sandboxBody(
				{
					phone,
					countries: [parameters.country ?? []].flat(),
					lineCheck: parameters.enhanced_line_check === 'true',
					nameCheck: parameters.enhanced_name_check === 'true',
					smsPumping: parameters.sms_pumping === 'true',
				},
				{ ...fields },
			),
		);
	const answer = sandboxAnswer(phone);
	if ('fields' in answer) return clean(answer.fields);
	if ('limitedOnce' in answer) return attempt === 1 ? respond(429, '') : clean({});
	if ('refusal' in answer) return respondJson({ success: false, message: answer.refusal, request_id: `sandbox${phone.slice(-4)}` });
	if (answer.fault === 'silence') return undefined;
	return answer.fault === 'html' ? respond(200, '<!DOCTYPE html><title>Attention Required!</title>') : respond(503, '');
}

/** IPQS without an account: documented numbers choose the answer, nothing leaves this process, nothing is spent. */
export const sandboxLine = (clock: Clock): Line => ({
	account: null,
	async send(request, attempt, timeout) {
		const answer = answerPhone(request, attempt);
		await pause(answer === undefined ? timeout : Math.min(LATENCY, timeout), clock);
		return answer ?? { kind: 'timeout' };
	},
});
