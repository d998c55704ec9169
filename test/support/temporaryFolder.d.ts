export function withFiles<Result>(files: Readonly<Record<string, string>>, use: (folder: string) => Result): Result;
