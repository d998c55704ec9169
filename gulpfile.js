const { mkdir, rm, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { dest, parallel, src } = require('gulp');

/** Removes the last build, so that a deleted source leaves nothing behind in the package. */
const clean = () => rm('dist', { recursive: true, force: true });

/** Copies what tsc does not emit, icons and codex files, next to the compiled nodes. */
const copies = () => src('{nodes,credentials}/**/*.{svg,png,json}', { encoding: false }).pipe(dest('dist'));

/** Writes the output schemas, which n8n reads as files, from the compiled lists of fields. */
async function schemas() {
	const { phoneValidationSchema } = require('./dist/nodes/shared/ipqs/schema');
	const { criteriaSchema } = require('./dist/nodes/shared/criteria/schema');
	for (const [node, schema] of Object.entries({ IpqsPhoneValidation: phoneValidationSchema(), IpqsCriteria: criteriaSchema() })) {
		const file = join('dist', 'nodes', node, '__schema__', 'v1.0.0.json');
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, `${JSON.stringify(schema, null, '\t')}\n`);
	}
}

module.exports = { clean, assets: parallel(copies, schemas) };
