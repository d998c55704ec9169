/** Starts measuring the CPU time of this process, including garbage collection. The returned function gives it in milliseconds. */
function stopwatch() {
	const started = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(started);
		return (user + system) / 1000;
	};
}

module.exports = { stopwatch };
