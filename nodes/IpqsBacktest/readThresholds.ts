import { readNumber } from '../shared/json/coerce';
import { InvalidParameter } from '../shared/parameters/readParameter';

/** One for each whole number from 0 to 100. */
const MAX_THRESHOLDS = 101;

const LABEL = 'Thresholds';

const EXPECTATION = 'must be numbers from 0 to 100, such as 70, 75, 80, or a range with a step, such as 50-95/5';

/** `50-95/5`, or `70-75` with a step of 1. */
const RANGE = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?$/;

/** Sums of decimal steps such as 0.1 are not exact. */
const round = (value: number): number => Math.round(value * 1_000) / 1_000;

function expandRange(from: number, to: number, step: number): readonly number[] {
	if (from > to) throw new InvalidParameter(LABEL, `has the range ${from}-${to}. Put the lower number first`);
	if (step === 0) throw new InvalidParameter(LABEL, 'has a range with the step 0. Use a step such as 5');
	const count = Math.floor(round((to - from) / step)) + 1;
	if (count > MAX_THRESHOLDS) throw tooMany();
	return Array.from({ length: count }, (_, index) => round(from + index * step));
}

const tooMany = (): InvalidParameter => new InvalidParameter(LABEL, `must be at most ${MAX_THRESHOLDS} numbers. Use a larger step`);

function readPart(part: string): readonly number[] {
	const [, from, to, step = '1'] = RANGE.exec(part) ?? [];
	if (from !== undefined && to !== undefined) return expandRange(Number(from), Number(to), Number(step));
	const threshold = readNumber(part);
	if (threshold === null) throw new InvalidParameter(LABEL, EXPECTATION);
	return [threshold];
}

/**
 * Reads a list of thresholds with ranges, such as `50-80/10, 85`.
 *
 * @param value text, a number, or a list of numbers of an expression
 * @returns at least one, each once, from low to high
 * @throws {InvalidParameter} unless all are from 0 to 100
 */
export function readThresholds(value: unknown): readonly number[] {
	const text = Array.isArray(value) ? value.join(',') : typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string') throw new InvalidParameter(LABEL, EXPECTATION);
	const parts = text
		.replace(/\s*([-–/])\s*/g, '$1')
		.replaceAll('–', '-')
		.split(/[\s,;]+/)
		.filter((part) => part !== '');
	const thresholds = [...new Set(parts.flatMap(readPart))];
	if (thresholds.length === 0 || thresholds.some((threshold) => threshold < 0 || threshold > 100)) {
		throw new InvalidParameter(LABEL, EXPECTATION);
	}
	if (thresholds.length > MAX_THRESHOLDS) throw tooMany();
	return thresholds.sort((one, other) => one - other);
}
