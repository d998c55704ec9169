import type { IDataObject } from 'n8n-workflow';
import type { Weather } from './faults';
import type { ProcessTraits } from './simulatedProcess';

/** An account at IPQS. */
export interface AccountPlan {
	readonly name: string;
	/** API key, or secret of a custom integration. */
	readonly secret: string;
	readonly isIntegration: boolean;
	readonly credits: number;
	/** Requests per second that IPQS accepts, 0 = any. */
	readonly limit: number;
	/** How IPQS refuses a request beyond the limit. */
	readonly refusal: { readonly status: number; readonly retryAfter: 'seconds' | 'date' | 'dateOnly' | null; readonly seconds: number };
	/** When IPQS stops to accept the key, ms. */
	readonly revokedAt: number;
	/** Lookups that IPQS answers in all before it reports the quota, 0 = any. */
	readonly quota: number;
}

/** A credential in n8n. Several may have the same key. */
export interface CredentialPlan {
	readonly id: string;
	readonly type: 'ipqsApi' | 'ipqsCustomIntegrationApi';
	readonly account: AccountPlan;
	readonly data: IDataObject & { readonly baseUrl: string; readonly requestsPerSecond: number; readonly lookupsPerDay: number };
}

export interface LeadPlan {
	/** As a form sends it. */
	readonly phone: string;
	/** What is looked up, digits with country code; null if the text is no number. */
	readonly digits: string | null;
	readonly email: string;
	/** A stored result that must not be used. */
	readonly decoy: Decoy | undefined;
}

export const DECOYS = ['otherNumber', 'stale', 'future', 'sandbox', 'failed', 'damaged', 'otherKey'] as const;

export type Decoy = (typeof DECOYS)[number];

export type Step = 'phone' | 'email';

export interface ExecutionPlan {
	readonly name: string;
	readonly startAt: number;
	readonly trigger: 'webhook' | 'batch';
	readonly credential: CredentialPlan;
	readonly leads: readonly LeadPlan[];
	/** Lookup nodes in order; IPQS Criteria follows them. */
	readonly steps: readonly Step[];
	readonly strictness: number;
	readonly output: 'simplified' | 'raw';
	/** 'Options' of the lookup nodes, times in seconds. */
	readonly options: Readonly<{
		concurrency: number;
		timeout: number;
		maxRetries: number;
		maxWait: number;
		maxLookups: number;
		reuseMinutes: number;
		earlierDays: number;
		requestMethod: 'GET' | 'POST';
		keepCredits: number | '';
	}>;
	readonly usesEarlierResults: boolean;
	readonly onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	/** 'Retry On Fail' of n8n: how often a node is run until it does not fail. */
	readonly tries: number;
	/** Ms after the start; Infinity if nobody stops it. */
	readonly cancelAfter: number;
	/** Whether it runs again if the process dies meanwhile, as a job of a queue does. */
	readonly isRepeated: boolean;
}

export type Incident =
	| { readonly kind: 'restart'; readonly at: number; readonly downtime: number }
	| { readonly kind: 'stall'; readonly at: number; readonly duration: number }
	| { readonly kind: 'clockChange'; readonly at: number; readonly by: number };

export interface Scenario {
	/** Ms since the epoch. */
	readonly epoch: number;
	readonly traits: ProcessTraits;
	/** Ms of a round trip without faults. */
	readonly latency: readonly [min: number, max: number];
	readonly accounts: readonly AccountPlan[];
	readonly executions: readonly ExecutionPlan[];
	readonly incidents: readonly Incident[];
	/** In order of time, the first one from 0 on. */
	readonly weather: ReadonlyArray<{ readonly from: number; readonly kind: Weather }>;
}
