import typescript from 'typescript';

/** What n8n supplies to a community node at run time, of which this package uses these alone. */
const SUPPLIED = ['n8n-workflow', 'zod', 'zod/v3'];

/** Not available to a verified node: the process, its console and timers, and code made from text. */
const FORBIDDEN = new Set([
	...['__dirname', '__filename', 'console', 'eval', 'Function', 'global', 'globalThis', 'process'],
	...['clearImmediate', 'clearInterval', 'clearTimeout', 'setImmediate', 'setInterval', 'setTimeout'],
]);

const { isMethodDeclaration, isPropertyAccessExpression, isPropertyAssignment } = typescript;

/** Whether an identifier is the `name` of `object.name`, `{ name: … }` or a method, and so no variable. */
const isMemberName = (identifier) =>
	[isMethodDeclaration, isPropertyAccessExpression, isPropertyAssignment].some((is) => is(identifier.parent)) &&
	identifier.parent.name === identifier;

const importedName = ([argument]) => (argument && typescript.isStringLiteral(argument) ? argument.text : '(not a constant)');

const isImport = ({ expression }) =>
	expression.kind === typescript.SyntaxKind.ImportKeyword || (typescript.isIdentifier(expression) && expression.text === 'require');

/**
 * What a compiled file asks of its surroundings beyond what n8n grants, as `line: name`.
 *
 * @param {string} source CommonJS as tsc emits it
 */
export function trespasses(source) {
	const file = typescript.createSourceFile('compiled.js', source, typescript.ScriptTarget.ES2022, true);
	const found = [];
	const report = (node, name) => found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${name}`);
	const visit = (node) => {
		if (typescript.isIdentifier(node) && FORBIDDEN.has(node.text) && !isMemberName(node)) report(node, node.text);
		if (typescript.isCallExpression(node) && isImport(node)) {
			const name = importedName(node.arguments);
			if (!name.startsWith('.') && !SUPPLIED.includes(name)) report(node, `import of ${name}`);
		}
		typescript.forEachChild(node, visit);
	};
	visit(file);
	return found;
}
