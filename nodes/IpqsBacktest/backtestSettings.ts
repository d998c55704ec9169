import { parseCampaigns as parseList } from '../shared/criteria/normalizeName';
import type { ReportSetup } from '../shared/criteria/report/types';
import { readNumber } from '../shared/json/coerce';
import type { NodeParameters } from '../shared/parameters/nodeParameters';
import { toText } from '../shared/parameters/text';
import { InvalidParameter, readBooleanParameter, readChoice, readInteger } from '../shared/parameters/readParameter';
import { DECISION_FIELD } from '../shared/policyNode/resultLocations';
import { DEFAULT_THRESHOLDS, MAX_CHANGED } from './properties';
import { readThresholds } from './readThresholds';
import { NO_VARIANTS, presetVariants, thresholdVariants, type PolicyVariants } from './variants';

const COMPARISONS = ['decision', 'policy', 'nothing'] as const;
const VARIANTS = ['none', 'thresholds', 'presets'] as const;

/** What is read once per run: everything but the policy and where the results are. */
export interface BacktestSettings {
	readonly variants: PolicyVariants;
	readonly compareWith: (typeof COMPARISONS)[number];
	readonly decisionField: string;
	/** Null without grouping. */
	readonly groupBy: string | null;
	/** Null if it is not known how leads turned out. */
	readonly known: ReportSetup['known'];
	/** Null if not given. */
	readonly costPerLead: number | null;
	readonly costPerLookup: number | null;
	readonly maxChanged: number;
	readonly htmlReport: boolean;
}

type Read = (name: string, fallback: unknown) => unknown;

function readField(label: string, value: unknown): string {
	if (typeof value !== 'string') throw new InvalidParameter(label, 'must be the name of a field, such as source');
	return value.trim();
}

/** Values separated by commas, or a list of an expression. */
const readValues = (value: unknown): readonly string[] =>
	Array.isArray(value) ? value.map(toText).filter((text) => text !== '') : parseList(toText(value));

function readKnown(read: Read): ReportSetup['known'] {
	const field = readField('Known Result Field', read('knownField', ''));
	if (field === '') return null;
	const [goodValues, badValues] = [readValues(read('goodValues', '')), readValues(read('badValues', ''))];
	if (goodValues.length + badValues.length === 0) {
		throw new InvalidParameter('Good Values', "and 'Bad Values' are empty. Enter the values that say how a lead turned out, such as sold");
	}
	const good = new Set(goodValues.map((value) => value.toLowerCase()));
	if (badValues.some((value) => good.has(value.toLowerCase()))) {
		throw new InvalidParameter('Bad Values', "has a value that is also in 'Good Values'. Remove it from one of them");
	}
	return { field, goodValues, badValues };
}

function readCost(label: string, value: unknown): number | null {
	if (value === null || value === undefined || value === '') return null;
	const cost = readNumber(value);
	if (cost === null || cost < 0) throw new InvalidParameter(label, 'must be a number, 0 or more, without a currency');
	return cost;
}

function readVariants(read: Read): PolicyVariants {
	switch (readChoice('Variants', read('variants', 'none'), VARIANTS)) {
		case 'thresholds':
			return thresholdVariants(readThresholds(read('thresholdList', DEFAULT_THRESHOLDS)));
		case 'presets':
			return presetVariants();
		case 'none':
			return NO_VARIANTS;
	}
}

/** @throws {InvalidParameter} if a value is invalid */
export function readBacktestSettings(parameters: NodeParameters): BacktestSettings {
	const read: Read = (name, fallback) => parameters.read(name, 0, fallback);
	const compareWith = readChoice('Compare With', read('compareWith', 'decision'), COMPARISONS);
	if (compareWith === 'policy' && toText(read('comparePolicy', '')) === '') {
		throw new InvalidParameter('Other Policy', "is empty. Enter the name of a preset or policy JSON, or change 'Compare With'");
	}
	return {
		variants: readVariants(read),
		compareWith,
		decisionField: readField('Decision Field', read('decisionField', DECISION_FIELD)),
		groupBy: readField('Group By', read('groupBy', '')) || null,
		known: readKnown(read),
		costPerLead: readCost('Cost per Lead', read('options.costPerLead', null)),
		costPerLookup: readCost('Cost per Lookup', read('options.costPerLookup', null)),
		maxChanged: readInteger('Max Changed Leads', read('options.maxChanged', MAX_CHANGED), { min: 0, max: 1_000_000 }),
		htmlReport: readBooleanParameter('HTML Report', read('options.htmlReport', true)),
	};
}
