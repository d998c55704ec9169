const { constants, PerformanceObserver } = require('node:perf_hooks');
const { getHeapStatistics } = require('node:v8');

/**
 * Measures the longest time in ms in which nothing else of this process could run; the returned function ends it. Time in which
 * other programs had the processor does not count.
 */
function watchStalls() {
	const now = () => {
		const { user, system } = process.cpuUsage();
		return { elapsed: performance.now(), computed: (user + system) / 1000 };
	};
	let last = now();
	let longest = 0;
	const look = () => {
		const { elapsed, computed } = now();
		longest = Math.max(longest, Math.min(elapsed - last.elapsed, computed - last.computed));
		last = { elapsed, computed };
	};
	const timer = setInterval(look, 1);
	return () => {
		clearInterval(timer);
		look();
		return longest;
	};
}

const MEGABYTE = 1024 * 1024;

/** Measures how much memory is in use after each collection of garbage, which V8 puts off while the machine has more. */
function watchMemory() {
	// process.memoryUsage() opens a file, which fails when a node has opened too many connections.
	const inUse = () => getHeapStatistics().used_heap_size / MEGABYTE;
	globalThis.gc();
	const before = inUse();
	let most = before;
	const observer = new PerformanceObserver((list) => {
		const isMajor = list.getEntries().some(({ detail }) => detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR);
		if (isMajor) most = Math.max(most, inUse());
	});
	observer.observe({ entryTypes: ['gc'] });
	return () => {
		globalThis.gc();
		observer.disconnect();
		return Math.max(most, inUse()) - before;
	};
}

/** A node type that tells the longest stall of its executions, from the call to the end of its promise. */
const watched = (type, report) =>
	Object.create(type, {
		execute: {
			async value() {
				const longestStall = watchStalls();
				try {
					return await type.execute.call(this);
				} finally {
					report(longestStall());
				}
			},
		},
	});

module.exports = { watched, watchMemory, watchStalls };
