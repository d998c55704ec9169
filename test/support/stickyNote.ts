/** Styles of sticky notes in n8n 2.41 (n8n-editor-ui), in pixels: text of 14 px and line height 1.35. Widths are for words that wrap early. */
const PADDING = { x: 26, y: 10 };
const BLOCK_MARGIN = 8;
const TEXT = { char: 7.6, line: 19 };
const HEADINGS: Readonly<Record<string, { char: number; line: number }>> = {
	'##': { char: 12.5, line: 33 },
	'###': { char: 8.5, line: 22 },
};
/** Each item of a list starts on its own line, indented. Measured in the editor: three items of the templates. */
const ITEM = { char: 6.9, line: 19, indent: 21, margin: 6 };
const CELL = { x: 17, y: 23 };
const HEADER_ROW = 32;

const LIST_ITEM = /^\d+\. /;

const plain = (text: string): string => text.replace(/[*`]/g, '');

const textHeight = (text: string, width: number, { char, line }: typeof TEXT): number =>
	Math.ceil((plain(text).length * char) / width) * line;

const itemHeight = (item: string, width: number): number =>
	ITEM.margin + textHeight(item.replace(LIST_ITEM, ''), width - ITEM.indent, ITEM);

function tableHeight(lines: readonly string[], width: number): number {
	const rows = lines.filter((_line, index) => index !== 1).map((line) => line.split('|').slice(1, -1).map(plain));
	const longest = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]?.trim().length ?? 0)));
	const total = longest.reduce((sum, length) => sum + length, 0);
	const bodyRow = (row: readonly string[]): number =>
		CELL.y + Math.max(...row.map((cell, column) => textHeight(cell.trim(), (width * (longest[column] ?? 0)) / total - CELL.x, TEXT)));
	return HEADER_ROW + rows.slice(1).reduce((sum, row) => sum + bodyRow(row), 0);
}

function blockHeight(block: string, width: number): number {
	const lines = block.split('\n');
	const [first = ''] = lines;
	if (first.startsWith('|')) return tableHeight(lines, width);
	if (LIST_ITEM.test(first)) return lines.reduce((sum, item) => sum + itemHeight(item, width), 0);
	const [, level = '', heading = ''] = /^(#+) (.*)$/.exec(first) ?? [];
	const style = HEADINGS[level];
	return style === undefined ? textHeight(block, width, TEXT) : textHeight(heading, width, style);
}

/** Estimated height that the Markdown of a sticky note needs, in pixels. */
export function estimateNoteHeight(content: string, width: number): number {
	const blocks = content
		.replace(/^(#+ .*)\n/gm, '$1\n\n')
		.split(/\n{2,}/)
		.filter((block) => block.trim() !== '');
	return blocks.reduce((height, block) => height + blockHeight(block, width - PADDING.x) + BLOCK_MARGIN, PADDING.y);
}
