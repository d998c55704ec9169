export type FlawPath = ReadonlyArray<string | number>;

/** What is wrong with a policy: where, and as the rest of a sentence what to do about it. */
export interface Flaw {
	readonly path: FlawPath;
	/** Such as "must be accept, qa or reject". */
	readonly message: string;
}

/** "Risky, VOIP and Prepaid" */
export const enumerated = (parts: readonly string[], word: 'and' | 'or'): string =>
	parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;

/** "accept, qa or reject" */
export const oneOf = (values: readonly string[]): string => enumerated(values, 'or');

/** A place as in JavaScript: `rules[2].conditions[0].value`, `overrides["Solar Energy"].preset`. */
export const placeOf = (path: FlawPath): string =>
	path
		.map((step) => (typeof step === 'number' ? `[${step}]` : /^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
		.join('')
		.replace(/^\./, '');

/** A flaw as a sentence that names the place. */
export const flawSentence = ({ path, message }: Flaw): string => `${path.length === 0 ? 'The policy' : placeOf(path)} ${message}`;
