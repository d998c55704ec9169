import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * @returns {string} the Chromium or Chrome of this machine
 * @throws {Error} that says how to get one, where there is none
 */
export function findChromium() {
	const inPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
	const found = [process.env.CHROMIUM, ...inPath, ...ELSEWHERE].find((file) => file && existsSync(file));
	if (found === undefined)
		throw new Error('The browser tests need Chromium: install it (apt-get install chromium), or set CHROMIUM to its path');
	return found;
}
