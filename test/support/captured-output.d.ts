export function captureOutput(run: () => Promise<void>): Promise<string>;
