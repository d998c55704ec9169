const { mkdir, rm, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { dest, parallel, src } = require('gulp');

/** Removes the last build, so that a deleted source leaves nothing behind in the package. */
const clean = () => rm('dist', { recursive: true, force: true });

/** Copies what tsc does not emit, icons and codex files, next to the compiled nodes. */
const copies = () =>
	src(
		['nodes', 'credentials'].map((folder) => `${folder}/**/*.{svg,png,json}`),
		{ base: '.', encoding: false },
	).pipe(dest('dist'));

/** Output schemas by the place where n8n looks for them, from the compiled lists of fields. */
function schemaFiles() {
	const { lookupSchema } = require('./dist/nodes/shared/ipqs/resultSchema');
	const { DEFAULT_OUTPUT_FIELD } = require('./dist/nodes/shared/lookupNode/readOutputOptions');
	const { PHONE_FIELDS } = require('./dist/nodes/shared/ipqs/phoneFields');
	const { criteriaSchema } = require('./dist/nodes/shared/criteria/decisionSchema');
	const { reportSchema } = require('./dist/nodes/shared/criteria/report/schema');
	const { RESOURCES } = require('./dist/nodes/Ipqs/resources');
	return [
		['IpqsPhoneValidation/__schema__/v1.0.0.json', lookupSchema(PHONE_FIELDS, DEFAULT_OUTPUT_FIELD)],
		['IpqsCriteria/__schema__/v1.0.0.json', criteriaSchema()],
		['IpqsBacktest/__schema__/v1.0.0.json', reportSchema()],
		...RESOURCES.flatMap(({ name: resource, operations }) =>
			operations.map(({ name, fields, outputField = DEFAULT_OUTPUT_FIELD }) => [
				`Ipqs/__schema__/v1.0.0/${resource}/${name}.json`,
				lookupSchema(fields, outputField),
			]),
		),
	];
}

async function schemas() {
	for (const [place, schema] of schemaFiles()) {
		const file = join('dist', 'nodes', place);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, `${JSON.stringify(schema, null, '\t')}\n`);
	}
}

module.exports = { clean, assets: parallel(copies, schemas) };
