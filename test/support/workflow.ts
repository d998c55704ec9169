import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { IpqsApi } from '../../credentials/IpqsApi.credentials';
import { IpqsCustomIntegrationApi } from '../../credentials/IpqsCustomIntegrationApi.credentials';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import { createEngine, type EngineRun, type RunOptions } from '../../scripts/engine';

export const engine = createEngine({
	nodeTypes: { 'n8n-nodes-ipqs.ipqsCriteria': new IpqsCriteria(), 'n8n-nodes-ipqs.ipqsPhoneValidation': new IpqsPhoneValidation() },
	credentialTypes: { ipqsApi: new IpqsApi(), ipqsCustomIntegrationApi: new IpqsCustomIntegrationApi() },
});

export type Lead = IDataObject | INodeExecutionData;

const itemOf = (lead: Lead): INodeExecutionData => ('json' in lead ? (lead as INodeExecutionData) : { json: lead });

export interface LookupSetup extends RunOptions {
	parameters?: IDataObject;
	/** Node settings beside the parameters, such as onError. */
	node?: IDataObject;
	/** Parameters of an IPQS Criteria behind the lookup, called "Criteria". */
	criteria?: IDataObject;
}

const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });

/** A workflow of leads and one IPQS Phone Validation, called "Lookup". */
export async function lookUpLeads(
	leads: Lead[],
	{ parameters = {}, node = {}, criteria, ...options }: LookupSetup = {},
): Promise<EngineRun> {
	const lookup = {
		name: 'Lookup',
		type: 'n8n-nodes-ipqs.ipqsPhoneValidation',
		parameters: { phone: '={{ $json.phone }}', ...parameters },
		credentials: { ipqsApi: { id: '1', name: 'ipqsApi' }, ipqsCustomIntegrationApi: { id: '2', name: 'ipqsCustomIntegrationApi' } },
		...node,
	};
	return await engine.run(
		{
			nodes: [
				{ name: 'Leads', type: 'n8n-nodes-base.manualTrigger' },
				lookup,
				...(criteria ? [{ name: 'Criteria', type: 'n8n-nodes-ipqs.ipqsCriteria', parameters: criteria }] : []),
			],
			connections: { Leads: to('Lookup'), ...(criteria ? { Lookup: to('Criteria') } : {}) },
			pinData: { Leads: leads.map(itemOf) },
		},
		options,
	);
}

/** The result of each item that left "Lookup". */
export const resultsOf = (run: EngineRun): IDataObject[] => run.items('Lookup').map(({ json }) => json.ipqs as IDataObject);
