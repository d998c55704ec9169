export function withTables(page: string, nodes: (module: string) => object): string;
