/**
 * The facts that the documents repeat, read from the code. The only file of `npm run docs` that knows where the code keeps
 * them and what it calls them.
 *
 * @param {(module: string) => object} load loads a module by its path from the root without extension, compiled or not
 */
function readSource(load) {
	const nodes = (module) => load(`nodes/${module}`);
	const { IpqsApi } = load('credentials/IpqsApi.credentials');
	const { IpqsCustomIntegrationApi } = load('credentials/IpqsCustomIntegrationApi.credentials');
	const { compileCondition, isNullNormal } = nodes('shared/criteria/compileCondition');
	const { CONDITION_FIELDS } = nodes('shared/criteria/conditionFields');
	const { explainUnusableNumber, failedLookupCode, missingValueCode, ruleCode, unknownCode, unusableNumberCode } =
		nodes('shared/criteria/reasons');
	const { UNUSABLE_NUMBER_REASONS } = nodes('shared/criteria/extractResult');
	const { RESULT_KINDS } = nodes('shared/criteria/resultKinds');
	const { decide } = nodes('shared/criteria/buildDecision');
	const { compileCampaignPolicies } = nodes('shared/criteria/compileCampaignPolicies');
	const { parsePolicy } = nodes('shared/criteria/parsePolicy');
	const { DECISION_SOURCES, HIT_POLICIES, MATCHES, OUTCOMES, THRESHOLD, WHEN_UNKNOWN, UNUSABLE_NUMBER_ACTIONS, MISSING_VALUE_ACTIONS } =
		nodes('shared/criteria/types');
	const { FAILURES, reasonOfStatus, stopsNodeFor } = nodes('shared/ipqs/failures');
	const { PHONE_SANDBOX } = nodes('shared/ipqs/sandbox/phone');
	const OTHER_KINDS = RESULT_KINDS.filter((kind) => kind !== 'phone');
	const decidePhone = (policy, phone, { includeTrace = false, campaign = null } = {}) =>
		decide(
			compileCampaignPolicies(policy)(campaign === null ? [] : [campaign]),
			undefined,
			{ phone },
			{ ...DECISION_OPTIONS, includeTrace },
		);

	return {
		credentialProperties: {
			apiKey: new IpqsApi().properties,
			customIntegration: new IpqsCustomIntegrationApi().properties,
		},
		phoneProperties: new (nodes('IpqsPhoneValidation/IpqsPhoneValidation.node').IpqsPhoneValidation)().description.properties,
		phoneFields: nodes('shared/ipqs/phoneFields').PHONE_FIELDS,
		criteriaProperties: nodes('IpqsCriteria/description/form').properties,
		/** What IPQS Back-Test has besides the form of a policy. */
		backtestProperties: ownProperties(
			nodes('IpqsBacktest/properties').properties,
			nodes('shared/policyNode/properties').policyProperties,
			nodes('shared/policyNode/options').POLICY_OPTIONS,
		),
		transactionGroups: nodes('shared/ipqs/transactionInputs').TRANSACTION_GROUPS,

		failures: FAILURES,
		/** Whether the reason stops the node when 'On Error' is Stop Workflow. */
		stopsNodeFor,
		/** `lookup.reason` of an HTTP status when the body says nothing better. */
		reasonOfStatus,

		presets: nodes('shared/criteria/presets').PRESETS,
		judgedKinds: nodes('shared/criteria/presets').JUDGED_KINDS,
		presetThreshold: nodes('shared/criteria/presets').presetThreshold,
		operators: nodes('shared/criteria/operators').OPERATORS,
		conditionFields: CONDITION_FIELDS,
		/** Whether IPQS often leaves the field empty for good numbers of a country. */
		isOftenEmpty: (field, country) => isNullNormal(field, { [field.kind]: {}, phone: { country } }),
		choices: {
			action: OUTCOMES,
			match: MATCHES,
			hitPolicy: HIT_POLICIES,
			whenUnknown: WHEN_UNKNOWN,
			onUnusableNumber: UNUSABLE_NUMBER_ACTIONS,
			onMissingValue: MISSING_VALUE_ACTIONS,
		},
		threshold: THRESHOLD,
		decisionSources: DECISION_SOURCES,
		/** Code of a rule that matches. */
		codeOf: (...conditions) => ruleCode(conditions.map((condition) => compileCondition({ ...condition, source: 'base' }))),
		/** Code of a rule that cannot be decided because the field is unknown. */
		unknownCodeOf: (field) => unknownCode([compileCondition({ field, operator: 'isKnown', source: 'base' })]),
		/** What is wrong with a policy, empty when it is valid. */
		issuesOf: (policy) => parsePolicy(policy).issues ?? [],
		/** A valid policy with the names of all rules filled in. */
		parsedPolicy: (policy) => parsePolicy(policy).policy,
		/** Codes of decisions that are about no rule of the policy. */
		codesWithoutRule: {
			noRule: decidePhone({ preset: 'standard', defaultAction: 'qa' }, { kind: 'result', result: cleanBody(PHONE_SANDBOX), sandbox: false })
				.codes,
			failedLookup: failedLookupCode('phone'),
			failedLookups: OTHER_KINDS.map(failedLookupCode),
			unusableNumbers: UNUSABLE_NUMBER_REASONS.map((reason) => ({
				name: unusableNumberCode(reason),
				sentence: explainUnusableNumber(reason),
			})),
			missingValues: OTHER_KINDS.map(missingValueCode),
			noResult: decidePhone({ preset: 'standard' }, { kind: 'none' }).codes,
			badPolicy: decide({ error: '' }, undefined, {}, DECISION_OPTIONS).codes,
		},
		effectivePolicy: nodes('shared/criteria/effectivePolicy').effectivePolicy,
		/**
		 * The decision about a phone result.
		 *
		 * @param result IPQS body, or null for a failed lookup
		 */
		decide: (policy, result, options) =>
			decidePhone(
				policy,
				result === null ? { kind: 'failed', reason: null, sandbox: false } : { kind: 'result', result, sandbox: false },
				options,
			),

		phoneSandbox: {
			defaultDescription: PHONE_SANDBOX.defaultDescription,
			/** `body` is what IPQS would answer. */
			cases: PHONE_SANDBOX.cases.map(({ digits, description, response }) => ({
				digits,
				description,
				body: { ...cleanBody(PHONE_SANDBOX), ...response.fields },
			})),
			cleanBody: cleanBody(PHONE_SANDBOX),
		},
		sandboxFailures: nodes('shared/ipqs/sandbox/sandbox').SANDBOX_FAILURES.map(({ digits, description, response }) => ({
			digits,
			description,
			/** Whether a retry succeeds. */
			recovers: 'limitedOnce' in response,
		})),
		commonOptions: commonOptions(new (nodes('Ipqs/Ipqs.node').Ipqs)().description.properties, nodes('Ipqs/resources').RESOURCES),
		operations: nodes('Ipqs/resources').RESOURCES.flatMap((resource) =>
			resource.operations.map(({ label, hasUnlistedFields, sandbox: { formats, cases, defaultDescription }, ...operation }) => ({
				...operation,
				title: `${resource.label}: ${label}`,
				hasUnlistedFields: hasUnlistedFields === true,
				sandbox: {
					formats: formats.map((format) => nodes('shared/ipqs/sandbox/testValueFormats').TEST_VALUE_FORMATS[format].writtenAs),
					cases: cases.map(({ digits, description }) => ({ digits, description })),
					defaultDescription,
				},
			})),
		),
	};
}

