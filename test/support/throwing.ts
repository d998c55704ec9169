import type { IDataObject } from 'n8n-workflow';

/** An object with a field that cannot be read. */
export const throwing = (name: string, json: IDataObject = {}): IDataObject =>
	Object.defineProperty({ ...json }, name, {
		enumerable: true,
		get(): never {
			throw new TypeError('This value is gone');
		},
	});
