import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import type { ExecutionPlan, Step } from './scenario';

/** One call of a node's `execute`. Times in ms from the start of the simulation. */
export interface NodeRun {
	/** Position among the steps of the execution. */
	readonly place: number;
	readonly step: Step;
	/** From 1. */
	readonly attempt: number;
	readonly startedAt: number;
	/** By the system's clock, ms since the epoch. */
	readonly startDate: number;
	/** Requests that had been sent before, those of all executions together. */
	readonly requestsBefore: number;
	readonly input: readonly INodeExecutionData[];
	readonly hints: NodeExecutionHint[];
	/** What n8n's HTTP helper was told that it must not be told. */
	readonly problems: string[];
	endedAt: number | undefined;
	output: readonly INodeExecutionData[] | undefined;
	error: unknown;
}

/** An execution of n8n, from its start to its end or the death of its process. */
export interface RunningExecution {
	readonly name: string;
	readonly plan: ExecutionPlan;
	readonly processId: number;
	readonly startedAt: number;
	readonly signal: { aborted: boolean };
	readonly customData: Map<string, string>;
	readonly runs: NodeRun[];
	cancelledAt: number | undefined;
	endedAt: number | undefined;
	/** 'lost' if its process died. */
	state: 'running' | 'finished' | 'failed' | 'lost';
	/** Items of each output of IPQS Criteria: Accept, QA, Reject. */
	decided: readonly (readonly INodeExecutionData[])[] | undefined;
}
