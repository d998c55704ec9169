/** Columns of every benchmark. Ratio compares the cost per lead with the first row. */
const COSTS = {
	Seconds: ({ seconds }) => seconds.toFixed(2),
	Ratio: ({ perLeadMicroseconds }, first) => (perLeadMicroseconds / first.perLeadMicroseconds).toFixed(2),
	'µs per lead': ({ perLeadMicroseconds }) => perLeadMicroseconds.toFixed(perLeadMicroseconds < 10 ? 2 : 0),
};

module.exports = { COSTS };
