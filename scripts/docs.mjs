/** Writes the tables that come from the code into the README. Needs a build. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { withTables } = require('./docs/tables.js');

const README = new URL('../README.md', import.meta.url);
writeFileSync(README, withTables(readFileSync(README, 'utf8'), (module) => require(`../dist/nodes/${module}.js`)));
