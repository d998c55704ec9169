const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const FOLDER = join(__dirname, '..', '..', '..', 'shared', 'samples');

const foldersOf = (folder) => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Bodies of public sources, as `[folder/file, body]`; none where the folder beside the project is not there. */
const samples = existsSync(FOLDER)
	? foldersOf(FOLDER).flatMap(({ name }) =>
			readdirSync(join(FOLDER, name))
				.filter((file) => file.endsWith('.json'))
				.map((file) => [`${name}/${file}`, JSON.parse(readFileSync(join(FOLDER, name, file), 'utf8'))]),
		)
	: [];

module.exports = { samples };
