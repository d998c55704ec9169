import type { IDataObject } from 'n8n-workflow';
import { createRandom } from './reportSample';

/** Sources of different size and quality: how many of 100 leads come up to each, and how many of those are bad. */
const SOURCES = [
	{ source: 'google', upTo: 40, bad: 0.08 },
	{ source: 'meta', upTo: 70, bad: 0.2 },
	{ source: 'newsletter', upTo: 78, bad: 0.05 },
	{ source: 'tiktok', upTo: 94, bad: 0.35 },
	{ source: 'partner', upTo: 100, bad: 0.5 },
];

const LIVE_LEAD = { active: true, risky: false, spammer: false, country: 'US', success: true };

/**
 * Made-up leads as a sheet has them after a month: result, decision at a threshold of 85, and for most of them how they turned out.
 * The same in every run.
 */
export function pastLeads(count: number): IDataObject[] {
	const random = createRandom(7);
	return Array.from({ length: count }, (_, index) => {
		const place = random() * 100;
		const { source, bad } = SOURCES.find(({ upTo }) => place < upTo) ?? { source: 'google', bad: 0.1 };
		const isBad = random() < bad;
		const fraud_score = Math.round(isBad ? 100 - 45 * random() ** 1.3 : 82 * random() ** 1.7);
		const valid = random() >= (isBad ? 0.1 : 0.01);
		const VOIP = random() < (isBad ? 0.3 : 0.08);
		const outcome = fraud_score >= 85 || !valid ? 'reject' : VOIP ? 'qa' : 'accept';
		// Most leads that were rejected were never called.
		const isKnown = random() < (outcome === 'reject' ? 0.3 : 0.85);
		return {
			phone: `+1201555${String(100 + (index % 100)).padStart(4, '0')}`,
			source,
			status: isKnown ? (isBad && random() < 0.92 ? 'returned' : 'sold') : '',
			decision: outcome,
			ipqs: {
				...LIVE_LEAD,
				fraud_score,
				valid,
				recent_abuse: isBad && fraud_score >= 95,
				VOIP,
				prepaid: false,
				line_type: VOIP ? 'VOIP' : 'Wireless',
				lookup: { status: 'ok', resource: 'phone', charged_attempts: 1, billable: true },
			},
		};
	});
}

/** Which threshold would have been best for them. */
export const WHICH_THRESHOLD = {
	preset: 'standard',
	variants: 'thresholds',
	thresholdList: '60-95/5',
	groupBy: 'source',
	knownField: 'status',
	goodValues: 'sold',
	badValues: 'returned',
	options: { costPerLead: 18, costPerLookup: 0.01 },
};
