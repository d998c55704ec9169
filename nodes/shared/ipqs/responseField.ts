/** Type of a response field. A `choice` is text from a documented list, which IPQS may extend. */
export type FieldType = 'boolean' | 'number' | 'choice' | 'text' | 'list' | 'object';

/** The form that all values of a text field have, so that a condition with another value is probably a mistake. */
export interface TextFormat {
	/** Matches every value, and if it begins with `^`, every beginning of one. */
	readonly pattern: RegExp;
	readonly example: string;
}

/** One field of an IPQS response. Output, menus, schema, Criteria and README tables derive from lists of these. */
export interface ResponseField {
	/** IPQS's name, or the path of a member of an object, such as `transaction_details.risk_score`. */
	readonly name: string;
	readonly label: string;
	readonly type: FieldType;
	readonly description: string;
	/** The documented values of a `choice`, in IPQS's spelling. */
	readonly choices?: readonly string[];
	/** Those of the choices by which IPQS says that it does not know. */
	readonly unknownChoices?: readonly string[];
	/** Lowest and highest value of a `number`. Any other value is read as null. */
	readonly range?: readonly [number, number];
	/** Part of the simplified output. */
	readonly simplified?: true;
	/** Messages from IPQS about the request, in which words such as "required" are no plan notice. */
	readonly freeText?: true;
	/** Text that IPQS sends for null, in addition to "N/A". */
	readonly nullTexts?: readonly string[];
	/** Member of an object, or index in a list, that may contain a plan notice. */
	readonly planNoticeIn?: string;
	/** IPQS sends null for ordinary numbers, so an empty value says nothing about a lead. */
	readonly nullIsNormal?: true;
	/** About the lookup itself, not about what was looked up. */
	readonly isMetadata?: true;
	/** Leads often have a field of this name themselves, so the name alone does not indicate a result. */
	readonly ambiguousName?: true;
	/** A boolean that is true if all is well. All other booleans are risk flags. */
	readonly goodWhenTrue?: true;
	/** A number with a range whose highest value is the best; every other one measures a risk. */
	readonly goodWhenHigh?: true;
	/** What texts of the field look like, if all do. */
	readonly format?: TextFormat;
	/** Holds the two-letter code of a country. */
	readonly isCountry?: true;
	/** Criteria code when the reason is that the field is false. */
	readonly codeWhenFalse?: string;
}
