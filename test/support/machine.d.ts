/** Keeps this process from everything else for so many ms. */
export function block(milliseconds: number): void;
/** Does so once what is running now has ended. */
export function blockSoon(milliseconds: number): void;
/** Megabytes that this process has of the machine's memory. */
export function residentMegabytes(): number;
/** Counts how often other work gets a turn while `work` runs. */
export function countTurns<Result>(work: () => Promise<Result>): Promise<{ result: Result; turns: number }>;
/** Lets the clocks of this process run so many times faster; the returned function ends it. */
export function speedUp(factor: number): () => void;
