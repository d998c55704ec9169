import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

import { ROOT, unpackTarball } from './package/tarball.mjs';

/** n8n checks the source and the published tarball of packages that are submitted for verification. */
const SCANS = [
	{ name: 'source', analyze: () => analyzePackage(ROOT, SOURCE_FILE_PATTERNS) },
	{ name: 'tarball', analyze: () => analyzePackage(unpackTarball().folder) },
];

for (const { name, analyze } of SCANS) {
	const { passed, message, details } = await analyze();
	if (!passed) process.exitCode = 1;
	console.log(`${passed ? 'ok    ' : 'not ok'} n8n's scanner rules for the ${name}${message ? `: ${message}` : ''}`);
	if (details) console.log(details);
}
