import { parse, type DefaultTreeAdapterMap, type ParserError } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const isElement = (node: Node): node is Element => 'tagName' in node;

function elementsIn(node: Node): Element[] {
	const children = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : [];
	return isElement(node) ? [node, ...children] : children;
}

function textOf(node: Node): string {
	if (node.nodeName === '#text' && 'value' in node) return node.value;
	// A heading, row or cell ends a word.
	return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const oneSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** An HTML page as a browser reads it. */
export class HtmlPage {
	readonly errors: string[] = [];

	readonly elements: readonly Element[];

	constructor(text: string) {
		const onParseError = ({ code, startLine, startCol }: ParserError): number => this.errors.push(`${code} at ${startLine}:${startCol}`);
		this.elements = elementsIn(parse(text, { onParseError, sourceCodeLocationInfo: true }));
	}

	/** Text of the elements with this name, within the section with this id if given. */
	texts(tagName: string, section?: string): string[] {
		const parent =
			section === undefined ? undefined : this.elements.find((element) => this.attribute(element, 'aria-labelledby') === section);
		const scope = section === undefined ? this.elements : parent === undefined ? [] : elementsIn(parent);
		return scope.filter((element) => element.tagName === tagName).map((element) => oneSpace(textOf(element)));
	}

	/** The cells of each row of a section, row headings included. */
	rows(section: string): string[][] {
		const parent = this.elements.find((element) => this.attribute(element, 'aria-labelledby') === section);
		const rows = parent === undefined ? [] : elementsIn(parent).filter(({ tagName }) => tagName === 'tr');
		return rows.map((row) => row.childNodes.filter(isElement).map((cell) => oneSpace(textOf(cell))));
	}

	hasSection(id: string): boolean {
		return this.elements.some((element) => this.attribute(element, 'aria-labelledby') === id);
	}

	attribute(element: Element, name: string): string | undefined {
		return element.attrs.find((attribute) => attribute.name === name)?.value;
	}
}
