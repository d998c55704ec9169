const { existsSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');

/**
 * Loads every node and credential of an unpacked package the way n8n does and prints, as a last line of JSON (an array of
 * sentences), what n8n would stumble over. Runs in a process of its own, whose NODE_PATH holds what n8n supplies.
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

/** Where a class of each kind describes itself, and how its file's name ends. */
const KINDS = [
	{ files: manifest.n8n.nodes, describe: ({ description }) => description, ending: '.node.js' },
	{ files: manifest.n8n.credentials, describe: (credential) => credential, ending: '.credentials.js' },
];

const check = (file, { describe, ending }) => {
	try {
		const described = describe(load(file));
		const name = basename(file, ending);
		return [
			...missingIcons(file, described).map((icon) => `${file} names the icon ${icon}, which is not there`),
			...(described.name === name.charAt(0).toLowerCase() + name.slice(1) ? [] : [`${file} holds ${described.name}`]),
		];
	} catch (error) {
		return [`${file} does not load: ${error.message.split('\n')[0]}`];
	}
};

process.stdout.write(JSON.stringify(KINDS.flatMap((kind) => kind.files.flatMap((file) => check(file, kind)))));