const DECISION_OPTIONS = { resultField: 'ipqs', enforced: true, includeTrace: false, includePolicy: false };

/** The properties and options of a form that are not those of a policy. */
const ownProperties = (properties, policyProperties, policyOptions) =>
	properties
		.filter((property) => !policyProperties.includes(property))
		.map((property) =>
			property.name === 'options'
				? { ...property, options: property.options.filter((option) => !policyOptions.includes(option)) }
				: property,
		);

/** Labels of the options that every operation of IPQualityScore has, and of those that only all with a cost have. */
function commonOptions(properties, resources) {
	const isCharged = ({ resource: [resource], operation: [operation] }) =>
		resources.find(({ name }) => name === resource).operations.find(({ name }) => name === operation).costsCredit;
	const forms = properties
		.filter(({ name }) => name === 'options')
		.map(({ options, displayOptions }) => ({
			labels: options.map(({ displayName }) => displayName),
			charged: isCharged(displayOptions.show),
		}));
	const inAll = (some) => some[0].labels.filter((label) => some.every(({ labels }) => labels.includes(label)));
	const every = inAll(forms);
	return { every, charged: inAll(forms.filter(({ charged }) => charged)).filter((label) => !every.includes(label)) };
}

const cleanBody = ({ body }) => body({ method: 'GET', path: '', parameters: { phone: '12015550100' } });

module.exports = { readSource };
