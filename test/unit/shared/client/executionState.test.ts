import { memoryOf } from '../../../../nodes/shared/client/executionState';

it('an execution has one memory, empty at first', () => {
	const execution = {};
	const memory = memoryOf(execution);
	expect(memory).toEqual({ asked: new Map(), stoppedAccounts: new Map(), requests: 0 });
	memory.requests = 7;
	expect(memoryOf(execution)).toBe(memory);
});

it('another execution has another memory', () => {
	expect(memoryOf({})).not.toBe(memoryOf({}));
});

it('without an execution nothing is remembered', () => {
	const memory = memoryOf(undefined);
	memory.requests = 7;
	expect(memoryOf(undefined)).toEqual({ asked: new Map(), stoppedAccounts: new Map(), requests: 0 });
});
