const { existsSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');

/**
 * Loads every node and credential of an unpacked package as n8n does, and prints the problems as a JSON array of sentences in the
 * last line. Runs in a separate process with the modules that n8n supplies in NODE_PATH.
 */
const folder = process.argv[2];
const manifest = require(join(folder, 'package.json'));

const load = (file) => {
	const exported = require(join(folder, file));
	return new exported[basename(file).split('.')[0]]();
};

const iconsOf = ({ icon }) =>
	(typeof icon === 'object' ? Object.values(icon) : [icon]).map((reference) => `${reference}`.replace(/^file:/, ''));

const missingIcons = (file, described) => iconsOf(described).filter((icon) => !existsSync(join(folder, dirname(file), icon)));

/** For each kind of class, how to read its description, and the ending of its file. */
const KINDS = [
	{ files: manifest.n8n.nodes, describe: ({ description }) => description, ending: '.node.js' },
	{ files: manifest.n8n.credentials, describe: (credential) => credential, ending: '.credentials.js' },
];

const check = (file, { describe, ending }) => {
	try {
		const described = describe(load(file));
		const name = basename(file, ending);
		return [
			...missingIcons(file, described).map((icon) => `${file} has the icon ${icon}, which does not exist`),
			...(described.name === name.charAt(0).toLowerCase() + name.slice(1) ? [] : [`${file} has the name ${described.name}`]),
		];
	} catch (error) {
		return [`${file} does not load: ${error.message.split('\n')[0]}`];
	}
};

process.stdout.write(JSON.stringify(KINDS.flatMap((kind) => kind.files.flatMap((file) => check(file, kind)))));
