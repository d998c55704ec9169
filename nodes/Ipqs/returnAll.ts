import type { INodeProperties } from 'n8n-workflow';
import { readBooleanParameter, readInteger } from '../shared/parameters/readParameter';
import type { ItemParameters } from '../shared/lookupNode/itemParameters';

const LIMIT = { min: 1, max: 100_000 };

/** 'Return All' and 'Limit', in n8n's standard wording. */
export const returnAllParameters: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: LIMIT.min, maxValue: LIMIT.max },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/**
 * Reads how many records to return, Infinity for all.
 *
 * @throws {InvalidParameter} when 'Return All' or 'Limit' is invalid
 */
export const readLimit = (item: ItemParameters): number =>
	readBooleanParameter('Return All', item.read('returnAll', false)) ? Infinity : readInteger('Limit', item.read('limit', 50), LIMIT);
