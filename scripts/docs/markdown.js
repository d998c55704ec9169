const cell = (text) => String(text).replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();

/** A table in Markdown. */
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** Inline code; empty text stays empty. */
const code = (text) => (text === '' ? '' : `\`${text}\``);

const json = (value) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;

const BLOCK = /(<!-- ([a-z-]+) -->\n)[\s\S]*?(<!-- \/\2 -->)/g;

/** Names of the generated blocks of a page. */
const blockNames = (page) => [...page.matchAll(BLOCK)].map(([, , name]) => name);

/**
 * A page with the content of every generated block written again.
 *
 * @param {string} page Markdown
 * @param {Record<string, () => string>} blocks content by name
 * @throws {Error} for a block that nothing is written for
 */
const fillBlocks = (page, blocks) =>
	page.replace(BLOCK, (_, open, name, close) => {
		if (blocks[name] === undefined) throw new Error(`No block is called ${name}`);
		return `${open}${blocks[name]()}\n${close}`;
	});

module.exports = { blockNames, code, fillBlocks, json, table };
