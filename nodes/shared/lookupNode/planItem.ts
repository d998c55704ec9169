import { choice, InvalidParameter } from '../parameters/validate';
import { rowsOf } from '../parameters/fixedCollection';
import { textOf } from '../parameters/text';
import type { JsonObject } from '../json/json';
import { readFreeParameter } from '../ipqs/transactionInput';
import { REQUEST_METHODS, type ApiRequest, type RequestMethod } from '../ipqs/request';
import type { Inquiry } from '../client/lookUpBatch';
import type { ItemParameters, Operation, Plan } from './operation';
import { numberOption } from './numericOptions';
import type { Way } from './connection';

/** First back-off in ms; the sandbox answers at once, so it need not wait long. */
const BASE_DELAY = { live: 500, sandbox: 100 };

/** Names a variable must not have, for they would put a key into an address. */
const SECRET_NAMES = new Set(['key', 'secret', 'ipqs-key']);

/** @throws {InvalidParameter} when a variable has no name, the name of a key, or holds what must not be sent */
export function variablesOf(options: JsonObject): Record<string, string> {
	const variables: Record<string, string> = {};
	for (const row of rowsOf(options.customVariables)) {
		const name = textOf(row.name);
		const value = textOf(row.value);
		if (value === '') continue;
		if (name === '') throw new InvalidParameter('Custom Variables', 'has a value without a name');
		if (SECRET_NAMES.has(name.toLowerCase())) throw new InvalidParameter('Custom Variables', 'must hold no key; the credential sends it');
		variables[name] = readFreeParameter('Custom Variables', name, value);
	}
	return variables;
}

/** @throws {InvalidParameter} unless it is one of the two */
export const requestMethodOf = (options: JsonObject): RequestMethod => choice('Request Method', options.requestMethod ?? 'GET', REQUEST_METHODS);

/**
 * A request with its limits.
 *
 * @param defaultTimeout seconds, where no option says
 */
function inquiryOf(request: ApiRequest, options: JsonObject, sandbox: boolean, defaultTimeout: number | undefined): Inquiry {
	const timeout = options.timeout === undefined && defaultTimeout !== undefined ? defaultTimeout : numberOption(options, 'timeout');
	const maxWait = numberOption(options, 'maxWait');
	return {
		request,
		retry: {
			timeout: timeout * 1000,
			maxRetries: numberOption(options, 'maxRetries'),
			// A default that is shorter than one attempt may take would end the first one early.
			maxWait: (options.maxWait === undefined ? Math.max(maxWait, timeout) : maxWait) * 1000,
			baseDelay: sandbox ? BASE_DELAY.sandbox : BASE_DELAY.live,
		},
	};
}

/**
 * What an item asks of IPQS, with its limits.
 *
 * @throws {InvalidParameter} when a value cannot be used; what n8n throws when an expression gives none
 */
export function planItem({ ask }: Operation, item: ItemParameters, { access, sandbox }: Way): Plan {
	const question = ask(item, access);
	if ('settled' in question) return question;
	const { request, timeout, ...rest } = question;
	return { inquiry: inquiryOf(request, item.options, sandbox, timeout), ...rest };
}
