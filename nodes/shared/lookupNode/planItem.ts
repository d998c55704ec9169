import type { LookupTask } from '../client/lookUpBatch';
import type { ApiRequest } from '../ipqs/request';
import type { JsonObject } from '../json/json';
import type { Connection } from './connection';
import type { ItemParameters } from './itemParameters';
import { readNumericOption } from './numericOptions';
import type { ItemPlan, Operation } from './operation';

/** First backoff in ms. The sandbox responds at once, so it need not wait long. */
const BASE_DELAY = { live: 500, sandbox: 100 };

/** A copy that takes less memory, for a run keeps the requests of all its leads; see `withMember`. */
const compact = (request: ApiRequest): ApiRequest => ({ ...request, parameters: Object.fromEntries(Object.entries(request.parameters)) });

/**
 * Adds the limits of the options to a request.
 *
 * @param defaultTimeout seconds, used unless an option is set
 */
function toTask(request: ApiRequest, options: JsonObject, sandbox: boolean, defaultTimeout: number | undefined): LookupTask {
	const timeout = options.timeout === undefined && defaultTimeout !== undefined ? defaultTimeout : readNumericOption(options, 'timeout');
	const maxWait = readNumericOption(options, 'maxWait');
	return {
		request: compact(request),
		retry: {
			timeout: timeout * 1000,
			maxRetries: readNumericOption(options, 'maxRetries'),
			// A default shorter than one attempt may take would end the first attempt early.
			maxWait: (options.maxWait === undefined ? Math.max(maxWait, timeout) : maxWait) * 1000,
			baseDelay: sandbox ? BASE_DELAY.sandbox : BASE_DELAY.live,
		},
	};
}

/**
 * Plans the lookup of an item.
 *
 * @throws {InvalidParameter} when a value cannot be used; n8n's error when an expression fails
 */
export function planItem({ buildRequest }: Operation, item: ItemParameters, { auth, sandbox }: Connection): ItemPlan {
	const itemRequest = buildRequest(item, auth);
	if ('unsent' in itemRequest) return itemRequest;
	const {
		request: { key, ...request },
		timeout,
		...rest
	} = itemRequest;
	if (key !== undefined && item.read('output', 'simplified') === 'key') return { unsent: { status: 'not_sent', reason: 'key_only', key } };
	return { task: toTask(request, item.options, sandbox, timeout), ...(key === undefined ? {} : { key }), ...rest };
}
