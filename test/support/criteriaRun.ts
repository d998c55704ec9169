import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import { createEngine, type EngineRun } from '../../scripts/engine';

export const TYPE = 'n8n-nodes-ipqs.ipqsCriteria';
export const criteria = new IpqsCriteria();
/** n8n derives the type of the tool from the node: the same code, with a name that ends in Tool. */
const engine = createEngine({ nodeTypes: { [TYPE]: criteria, [`${TYPE}Tool`]: criteria }, credentialTypes: {} });

const CLEAN: IDataObject = { success: true, valid: true, fraud_score: 0, recent_abuse: false, VOIP: false, prepaid: false, active: true };

/** A lead whose phone result has no bad sign but the changes. */
export const lead = (changes: IDataObject = {}, own: IDataObject = {}): INodeExecutionData => ({
	json: { ...own, ipqs: { ...CLEAN, ...changes } },
});

export interface CriteriaSetup {
	parameters?: IDataObject;
	/** Further members of the node. */
	node?: IDataObject;
	mode?: string;
}

/** Runs leads through IPQS Criteria on n8n's engine, with one node at each output. */
export async function route(leads: INodeExecutionData[], { parameters = {}, node = {}, mode }: CriteriaSetup = {}): Promise<EngineRun> {
	const end = (name: string) => ({ name, type: 'n8n-nodes-base.noOp' });
	const to = (name: string) => [{ node: name, type: 'main', index: 0 }];
	const workflow = {
		nodes: [
			{ name: 'Leads', type: 'n8n-nodes-base.manualTrigger' },
			{ name: 'Criteria', type: TYPE, parameters, ...node },
			end('Accepted'),
			end('Checked'),
			end('Rejected'),
		],
		connections: { Leads: { main: [to('Criteria')] }, Criteria: { main: [to('Accepted'), to('Checked'), to('Rejected')] } },
		pinData: { Leads: leads },
	};
	return await engine.run(workflow, mode === undefined ? {} : { mode });
}

export const decisionsOf = (run: EngineRun, output: number, field = 'decision'): IDataObject[] =>
	run.items('Criteria', output).map(({ json }) => json[field] as IDataObject);

/** The indexes of the leads on each output. */
export const places = (run: EngineRun): unknown[] =>
	[0, 1, 2].map((output) => run.items('Criteria', output).map(({ pairedItem }) => (pairedItem as { item: number }).item));

export const hintsOf = (run: EngineRun): string =>
	run
		.hints('Criteria')
		.map(({ message }) => message)
		.join('\n');

/** A row of 'Rules' with one condition. */
export const rule = (name: string, row: IDataObject, rest: IDataObject = {}) => ({
	name,
	conditions: { values: [row] },
	action: 'reject',
	...rest,
});

export const rules = (...values: IDataObject[]) => ({ policySource: 'rules', rules: { values } });
