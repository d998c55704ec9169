import ts from 'typescript';
import { sourceFiles } from '../support/sourceFiles';

interface Import {
	/** Path below nodes/ or name of a package. */
	readonly target: string;
	readonly typeOnly: boolean;
}

/** The path below nodes/ to which an import leads. */
function resolveImport(file: string, specifier: string): string {
	const folders = file.split('/').slice(0, -1);
	for (const step of specifier.split('/')) {
		if (step === '..') folders.pop();
		else if (step !== '.') folders.push(step);
	}
	return `${folders.join('/')}.ts`;
}

function importsOf(file: string, text: string): Import[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
	return source.statements.filter(ts.isImportDeclaration).map(({ importClause, moduleSpecifier }) => {
		const specifier = (moduleSpecifier as ts.StringLiteral).text;
		const bindings = importClause?.namedBindings;
		const typeOnly =
			importClause?.isTypeOnly === true ||
			(bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.every((element) => element.isTypeOnly));
		const target = specifier.startsWith('.') ? resolveImport(file, specifier) : specifier;
		return { target, typeOnly };
	});
}

const imports = new Map(Object.entries(sourceFiles).map(([file, text]) => [file, importsOf(file, text)]));

/** Folders by what they may import, besides themselves; `nodes` are the folders of the nodes. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
	nodes: [
		'shared/lookupNode',
		'shared/policyNode',
		'shared/client',
		'shared/scheduling',
		'shared/criteria',
		'shared/ipqs',
		'shared/parameters',
		'shared/json',
		'shared/text',
	],
	'shared/lookupNode': ['shared/client', 'shared/scheduling', 'shared/ipqs', 'shared/parameters', 'shared/json', 'shared/text'],
	'shared/policyNode': ['shared/criteria', 'shared/ipqs', 'shared/parameters', 'shared/json', 'shared/text'],
	'shared/client': ['shared/scheduling', 'shared/ipqs', 'shared/parameters', 'shared/json', 'shared/text'],
	'shared/criteria': ['shared/ipqs', 'shared/json', 'shared/text'],
	'shared/ipqs': ['shared/parameters', 'shared/json', 'shared/text'],
	'shared/parameters': ['shared/json', 'shared/text'],
	'shared/scheduling': [],
	'shared/json': [],
	'shared/text': [],
};

function folderOf(file: string): string {
	const [first = '', second = ''] = file.split('/');
	return first === 'shared' ? `shared/${second.replace(/\.ts$/, '')}` : 'nodes';
}

/** Files that may import values of n8n-workflow. */
const USES_N8N =
	/\.node\.ts$|^[^/]+\/execute\.ts$|^shared\/policyNode\/(?:policyResolver|createSettingsReader)\.ts$|^shared\/lookupNode\/|^shared\/client\/createClock\.ts$/;

describe('imports below nodes/', () => {
	it('run one way between folders', () => {
		const wrong = [...imports].flatMap(([file, targets]) => {
			const folder = folderOf(file);
			return targets
				.filter(({ target }) => imports.has(target))
				.map(({ target }) => folderOf(target))
				.filter((other) => other !== folder && !ALLOWED[folder]?.includes(other))
				.map((other) => `${file} imports ${other}`);
		});
		expect(wrong).toEqual([]);
	});

	it('stay within a node, apart from what is shared', () => {
		const wrong = [...imports].flatMap(([file, targets]) =>
			targets
				.filter(({ target }) => folderOf(file) === 'nodes' && imports.has(target) && folderOf(target) === 'nodes')
				.filter(({ target }) => target.split('/')[0] !== file.split('/')[0])
				.map(({ target }) => `${file} imports ${target}`),
		);
		expect(wrong).toEqual([]);
	});

	it('have no circle of values', () => {
		const circles: string[] = [];
		const done = new Set<string>();
		const visit = (file: string, path: readonly string[]): void => {
			if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
			if (done.has(file) || path.includes(file)) return;
			for (const { target, typeOnly } of imports.get(file) ?? []) if (!typeOnly && imports.has(target)) visit(target, [...path, file]);
			done.add(file);
		};
		for (const file of imports.keys()) visit(file, []);
		expect(circles).toEqual([]);
	});

	it('name values of n8n-workflow only in nodes, execution and the clock', () => {
		const users = [...imports].filter(([, targets]) => targets.some(({ target, typeOnly }) => target === 'n8n-workflow' && !typeOnly));
		expect(users.map(([file]) => file).filter((file) => !USES_N8N.test(file))).toEqual([]);
	});

	it('take time and randomness from a clock, which is created in one file', () => {
		const users = Object.entries(sourceFiles).filter(([, text]) =>
			/new Date\(\)|\bDate\.now\b|\bMath\.random\b|\bperformance\.now\b/.test(text),
		);
		expect(users.map(([file]) => file)).toEqual(['shared/client/createClock.ts']);
	});

	it('name no package but n8n-workflow, zod and the crypto of Node.js', () => {
		const packages = new Set([...imports.values()].flat().map(({ target }) => target));
		expect([...packages].filter((target) => !imports.has(target)).sort()).toEqual(['n8n-workflow', 'node:crypto', 'zod/v3']);
	});
});
