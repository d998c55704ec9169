import type { INodeExecutionData } from 'n8n-workflow';
import { chromium, type Browser, type Page } from 'playwright-core';
import { n8n } from './n8n';

/** The HTML of the report that an item carries, wherever n8n has put it. */
export async function reportOf(item: INodeExecutionData | undefined): Promise<string> {
	const file = item?.binary?.data;
	if (file === undefined) throw new Error('The item has no file');
	if (file.id === undefined) return Buffer.from(file.data, 'base64').toString('utf8');
	const query = new URLSearchParams({ id: file.id, action: 'download', fileName: file.fileName ?? '', mimeType: file.mimeType });
	const response = await fetch(`${n8n.url}/rest/binary-data?${query.toString()}`, { headers: { cookie: n8n.rest.cookie } });
	if (!response.ok) throw new Error(`n8n answers ${response.status}`);
	return await response.text();
}

export interface Look {
	width: number;
	colorScheme: 'light' | 'dark';
	media: 'screen' | 'print';
}

/** Opens a page in a browser of this look. */
export async function openReport(
	html: string,
	{ width, colorScheme, media }: Look,
): Promise<{ browser: Browser; page: Page; requests: string[] }> {
	const browser = await chromium.launch({ executablePath: n8n.chromium, args: ['--no-sandbox'] });
	const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	await page.emulateMedia({ media, colorScheme });
	await page.setContent(html);
	return { browser, page, requests };
}
