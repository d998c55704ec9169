/** Words with which forms, spreadsheets and CRMs say that there is no value, as the source of a regular expression. */
export const NO_VALUE_WORDS = String.raw`n[^\p{L}\d]+a|none|null|nil|nan|undefined|unknown|unspecified|not (?:available|applicable|specified|set|provided|known|found)|empty|blank|missing|tbd`;

const NO_VALUE = new RegExp(
	String.raw`^[^\p{L}\d]*(?:${NO_VALUE_WORDS}|na|no|no[ -]?(?:e-?mail|mail|ip|url|website|domain)(?: address)?)?[^\p{L}\d]*$`,
	'iu',
);

/** Whether a text that is no email address, IP address or URL says that the lead has none: `N/A`, `none`, `-`. */
export const saysNoValue = (text: string): boolean => NO_VALUE.test(text);
