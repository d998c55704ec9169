import { getExecutionState } from '../../../../nodes/shared/client/executionState';

it('an execution has one state, empty at first', () => {
	const execution = {};
	const state = getExecutionState(execution);
	expect(state).toEqual({ lookups: new Map(), stoppedAccounts: new Map(), chargedCount: 0 });
	state.chargedCount = 7;
	expect(getExecutionState(execution)).toBe(state);
});

it('another execution has another state', () => {
	expect(getExecutionState({})).not.toBe(getExecutionState({}));
});

it('without an execution nothing is remembered', () => {
	const state = getExecutionState(undefined);
	state.chargedCount = 7;
	expect(getExecutionState(undefined)).toEqual({ lookups: new Map(), stoppedAccounts: new Map(), chargedCount: 0 });
});
