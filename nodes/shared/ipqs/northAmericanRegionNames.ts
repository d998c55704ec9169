/**
 * Names of US states and Canadian provinces, which IPQS abbreviates in the region of a phone number (live bodies). Georgia is not
 * among them, because IPQS writes country names elsewhere.
 */
const NAMES =
	'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Hawaii|Idaho|Illinois|' +
	'Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|' +
	'Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|' +
	'Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|' +
	'Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Northwest Territories|Nova Scotia|Nunavut|Ontario|' +
	'Prince Edward Island|Quebec|Saskatchewan|Yukon';

/** Every text that is not such a name. */
export const NO_NORTH_AMERICAN_REGION_NAME = new RegExp(`^(?!(?:${NAMES})$)`, 'i');
