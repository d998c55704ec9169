import type { INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../shared/parameters/validate';
import { oneCountry } from '../shared/ipqs/country';

/** 'Country' where IPQS takes one alone. */
export const countryParameter = (description: string): INodeProperties => ({
	displayName: 'Country',
	name: 'country',
	type: 'string',
	default: '',
	placeholder: 'e.g. US',
	description,
});

/**
 * The country's alpha-2 code, empty where there is none.
 *
 * @throws {InvalidParameter} unless it is one country
 */
export function readCountryParameter(value: unknown): string {
	const code = oneCountry(value);
	if (code === undefined) throw new InvalidParameter('Country', 'must be one country, such as US');
	return code;
}
