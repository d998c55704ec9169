import { join } from 'node:path';

import { ROOT } from '../package/tarball.mjs';

/** The n8n that is installed; 2.41.3 asks for a package that cannot be had. */
export const N8N_VERSION = '2.41.1';

/** Git-ignored: all that is heavy or can be made again. */
export const CACHE = join(ROOT, '.cache');

/** Where `npm run editor` keeps its workflows, credentials and executions from one start to the next. */
export const HOME = join(CACHE, 'n8n-home');

/** A user folder with its database migrated and its owner set up, from which others are copied. */
export const MIGRATED_HOME = join(CACHE, `n8n-migrated-${N8N_VERSION}`);

/** The file in which n8n's own output ends up. */
export const logOf = (home) => join(home, 'n8n.log');
