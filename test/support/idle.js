/** Continues once every promise that could settle by now has settled. */
exports.idle = () => new Promise((resolve) => setImmediate(resolve));
