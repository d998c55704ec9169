const { code, table } = require('./markdown');

const SOURCES = {
	rule: 'A rule that matched',
	default: "No rule matched: 'When No Rule Matches'",
	unknown: 'A rule that depends on an unknown value',
	failed_lookup: "The lookup failed: 'When the Lookup Failed'",
	unusable_number: "The phone number is missing, unreadable or has no country: 'When the Number Is Unusable'",
	no_result: 'The item has no result that the policy uses, or no value to look up',
	bad_policy: 'The policy, or a setting, that the lead brings cannot be used',
};

/** @throws {Error} for a source without a meaning */
function meaningOf(source) {
	if (SOURCES[source] === undefined) throw new Error(`The source ${source} has no meaning`);
	return SOURCES[source];
}

const list = (codes) => codes.map(code).join(', ');

/** Blocks about `decision` of IPQS Criteria. */
const decisionBlocks = ({ decisionSources, codeOf, unknownCodeOf, codesWithoutRule }) => {
	const score = { field: 'fraud_score', operator: 'greaterOrEqual', value: 85 };
	const isTrue = (field) => ({ field, operator: 'isTrue' });
	const isFalse = (field) => ({ field, operator: 'isFalse' });
	const { noRule, failedLookup, failedLookups, unusableNumbers, missingValues, noResult, badPolicy } = codesWithoutRule;
	return {
		'decision-sources': () =>
			table(
				['`source`', 'What decided'],
				decisionSources.map((source) => [code(source), meaningOf(source)]),
			),
		'decision-codes': () =>
			table(
				['Code', 'Meaning'],
				[
					[
						`${list([codeOf(score), codeOf(isTrue('VOIP'))])}, …`,
						'A rule on this field matched. See the column "Code" of the [fields](#fields-you-can-judge)',
					],
					[`${list([codeOf(isFalse('valid')), codeOf(isFalse('active'))])}, \`NOT_…\``, 'A rule matched because the field is false'],
					[
						code(codeOf({ field: 'active_status', operator: 'equals', value: 'Phone Turned Off' })),
						'A rule matched because Active Status is Phone Turned Off',
					],
					[`${code(codeOf(score, isTrue('VOIP')))}, …`, 'A rule with several conditions matched: the codes of its fields, joined'],
					[
						`${list([unknownCodeOf('fraud_score'), unknownCodeOf('prepaid')])}, …`,
						'A rule could not be decided, because IPQS gave no value for this field; or a rule with Is Unknown matched',
					],
					[code(noRule), "No rule matched, and 'When No Rule Matches' is QA or Reject"],
					[code(failedLookup), 'The lookup of the phone number failed'],
					[list(failedLookups), 'The lookup of another value failed'],
					...unusableNumbers.map(({ name, sentence }) => [code(name), `${sentence}, so that it was not looked up`]),
					[list(missingValues), 'The lead has no such value, so that nothing was looked up'],
					[code(noResult), 'The item has no result that the policy uses'],
					[code(badPolicy), meaningOf('bad_policy')],
				],
			),
	};
};

module.exports = { decisionBlocks };
