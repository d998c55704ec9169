import { homedir } from 'node:os';

/** The version of the newest release in a changelog in the format of keepachangelog.com. */
export const newestRelease = (changelog) => /^## \[(\d+\.\d+\.\d+[^\]]*)\]/m.exec(changelog)?.[1];

/** Packages of a lock file with the URL of a registry, which every install would then use. */
export const packagesWithRegistry = (lock) =>
	Object.entries(lock.packages)
		.filter(([, entry]) => entry.resolved !== undefined)
		.map(([name]) => name);

const FOREIGN_HOMES = /\/Users\/\w|\/home\/(?!node\/)\w|\b[A-Z]:\\Users\\/;

/** Files that contain a path of the machine they were created on. */
export function filesWithMachinePaths(texts, root) {
	const own = [root, homedir()].map((folder) => folder.replace(/\/*$/, '/')).filter((folder) => folder.length > 1);
	return Object.entries(texts)
		.filter(([, text]) => FOREIGN_HOMES.test(text) || own.some((folder) => text.includes(folder)))
		.map(([file]) => file);
}
