/** What happened, in order. */
export class Timeline {
	private readonly lines: string[] = [];

	/** @param now ms from the start of the simulation */
	constructor(private readonly now: () => number) {}

	add(who: string, what: string): void {
		this.lines.push(`${formatTime(this.now()).padStart(15)}  ${who.padEnd(12)} ${what}`);
	}

	get text(): string {
		return this.lines.join('\n');
	}
}

/** `1d 02:03:04.567`; without the day on the first one. */
function formatTime(milliseconds: number): string {
	const days = Math.floor(milliseconds / 86_400_000);
	const time = new Date(Math.floor(milliseconds)).toISOString().slice(11, 23);
	return days === 0 ? time : `${days}d ${time}`;
}
