export type IssuePath = ReadonlyArray<string | number>;

/** Why a policy is invalid. */
export interface PolicyIssue {
	/** Path of the invalid member; empty for the policy itself. */
	readonly path: IssuePath;
	/** What the member must be, to follow its path in a sentence: "must be accept, qa or reject". */
	readonly message: string;
}

/** A path in JavaScript notation: `rules[2].conditions[0].value`, `overrides["Solar Energy"].preset`. */
export const formatPath = (path: IssuePath): string =>
	path
		.map((step) => (typeof step === 'number' ? `[${step}]` : /^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
		.join('')
		.replace(/^\./, '');

/** An issue as a sentence: "rules[0].action must be accept, qa or reject". */
export const formatIssue = ({ path, message }: PolicyIssue): string => `${path.length === 0 ? 'The policy' : formatPath(path)} ${message}`;
