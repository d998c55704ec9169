/** What a response field holds once it is read. A `choice` is text out of a known list, which IPQS may extend. */
export type FieldType = 'boolean' | 'number' | 'choice' | 'text' | 'list' | 'object';

/** The form that all values of a text field have, so that a condition with another value is probably a mistake. */
export interface TextFormat {
	/** Matches every value, and if it begins with `^`, every beginning of one. */
	readonly pattern: RegExp;
	readonly example: string;
}

/** One field of an IPQS response. Output, menus, schema, Criteria and README tables derive from lists of these. */
export interface ResponseField {
	/** IPQS's own name; a dot leads into an object. */
	readonly name: string;
	/** What people read. */
	readonly label: string;
	readonly type: FieldType;
	readonly description: string;
	/** The documented values of a `choice`, in IPQS's spelling. */
	readonly choices?: readonly string[];
	/** Those of the choices by which IPQS says that it does not know. */
	readonly unknownChoices?: readonly string[];
	/** The lowest and the highest value of a `number`; beyond them it says nothing. */
	readonly range?: readonly [number, number];
	/** Part of the simplified output. */
	readonly simplified?: true;
	/** IPQS's own words about a request, in which "required" says nothing of the plan. */
	readonly freeText?: true;
	/** Text that IPQS writes where there is none, beside "N/A". */
	readonly nullText?: string;
	/** Where an object or a list carries IPQS's sentence about the plan: the name of a member, or the place of an element. */
	readonly planNoticeIn?: string;
	/** IPQS leaves it null for ordinary numbers, so its absence says nothing about a lead. */
	readonly nullIsNormal?: true;
	/** About the lookup; says nothing of what was looked up. */
	readonly isMetadata?: true;
	/** A lead's own fields may have the name as well, so that alone it is no sign of a result. */
	readonly ambiguousName?: true;
	/** A boolean that is true where nothing is wrong; every other one is a flag. */
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
