/** Runs a script of this folder as a user would. */
export function runCommand(script: string, ...args: string[]): { status: number | null; stdout: string; stderr: string };
