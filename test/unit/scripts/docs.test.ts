import { blockNames, fillBlocks } from '../../../scripts/docs/markdown';
import { policyMembers } from '../../../scripts/docs/policyMembers';
import { blocks, documents, linkingFiles, paths, repository, scripts, source } from '../../support/documents';
import { anchorsOf, commandsIn, examplesIn, exists, linksOf, pathsNamedIn, resolveLink, wordsIn } from '../../support/references';

const MAX_README_WORDS = 1_500;

const pages = Object.entries(documents);

/** Why a link leads nowhere, if so. */
function deadLink(target: string, from: string): string[] {
	const resolved = resolveLink(target, from, repository);
	if (resolved === undefined) return [];
	const { file, anchor } = resolved;
	if (!paths.includes(file)) return [`${target}: no such file`];
	return anchor === '' || anchorsOf(documents[file] ?? '').includes(anchor) ? [] : [`${target}: no such heading`];
}

describe('the blocks that npm run docs writes', () => {
	it.each(pages)('are current in %s', (_file, page) => {
		expect(page).toBe(fillBlocks(page, blocks));
	});

	it('are each on one page', () => {
		expect(pages.flatMap(([, page]) => blockNames(page)).sort()).toEqual(Object.keys(blocks).sort());
	});

	it('are written again where one is out of date', () => {
		const outdated = '<!-- failures -->\n<!-- /failures -->';
		expect(fillBlocks(outdated, blocks)).toContain('rate_limited');
	});

	it('are refused under a name that nothing is written for', () => {
		expect(() => fillBlocks('<!-- nonsense -->\n<!-- /nonsense -->', blocks)).toThrow('nonsense');
	});
});

describe('the documents', () => {
	it.each(pages)('%s links only to files and headings that exist', (file, page) => {
		expect(linksOf(page).flatMap((target) => deadLink(target, file))).toEqual([]);
	});

	it.each(pages)('%s names only paths that exist', (_file, page) => {
		const tops = paths.filter((path) => !path.includes('/'));
		expect(pathsNamedIn(page, tops).filter((path) => !exists(path, paths))).toEqual([]);
	});

	it('have each path of several in braces checked', () => {
		const named = pathsNamedIn('Tests: `test/{unit,nowhere}/labels.test.ts`', ['test']);
		expect(named).toEqual(['test/unit/labels.test.ts', 'test/nowhere/labels.test.ts']);
		expect(named.map((path) => exists(path, paths))).toEqual([true, false]);
	});

	it.each(pages)('%s names only commands that exist', (_file, page) => {
		expect(commandsIn(page).filter((name) => !scripts.includes(name))).toEqual([]);
	});

	it('are linked from another one, so that each can be found', () => {
		const linked = new Set(pages.flatMap(([file, page]) => linksOf(page).map((target) => resolveLink(target, file, repository)?.file)));
		expect(Object.keys(documents).filter((file) => file !== 'README.md' && !linked.has(file))).toEqual([]);
	});

	it('have the headings that the editor links to', () => {
		const links = Object.values(linkingFiles).flatMap((text) => [...text.matchAll(/https:[^'"\s]+/g)].map(([link]) => link));
		expect(links.filter((link) => link.startsWith(repository)).length).toBeGreaterThan(0);
		expect(links.filter((link) => !link.endsWith('#readme')).flatMap((link) => deadLink(link, 'README.md'))).toEqual([]);
	});
});

describe('the README', () => {
	const readme = documents['README.md'] ?? '';

	it(`has at most ${MAX_README_WORDS} words`, () => {
		expect(wordsIn(readme)).toBeLessThanOrEqual(MAX_README_WORDS);
	});

	it('has the headings that reviewers of community nodes look for', () => {
		expect(anchorsOf(readme)).toEqual(
			expect.arrayContaining(['installation', 'credentials', 'compatibility', 'resources', 'version-history', 'license']),
		);
	});
});

describe('the examples of policies in JSON', () => {
	const examples = pages
		.flatMap(([, page]) => examplesIn(page))
		.filter((example): example is object => typeof example === 'object' && example !== null);

	it('are valid policies', () => {
		const policies = examples.filter((example) => 'preset' in example || 'rules' in example);
		expect(policies.length).toBeGreaterThan(3);
		expect(policies.flatMap((policy) => source.issuesOf(policy))).toEqual([]);
	});

	it('have valid conditions', () => {
		const inTable = [...(blocks.operators?.() ?? '').matchAll(/`(\{.*\})`/g)].map(([, text = '']): unknown => JSON.parse(text));
		const conditions = [...inTable, ...examples.filter((example) => 'operator' in example)];
		expect(conditions.length).toBeGreaterThan(14);
		const policy = {
			rules: conditions.map((condition) => ({
				conditions: [condition],
				action: 'qa',
			})),
			fraudThreshold: 85,
		};
		expect(source.issuesOf(policy).filter(({ path }) => path[0] === 'rules')).toEqual([]);
	});
});

describe('the tables about decisions and failures', () => {
	it('have the codes of decisions without a rule', () => {
		const codes = blocks['decision-codes']?.() ?? '';
		for (const code of ['NO_RULE', 'LOOKUP_FAILED', 'EMAIL_LOOKUP_FAILED', 'NO_RESULT', 'BAD_POLICY'])
			expect(codes).toContain(`\`${code}\``);
		for (const code of ['NUMBER_MISSING', 'NUMBER_UNREADABLE', 'COUNTRY_MISSING', 'EMAIL_MISSING', 'IP_MISSING']) {
			expect(codes).toContain(`\`${code}\``);
		}
	});

	it('have what decides without a rule', () => {
		for (const source of ['failed_lookup', 'unusable_number', 'no_result'])
			expect(blocks['decision-sources']?.()).toContain(`\`${source}\``);
	});

	it('say which reasons do not stop the node', () => {
		const rows = (blocks.failures?.() ?? '').split('\n').filter((row) => row.endsWith('| no |'));
		const reasons = rows.map((row) => /`(\w+)`/.exec(row)?.[1]);
		expect(reasons).toEqual(expect.arrayContaining(['phone_missing', 'max_lookups', 'daily_limit', 'credits_reserved', 'cancelled']));
		expect(reasons).not.toContain('unavailable');
	});
});

describe('the members of a policy', () => {
	const condition = { field: 'valid', operator: 'isFalse', nonsense: true };
	const rule = { conditions: [condition], action: 'qa', nonsense: true };
	const issues = source.issuesOf({
		nonsense: true,
		rules: [rule],
		overrides: { a: { nonsense: true } },
	});

	const members = policyMembers(source);
	const kinds = [
		['policy', 'nonsense'],
		['override', 'overrides.a.nonsense'],
		['rule', 'rules.0.nonsense'],
		['condition', 'rules.0.conditions.0.nonsense'],
	] as const;

	/** Names that the message about an unknown member lists. */
	const membersAt = (path: string): string[] => {
		const { message = '' } = issues.find((issue) => issue.path.join('.') === path) ?? {};
		return message.slice(message.lastIndexOf(' Use ') + 5).split(/, | or /);
	};

	it.each(kinds)('are all documented: %s', (kind, path) => {
		const documented = members[kind].map(([name]) => name);
		expect(documented.sort()).toEqual(membersAt(path).sort());
	});
});
