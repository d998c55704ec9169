export const sourceFiles: Readonly<Record<string, string>>;
export function gzippedSize(text: string): number;
