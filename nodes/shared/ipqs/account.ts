import { KEY_MARKER, type ApiRequest } from './request';

/** IPQS's account call: free, and published with the key in the path alone. */
export const ACCOUNT_REQUEST: ApiRequest = { method: 'GET', path: `/api/json/account/${KEY_MARKER}`, parameters: {}, costsCredit: false };
