import { sameName } from '../shared/criteria/effectivePolicy';
import { readPolicy } from '../shared/criteria/parsePolicy';
import type { Policy } from '../shared/criteria/types';
import { rowsOf } from '../shared/parameters/fixedCollection';
import { isJsonObject, parseJson, type JsonObject } from '../shared/json/json';
import { jsonFlaw, parameterFlaw, type ParameterFlaw } from './parameterIssues';
import { campaignOf, menuValue, optionalValue, overrideOf, present, ruleOf, type IsExpression } from './parameterRows';

/** The parameters that make a policy. */
export const POLICY_PARAMETERS = [
	'policySource',
	'preset',
	'fraudThreshold',
	'qaThreshold',
	'rules',
	'policyJson',
	'hitPolicy',
	'defaultAction',
	'onFailedLookup',
	'overrides',
] as const;

/** Their values, as an item has them; undefined where the form does not show them. */
export type PolicyValues = Readonly<Record<(typeof POLICY_PARAMETERS)[number], unknown>>;

export type ParameterReading = { readonly policy: Policy } | { readonly flaws: readonly ParameterFlaw[] };

/** The JSON's own members come first; what it leaves out is as in the form. */
function policyOfJson(values: PolicyValues): ParameterReading {
	const { policyJson, hitPolicy, defaultAction, onFailedLookup } = values;
	const json = parseJson(policyJson);
	const actions = { defaultAction: menuValue(defaultAction), onFailedLookup: menuValue(onFailedLookup) };
	const form: JsonObject = isJsonObject(json) && Object.hasOwn(json, 'rules') ? { hitPolicy, ...actions } : actions;
	const reading = readPolicy(isJsonObject(json) ? { ...form, ...json } : json);
	if ('policy' in reading) return reading;
	const ofForm = (name: string | number | undefined): boolean =>
		typeof name === 'string' && Object.hasOwn(form, name) && isJsonObject(json) && !Object.hasOwn(json, name);
	return { flaws: reading.flaws.map((flaw) => (ofForm(flaw.path[0]) ? parameterFlaw(flaw, values) : jsonFlaw(flaw))) };
}

/** Whether an earlier row has the same campaigns: as members of one object one of the two would be lost. */
const isRepeated = (row: JsonObject, index: number, rows: readonly JsonObject[]): boolean =>
	rows.findIndex((other) => sameName(campaignOf(other)) === sameName(campaignOf(row))) < index;

const repeatedFlaw = (index: number): ParameterFlaw => ({
	path: ['overrides', 'values', index, 'campaign'],
	sentence: `Override ${index + 1}: 'Campaign' must name each campaign once; it is listed before`,
});

function ownMembers(values: PolicyValues, isExpression: IsExpression): JsonObject {
	const { policySource, preset, rules, hitPolicy } = values;
	if (policySource === 'rules') return { name: 'Custom Rules', rules: rowsOf(rules).map(ruleOf), hitPolicy };
	return {
		preset,
		fraudThreshold: optionalValue(values.fraudThreshold, isExpression(['fraudThreshold'])),
		qaThreshold: optionalValue(values.qaThreshold, isExpression(['qaThreshold'])),
	};
}

/**
 * Makes a policy of the parameters' values, or says what is wrong with them; pure.
 *
 * @param isExpression whether the value at a path within the parameters is an expression's
 */
export function policyOf(values: PolicyValues, isExpression: IsExpression): ParameterReading {
	if (values.policySource === 'json') return policyOfJson(values);
	const rows = rowsOf(values.overrides);
	const repeated = rows.flatMap((row, index) => (isRepeated(row, index, rows) ? [repeatedFlaw(index)] : []));
	const overrides = rows.flatMap((row, index) => {
		const isOwnExpression = (name: string): boolean => isExpression(['overrides', 'values', index, name]);
		return isRepeated(row, index, rows) ? [] : [[campaignOf(row), overrideOf(row, isOwnExpression)] as const];
	});
	const reading = readPolicy(
		present({
			...ownMembers(values, isExpression),
			defaultAction: menuValue(values.defaultAction),
			onFailedLookup: menuValue(values.onFailedLookup),
			overrides: overrides.length === 0 ? undefined : Object.fromEntries(overrides),
		}),
	);
	const flaws = [...('flaws' in reading ? reading.flaws.map((flaw) => parameterFlaw(flaw, values)) : []), ...repeated];
	return 'policy' in reading && flaws.length === 0 ? reading : { flaws };
}
