import { runByHand } from './support/execution';
import { n8n } from './support/n8n';
import { openReport, reportOf, type Look } from './support/report';

const LOOKS: Look[] = [
	{ width: 390, colorScheme: 'light', media: 'screen' },
	{ width: 390, colorScheme: 'dark', media: 'screen' },
	{ width: 1280, colorScheme: 'light', media: 'screen' },
	{ width: 1280, colorScheme: 'dark', media: 'screen' },
	{ width: 1280, colorScheme: 'light', media: 'print' },
];

describe.each([
	['back-test.json', 'Test Policy'],
	['weekly-scorecard.json', 'Score Sources'],
])('the report of %s', (file, node) => {
	let html: string;

	beforeAll(async () => {
		const execution = await runByHand(n8n.readExample(file));
		expect(execution.error).toBeUndefined();
		html = await reportOf(execution.items(node)[0]);
	});

	it.each(LOOKS)('opens at $width pixels, $colorScheme, for $media, and loads nothing else', async (look) => {
		const { browser, page, requests } = await openReport(html, look);
		const { scrollWidth, background } = await page.evaluate<{ scrollWidth: number; background: string }>(
			'({ scrollWidth: document.documentElement.scrollWidth, background: getComputedStyle(document.body).backgroundColor })',
		);
		await page.screenshot({
			path: `.cache/reports/${node.toLowerCase().replace(' ', '-')}-${look.width}-${look.media === 'print' ? 'print' : look.colorScheme}.png`,
			fullPage: true,
		});
		const charts = await page.locator('svg').count();
		await browser.close();
		expect(requests).toEqual([]);
		expect(charts).toBeGreaterThan(0);
		expect(scrollWidth).toBeLessThanOrEqual(look.width);
		expect(background).not.toBe('');
	});
});
