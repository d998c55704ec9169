const path = require('node:path');

const ENGINE_V1 = path.join(__dirname, '..', '..', 'node_modules', 'n8n-core-v1');
const FROM_ENGINE_V1 = new Set(['n8n-workflow', 'zod', 'luxon', 'lodash', 'reflect-metadata']);

/**
 * Makes the project's own files see the engine of n8n 1.123: n8n-core and the packages that n8n supplies at run time.
 * Imports from within node_modules stay as they are, so each engine keeps its own dependencies.
 */
module.exports = (request, options) => {
	if (options.basedir.includes(`${path.sep}node_modules${path.sep}`)) return options.defaultResolver(request, options);
	if (request === 'n8n-core') return options.defaultResolver('n8n-core-v1', options);
	if (FROM_ENGINE_V1.has(request.split('/')[0])) {
		return options.defaultResolver(request, { ...options, basedir: ENGINE_V1 });
	}
	return options.defaultResolver(request, options);
};
