import { pause, type Clock } from './clock';

const WINDOW = 1_000;
/** Share of the refused rate that is tried after a refusal: of a ceiling that was kept to, and of a rate that was learnt. */
const BACK_OFF_TO = { kept: 0.95, learnt: 0.9 };
/** Growth of the rate with each answer. */
const CLIMB = 1.01;
/** Requests a second that are always tried. */
const SLOWEST = 1;
/** After so long without a refusal, in ms, what was learnt is forgotten. */
const MEMORY = 10_000;
/** An account is not held back longer, in ms, whatever IPQS asks for: its leads would wait with it. */
const LONGEST_HOLD = 60_000;

/**
 * When the requests of one account may start, shared by all nodes and executions of this process. It spreads starts evenly
 * under a known ceiling; without one it learns the account's rate from refusals, goes below it and climbs again.
 */
export class Pace {
	/** Earliest start of the next request, ms since the epoch. */
	private nextStart = 0;

	/** Requests a second learnt from refusals. */
	private learntRate = Infinity;

	private lastRefusal = -Infinity;

	/** When what was learnt is forgotten, ms since the epoch. */
	private forgottenAt = 0;

	private readonly recentAnswers: number[] = [];

	/** @param now ms since the epoch */
	constructor(private readonly now: () => number) {}

	/**
	 * Waits for this request's turn; returns early when the execution is stopped.
	 *
	 * @param ceiling requests a second, 0 = none
	 */
	async turn(ceiling: number, clock: Clock): Promise<void> {
		const now = this.now();
		if (now > this.forgottenAt) this.learntRate = Infinity;
		const rate = Math.min(ceiling === 0 ? Infinity : ceiling, this.learntRate);
		const start = Math.max(now, this.nextStart);
		this.nextStart = start + WINDOW / rate;
		await pause(start - now, clock);
	}

	/** Notes an answered request; the rate recovers. */
	answered(): void {
		const now = this.now();
		this.recentAnswers.push(now);
		this.forgetBefore(now - WINDOW);
		this.learntRate *= CLIMB;
	}

	/**
	 * Notes a request that was refused for coming too fast. Requests that started before the last cut do not cut again.
	 *
	 * @param sentAt ms since the epoch
	 * @param retryAfter ms IPQS asks to wait, null when it does not say
	 * @param ceiling requests a second, 0 = none
	 */
	refused(sentAt: number, retryAfter: number | null, ceiling = 0): void {
		const now = this.now();
		// Starts that keep to a ceiling do not arrive quite as evenly, so a refusal says little against it.
		const kept = ceiling > 0 && ceiling <= this.learntRate;
		const rate = kept ? ceiling : this.learntRate;
		const hold = Math.min(retryAfter ?? (rate === Infinity ? WINDOW : WINDOW / rate), LONGEST_HOLD);
		this.nextStart = Math.max(this.nextStart, now + hold);
		this.forgottenAt = this.nextStart + MEMORY;
		if (sentAt < this.lastRefusal) return;
		this.lastRefusal = now;
		this.forgetBefore(now - WINDOW);
		const refused = kept ? ceiling : Math.min(this.learntRate, this.recentAnswers.length);
		this.learntRate = Math.max(SLOWEST, refused * (kept ? BACK_OFF_TO.kept : BACK_OFF_TO.learnt));
	}

	private forgetBefore(time: number): void {
		while ((this.recentAnswers[0] ?? Infinity) <= time) this.recentAnswers.shift();
	}
}
