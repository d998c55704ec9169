/** What a node takes up on the canvas, in pixels: with three outputs, its name and its subtitle. */
const NODE_WIDTH = 100;
const NODE_HEIGHT = 100 + 32 + 60;

interface Placed {
	name: string;
	type: string;
	position: number[];
	parameters: object;
}

/** Which sticky notes of a workflow lie over a node or its name, as sentences. */
export function coveredNodes(nodes: Placed[]): string[] {
	const notes = nodes.flatMap(({ name, position: [x = 0, y = 0], parameters }) =>
		'width' in parameters && 'height' in parameters
			? [{ name, left: x, top: y, right: x + Number(parameters.width), bottom: y + Number(parameters.height) }]
			: [],
	);
	return notes.flatMap((note) =>
		nodes
			.filter(({ type }) => !type.endsWith('.stickyNote'))
			.filter(
				({ position: [x = 0, y = 0] }) => note.left < x + NODE_WIDTH && note.right > x && note.top < y + NODE_HEIGHT && note.bottom > y,
			)
			.map((node) => `${note.name} covers ${node.name}`),
	);
}
