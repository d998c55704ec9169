import { sleep, type INode } from 'n8n-workflow';
import type { Editor } from './editor';

const FOLDER = '.cache/screenshots';

/** A front page that loads slowly is not read. */
const MOST_BYTES = 300_000;

/** Of the mouse's wheel, in pixels and milliseconds. */
const TURN = 40;
const TURNS = 60;
const PAUSE = 50;
const NEAR = 60;

/** Of a node and the texts below it on the canvas, in pixels. */
const NODE = 100;
const LABEL = 60;
/** So long the canvas moves until all of it is in sight, in milliseconds. */
const SETTLES = 600;

/** The neighbours' icons, which stand half outside an open panel. */
const STYLE = '[data-test-id="floating-nodes"] { visibility: hidden }';

type Part = 'window' | 'panel' | 'parameters and output';

/** The open panel without its heading and its input. */
async function besideInput({ page }: Editor) {
	const parameters = await page.locator('[data-test-id="ndv"] [data-test-id="node-parameters"]').boundingBox();
	const output = await page.locator('[data-test-id="output-panel"]').boundingBox();
	if (parameters === null || output === null) throw new Error('No panel is open');
	return { x: parameters.x, y: output.y, width: output.x + output.width - parameters.x, height: output.height };
}

/** Takes a picture, with no toast on it and the pointer on nothing. */
export async function takePicture(editor: Editor, name: string, part: Part): Promise<void> {
	await editor.dismissToasts();
	await editor.page.mouse.move(0, 0);
	const options = { path: `${FOLDER}/${name}.png`, animations: 'disabled', style: STYLE } as const;
	const picture =
		part === 'panel'
			? await editor.page.locator('[data-test-id="ndv"]').screenshot(options)
			: await editor.page.screenshot({ ...options, ...(part === 'window' ? {} : { clip: await besideInput(editor) }) });
	expect(picture.length).toBeLessThan(MOST_BYTES);
}

/** For the pictures of whole workflows: the editor's own controls, and the dots that the canvas has as its background. */
const CANVAS_STYLE = `
	.vue-flow__background, .vue-flow__panel, [class*="nodeButtonsWrapper"], [class*="nodeButtonsWrapper"] *,
	[data-test-id="execute-workflow-button"], [data-test-id="execute-workflow-button"] *,
	[aria-label="Select trigger node"], [aria-label="Select trigger node"] * { visibility: hidden !important }
`;
/** Of the editor's tabs that lie over the top of the canvas, in pixels. */
const TABS = 20;
const CANVASES = '.cache/canvases';
const CANVAS_WIDTH = 800;
const CANVAS_MOST_BYTES = 100_000;
const MARGIN = 40;

/** Width and height of all nodes and notes together, in pixels of the canvas. */
function extentOf(nodes: INode[]): { width: number; height: number } {
	const boxes = nodes.map(({ position: [x, y], parameters }) => [
		x,
		y,
		x + Number(parameters.width ?? NODE),
		y + Number(parameters.height ?? NODE + LABEL),
	]);
	const [left, top, right, bottom] = [0, 1, 2, 3].map((side) => (side < 2 ? Math.min : Math.max)(...boxes.map((box) => box[side] ?? 0)));
	return { width: (right ?? 0) - (left ?? 0) + MARGIN, height: (bottom ?? 0) - (top ?? 0) + MARGIN };
}

/** Takes a picture of the whole open workflow, in the proportions of what is on its canvas. */
export async function takeCanvas(editor: Editor, name: string, nodes: INode[]): Promise<void> {
	const { page } = editor;
	const canvas = page.locator('[data-test-id="canvas"]');
	const { width, height } = extentOf(nodes);
	const window = page.viewportSize() ?? { width: 0, height: 0 };
	const shown = (await canvas.boundingBox()) ?? window;
	await page.setViewportSize({
		width: window.width - shown.width + CANVAS_WIDTH,
		height: window.height - shown.height + Math.round((CANVAS_WIDTH * height) / width),
	});
	await page.locator('[data-test-id="zoom-to-fit"]').click();
	await editor.dismissToasts();
	await page.mouse.move(0, 0);
	await sleep(SETTLES);
	const { x, y, ...size } = (await canvas.boundingBox()) ?? { x: 0, y: 0, ...window };
	const clip = { x, y: y + TABS, width: size.width, height: size.height - TABS };
	const picture = await page.screenshot({ path: `${CANVASES}/${name}.png`, animations: 'disabled', style: CANVAS_STYLE, clip });
	expect(picture.length).toBeLessThan(CANVAS_MOST_BYTES);
}

/** Moves the parameters of the open panel to the left by so many pixels, which gives the output more room. */
export async function makeRoom(editor: Editor, pixels: number): Promise<void> {
	const { mouse } = editor.page;
	const handle = editor.page.locator('[data-test-id="panel-drag-button"]');
	await handle.hover();
	const { x = 0, y = 0 } = (await handle.boundingBox()) ?? {};
	await mouse.down();
	await mouse.move(x - pixels, y, { steps: 10 });
	await mouse.up();
}

/** Folds up an object of the output, shown as a schema. */
export async function fold(editor: Editor, field: string): Promise<void> {
	const item = editor.page.locator('[data-test-id="output-panel"] [data-test-id="run-data-schema-item"]');
	await item
		.filter({ has: editor.page.locator(`[data-name="${field}"][data-depth="0"]`) })
		.locator('.toggle')
		.click();
}

/** Scrolls the output, shown as JSON, until this field stands at its top; n8n renders no more lines than are in sight. */
export async function scrollTo(editor: Editor, field: string): Promise<void> {
	const output = editor.page.locator('[data-test-id="output-panel"] [data-test-id="ndv-data-container"]');
	const top = (await output.boundingBox())?.y ?? 0;
	const line = output.getByText(`"${field}"`, { exact: true });
	await output.hover();
	for (let turns = 0; turns < TURNS; turns++) {
		const place = (await line.count()) === 0 ? undefined : (await line.first().boundingBox())?.y;
		if (place !== undefined && place < top + NEAR) return;
		await editor.page.mouse.wheel(0, TURN);
		await sleep(PAUSE);
	}
}
