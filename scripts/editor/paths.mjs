import { join } from 'node:path';

import { ROOT } from '../package/tarball.mjs';

/** 2.41.3 depends on a package that is not published. */
export const N8N_VERSION = '2.41.1';

/** Git-ignored; everything in it can be recreated. */
export const CACHE = join(ROOT, '.cache');

/** The user folder of `npm run editor`, with its workflows, credentials and executions. */
export const HOME = join(CACHE, 'n8n-home');

/** A user folder with a migrated database and an owner, as a template for others. */
export const MIGRATED_HOME = join(CACHE, `n8n-migrated-${N8N_VERSION}`);

/** The file with the output of n8n. */
export const logFile = (home) => join(home, 'n8n.log');
