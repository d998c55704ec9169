import type { INodeProperties } from 'n8n-workflow';
import { findEarlierResult } from '../client/earlierResult';
import type { LookupSource } from '../client/itemResult';
import type { ItemParameters } from './itemParameters';
import { numericProperty, readNumericOption } from './numericOptions';
import type { ItemPlan, LookupPlan } from './operation';
import type { OutputOptions } from './readOutputOptions';

const DAY = 86_400_000;

export const earlierResultOptions = (): INodeProperties[] => [
	{
		displayName: 'Reuse: Earlier Result',
		name: 'earlierResult',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.earlier }}',
		description:
			'A stored result, such as a Data Table row or its JSON text, or a list of these. If one matches this lookup, it is reused at no cost. Otherwise, the value is looked up. Only use data that you control: anyone who can edit it can influence what happens to your leads.',
	},
	numericProperty('earlierDays'),
];

/** Where a row or an item may contain the result. n8n's items have their fields in `json`. */
const placesFor = (outputField: string): string[] => [...new Set([outputField, 'ipqs', 'result', 'json'])];

/**
 * Replaces the lookup of an item by the result in 'Earlier Result', if that can be used.
 *
 * @param now ms since the epoch
 * @throws {InvalidParameter} when the number of days is invalid
 */
export function withEarlierResult(
	plan: ItemPlan,
	{ outputField, fields, fieldNames }: OutputOptions,
	{ options }: ItemParameters,
	source: LookupSource,
	now: number,
): LookupPlan {
	const { earlierResult } = options;
	if (!('task' in plan) || plan.key === undefined || (earlierResult ?? '') === '') return plan;
	const earlier = findEarlierResult(earlierResult, {
		key: plan.key,
		source,
		fields,
		extraFields: fieldNames.map(({ field }) => field),
		places: placesFor(outputField),
		maxAge: readNumericOption(options, 'earlierDays') * DAY,
		now,
	});
	return earlier === undefined ? plan : { earlier };
}
