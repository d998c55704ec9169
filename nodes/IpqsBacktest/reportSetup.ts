import type { ReportSetup } from '../shared/criteria/report/types';
import type { Policy } from '../shared/criteria/types';
import { describePolicy, policyNameOf } from './describePolicy';
import type { BacktestSettings } from './backtestSettings';
import { nameVariants } from './variants';

/** Stands for the name of policies that differ between leads. */
const PER_LEAD = 'Policy per lead';

function titleOf(name: string, { variants }: BacktestSettings): string {
	const thresholds = variants.flatMap(({ threshold }) => threshold ?? []);
	const [lowest, highest] = [thresholds[0], thresholds.at(-1)];
	if (lowest === undefined) return variants.length === 1 ? name : `${name} and the presets`;
	return lowest === highest ? `${name} at ${lowest}` : `${name} at ${lowest} to ${highest}`;
}

/**
 * What the report says it was asked to do.
 *
 * @param policy undefined if it differs between leads
 * @param comparedPolicy name of the other policy to compare with
 * @param createdAt ISO 8601
 */
export function toReportSetup(
	settings: BacktestSettings,
	policy: Policy | undefined,
	comparedPolicy: string | null,
	createdAt: string,
): ReportSetup {
	const name = policy === undefined ? PER_LEAD : policyNameOf(policy);
	const { compareWith, groupBy, known, costPerLead, costPerLookup } = settings;
	return {
		title: titleOf(name, settings),
		policy: policy === undefined ? PER_LEAD : describePolicy(policy),
		variants: nameVariants(settings.variants, name),
		comparison:
			compareWith === 'nothing'
				? null
				: compareWith === 'decision'
					? { source: 'decision' }
					: { source: 'policy', name: comparedPolicy ?? 'the other policy' },
		groupBy,
		known,
		costPerLead,
		costPerLookup,
		createdAt,
	};
}
