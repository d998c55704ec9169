import { gatherFacts, type Facts } from '../facts';
import type { Simulation } from '../simulation';
import * as answers from './answers';
import * as books from './books';
import * as decisions from './decisions';
import * as effort from './effort';
import * as ending from './ending';
import * as limits from './limits';
import * as order from './order';
import * as retries from './retries';
import * as secrets from './secrets';

type Invariant = (facts: Facts) => Iterable<string>;

const INVARIANTS: Readonly<Record<string, Invariant>> = {
	...order,
	...decisions,
	...answers,
	...limits,
	...retries,
	...effort,
	...books,
	...secrets,
	...ending,
};

/** What a simulation has violated, as sentences that begin with the name of the invariant. */
export function findViolations(simulation: Simulation): string[] {
	const facts = gatherFacts(simulation);
	return Object.entries(INVARIANTS).flatMap(([name, check]) => Array.from(check(facts), (violation) => `${name}: ${violation}`));
}
