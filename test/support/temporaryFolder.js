const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');

/** Calls `use` with a folder that holds the given files, by relative path, and removes it afterwards. */
exports.withFiles = (files, use) => {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-ipqs-'));
	try {
		for (const [path, text] of Object.entries(files)) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
		return use(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};
