import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { CACHE } from './editor/paths.mjs';
import { ROOT } from './package/tarball.mjs';

const HELP = `Takes the screenshots in docs/ again, in a real n8n.

Usage: npm run screenshots
`;

const TAKEN = join(CACHE, 'screenshots');

if (process.argv.length > 2) {
	process.stdout.write(HELP);
	process.exit(process.argv[2] === '--help' ? 0 : 2);
}

const { status } = spawnSync('npm', ['run', '--silent', 'test:e2e', '--', 'pictures'], { cwd: ROOT, stdio: 'inherit' });
if (status !== 0) process.exit(1);
for (const picture of readdirSync(TAKEN)) cpSync(join(TAKEN, picture), join(ROOT, 'docs', picture));
