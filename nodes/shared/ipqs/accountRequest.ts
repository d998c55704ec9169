import { KEY_MARKER, type ApiRequest } from './request';

/** IPQS's account call (documentation, credit usage). Costs no credit, and IPQS only documents it with the key in the path. */
export const ACCOUNT_REQUEST: ApiRequest = { method: 'GET', path: `/api/json/account/${KEY_MARKER}`, parameters: {}, costsCredit: false };
