import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { campaignPolicies, type Standing } from '../shared/criteria/decide';
import { flawSentence, type FlawPath } from '../shared/criteria/policyIssue';
import { canonicalJson } from '../shared/criteria/hash';
import { readPolicyJson } from '../shared/criteria/parsePolicy';
import { isPresetName } from '../shared/criteria/presets';
import type { NodeParameters } from '../shared/parameters/nodeParameters';
import { readPath } from '../shared/json/path';
import type { JsonObject } from '../shared/json/json';
import { POLICY_PARAMETERS, policyOf, type ParameterReading, type PolicyValues } from './policyFromParameters';
import { flawsMessage, type ParameterFlaw } from './parameterIssues';

/** The policy that holds for a campaign, null for none. */
export type Standings = (campaign: string | null) => Standing;

/** The policies of an execution: what holds for an item, and the shadow beside it. */
export interface Policies {
	ofItem(itemIndex: number): Standings;
	shadowOf(text: unknown): Standings | undefined;
}

/** What to do about a flaw that is the node's own. */
export const CORRECT_THE_NODE = 'No lead has moved. Correct the parameter in the node, then run it again';

/** Text that is the same for the same values; undefined for values that JSON has no text for. */
function contentOf(values: unknown): string | undefined {
	try {
		return JSON.stringify(values);
	} catch {
		return undefined;
	}
}

/**
 * Whether a flaw of the node's own ends it. Where On Error is Continue it must not: n8n would hand the leads on unjudged by
 * the first output, which is Accept, so they go to QA instead.
 */
export const stopsForFlaws = (node: IExecuteFunctions): boolean => !node.continueOnFail();

const standingsOf = (reading: ParameterReading): Standings => {
	if ('flaws' in reading) {
		const standing: Standing = { unusable: flawsMessage(reading.flaws) || 'The policy cannot be read' };
		return () => standing;
	}
	return campaignPolicies(reading.policy);
};

function readShadow(text: unknown): ParameterReading {
	const name = typeof text === 'string' ? text.trim() : '';
	const reading = isPresetName(name) ? { policy: { preset: name } } : readPolicyJson(text);
	if ('policy' in reading) return reading;
	const place = { path: ['options', 'shadowPolicy'], within: "'Shadow Policy' must be the name of a preset, or JSON: " };
	return { flaws: reading.flaws.map((flaw) => ({ ...place, sentence: flawSentence(flaw) })) };
}

/**
 * Reads and compiles policies: once where no parameter holds an expression, else once for each content that items bring.
 * A flaw in what an item brings makes its policy unusable for that item alone.
 *
 * @throws {NodeOperationError} that names the flaws of constants where there are any, unless On Error is Continue
 */
export function policiesOf(node: IExecuteFunctions, parameters: NodeParameters): Policies {
	const raw = node.getNode().parameters;
	const isConstant = (path: FlawPath, values: JsonObject): boolean =>
		canonicalJson(readPath(raw, path.join('.'))) === canonicalJson(readPath(values, path.join('.')));

	function checked(reading: ParameterReading, values: JsonObject): Standings {
		const flaws = 'flaws' in reading ? reading.flaws.filter(({ path }) => isConstant(path, values)) : [];
		if (flaws.length === 0) return standingsOf(reading);
		if (stopsForFlaws(node)) throw new NodeOperationError(node.getNode(), flawsMessage(flaws), { description: CORRECT_THE_NODE });
		return standingsOf({ flaws });
	}

	const byContent = new Map<string, Standings>();
	function cached(values: unknown, read: () => Standings): Standings {
		const content = contentOf(values);
		if (content === undefined) return standingsOf({ flaws: [] });
		const known = byContent.get(content);
		if (known !== undefined) return known;
		const standings = read();
		byContent.set(content, standings);
		return standings;
	}

	function ofItem(itemIndex: number): Standings {
		const values: Partial<Record<keyof PolicyValues, unknown>> = {};
		try {
			for (const name of POLICY_PARAMETERS) values[name] = parameters.read(name, itemIndex, null);
		} catch {
			const flaw: ParameterFlaw = { path: [], sentence: `The expression in '${parameters.labelOf(parameters.reading)}' gave no value` };
			return standingsOf({ flaws: [flaw] });
		}
		const read = values as PolicyValues;
		return cached(read, () => checked(policyOf(read, (path) => !isConstant(path, read)), read));
	}

	const varies = POLICY_PARAMETERS.some((name) => parameters.variesPerItem(name));
	const constant = varies ? undefined : ofItem(0);
	return {
		ofItem: (itemIndex) => constant ?? ofItem(itemIndex),
		shadowOf: (text) => {
			if (text === undefined || text === null || text === '') return undefined;
			return cached({ shadow: text }, () => checked(readShadow(text), { options: { shadowPolicy: text } }));
		},
	};
}
