import { parseArgs } from 'node:util';

const PRESETS = ['standard', 'ipqsHighRisk', 'clearAbuse', 'strict', 'outreach'];

export const HELP = `Screens leads by phone number: runs workflows/lead-screening.json on n8n's own engine, without n8n's server.

Usage: npm run demo -- [options]

  --leads FILE     your own leads, JSON or CSV, with a phone column (default: the leads in the workflow)
  --preset NAME    ${PRESETS.join(', ')}
  --json           print {"accept": [...], "qa": [...], "reject": [...]} with n8n's items, nothing else
  --key KEY        look the numbers up at IPQS, which spends credits (or set IPQS_API_KEY);
                   without a key the sandbox answers and nothing is looked up
  --base-url URL   another address for lookups with a key
  --help           this text
`;

/** What the user gave cannot be used; the message is one line for the terminal. */
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
		// A stray word may be a key that lost its option, so it is not repeated.
		if (error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') throw new UsageError('A value without its option, see --help');
		throw new UsageError(`${error.message.split('\n')[0].replace(/\.$/, '')}, see --help`);
	}
};

const isLoopback = (host) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

const readBaseUrl = (text) => {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return text;
	throw new UsageError('--base-url takes an https address, or plain http on this machine');
};

const readAccount = (key, baseUrl) => {
	if (key?.trim() === '') throw new UsageError('--key takes a key, and it is empty');
	if (key !== undefined) return { apiKey: key.trim(), ...(baseUrl !== undefined && { baseUrl: readBaseUrl(baseUrl) }) };
	if (baseUrl !== undefined) throw new UsageError('--base-url needs a key: add --key or set IPQS_API_KEY');
	return undefined;
};

/**
 * @param {string[]} args what follows the script's name
 * @param {Record<string, string | undefined>} environment
 * @returns {{ help: boolean, json: boolean, leadsFile?: string, preset: string, account?: { apiKey: string, baseUrl?: string } }}
 *   without an account the sandbox answers
 * @throws {UsageError}
 */
export function readArguments(args, environment) {
	const { help = false, json = false, leads: leadsFile, preset = 'standard', key, 'base-url': baseUrl } = parse(args);
	if (!PRESETS.includes(preset)) throw new UsageError(`--preset takes one of ${PRESETS.join(', ')}`);
	return { help, json, leadsFile, preset, account: readAccount(key ?? (environment.IPQS_API_KEY?.trim() || undefined), baseUrl) };
}
