import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { createEngine, type EngineRun } from '../../scripts/engine';
import { criteria, TYPE } from './criteriaRun';

const engine = createEngine({ nodeTypes: { [TYPE]: criteria }, credentialTypes: {} });
const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });

/** The expression that gives the rows of the table. */
const TABLE_ROWS = "={{ $('Campaign Policies').all() }}";

/** Judges leads by overrides that are rows of a table, which a node called "Campaign Policies" reads before. */
export async function routeByRows(
	leads: INodeExecutionData[],
	rows: IDataObject[],
	parameters: IDataObject = {},
	mode?: string,
): Promise<EngineRun> {
	const workflow = {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{ name: 'Campaign Policies', type: 'n8n-nodes-base.noOp' },
			{ name: 'Leads', type: 'n8n-nodes-base.noOp' },
			{
				name: 'Criteria',
				type: TYPE,
				parameters: { campaignField: 'campaign', overridesSource: 'rows', overrideRows: TABLE_ROWS, ...parameters },
			},
		],
		connections: { Start: to('Campaign Policies'), 'Campaign Policies': to('Leads'), Leads: to('Criteria') },
		pinData: { Start: [{ json: {} }], 'Campaign Policies': rows.map((json) => ({ json })), Leads: leads },
	};
	return await engine.run(workflow, mode === undefined ? {} : { mode });
}
