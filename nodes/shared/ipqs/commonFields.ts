import type { ResponseField } from './responseField';

// Fields of the responses of several endpoints.

export const SUCCESS: ResponseField = {
	name: 'success',
	label: 'Success',
	type: 'boolean',
	isMetadata: true,
	goodWhenTrue: true,
	simplified: true,
	description: 'Whether the lookup succeeded',
};

export const MESSAGE: ResponseField = {
	name: 'message',
	label: 'Message',
	type: 'text',
	isMetadata: true,
	simplified: true,
	description: 'Message from IPQS about the lookup',
};

export const REQUEST_ID: ResponseField = {
	name: 'request_id',
	label: 'Request ID',
	type: 'text',
	isMetadata: true,
	description: 'ID of the lookup at IPQS',
};

export const ERRORS: ResponseField = {
	name: 'errors',
	label: 'Errors',
	type: 'list',
	isMetadata: true,
	freeText: true,
	nullIsNormal: true,
	description: 'Parts of the request that IPQS could not process',
};

export const TRANSACTION_DETAILS: ResponseField = {
	name: 'transaction_details',
	label: 'Transaction Details',
	type: 'object',
	nullIsNormal: true,
	description: 'Risk of the transaction, if transaction data was sent',
};
