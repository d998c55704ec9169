/** Keeps this process from everything else for so many ms. */
function block(milliseconds) {
	for (const end = performance.now() + milliseconds; performance.now() < end; );
}

exports.block = block;

/** Does so once what is running now has ended. */
exports.blockSoon = (milliseconds) => setImmediate(() => block(milliseconds));

/** Megabytes that this process has of the machine's memory. */
exports.residentMegabytes = () => process.memoryUsage.rss() / 1_000_000;

/** Counts how often other work gets a turn while `work` runs. */
exports.countTurns = async (work) => {
	let turns = 0;
	const timer = setInterval(() => turns++, 1);
	try {
		return { result: await work(), turns };
	} finally {
		clearInterval(timer);
	}
};

/** Lets the clocks of this process run so many times faster; the returned function ends it. */
exports.speedUp = (factor) => {
	const clocks = [
		[Date, Date.now],
		[performance, performance.now.bind(performance)],
	].map(([owner, now]) => {
		const start = now();
		const { now: own } = Object.getOwnPropertyDescriptors(owner);
		Object.defineProperty(owner, 'now', { configurable: true, writable: true, value: () => start + (now() - start) * factor });
		return () => (own === undefined ? delete owner.now : Object.defineProperty(owner, 'now', own));
	});
	return () => clocks.forEach((restore) => restore());
};
