import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { IpqsBacktest } from '../../nodes/IpqsBacktest/IpqsBacktest.node';
import type { ReportItem } from '../../nodes/shared/criteria/report/types';
import { createEngine, type EngineRun } from '../../scripts/engine';

export const TYPE = 'n8n-nodes-ipqs.ipqsBacktest';
export const backtest = new IpqsBacktest();
/** n8n derives the type of the tool from the node: the same code, with a name that ends in Tool. */
const engine = createEngine({ nodeTypes: { [TYPE]: backtest, [`${TYPE}Tool`]: backtest }, credentialTypes: {} });

export interface BacktestSetup {
	parameters?: IDataObject;
	/** Further members of the node. */
	node?: IDataObject;
}

/** Runs leads through IPQS Back-Test, called "Back-Test", on n8n's engine. */
export async function testLeads(leads: INodeExecutionData[], { parameters = {}, node = {} }: BacktestSetup = {}): Promise<EngineRun> {
	return await engine.run({
		nodes: [
			{ name: 'Leads', type: 'n8n-nodes-base.manualTrigger' },
			{ name: 'Back-Test', type: TYPE, parameters, ...node },
		],
		connections: { Leads: { main: [[{ node: 'Back-Test', type: 'main', index: 0 }]] } },
		pinData: { Leads: leads },
	});
}

export const reportOf = (run: EngineRun): ReportItem[] => run.items('Back-Test', 0).map(({ json }) => json as unknown as ReportItem);

export const changedOf = (run: EngineRun): INodeExecutionData[] => run.items('Back-Test', 1);

export const hintsOf = (run: EngineRun): string =>
	run
		.hints('Back-Test')
		.map(({ message }) => message)
		.join('\n');

/** The HTML file of the first item. */
export function pageOf(run: EngineRun): string {
	const data = run.items('Back-Test', 0)[0]?.binary?.data?.data;
	return data === undefined ? '' : Buffer.from(data, 'base64').toString('utf8');
}
