import type { IHttpRequestOptions } from 'n8n-workflow';
import { BodyStream } from './bodyStream';
import type { Random } from './random';
import type { Scheduler } from './scheduler';
import type { Ending, SentRequest } from './sentRequest';
import type { ServerResponse } from './simulatedIpqs';
import type { SimulatedProcess } from './simulatedProcess';

/** Parts in which a body arrives. */
const PARTS = 4;

/** What n8n throws. It holds the whole request, as axios's errors do. */
function errorWith(code: string, options: IHttpRequestOptions, isWrapped: boolean): Error {
	const error = Object.assign(new Error(`${code}: ${options.url}`), { code, config: { url: options.url, headers: options.headers } });
	return isWrapped ? Object.assign(new Error(`The request to ${options.url} failed`), { cause: error }) : error;
}

/** What a delivery needs to know about its surroundings. */
export interface DeliveryContext {
	readonly scheduler: Scheduler;
	readonly process: SimulatedProcess;
	readonly random: Random;
	/** Ms of a round trip without faults. */
	readonly latency: readonly [min: number, max: number];
	readonly log: (who: string, what: string) => void;
	/** What IPQS responds when the request arrives. */
	readonly respond: () => ServerResponse;
	/** Takes the credit of a result. */
	readonly charge: () => void;
}

/** One request on its way to IPQS, and the response on its way back. */
export class Delivery {
	private readonly stream = new BodyStream();

	private resolve: (response: unknown) => void = () => undefined;

	private reject: (error: Error) => void = () => undefined;

	constructor(
		private readonly request: SentRequest,
		private readonly options: IHttpRequestOptions,
		private readonly context: DeliveryContext,
	) {}

	/** @returns the response as soon as its head arrives, as n8n's HTTP helper does */
	async run(): Promise<unknown> {
		const { sentAt, behavior } = this.request;
		const response = new Promise((resolve, reject) => {
			this.resolve = resolve;
			this.reject = reject;
		});
		(this.options.abortSignal as AbortSignal).addEventListener('abort', () => this.failBeforeHead('aborted', 'ERR_CANCELED'));
		const arrival = sentAt + this.trip();
		if (behavior.connectError !== undefined) this.failAt(arrival, 'notConnected', behavior.connectError);
		else if (!behavior.isLost) this.context.scheduler.at(arrival, () => this.arrive(arrival));
		return await response;
	}

	private trip(): number {
		return this.context.random.between(...this.context.latency) / 2;
	}

	/** At IPQS. */
	private arrive(arrival: number): void {
		const { request, context } = this;
		const { behavior, behaviorName } = request;
		const { random } = context;
		const response = context.respond();
		request.response = response;
		context.log('IPQS', `request ${request.id}: ${response.status} ${response.meaning ?? 'echo'} (${behaviorName})`);
		const head = behavior.isJustInTime ? this.justInTime(arrival) : arrival + random.between(...(behavior.delay ?? [0, 0])) + this.trip();
		const chargeAt = random.between(arrival, head);
		if (response.costsCredit) {
			context.scheduler.at(chargeAt, () => {
				request.chargedAt = context.scheduler.now;
				context.charge();
			});
		}
		if (behavior.silentAfter === 'request') return;
		if (behavior.error?.in === 'head') {
			const { code } = behavior.error;
			this.failAt(head, code.startsWith('HPE_') ? 'malformed' : 'brokenBeforeHead', code);
			return;
		}
		if (behavior.stall !== undefined) this.stallBefore(head, behavior.stall);
		this.sendHead(head, response);
		if (behavior.silentAfter !== 'head') this.sendBody(head, head + random.between(...(behavior.bodyTime ?? [0, 0])), response);
	}

	/** Ms shortly before the request times out. */
	private justInTime(arrival: number): number {
		const { sentAt, execution } = this.request;
		return Math.max(arrival, sentAt + execution.plan.options.timeout * 1_000 - this.context.random.between(0, 150));
	}

	/** Keeps n8n busy from just before a time on. */
	private stallBefore(time: number, duration: number): void {
		const { process, log, random } = this.context;
		process.at(time - random.between(0, 50), () => {
			if (this.request.endedAt !== undefined) return;
			log('machine', `the event loop stalls for ${duration} ms`);
			process.stall(duration);
		});
	}

	private sendHead(time: number, { status, headers }: ServerResponse): void {
		this.context.process.receive(time, () => {
			if (this.request.endedAt !== undefined) return;
			this.request.status = status;
			this.resolve({ statusCode: status, headers: { ...headers }, body: this.stream });
		});
	}

	private sendBody(start: number, finish: number, { body }: ServerResponse): void {
		const { behavior } = this.request;
		const { process } = this.context;
		const bytes = Buffer.from(`${' '.repeat(behavior.padding ?? 0)}${body}`);
		const size = Math.ceil(bytes.length / PARTS);
		const isCut = behavior.silentAfter === 'part' || behavior.error?.in === 'body';
		for (let part = 0; part < (isCut ? PARTS / 2 : PARTS - 1); part++) {
			const time = start + ((finish - start) * (part + 1)) / PARTS;
			process.receive(time, () => this.stream.push(bytes.subarray(part * size, (part + 1) * size)));
		}
		const code = behavior.error?.code;
		if (!isCut) {
			this.request.arrivedAt = finish;
			process.receive(finish, () => {
				this.end('received');
				this.stream.push(bytes.subarray((PARTS - 1) * size));
				this.stream.end();
			});
		} else if (code !== undefined) {
			process.receive(finish, () => {
				this.end('brokenInBody');
				this.stream.fail(this.error(code));
			});
		}
	}

	private error(code: string): Error {
		return errorWith(code, this.options, this.context.random.chance(0.5));
	}

	private failAt(time: number, ending: Ending, code: string): void {
		this.context.process.receive(time, () => this.failBeforeHead(ending, code));
	}

	private failBeforeHead(ending: Ending, code: string): void {
		this.end(ending);
		this.reject(this.error(code));
	}

	/** Notes how the request ended, unless it has ended before. */
	private end(ending: Ending): void {
		const { request, context } = this;
		if (request.endedAt !== undefined) return;
		request.endedAt = context.process.time;
		request.ending = ending;
		context.log(request.execution.name, `request ${request.id} ${ending}${request.status === undefined ? '' : ` (${request.status})`}`);
	}
}
