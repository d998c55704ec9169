import typescript from 'typescript';

/** The modules that n8n supplies to community nodes and that this package may import. */
const SUPPLIED = ['n8n-workflow', 'node:crypto', 'zod', 'zod/v3'];

/** Globals that n8n does not allow in verified nodes. */
const FORBIDDEN = new Set([
	...['__dirname', '__filename', 'console', 'eval', 'Function', 'global', 'globalThis', 'process'],
	...['clearImmediate', 'clearInterval', 'clearTimeout', 'setImmediate', 'setInterval', 'setTimeout'],
]);

const { isMethodDeclaration, isPropertyAccessExpression, isPropertyAssignment } = typescript;

/** Whether an identifier is a property name, as in `object.name`, `{ name: … }` or a method, and not a variable. */
const isMemberName = (identifier) =>
	[isMethodDeclaration, isPropertyAccessExpression, isPropertyAssignment].some((is) => is(identifier.parent)) &&
	identifier.parent.name === identifier;

const importedName = ([argument]) => (argument && typescript.isStringLiteral(argument) ? argument.text : '(not a constant)');

const isImport = ({ expression }) =>
	expression.kind === typescript.SyntaxKind.ImportKeyword || (typescript.isIdentifier(expression) && expression.text === 'require');

/**
 * Finds globals and imports that n8n does not allow.
 *
 * @param {string} source CommonJS, as emitted by tsc
 * @returns {string[]} each as `line: name`
 */
export function findForbiddenUses(source) {
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
