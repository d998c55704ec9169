import { html, type Markup } from './markup';

const INTEGER = new Intl.NumberFormat('en-US');
const MONEY = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const DECIMAL = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });
const SCIENTIFIC = new Intl.NumberFormat('en-US', { notation: 'scientific', maximumFractionDigits: 2 });

/** Shown for what is not known, or has no denominator. */
export const NOT_KNOWN = '–';

/** "12,345" */
export const formatInteger = (value: number): string => INTEGER.format(value);

/** The form of a word that goes with a number. */
export const pluralize = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** "1 lead", "2,000 leads" */
export const formatLeads = (count: number): string => `${formatInteger(count)} ${pluralize(count, 'lead', 'leads')}`;

/** Whole percent. What is not all or nothing is never shown as such. */
export function formatPercent(rate: number | null): string {
	if (rate === null) return NOT_KNOWN;
	if (rate > 0 && rate < 0.005) return '<1%';
	if (rate < 1 && rate >= 0.995) return '>99%';
	return `${Math.round(rate * 100)}%`;
}

/** "320" with "64%" in small type. */
export const formatCountAndShare = (count: number, whole: number): Markup =>
	html`${formatInteger(count)} <small>${formatPercent(whole === 0 ? null : count / whole)}</small>`;

const isExtreme = (value: number): boolean => Math.abs(value) >= 1e12 || (value !== 0 && Math.abs(value) < 1e-6);

/** A sum with cents, without a currency: costs are entered without one. */
export function formatMoney(value: number | null): string {
	if (value === null || !Number.isFinite(value)) return NOT_KNOWN;
	return (Math.abs(value) >= 1e12 ? SCIENTIFIC : MONEY).format(value);
}

/** A number as it was entered, such as "0.0012". */
export const formatDecimal = (value: number): string => (isExtreme(value) ? SCIENTIFIC : DECIMAL).format(value);

/** A position or size in an SVG chart, as a percentage of its width or height. */
export const toPosition = (share: number): string => `${Math.round(share * 1_000) / 10}%`;

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** "25 November 2026 at 18:20 UTC"; text that is no date as it is. */
export function formatDate(iso: string): string {
	const time = Date.parse(iso);
	return Number.isNaN(time) ? iso : `${DATE.format(time)} UTC`;
}
