import type { Example } from './examples';

export const examples: Array<[file: string, example: Example]>;
