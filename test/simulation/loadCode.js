const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { compileFunction } = require('node:vm');
const { threadId } = require('node:worker_threads');

const ROOT = join(__dirname, '..', '..');

/** JavaScript by the hash of its source, so that TypeScript is only loaded after a change. */
const CACHE = join(ROOT, '.cache', 'simulation');

/** What the code of the package finds instead of the globals and the modules of this process. */
const PARAMETERS = ['exports', 'require', 'module', 'Date', 'Math', 'performance'];

/** Modules without state about accounts or executions. They are evaluated once, because that takes most of the time of a restart. */
const STATELESS = /^nodes\/shared\/(?:ipqs|json|parameters|criteria|policyNode)\//;

function transpile(text) {
	const cached = join(CACHE, `${createHash('sha256').update(text).digest('hex')}.js`);
	if (existsSync(cached)) return readFileSync(cached, 'utf8');
	const ts = require('typescript');
	const { outputText } = ts.transpileModule(text, {
		compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true, isolatedModules: true },
	});
	mkdirSync(CACHE, { recursive: true });
	// The threads of a process write at the same time, too.
	const written = `${cached}.${process.pid}.${threadId}`;
	writeFileSync(written, outputText);
	renameSync(written, cached);
	return outputText;
}

const resolved = new Map();

/** The file that a relative import leads to. */
function resolve(importer, specifier) {
	const file = join(dirname(importer), specifier);
	if (!resolved.has(file)) resolved.set(file, existsSync(`${file}.ts`) ? `${file}.ts` : file);
	return resolved.get(file);
}

/**
 * Creates a loader of TypeScript modules. Each module is compiled once, and those with state are evaluated once for each world, so
 * that a simulated restart begins with new state.
 *
 * @param edit changes the source text of a module before it is compiled; its path is relative to the root, with slashes
 */
exports.createLoader = (edit = (_path, text) => text) => {
	const compiled = new Map();
	const stateless = new Map();

	const compile = (file, path) => {
		if (!compiled.has(file)) {
			const text = transpile(edit(path, readFileSync(file, 'utf8')));
			compiled.set(file, compileFunction(text, PARAMETERS, { filename: file }));
		}
		return compiled.get(file);
	};

	/**
	 * Starts a world: the modules that are loaded in it have their own state.
	 *
	 * @param world globals and modules that replace those of this process
	 * @returns loads a module by its path relative to the root
	 */
	return ({ Date = globalThis.Date, Math = globalThis.Math, performance = globalThis.performance, modules = {} } = {}) => {
		const stateful = new Map();

		const load = (file) => {
			const path = relative(ROOT, file).replaceAll('\\', '/');
			const loaded = STATELESS.test(path) ? stateless : stateful;
			const existing = loaded.get(file);
			if (existing !== undefined) return existing.exports;
			const module = { exports: {} };
			loaded.set(file, module);
			compile(file, path)(module.exports, requireFrom(file), module, Date, Math, performance);
			return module.exports;
		};

		const requireFrom = (importer) => (specifier) => {
			if (!specifier.startsWith('.')) return modules[specifier] ?? require(specifier);
			const file = resolve(importer, specifier);
			return file.endsWith('.ts') ? load(file) : require(file);
		};

		return (path) => load(join(ROOT, path));
	};
};
