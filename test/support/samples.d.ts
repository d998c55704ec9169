import type { IDataObject } from 'n8n-workflow';

export const samples: Array<[place: string, body: IDataObject]>;
