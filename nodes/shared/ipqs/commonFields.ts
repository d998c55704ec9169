import type { ResponseField } from './responseField';

/** Fields that IPQS sends whatever it is asked, in one wording for all. */
export const SUCCESS: ResponseField = { name: 'success', label: 'Success', type: 'boolean', aboutLookup: true, goodWhenTrue: true, simplified: true, description: 'Whether the lookup was answered' };

export const MESSAGE: ResponseField = { name: 'message', label: 'Message', type: 'text', aboutLookup: true, simplified: true, description: 'What IPQS says about the lookup' };

export const REQUEST_ID: ResponseField = { name: 'request_id', label: 'Request ID', type: 'text', aboutLookup: true, description: 'IPQS\'s identifier of the lookup' };

export const ERRORS: ResponseField = {
	name: 'errors',
	label: 'Errors',
	type: 'list',
	aboutLookup: true,
	ownWords: true,
	ordinarilyNull: true,
	description: 'What IPQS could not process in the request',
};

export const TRANSACTION_DETAILS: ResponseField = {
	name: 'transaction_details',
	label: 'Transaction Details',
	type: 'object',
	ordinarilyNull: true,
	description: 'Risk of the transaction, when transaction data was sent',
};
