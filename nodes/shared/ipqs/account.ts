import { KEY_MARKER } from './request';

/** IPQS's account call: free, and published with the key in the path alone. */
export const ACCOUNT_PATH = `/api/json/account/${KEY_MARKER}`;
