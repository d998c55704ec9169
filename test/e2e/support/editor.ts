import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { n8n } from './n8n';

const SLOW = 30_000;
/** So long n8n may take to suggest something, in ms; often it does not. */
const SUGGESTS = 1_500;
const RUN = 40_000;
const TOAST = 1_000;

const id = (testId: string): string => `[data-test-id="${testId}"]`;

const MARKS = ['node-issues', 'parameter-issues', 'node-error-message', 'canvas-node-status-error'];

/**
 * What the editor itself asks in vain: before one signs in, who is signed in; and, for every community package, what npm knows of
 * it, which is not asked in a test.
 */
const N8N_OWN = [`${n8n.url}/rest/login`, 'https://registry.npmjs.org/'];

/** n8n's editor in a browser, as a person uses it. */
export class Editor {
	private constructor(
		private readonly browser: Browser,
		readonly page: Page,
		/** Errors that the browser's console showed, and errors that nothing caught. */
		readonly complaints: string[],
	) {}

	/** Opens the page on which one signs in. */
	static async open(viewport = { width: 1400, height: 900 }): Promise<Editor> {
		const browser = await chromium.launch({ executablePath: n8n.chromium, args: ['--no-sandbox', '--disable-gpu'] });
		const page = await browser.newPage({ viewport, colorScheme: 'light' });
		page.setDefaultTimeout(SLOW);
		const complaints: string[] = [];
		page.on('pageerror', ({ message }) => complaints.push(message));
		page.on('console', (message) => {
			const { url } = message.location();
			if (message.type() === 'error' && !N8N_OWN.some((own) => url.startsWith(own))) complaints.push(message.text());
		});
		await page.route(
			({ origin }) => origin !== n8n.url,
			async (route) => await route.abort(),
		);
		const editor = new Editor(browser, page, complaints);
		await page.goto(`${n8n.url}/signin`);
		return editor;
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	async signIn(): Promise<void> {
		await this.page.fill('input[name="emailOrLdapLoginId"]', n8n.owner.email);
		await this.page.fill('input[name="password"]', n8n.owner.password);
		await this.page.click(id('form-submit-button'));
		await this.page.waitForURL(({ pathname }) => pathname.startsWith('/home') || pathname.startsWith('/workflow'));
	}

	async openWorkflow(workflowId: string): Promise<void> {
		await this.page.goto(`${n8n.url}/workflow/${workflowId}`);
		await this.page.locator(id('canvas-node')).first().waitFor();
	}

	/** Opens another workflow without loading the editor again, as a click on a link in it does; waits for the node of this ID. */
	async switchWorkflow(workflowId: string, nodeId: string): Promise<void> {
		await this.page.evaluate(
			`history.pushState({}, '', '/workflow/${workflowId}'); dispatchEvent(new PopStateEvent('popstate', { state: {} }))`,
		);
		await this.page.locator(`.vue-flow__node[data-id="${nodeId}"]`).waitFor();
	}

	/** Begins a workflow with a trigger, by its title in the node panel. */
	async newWorkflow(trigger: string): Promise<void> {
		await this.page.goto(`${n8n.url}/workflow/new`);
		await this.page.locator(id('canvas-plus-button')).click();
		await this.page.getByText(trigger, { exact: true }).click();
		await this.page.locator(id('canvas-node')).waitFor();
	}

	/** Begins a workflow and imports a file into it, by the menu beside its name. */
	async importFile(path: string): Promise<void> {
		await this.page.goto(`${n8n.url}/workflow/new`);
		await this.page.locator(id('workflow-menu')).click();
		await this.page.locator(id('workflow-menu-item-import')).hover();
		const [chooser] = await Promise.all([
			this.page.waitForEvent('filechooser'),
			this.page.locator(id('workflow-menu-item-import-from-file')).click(),
		]);
		await chooser.setFiles(path);
		await this.page.locator(id('canvas-node')).first().waitFor();
	}

	/** Searches the node panel, and leaves it open. */
	async search(words: string): Promise<void> {
		await this.page.locator(id('node-creator-plus-button')).click();
		await this.page.locator(id('node-creator-search-bar')).fill(words);
	}

	/** The titles of what the node panel has found. */
	async found(): Promise<string[]> {
		const titles = (await this.page.locator(id('item-iterator-item')).allInnerTexts()).map((text) => text.split('\n')[0] ?? '');
		return titles.sort();
	}

	/** Adds what the node panel has found; its own panel opens. */
	async add(title: string): Promise<void> {
		await this.page.locator(id('item-iterator-item')).filter({ hasText: title }).click();
		await this.page.getByText('Add to workflow').click();
		await this.page.locator(id('ndv')).waitFor();
	}

	node(name: string): Locator {
		return this.page.locator(`${id('canvas-node')}[data-node-name="${name}"]`);
	}

	/** What stands at a node's outputs on the canvas, such as "Accept 1 item" where nothing is connected. */
	async labels(name: string): Promise<string[]> {
		return (await this.node(name).locator(id('canvas-node-output-handle')).allInnerTexts()).map((text) => text.trim().replace('\n', ' '));
	}

	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick({ position: { x: 30, y: 30 } });
		await this.page.locator(id('ndv')).waitFor();
	}

	async closeNode(): Promise<void> {
		await this.page.locator(id('ndv-close-button')).click();
		await this.page.locator(id('ndv')).waitFor({ state: 'detached' });
	}

