const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const readme = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8');
const sources = (module) => require(join('..', '..', 'nodes', module));

module.exports = { readme, sources };
