import type { ICredentialType, INodeProperties, INodePropertyCollection, INodePropertyOptions, INodeType } from 'n8n-workflow';
import ts from 'typescript';
import { IpqsApi } from '../../credentials/IpqsApi.credentials';
import { IpqsCustomIntegrationApi } from '../../credentials/IpqsCustomIntegrationApi.credentials';
import { Ipqs } from '../../nodes/Ipqs/Ipqs.node';
import { IpqsBacktest } from '../../nodes/IpqsBacktest/IpqsBacktest.node';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { documents } from '../support/documents';
import { sourceFiles } from '../support/sourceFiles';

const NODES: readonly INodeType[] = [new Ipqs(), new IpqsBacktest(), new IpqsCriteria(), new IpqsPhoneValidation()];
const CREDENTIALS: readonly ICredentialType[] = [new IpqsApi(), new IpqsCustomIntegrationApi()];

/** Labels of n8n, and of its HubSpot and Salesforce nodes. */
const OTHER_LABELS = ['On Error', 'Always Output Data', 'Contact Owner', 'Owner'];

type Entry = INodeProperties | INodePropertyOptions | INodePropertyCollection;

/** Labels of parameters, their menus and collections. */
const labelsOf = (entries: readonly Entry[]): string[] =>
	entries.flatMap((entry) => [
		'displayName' in entry ? entry.displayName : entry.name,
		...('options' in entry ? labelsOf(entry.options ?? []) : []),
		...('values' in entry ? labelsOf(entry.values) : []),
	]);

const LABELS = new Set([
	...OTHER_LABELS,
	...NODES.flatMap(({ description }) => [description.displayName, ...labelsOf(description.properties)]),
	...CREDENTIALS.flatMap(({ displayName, properties }) => [displayName, ...labelsOf(properties)]),
]);

/** What is in quotes and begins with a capital, without text in expressions. */
const quotedIn = (text: string): string[] =>
	[...text.replace(/\{\{.*?\}\}/g, '').matchAll(/(?<![\w`])'([A-Z][^'`\n]*)'(?!\w)/g)].map(([, label = '']) => label);

const READERS = /^(?:InvalidParameter|read[A-Z]\w*|trueOrEmpty|requiredText)$/;

/** Labels that the texts of a source file quote, and those that its readers put into messages. */
function labelsNamedIn(file: string, code: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
			found.push(...quotedIn(node.text));
		}
		if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression) && READERS.test(node.expression.text)) {
			const label = node.arguments?.find((argument) => ts.isStringLiteralLike(argument) && /^[A-Z]/.test(argument.text));
			if (label !== undefined && ts.isStringLiteralLike(label)) found.push(label.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
	return found;
}

const withoutCode = (page: string): string => page.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '`');

const unknownAmong = (labels: readonly string[]): string[] => [...new Set(labels)].filter((label) => !LABELS.has(label));

describe('labels in quotes', () => {
	it('are found in texts', () => {
		expect(
			labelsNamedIn('a.ts', "read('x'); readInteger('Max Leads', 1); const a = \"the lead's 'Lead Name'\" + `'On ${a}': 'B'`;"),
		).toEqual(['Max Leads', 'Lead Name', 'B']);
	});

	it.each(Object.entries(sourceFiles))('of %s exist in a form', (file, code) => {
		expect(unknownAmong(labelsNamedIn(file, code))).toEqual([]);
	});

	it.each(Object.entries(documents).filter(([file]) => file !== 'CHANGELOG.md'))('of %s exist in a form', (_file, page) => {
		expect(unknownAmong(quotedIn(withoutCode(page)))).toEqual([]);
	});
});