	/** Pins items to the trigger whose panel is open. */
	async setMockData(items: object[]): Promise<void> {
		await this.page.getByText('set mock data').click();
		await this.page.locator('.cm-content:visible').first().click();
		await this.page.keyboard.press('ControlOrMeta+A');
		await this.page.keyboard.insertText(JSON.stringify(items, null, 2));
		await this.page.getByRole('button', { name: 'Save' }).click();
	}

	parameter(name: string): Locator {
		return this.page.locator(`${id('ndv')} div${id(`parameter-input-${name}`)}`);
	}

	/** Chooses from a menu of the open panel; the newest one where there are several of that name. */
	async pick(name: string, label: string): Promise<void> {
		await this.parameter(name).last().click();
		await this.page.getByRole('option').filter({ visible: true }).getByText(label, { exact: true }).click();
	}

	async type(name: string, text: string): Promise<void> {
		await this.parameter(name).last().locator('input').fill(text);
	}

	/** Empties a parameter that holds an expression: what is dragged there would be added to it. */
	async clearExpression(name: string): Promise<void> {
		await this.parameter(name).locator('.cm-content').click();
		await this.page.keyboard.press('ControlOrMeta+A');
		await this.page.keyboard.press('Delete');
	}

	async press(button: string): Promise<void> {
		await this.page.locator(id('ndv')).getByRole('button', { name: button }).last().click();
	}

	/** Makes a credential for the open panel: fills these fields, saves, and waits until it closes, as it does when its test has passed. */
	async addCredential(button: string, fields: Record<string, string>): Promise<void> {
		await this.press(button);
		const form = this.page.locator(id('editCredential-modal'));
		for (const [name, text] of Object.entries(fields)) await form.locator(`${id(`parameter-input-${name}`)} input`).fill(text);
		await form.getByRole('button', { name: 'Save' }).click();
		await form.waitFor({ state: 'detached' });
	}

	/** Drags a field of the input onto a parameter. */
	async map(field: string, name: string): Promise<void> {
		const { mouse } = this.page;
		await this.page.locator(id('run-data-schema-node-name')).getByText(field, { exact: true }).first().hover();
		await mouse.down();
		const target = this.parameter(name).first();
		// n8n shows what is dragged under the pointer, which Playwright takes for something in the way.
		await target.hover({ force: true, position: { x: 20, y: 10 } });
		await target.hover({ force: true });
		await mouse.up();
		await target.getByText(`$json.${field}`).first().waitFor();
		await this.leaveExpression(name);
	}

	/**
	 * While an expression's field has the focus, n8n may lay its suggestions over what stands below. They go when it loses the
	 * focus; where they come later than that, Escape takes them away as it does for a person.
	 */
	private async leaveExpression(name: string): Promise<void> {
		const suggestions = this.page.locator('.cm-tooltip-autocomplete').first();
		const content = this.parameter(name).first().locator('.cm-content');
		await suggestions.waitFor({ timeout: SUGGESTS }).catch(() => undefined);
		await content.blur();
		const gone = async (): Promise<void> => await suggestions.waitFor({ state: 'hidden', timeout: SUGGESTS });
		// Should they stay all the same, the next step tells whether they are in its way.
		await gone().catch(
			async () =>
				await content
					.press('Escape')
					.then(gone)
					.catch(() => undefined),
		);
	}

	/** Starts the workflow from the canvas. */
	async start(): Promise<void> {
		await this.dismissToasts();
		await this.page.locator(id('execute-workflow-button')).click();
	}

	/** Runs the workflow from the canvas to its end. */
	async execute(): Promise<void> {
		await this.start();
		await this.page.getByText('Workflow executed successfully').waitFor({ timeout: RUN });
	}

	async dismissToasts(): Promise<void> {
		const toasts = this.page.locator('.el-notification');
		while ((await toasts.count()) > 0) {
			// A toast may go by itself before it is clicked.
			await toasts
				.first()
				.locator('.el-notification__closeBtn')
				.click({ timeout: TOAST })
				.catch(() => undefined);
		}
	}

	/** The outputs of the open panel, such as "Accept Branch (1 item)". */
	async outputs(): Promise<string[]> {
		const tabs = this.page.locator(`${id('output-panel')} ${id('branches')} [data-test-id^="tab-"]`);
		return (await tabs.allInnerTexts()).map((text) => text.trim());
	}

	/** Shows what left by one output of the open panel. */
	async branch(output: string): Promise<void> {
		await this.page
			.locator(`${id('output-panel')} ${id('branches')}`)
			.getByText(`${output} Branch`)
			.click();
	}

	/** Shows the output of the open panel in this way. */
	async view(display: 'Schema' | 'Table' | 'JSON'): Promise<void> {
		await this.page.locator(`${id('output-panel')} ${id(`radio-button-${display.toLowerCase()}`)}`).click();
	}

	/** What the open panel says above its output. */
	async notices(): Promise<string[]> {
		return (await this.page.locator(id('node-hint')).allInnerTexts()).map((text) => text.trim());
	}

	/** What the open panel, or the canvas, marks as wrong. */
	async marks(): Promise<string[]> {
		const seen = await Promise.all(MARKS.map(async (mark) => await this.page.locator(id(mark)).filter({ visible: true }).count()));
		return MARKS.filter((_, index) => seen[index] !== 0);
	}
}
