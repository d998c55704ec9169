export type FlawPath = ReadonlyArray<string | number>;

/** What is wrong with a policy: where, and as the rest of a sentence what to do about it. */
export interface Flaw {
	readonly path: FlawPath;
	/** Such as "must be accept, qa or reject". */
	readonly message: string;
}

/** "accept, qa or reject" */
export const oneOf = (values: readonly string[]): string =>
	values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

/** A place as in JavaScript: `rules[2].conditions[0].value`, `overrides["Solar Energy"].preset`. */
export const placeOf = (path: FlawPath): string =>
	path
		.map((step) => (typeof step === 'number' ? `[${step}]` : /^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
		.join('')
		.replace(/^\./, '');

/** A flaw as a sentence that names the place. */
export const flawSentence = ({ path, message }: Flaw): string => `${path.length === 0 ? 'The policy' : placeOf(path)} ${message}`;
