export interface Steps {
	/** Takes a step and keeps how long it took; throws what the step throws. */
	take(step: string, act: () => Promise<void>): Promise<void>;
	print(): void;
}

export function startSteps(title: string): Steps;
