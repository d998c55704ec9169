import type { IExecuteFunctions } from 'n8n-workflow';
import { readNumber } from '../json/coerce';

/** Adds a count to the execution's custom data, so that loops and several nodes add up. n8n 1.x does not offer it to nodes. */
export function addToCustomData({ customData }: Pick<IExecuteFunctions, 'customData'>, name: string, count: number): void {
	const earlier = readNumber(customData?.get?.(name)) ?? 0;
	customData?.set?.(name, String(earlier + count));
}
