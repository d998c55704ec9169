/** Names of ASCII characters with single spaces, as most are: normalizing them changes their case only. */
const PLAIN_NAME = /^[!-~]+(?: [!-~]+)*$/;

/** Invisible characters, which copying leaves in names, such as a zero-width space. */
const INVISIBLE = /\p{Cf}/gu;

/** Normalizes a campaign or the name of a rule for comparison: no case, one kind of space, none at the ends, nothing invisible. */
export const normalizeName = (text: string): string =>
	PLAIN_NAME.test(text) ? text.toLowerCase() : text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().toLowerCase();

/** Normalizes the name of a column for comparison, without case, spaces and punctuation: "Fraud Score", `fraud_score`. */
export const normalizeColumn = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** The campaigns in a text, which are separated by commas. */
export function parseCampaigns(text: string): string[] {
	const names = text.includes(',') ? text.split(',') : [text];
	return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** Gives out names that differ from each other in more than case and spaces. Linear, even if thousands of rules want one name. */
export class UniqueNames {
	private readonly taken: Set<string>;

	/** The last number given out, by normalized name. */
	private readonly numbers = new Map<string, number>();

	constructor(taken: Iterable<string> = []) {
		this.taken = new Set([...taken].map(normalizeName));
	}

	/** The wanted name, or if it is taken, the name with a number: "VOIP is true (2)". */
	add(wanted: string): string {
		const key = normalizeName(wanted);
		let name = wanted;
		let number = this.numbers.get(key) ?? 1;
		while (this.taken.has(normalizeName(name))) {
			number += 1;
			name = `${wanted} (${number})`;
		}
		this.numbers.set(key, number);
		this.taken.add(normalizeName(name));
		return name;
	}
}
