import { ReportCollector } from '../../nodes/shared/criteria/report/collect';
import { selectGroups, toGroupName } from '../../nodes/shared/criteria/report/selectGroups';
import type { KnownResult, Report, ReportSetup, VariantEvaluation } from '../../nodes/shared/criteria/report/types';

interface SampleLead {
	readonly campaign: string | null;
	readonly score: number;
	readonly invalid: boolean;
	readonly voip: boolean;
	readonly prepaid: boolean | null;
	readonly failed: boolean;
	readonly known: KnownResult | null;
}

/** Names as they come from ad platforms and forms, some of them hostile. */
export const CAMPAIGNS = [
	'solar-tx',
	'solar-fl',
	'Medicare 65+ | Facebook | Lookalike 3% | Q4 retargeting without previous buyers (broad match) v12',
	'<b onmouseover="alert(1)">Home & Garden</b>',
	'تأمين السيارات',
	'\u202egnittes redro\u202c auto',
	'🏡 Roof "Repair" O’Brien',
	'tiktok_leads_20251101_20251130_adset_118273645501928374650192837465',
];

/** Numbers from 0 to 1, the same in every run (mulberry32). */
export function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function createLead(random: () => number): SampleLead {
	// Campaigns differ in size and in quality.
	const index = Math.floor(random() ** 1.6 * (CAMPAIGNS.length + 0.4));
	const isBad = random() < 0.12 + 0.05 * index;
	const score = Math.round(isBad ? 100 - 45 * random() ** 1.3 : 80 * random() ** 1.6);
	const invalid = random() < (isBad ? 0.12 : 0.01);
	return {
		campaign: CAMPAIGNS[index] ?? null,
		score,
		invalid,
		voip: random() < (isBad ? 0.3 : 0.08),
		prepaid: random() < 0.2 ? null : random() < 0.1,
		failed: random() < 0.02,
		// Leads with a high score were rejected at the time: hardly one was bought.
		known: random() > (invalid || score >= 85 ? 0.3 : 0.75) ? null : isBad && random() < 0.9 ? 'bad' : 'good',
	};
}

const POLICY = { name: 'Standard', hash: '9f2c41aa' };

/** Decides like the preset Standard, as far as the sample's fields go. */
function evaluateSample({ score, invalid, voip, prepaid, failed }: SampleLead, threshold: number): VariantEvaluation {
	if (failed) return { outcome: 'qa', source: 'failed_lookup', rule: null, codes: 'LOOKUP_FAILED', policy: POLICY };
	const hits = [
		{ applies: score >= threshold, outcome: 'reject', rule: 'Fraud Score', code: 'FRAUD_SCORE' },
		{ applies: invalid, outcome: 'reject', rule: 'Invalid Number', code: 'INVALID_NUMBER' },
		{ applies: voip, outcome: 'qa', rule: 'VOIP', code: 'VOIP' },
		{ applies: prepaid === true, outcome: 'qa', rule: 'Prepaid', code: 'PREPAID' },
	] as const;
	const matched = hits.filter(({ applies }) => applies);
	const [first] = matched;
	if (first === undefined) return { outcome: 'accept', source: 'default', rule: null, codes: '', policy: POLICY };
	return { outcome: first.outcome, source: 'rule', rule: first.rule, codes: matched.map(({ code }) => code).join(', '), policy: POLICY };
}

export const SAMPLE_SETUP: ReportSetup = {
	title: 'Standard at 70 to 90',
	policy: 'Standard, fraud threshold 85',
	variants: [70, 75, 80, 85, 90].map((threshold) => ({ name: `Threshold ${threshold}`, threshold })),
	mainVariant: 1,
	comparison: { source: 'decision' },
	groupBy: 'campaign',
	known: { field: 'status', goodValues: ['sold'], badValues: ['returned', 'fraud'] },
	costPerLead: 18,
	costPerLookup: 0.012,
	createdAt: '2025-11-25T18:20:00.000Z',
};

/** A report on made-up leads; decided at the time with a threshold of 85. */
export function sampleReport(setup: ReportSetup = SAMPLE_SETUP, leads = 500): Report {
	const random = createRandom(19);
	const sample = Array.from({ length: leads }, () => createLead(random));
	const names = sample.map(({ campaign }) => toGroupName(campaign));
	const collector = new ReportCollector(setup, setup.groupBy === null ? null : selectGroups(names));
	for (const [index, lead] of sample.entries()) {
		const earlier = random() < 0.03 ? null : evaluateSample(lead, 85);
		collector.add({
			group: names[index] ?? null,
			earlier,
			comparedWith: earlier,
			known: lead.known,
			chargedAttempts: lead.failed ? 0 : 1,
			sandbox: false,
			evaluations: setup.variants.map(({ threshold = 85 }) => evaluateSample(lead, threshold)),
		});
	}
	return collector.report();
}
