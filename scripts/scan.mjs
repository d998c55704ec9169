import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

import { ROOT, unpackTarball } from './package/tarball.mjs';

/** The rules n8n applies to a package that asks for verification: once to its source, once to what npm would publish. */
const LEGS = [
	{ name: 'source', analyze: () => analyzePackage(ROOT, SOURCE_FILE_PATTERNS) },
	{ name: 'tarball', analyze: () => analyzePackage(unpackTarball().folder) },
];

for (const { name, analyze } of LEGS) {
	const { passed, message, details } = await analyze();
	if (!passed) process.exitCode = 1;
	console.log(`${passed ? 'ok    ' : 'not ok'} n8n's scanner on the ${name}${message ? `: ${message}` : ''}`);
	if (details) console.log(details);
}
