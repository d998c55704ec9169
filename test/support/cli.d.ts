/** Runs a file of scripts/ as a user would, in a process of its own whose environment holds no key unless one is given. */
export function runScript(
	script: string,
	args: string[],
	environment?: Record<string, string>,
): { status: number | null; stdout: string; stderr: string };

/** Calls what a module of scripts/ exports, in a process of its own; arguments and result travel as JSON. */
export function callExport(module: string, name: string, ...args: unknown[]): unknown;
