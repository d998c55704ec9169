import type { Resource, IpqsOperation } from './ipqsOperation';
import { getUsage } from './resources/account/getUsage.operation';
import { getResult } from './resources/deviceFingerprint/getResult.operation';
import { validate } from './resources/email/validate.operation';
import { submit } from './resources/fraudReport/submit.operation';
import { check as checkIpAddress } from './resources/ipAddress/check.operation';
import { check as checkLeakedData } from './resources/leakedData/check.operation';
import { add } from './resources/list/add.operation';
import { remove } from './resources/list/delete.operation';
import { getMany as getManyEntries } from './resources/list/getMany.operation';
import { send } from './resources/postback/send.operation';
import { getMany as getManyRequests } from './resources/request/getMany.operation';
import { getAverages } from './resources/statistics/getAverages.operation';
import { scan } from './resources/url/scan.operation';

/** All resources and operations, in the order of the menus. */
export const RESOURCES: readonly [Resource, ...Resource[]] = [
	{ name: 'account', label: 'Account', operations: [getUsage] },
	{ name: 'deviceFingerprint', label: 'Device Fingerprint', operations: [getResult] },
	{ name: 'email', label: 'Email', operations: [validate] },
	{ name: 'fraudReport', label: 'Fraud Report', operations: [submit] },
	{ name: 'ipAddress', label: 'IP Address', operations: [checkIpAddress] },
	{ name: 'leakedData', label: 'Leaked Data', operations: [checkLeakedData] },
	{ name: 'list', label: 'List', operations: [add, remove, getManyEntries] },
	{ name: 'postback', label: 'Postback', operations: [send] },
	{ name: 'request', label: 'Request', operations: [getManyRequests] },
	{ name: 'statistics', label: 'Statistics', operations: [getAverages] },
	{ name: 'url', label: 'URL', operations: [scan] },
];

/** @returns undefined for an operation that is not in the menus, such as n8n's "Custom API Call" */
export const findOperation = (resource: unknown, operation: unknown): IpqsOperation | undefined =>
	RESOURCES.find(({ name }) => name === resource)?.operations.find(({ name }) => name === operation);
