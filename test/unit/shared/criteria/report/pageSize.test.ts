import { renderReport } from '../../../../../nodes/shared/criteria/report/html';
import type { Outcome } from '../../../../../nodes/shared/criteria/types';
import { HtmlPage } from '../../../../support/htmlPage';
import { evaluation, lead, reportOf } from './leads';

describe('the size of the page', () => {
	const OUTCOMES = ['accept', 'qa', 'reject'] as const;
	const pick = (index: number): Outcome => OUTCOMES[index % 3] ?? 'qa';

	it.each(['"', '&', '<', '🏡', '\u202e', '\u0301'])(
		'is below 300 kB with more groups, variants and rules than are shown, all called %p',
		(character) => {
			const name = (index: number): string => `${character.repeat(60)}${String(index).padStart(6, '0')}`;
			const variants = Array.from({ length: 105 }, (_, index) => ({ name: name(index), threshold: index / 105 }));
			const leads = Array.from({ length: 250 }, (_, index) => {
				const [rule, source] = [name(index), index % 2 ? 'unknown' : 'no_result'];
				const byOutcome = OUTCOMES.map((outcome) => evaluation(outcome, { rule, codes: rule, source }));
				return lead('qa', {
					group: rule,
					comparedWith: { outcome: pick(index), rule },
					known: index % 2 ? 'bad' : 'good',
					sandbox: true,
					evaluations: variants.flatMap((_variant, variant) => byOutcome[(index + variant * index) % 3] ?? []),
				});
			});
			const text = renderReport(
				reportOf(leads, {
					title: name(0),
					policy: name(0),
					variants,
					comparison: { source: 'policy', name: name(0) },
					groupBy: name(0),
					known: { field: name(0), goodValues: variants.map((variant) => variant.name), badValues: [] },
					costPerLead: 1e300,
					costPerLookup: 1e-300,
					createdAt: name(0),
					mainVariant: 1,
				}),
			);
			expect(Buffer.byteLength(text)).toBeGreaterThan(100_000);
			expect(Buffer.byteLength(text)).toBeLessThan(300_000);
			expect(new HtmlPage(text).errors).toEqual([]);
		},
	);

	it('stays the same however many groups there are', () => {
		const withGroups = (count: number): number => {
			const leads = Array.from({ length: count }, (_, index) => lead('accept', { group: `campaign ${10_000 + index}` }));
			return Buffer.byteLength(renderReport(reportOf(leads, { groupBy: 'campaign' })));
		};
		expect(withGroups(10_000) - withGroups(1_000)).toBeLessThan(100);
	});
});
