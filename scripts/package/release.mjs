import { homedir } from 'node:os';

/** The version of the newest release in a changelog of the keep-a-changelog form. */
export const newestRelease = (changelog) => /^## \[(\d+\.\d+\.\d+[^\]]*)\]/m.exec(changelog)?.[1];

/** Packages whose lock entry names the server they came from, which ties everybody to it. */
export const tiedToRegistry = (lock) =>
	Object.entries(lock.packages)
		.filter(([, entry]) => entry.resolved !== undefined)
		.map(([name]) => name);

const FOREIGN_HOMES = /\/Users\/\w|\/home\/(?!node\/)\w|\b[A-Z]:\\Users\\/;

/** Files that hold a path of the machine they were made on. */
export function withMachinePaths(texts, root) {
	const own = [root, homedir()].map((folder) => folder.replace(/\/*$/, '/')).filter((folder) => folder.length > 1);
	return Object.entries(texts)
		.filter(([, text]) => FOREIGN_HOMES.test(text) || own.some((folder) => text.includes(folder)))
		.map(([file]) => file);
}
