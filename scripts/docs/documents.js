const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..', '..');

const markdownIn = (folder, recursive) =>
	readdirSync(join(ROOT, folder), { recursive })
		.filter((file) => file.endsWith('.md'))
		.map((file) => join(folder, file).replaceAll('\\', '/'));

/** Every document of the repository, by its path from the root. */
const listDocuments = () => [...markdownIn('.', false), ...markdownIn('docs', true), ...markdownIn('workflows', true)].sort();

module.exports = { listDocuments, ROOT };
