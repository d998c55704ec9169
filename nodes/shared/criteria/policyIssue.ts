export type IssuePath = ReadonlyArray<string | number>;

/** What is wrong with a policy: where, and as the rest of a sentence what to do about it. */
export interface PolicyIssue {
	readonly path: IssuePath;
	/** Such as "must be accept, qa or reject". */
	readonly message: string;
}

/** A place as in JavaScript: `rules[2].conditions[0].value`, `overrides["Solar Energy"].preset`. */
export const formatPath = (path: IssuePath): string =>
	path
		.map((step) => (typeof step === 'number' ? `[${step}]` : /^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
		.join('')
		.replace(/^\./, '');

/** A issue as a sentence that names the place. */
export const formatIssue = ({ path, message }: PolicyIssue): string => `${path.length === 0 ? 'The policy' : formatPath(path)} ${message}`;
