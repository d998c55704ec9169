import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const AUTHENTICATIONS: Readonly<Record<'apiKey' | 'customIntegration' | 'sandbox', INodePropertyOptions>> = {
	apiKey: { name: 'API Key', value: 'apiKey', description: 'Use the API key of your IPQS account' },
	customIntegration: {
		name: 'Custom Integration',
		value: 'customIntegration',
		description: 'Look up on behalf of users of a product registered with IPQS as an integration',
	},
	sandbox: {
		name: 'Sandbox (No Account Needed)',
		value: 'sandbox',
		description: 'Try your workflow with test values. Nothing is sent to IPQS and no credits are used.',
	},
};

/** 'Authentication' with the modes that a node supports. */
export const authentication = (...modes: ReadonlyArray<keyof typeof AUTHENTICATIONS>): INodeProperties => ({
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: modes.map((mode) => AUTHENTICATIONS[mode]),
	default: 'apiKey',
});

/** Hides a property for custom integrations, which support only phone, country and strictness. */
export const HIDDEN_FOR_CUSTOM_INTEGRATION = { displayOptions: { hide: { '/authentication': ['customIntegration'] } } };
