import type { NodeExecutionHint } from 'n8n-workflow';
import { FAILURES } from '../shared/ipqs/errors';
import type { ItemResult } from '../shared/run/record';

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

const SANDBOX = 'Sandbox: nothing was checked and nothing was spent; the numbers chose the answers';

const withoutCountryHint = (leads: number): string =>
	`${count(leads, 'number')} had no country code and 'Country' is empty, so IPQS had to guess the country; set 'Country', or map numbers that begin with +`;

/** "200 leads: 163 answered, 31 duplicates, 6 malformed", and what to do about leads that were not attempted. */
function summary(results: readonly ItemResult[]): string {
	const of = (test: (result: ItemResult) => boolean): number => results.filter(test).length;
	const parts = [
		[of(({ record }) => record.status === 'ok' && !record.deduplicated), 'answered lookup'],
		[of(({ record }) => record.status === 'ok' && record.deduplicated), 'duplicate'],
		[of(({ record }) => record.reason === 'malformed_phone'), 'malformed', 'malformed'],
		[of(({ record }) => record.reason === 'country_missing'), 'without country', 'without country'],
		[of(({ record }) => record.status === 'failed' && record.reason !== 'malformed_phone'), 'not answered', 'not answered'],
		[of(({ record }) => record.status === 'not_attempted'), 'not attempted', 'not attempted'],
	] as const;
	const told = parts.filter(([number]) => number > 0).map(([number, one, many]) => count(number, one, many));
	return `${count(results.length, 'lead')}: ${told.join(', ')}`;
}

function remedies(results: readonly ItemResult[]): string {
	const reasons = new Set(results.filter(({ record }) => record.status === 'failed' || record.status === 'not_attempted').map(({ record }) => record.reason));
	return [...reasons].map((reason) => (reason === null ? '' : `. ${FAILURES[reason].message}: ${FAILURES[reason].remedy.replace(/^./, (letter) => letter.toLowerCase())}`)).join('');
}

/** What a person should know after a run; never a lead's own values. */
export function hintsOf(results: readonly ItemResult[], { sandbox, withoutCountry }: { sandbox: boolean; withoutCountry: number }): NodeExecutionHint[] {
	const unanswered = results.some(({ record }) => record.status === 'failed' || record.status === 'not_attempted');
	const hints: NodeExecutionHint[] = [];
	if (sandbox) hints.push({ message: SANDBOX, location: 'outputPane', type: 'info' });
	if (results.length > 1 || unanswered) {
		hints.push({ message: `${summary(results)}${remedies(results)}`, location: 'outputPane', type: unanswered ? 'warning' : 'info' });
	}
	if (withoutCountry > 0) hints.push({ message: withoutCountryHint(withoutCountry), location: 'outputPane', type: 'warning' });
	return hints;
}
