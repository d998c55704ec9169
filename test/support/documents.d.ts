export const blocks: Record<string, () => string>;
export const documents: Record<string, string>;
export const linkingFiles: Record<string, string>;
export const paths: readonly string[];
export const repository: string;
export const scripts: readonly string[];
export const source: {
	issuesOf(policy: unknown): ReadonlyArray<{ path: ReadonlyArray<string | number>; message: string }>;
};
