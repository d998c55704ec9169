import type { INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../shared/parameters/readParameter';
import { oneCountry } from '../shared/ipqs/readCountries';

/** 'Country' for endpoints that accept a single one. */
export const countryParameter = (description: string): INodeProperties => ({
	displayName: 'Country',
	name: 'country',
	type: 'string',
	default: '',
	placeholder: 'e.g. US',
	description,
});

/**
 * Reads the country as its ISO 3166-1 alpha-2 code; '' if it is empty.
 *
 * @throws {InvalidParameter} unless it is one country
 */
export function readCountryParameter(value: unknown): string {
	const code = oneCountry(value);
	if (code === undefined) throw new InvalidParameter('Country', 'must be one country, such as US');
	return code;
}
