import { ExecutionState, getExecutionState } from '../../../../nodes/shared/client/executionState';

describe('the state of an execution', () => {
	it('is one for each execution, empty at first', () => {
		const execution = {};
		const state = getExecutionState(execution);
		expect(state).toEqual(new ExecutionState());
		expect([state.lookups.size, state.stoppedAccounts.size, state.chargedCount]).toEqual([0, 0, 0]);
		state.chargedCount = 7;
		expect(getExecutionState(execution)).toBe(state);
	});

	it('is another one for another execution', () => {
		expect(getExecutionState({})).not.toBe(getExecutionState({}));
	});

	it('is not remembered without an execution', () => {
		const state = getExecutionState(undefined);
		state.chargedCount = 7;
		expect(getExecutionState(undefined)).toEqual(new ExecutionState());
	});
});

describe('an account that only refuses', () => {
	/** Refuses requests that are sent one after the other, one each `every` ms. */
	const refuse = (state: ExecutionState, count: number, every: number, account = 'account', start = 0): void => {
		for (let place = 1; place <= count; place++) state.onRateLimited(account, start + (place - 1) * every, start + place * every);
	};
	const isStopped = (state: ExecutionState, account = 'account'): boolean => state.stoppedAccounts.get(account) === 'rate_limited';

	it.each([
		[20, 2_000, true],
		[19, 2_000, false],
		[20, 1_500, false],
		[31, 1_000, true],
		[30, 1_000, false],
		[100, 100, false],
		[19, 60_000, false],
	])('%d times, once in %d ms, is given up: %s', (count, every, stopped) => {
		const state = new ExecutionState();
		refuse(state, count, every);
		expect(isStopped(state)).toBe(stopped);
	});

	it('counts requests once that were sent before the last refusal was known', () => {
		const state = new ExecutionState();
		for (let burst = 0; burst < 19; burst++) {
			for (let place = 0; place < 50; place++) state.onRateLimited('account', burst * 5_000, burst * 5_000 + 100 + place);
		}
		expect(isStopped(state)).toBe(false);
		state.onRateLimited('account', 100_000, 100_100);
		expect(isStopped(state)).toBe(true);
	});

	it('begins anew with any other response', () => {
		const state = new ExecutionState();
		refuse(state, 19, 2_000);
		state.onResponse('account');
		refuse(state, 19, 2_000, 'account', 100_000);
		expect(isStopped(state)).toBe(false);
		refuse(state, 1, 2_000, 'account', 200_000);
		expect(isStopped(state)).toBe(true);
	});

	it('gives up no other account', () => {
		const state = new ExecutionState();
		refuse(state, 10, 2_000, 'one');
		refuse(state, 20, 2_000, 'other');
		state.onResponse('third');
		expect([isStopped(state, 'one'), isStopped(state, 'other')]).toEqual([false, true]);
	});
});
