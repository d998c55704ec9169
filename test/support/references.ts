/** What a document refers to: headings, links, paths, commands and examples. */

const FENCE = /^(```|~~~)[\s\S]*?^\1/gm;

const withoutFences = (page: string): string => page.replace(FENCE, '');

/** Text of a heading as GitHub makes an anchor of it. */
const slug = (heading: string): string =>
	heading
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replace(/\s/g, '-');

/** Anchors of a page's headings; a repeated heading gets a number. */
export function anchorsOf(page: string): string[] {
	const slugs = [...withoutFences(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => slug(heading));
	return slugs.map((one, index) => {
		const earlier = slugs.slice(0, index).filter((other) => other === one).length;
		return earlier === 0 ? one : `${one}-${earlier}`;
	});
}

/** Targets of links and pictures. */
export const linksOf = (page: string): string[] => [...withoutFences(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

/** The file and the anchor that a link leads to, from the root; undefined for other sites. */
export function resolveLink(target: string, from: string, repository: string): { file: string; anchor: string } | undefined {
	const inRepository = target.startsWith(repository) ? target.slice(repository.length).replace(/^\/(?:blob|tree)\/[^/]+\//, '') : undefined;
	if (inRepository === undefined && /^[a-z]+:/.test(target)) return undefined;
	// Other pages of the repository's site, such as its issues.
	if (inRepository?.startsWith('/')) return undefined;
	const [path = '', anchor = ''] = (inRepository ?? target).split('#');
	if (inRepository !== undefined) return { file: path === '' ? 'README.md' : path, anchor };
	if (path === '') return { file: from, anchor };
	const steps = [...from.split('/').slice(0, -1), ...path.split('/')];
	const resolved = steps.reduce<string[]>(
		(taken, step) => (step === '..' ? taken.slice(0, -1) : step === '.' ? taken : [...taken, step]),
		[],
	);
	return { file: resolved.join('/').replace(/\/$/, ''), anchor };
}

const FILE = /\.(?:ts|js|mjs|json|md|yml|png|svg)$/;

/** `a/{b,c}.ts` as `a/b.ts` and `a/c.ts`. */
function expandBraces(path: string): string[] {
	const [whole, choices] = /\{([^{}]*)\}/.exec(path) ?? [];
	if (whole === undefined || choices === undefined) return [path];
	return choices.split(',').flatMap((choice) => expandBraces(path.replace(whole, () => choice)));
}

/** Inline code that names a file or folder of the repository, `tops` being the names at its root. */
export const pathsNamedIn = (page: string, tops: readonly string[]): string[] =>
	[...withoutFences(page).matchAll(/`([\w@.][\w@.<>*{},/-]*)`/g)]
		.flatMap(([, text = '']) => expandBraces(text))
		.filter((text) => !text.startsWith('dist/') && (FILE.test(text) || (text.includes('/') && tops.includes(text.split('/', 1)[0] ?? ''))));

/**
 * Whether a path exists. `*` and `<name>` stand for one step, `**` for any number; a path that does not
 * begin at the root may begin in any folder.
 */
export function exists(named: string, paths: readonly string[]): boolean {
	const pattern = named
		.replace(/\/$/, '')
		.replace(/[.]/g, '\\.')
		.replace(/\*\*\/|\*|<[^>]*>/g, (wildcard) => (wildcard === '**/' ? '(?:.*/)?' : '[^/]*'));
	const matcher = new RegExp(`(?:^|/)${pattern}$`);
	return paths.some((path) => matcher.test(path));
}

/** Names of the npm scripts that a page tells people to run. */
export const commandsIn = (page: string): string[] =>
	[...page.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);

/** JSON examples of a page, parsed. */
export const examplesIn = (page: string): unknown[] =>
	[...page.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, text = '']): unknown => JSON.parse(text));

export const wordsIn = (page: string): number => page.split(/\s+/).filter((word) => word !== '').length;
