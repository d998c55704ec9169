import type { ResponseField } from './responseField';

/** Fields that IPQS sends whatever it is asked, in one wording for all. */
export const SUCCESS: ResponseField = {
	name: 'success',
	label: 'Success',
	type: 'boolean',
	isMetadata: true,
	goodWhenTrue: true,
	simplified: true,
	description: 'Whether the lookup was answered',
};

export const MESSAGE: ResponseField = {
	name: 'message',
	label: 'Message',
	type: 'text',
	isMetadata: true,
	simplified: true,
	description: 'What IPQS says about the lookup',
};

export const REQUEST_ID: ResponseField = {
	name: 'request_id',
	label: 'Request ID',
	type: 'text',
	isMetadata: true,
	description: "IPQS's identifier of the lookup",
};

export const ERRORS: ResponseField = {
	name: 'errors',
	label: 'Errors',
	type: 'list',
	isMetadata: true,
	freeText: true,
	nullIsNormal: true,
	description: 'What IPQS could not process in the request',
};

export const TRANSACTION_DETAILS: ResponseField = {
	name: 'transaction_details',
	label: 'Transaction Details',
	type: 'object',
	nullIsNormal: true,
	description: 'Risk of the transaction, when transaction data was sent',
};
