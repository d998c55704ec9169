export function blockNames(page: string): string[];
export function fillBlocks(page: string, blocks: Record<string, () => string>): string;
