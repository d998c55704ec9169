import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { CACHE } from './editor/paths.mjs';
import { ROOT } from './package/tarball.mjs';

const HELP = `Takes the screenshots in docs/ and workflows/pictures/ again, in a real n8n.

Usage: npm run screenshots
`;

/** Where the end-to-end tests put pictures, and where they belong. */
const FOLDERS = [
	[join(CACHE, 'screenshots'), join(ROOT, 'docs')],
	[join(CACHE, 'canvases'), join(ROOT, 'workflows', 'pictures')],
];

if (process.argv.length > 2) {
	process.stdout.write(HELP);
	process.exit(process.argv[2] === '--help' ? 0 : 2);
}

const { status } = spawnSync('npm', ['run', '--silent', 'test:e2e', '--', 'pictures', 'canvases'], { cwd: ROOT, stdio: 'inherit' });
if (status !== 0) process.exit(1);
for (const [taken, place] of FOLDERS) for (const picture of readdirSync(taken)) cpSync(join(taken, picture), join(place, picture));
