import { executionHints } from '../../../nodes/IpqsCriteria/executionHints';
import { RunStats } from '../../../nodes/IpqsCriteria/runStats';
import { compileCampaignPolicies } from '../../../nodes/shared/criteria/campaignPolicies';
import { extractResult } from '../../../nodes/shared/criteria/extractResult';
import { CLEAN, policyOf } from '../shared/criteria/evaluations';

const hintsUnder = (policy: unknown, campaign: string | null = null): string[] => {
	const stats = new RunStats();
	stats.add(
		compileCampaignPolicies(policyOf(policy))(campaign === null ? [] : [campaign]),
		{ phone: extractResult({ ipqs: CLEAN }, 'ipqs', 'phone') },
		'accept',
	);
	return executionHints(stats, { monitor: false, alwaysOutputData: false }).map(({ message }) => message);
};

const PICTURE = '<img src="https://example.com/?seen">';
const SHOWN = '&lt;img src="https://example.com/?seen"&gt;';

describe('a hint, which n8n renders as HTML, has escaped names', () => {
	it('of rules', () => {
		const conditions = [{ field: 'line_type', operator: 'equals', value: 'Mobil' }];
		expect(hintsUnder({ rules: [{ name: `A & B ${PICTURE}`, conditions, action: 'reject' }] })).toEqual([
			expect.stringContaining(`The rule 'A &amp; B ${SHOWN}' compares 'Line Type'`),
		]);
	});

	it('of a rule that can never match', () => {
		const conditions = [
			{ field: 'VOIP', operator: 'isTrue' },
			{ field: 'VOIP', operator: 'isFalse' },
		];
		expect(hintsUnder({ rules: [{ name: PICTURE, conditions, action: 'reject' }] })).toEqual([
			`The rule '${SHOWN}' can never match, because its conditions contradict each other`,
		]);
	});

	it('of policies and campaigns', () => {
		const policy = { name: PICTURE, preset: 'standard', defaultAction: 'qa', overrides: { [PICTURE]: { fraudThreshold: 70 } } };
		expect(hintsUnder(policy, PICTURE)).toEqual([expect.stringContaining(`under '${SHOWN}' for the campaign '${SHOWN}'`)]);
	});
});
