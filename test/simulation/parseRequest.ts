import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import type { CredentialPlan } from './scenario';
import type { Question } from './simulatedIpqs';

/** A request as IPQS reads it. */
export interface ParsedRequest {
	readonly question: Question;
	/** The key or secret that came with it. */
	readonly secret: string;
	/** What is wrong with it, for IPQS or for the owner of the key. */
	readonly problems: readonly string[];
}

/** Parameters of a body or a query, by name. */
function parametersOf({ qs, body }: IHttpRequestOptions): Record<string, string> {
	const form = body instanceof URLSearchParams ? Object.fromEntries(body) : {};
	return { ...form, ...(qs as IDataObject | undefined) } as Record<string, string>;
}

/** Reads a request that a credential has signed. */
export function parseRequest(options: IHttpRequestOptions, { type, account, data }: CredentialPlan): ParsedRequest {
	const { baseUrl } = data;
	const problems: string[] = [];
	if (!options.url.startsWith(`${baseUrl}/`)) problems.push('a request left the base URL of its credential');
	const path = new URL(options.url).pathname.slice(new URL(baseUrl).pathname.replace(/\/$/, '').length);
	const parameters = parametersOf(options);
	const strictness = parameters.strictness ?? '';
	if (type === 'ipqsCustomIntegrationApi') {
		if (path !== '/webhooks/example%20crm/json/phone_check') problems.push(`a custom integration has no ${path}`);
		const { phone = '', secret = '' } = parameters;
		return { question: { kind: 'phone', value: phone.replace('+', ''), strictness }, secret, problems };
	}
	const [, , , endpoint, ...segments] = path.split('/').map(decodeURIComponent);
	const kind = endpoint === 'account' ? 'account' : endpoint === 'email' ? 'email' : 'phone';
	const header = (options.headers as IDataObject | undefined)?.['IPQS-KEY'];
	const inHeader = typeof header === 'string';
	if (!inHeader && data.keyLocation === 'header' && kind !== 'account') problems.push('the key was not in the header');
	if (inHeader && options.url.includes(encodeURIComponent(account.secret))) problems.push('the key was in a URL');
	const value = (parameters[kind] ?? segments[inHeader ? 0 : 1] ?? '').replace('+', '');
	return { question: { kind, value, strictness }, secret: inHeader ? header : (segments[0] ?? ''), problems };
}
