import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { hints } from './description/staticHints';
import { OUTCOME_MENU } from '../shared/policyNode/policyMenus';
import { properties } from './description/form';
import { SUBTITLE } from './description/subtitle';
import { execute } from './execute';

export class IpqsCriteria implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IPQS Criteria',
		name: 'ipqsCriteria',
		icon: { light: 'file:ipqsCriteria.svg', dark: 'file:ipqsCriteria.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: SUBTITLE,
		// Also the description that models read when the node is a tool.
		description: 'Send leads to Accept, QA or Reject based on their IPQS results. Adds the outcome, the reason and codes.',
		defaults: { name: 'IPQS Criteria' },
		usableAsTool: true,
		parameterPane: 'wide',
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTCOME_MENU.map(({ name }) => ({ type: NodeConnectionTypes.Main, displayName: name })),
		builderHint: {
			searchHint:
				'A lookup with IPQS Phone Validation or IPQualityScore must come before this node. Its outputs are, in this order: Accept (0), QA (1), Reject (2). Connect all three.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-ipqs.ipqsPhoneValidation', relationHint: 'Looks up the phone number that this node decides about' },
				{ nodeType: 'n8n-nodes-ipqs.ipqs', relationHint: 'Looks up email addresses, IP addresses and more' },
			],
		},
		hints,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return execute(this);
	}
}
