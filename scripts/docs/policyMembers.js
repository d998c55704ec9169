const { code, table } = require('./markdown');

const list = (values) => values.map(code).join(', ');

/** Members of a policy in JSON: name, values, default, meaning. */
function policyMembers({ presets, choices, threshold, effectivePolicy, parsedPolicy }) {
	const [{ name: preset }] = presets;
	const { hitPolicy, defaultAction, onFailedLookup } = effectivePolicy({ preset });
	const conditions = [
		{ field: 'VOIP', operator: 'isTrue' },
		{ field: 'fraud_score', operator: 'greaterOrEqual', value: threshold },
	];
	const [rule] = effectivePolicy(parsedPolicy({ rules: [{ conditions, action: 'reject' }] })).rules;
	const { name, match, whenUnknown } = rule;
	const defaultThreshold = rule.conditions[1].value;
	const outcomes = list(choices.action);
	const presetNames = list(presets.map(({ name }) => name));
	const unchanged = 'as in the policy';

	return {
		policy: [
			['name', 'text', "the preset's label, or `Custom Policy`", 'Name of the policy in decisions and hints'],
			['preset', presetNames, '', 'A ready-made set of rules. A policy has a preset, rules or both'],
			['rules', 'list of [rules](#rules)', '', 'Your own rules, [in this order](#rules). At least one, unless there is a preset'],
			[
				'fraudThreshold',
				'0 to 100',
				`the preset's own; ${defaultThreshold} without a preset`,
				`Scores from here up are rejected. In \`rules\` it replaces the value \`"${threshold}"\`. An error if no rule uses it`,
			],
			['qaThreshold', '0 to 100', 'off', 'Adds a last rule, QA Threshold, that sends phone fraud scores from here up to QA'],
			[
				'hitPolicy',
				list(choices.hitPolicy),
				code(hitPolicy),
				'Which rule decides when several match: `first`, the first of them; `worst`, the most severe (Reject before QA, QA before Accept)',
			],
			['defaultAction', outcomes, code(defaultAction), 'Where to send leads that match no rule'],
			['onFailedLookup', outcomes, code(onFailedLookup), 'Where to send leads whose lookup failed'],
			[
				'onUnusableNumber',
				list(choices.onUnusableNumber),
				code('qa'),
				'What to do with leads whose number is missing, unreadable or has no country',
			],
			[
				'onMissingValue',
				list(choices.onMissingValue),
				code('qa'),
				'What to do with rules about a value, such as an email address, that the lead does not have',
			],
			['judge', 'list of kinds of results', '`phone`', 'Results that the rules of a preset check: `phone`, `email`, `ip`'],
			['disableRules', 'list of rule names', 'none', 'Rules of the preset that do not apply'],
			['overrides', 'object of [overrides](#overrides-per-campaign)', 'none', 'What changes for individual campaigns'],
		],
		override: [
			[
				'preset',
				presetNames,
				unchanged,
				'Replaces the rules of the policy, and brings its own fraud threshold unless the override has one',
			],
			['fraudThreshold', '0 to 100', unchanged, 'Replaces the fraud threshold. An error if no rule of the campaign uses it'],
			['qaThreshold', '0 to 100', unchanged, 'Replaces the QA threshold, or adds one'],
			['defaultAction', outcomes, unchanged, 'Where to send leads that match no rule'],
			['onFailedLookup', outcomes, unchanged, 'Where to send leads whose lookup failed'],
			[
				'onUnusableNumber',
				list(choices.onUnusableNumber),
				unchanged,
				'What to do with leads whose number is missing, unreadable or has no country',
			],
			['onMissingValue', list(choices.onMissingValue), unchanged, 'What to do with rules about a value that the lead does not have'],
			['rules', 'list of [rules](#rules)', 'none', "Checked before the policy's own rules. Their names must differ from those"],
			['disableRules', 'list of rule names', 'none', 'Rules of the policy, or of the preset, that do not apply to the campaign'],
		],
		rule: [
			['name', 'text', `the first condition: ${code(name)}`, 'Name in decisions, different from the other names. Not case-sensitive'],
			['match', list(choices.match), code(match), 'Whether all conditions must be true, or any of them'],
			['conditions', 'list of [conditions](#conditions)', 'required', 'At least one'],
			['campaigns', 'text or list of texts', 'all', 'Campaigns that the rule applies to. In text, separated by commas'],
			['action', outcomes, 'required', 'Where to send a lead that matches'],
			[
				'whenUnknown',
				list(choices.whenUnknown),
				code(whenUnknown),
				'What the rule does when a value is unknown. `default` is Automatic: see [unknown values](criteria.md#unknown-values)',
			],
		],
		condition: [
			['field', 'name of a [field](criteria.md#fields-you-can-judge)', 'required', 'The field to compare'],
			['operator', 'name of an [operator](#operators)', 'required', 'How to compare. It must fit the type of the field'],
			[
				'value',
				'depends on the [operator](#operators)',
				'required, except for the operators without a value',
				`What to compare with. For \`fraud_score\` also \`"${threshold}"\``,
			],
		],
	};
}

const memberTable = (members) =>
	table(
		['Member', 'Values', 'Default', 'What it does'],
		members.map(([name, ...rest]) => [code(name), ...rest]),
	);

module.exports = { memberTable, policyMembers };
