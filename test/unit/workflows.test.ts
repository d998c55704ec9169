import { documents, paths } from '../support/documents';
import { examples } from '../support/workflows';
import type { ExampleNode } from '../support/examples';
import { estimateNoteHeight } from '../support/stickyNote';

/** Size of a node on the canvas in pixels, with three outputs and its name. A note below it also needs room for its subtitle. */
const NODE_SIZE = { width: 100, height: 100 + 32 + 44 };
const SUBTITLE = 16;

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

const isNote = ({ type }: ExampleNode) => type === 'n8n-nodes-base.stickyNote';

const boxOf = (node: ExampleNode): Box => {
	const { width, height } = isNote(node) ? (node.parameters as typeof NODE_SIZE) : NODE_SIZE;
	const [left = 0, top = 0] = node.position;
	return { name: node.name, left, top, right: left + width, bottom: top + height };
};

const overlap = (one: Box, other: Box): boolean =>
	one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const overlaps = (boxes: Box[]): string[] =>
	boxes.flatMap((one, index) => boxes.slice(index + 1).flatMap((other) => (overlap(one, other) ? [`${one.name} and ${other.name}`] : [])));

const covered = (notes: Box[], boxes: Box[]): string[] =>
	notes.flatMap((note) =>
		boxes.flatMap((box) => (overlap(note, { ...box, bottom: box.bottom + SUBTITLE }) ? [`${note.name} covers ${box.name}`] : [])),
	);

const targetsOf = (connections: object): string[] =>
	Object.values(connections as Record<string, Record<string, Array<Array<{ node: string }> | null>>>).flatMap((kinds) =>
		Object.values(kinds).flatMap((outputs) => outputs.flatMap((edges) => (edges ?? []).map(({ node }) => node))),
	);

/** Headings of workflows/README.md, by how the names of the examples below them begin. */
const GROUPS: Record<string, string> = { Source: 'Sources', Target: 'Targets', Policy: 'Policies', Operation: 'Operations' };

/** The part of workflows/README.md below one of these headings. */
const groupText = (heading: string): string =>
	(documents['workflows/README.md'] ?? '').split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';

/** Templates have nodes that need an account, and are small enough to read. */
const isTemplate = (nodes: ExampleNode[]): boolean => nodes.some(({ disabled }) => disabled);

describe.each(examples)('the example %s', (file, { name, nodes, connections, pinData = {} }) => {
	const text = JSON.stringify({ nodes, pinData });

	it('can be imported: unique IDs, no credentials, nothing of the instance it comes from', () => {
		const ids = nodes.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(nodes.filter((node) => 'credentials' in node)).toEqual([]);
		expect(text).not.toContain('instanceId');
		expect(name).toMatch(/^[A-Z]/);
	});

	it('is named by its group in workflows/README.md, which shows its canvas', () => {
		const group = groupText(GROUPS[name.split(': ')[0] ?? ''] ?? '');
		const picture = `pictures/${file.replace('.json', '.png')}`;
		expect([group.includes(`](${file})`), group.includes(`](${picture})`), paths.includes(`workflows/${picture}`)]).toEqual([
			true,
			true,
			true,
		]);
	});

	it('is small, and says in one note what to change, if it has deactivated nodes', () => {
		const steps = nodes.filter((node) => !isNote(node));
		const guides = nodes.filter((node) => node.name === 'Three Things to Change');
		if (!isTemplate(nodes)) return;
		expect(steps.length).toBeGreaterThanOrEqual(5);
		expect(steps.length).toBeLessThanOrEqual(9);
		expect(guides.map(({ parameters }) => (parameters as { content: string }).content.match(/^\d\./gm))).toEqual([['1.', '2.', '3.']]);
	});

	it('connects and pins nodes that exist', () => {
		const names = new Set(nodes.map((node) => node.name));
		expect([...Object.keys(connections), ...targetsOf(connections), ...Object.keys(pinData)].filter((node) => !names.has(node))).toEqual(
			[],
		);
		expect(names.size).toBe(nodes.length);
	});

	it('uses the sandbox for every lookup, and continues after a failed one', () => {
		const lookups = nodes.filter(({ type }) => /^n8n-nodes-ipqs\.ipqs(PhoneValidation)?(Tool)?$/.test(type));
		expect(nodes.filter(({ type }) => type.startsWith('n8n-nodes-ipqs.'))).not.toEqual([]);
		for (const lookup of lookups)
			expect(lookup).toMatchObject({ onError: 'continueRegularOutput', parameters: { authentication: 'sandbox' } });
	});

	it('contains only fictional and impossible numbers', () => {
		const bare = text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');
		const numbers = bare.match(/[\d(][\d\s().-]{8,}\d/g) ?? [];
		const possible = numbers.map((number) => number.replace(/\D/g, '')).filter((digits) => digits.length >= 10);
		expect(possible.filter((digits) => !/^1?\d{3}55501\d\d$|^447700900\d{3}$/.test(digits))).toEqual([]);
	});

	it('has notes that are high enough for their text', () => {
		const notes = nodes
			.filter(isNote)
			.map((note) => ({ note: note.name, ...(note.parameters as { content: string; width: number; height: number }) }));
		expect(notes.filter(({ content, width, height }) => estimateNoteHeight(content, width) > height)).toEqual([]);
	});

	it('has notes, and nothing on the canvas overlaps', () => {
		const notes = nodes.filter(isNote).map(boxOf);
		const others = nodes.filter((node) => !isNote(node)).map(boxOf);
		expect(notes).not.toEqual([]);
		expect([...overlaps(notes), ...overlaps(others), ...covered(notes, others)]).toEqual([]);
	});
});
