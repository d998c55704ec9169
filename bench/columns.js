/** What every benchmark shows of a row; the ratio is that of the cost of a lead to the first row's. */
const COSTS = {
	Seconds: ({ seconds }) => seconds.toFixed(2),
	Ratio: ({ perLeadMicroseconds }, first) => (perLeadMicroseconds / first.perLeadMicroseconds).toFixed(2),
	'µs per lead': ({ perLeadMicroseconds }) => perLeadMicroseconds.toFixed(perLeadMicroseconds < 10 ? 2 : 0),
};

module.exports = { COSTS };
