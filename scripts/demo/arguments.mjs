import { parseArgs } from 'node:util';

const PRESETS = ['standard', 'ipqsHighRisk', 'clearAbuse', 'strict', 'outreach'];

export const HELP = `Screens leads by phone number: runs workflows/lead-screening.json on n8n's own engine, without n8n's server.

Usage: npm run demo -- [options]

  --leads FILE     your own leads, JSON or CSV, with a phone column (default: the leads in the workflow)
  --preset NAME    ${PRESETS.join(', ')}
  --json           print only {"accept": [...], "qa": [...], "reject": [...]} with n8n's items
  --key KEY        look up the numbers at IPQS, which uses credits (or set IPQS_API_KEY);
                   without a key the sandbox is used, and nothing is sent to IPQS
  --base-url URL   URL of the IPQS API, for lookups with a key
  --help           this text
`;

/** Invalid arguments or input. The message is one line for the terminal. */
export class UsageError extends Error {}

const parse = (args) => {
	try {
		return parseArgs({
			args,
			options: {
				leads: { type: 'string' },
				preset: { type: 'string' },
				json: { type: 'boolean' },
				key: { type: 'string' },
				'base-url': { type: 'string' },
				help: { type: 'boolean', short: 'h' },
			},
		}).values;
	} catch (error) {
		// The value can be a key without its option, so the message does not repeat it.
		if (error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') throw new UsageError('A value without its option, see --help');
		throw new UsageError(`${error.message.split('\n')[0].replace(/\.$/, '')}, see --help`);
	}
};

const isLoopback = (host) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

const checkBaseUrl = (text) => {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return text;
	throw new UsageError('--base-url takes an https URL, or an http URL on this machine');
};

const readAccount = (key, baseUrl) => {
	if (key?.trim() === '') throw new UsageError('--key is empty');
	if (key !== undefined) return { apiKey: key.trim(), ...(baseUrl !== undefined && { baseUrl: checkBaseUrl(baseUrl) }) };
	if (baseUrl !== undefined) throw new UsageError('--base-url needs a key: add --key or set IPQS_API_KEY');
	return undefined;
};

/**
 * @param {string[]} args without the name of the script
 * @param {Record<string, string | undefined>} environment
 * @returns {{ help: boolean, json: boolean, leadsFile?: string, preset: string, account?: { apiKey: string, baseUrl?: string } }}
 *   without `account` the sandbox is used
 * @throws {UsageError}
 */
export function readArguments(args, environment) {
	const { help = false, json = false, leads: leadsFile, preset = 'standard', key, 'base-url': baseUrl } = parse(args);
	if (!PRESETS.includes(preset)) throw new UsageError(`--preset takes one of ${PRESETS.join(', ')}`);
	return { help, json, leadsFile, preset, account: readAccount(key ?? (environment.IPQS_API_KEY?.trim() || undefined), baseUrl) };
}
