import { PRESET_NAMES } from '../../../nodes/shared/criteria/presets';
import { runScript } from '../../support/cli';

const MADE_UP = 'made-up-0123456789';
const LEADS = 'test/fixtures/leads';

const demo = (args: string[], environment?: Record<string, string>) => runScript('demo.mjs', args, environment);

describe('the demo rejects, in one line on stderr and with exit code 2,', () => {
	const refusals: Array<[title: string, args: string[], line: string]> = [
		['an unknown option', ['--lead', 'x.csv'], "Unknown option '--lead', see --help"],
		['a word without option', ['leads.csv'], 'A value without its option, see --help'],
		['an option without its value', ['--leads'], "Option '--leads <value>' argument missing, see --help"],
		['an option in place of a value', ['--leads', '--json'], "Option '--leads' argument is ambiguous, see --help"],
		['an unknown preset', ['--preset', 'lenient'], `--preset takes one of ${PRESET_NAMES.join(', ')}`],
		['an empty key', ['--key', ' '], '--key is empty'],
		['a URL without a key', ['--base-url', 'https://example.com'], '--base-url needs a key: add --key or set IPQS_API_KEY'],
		[
			'an http URL',
			['--key', MADE_UP, '--base-url', 'http://example.com'],
			'--base-url takes an https URL, or an http URL on this machine',
		],
		[
			'text that is not a URL',
			['--key', MADE_UP, '--base-url', 'example'],
			'--base-url takes an https URL, or an http URL on this machine',
		],
		['a file that does not exist', ['--leads', `${LEADS}/nowhere.csv`], 'nowhere.csv cannot be read (no such file or directory)'],
		['a folder', ['--leads', LEADS], 'leads cannot be read (illegal operation on a directory)'],
		['an empty file', ['--leads', `${LEADS}/empty.csv`], 'empty.csv is empty'],
		['a file with column names only', ['--leads', `${LEADS}/names-only.csv`], 'names-only.csv has no leads'],
		['an empty array', ['--leads', `${LEADS}/no-leads.json`], 'no-leads.json has no leads'],
		['malformed JSON', ['--leads', `${LEADS}/malformed.json`], 'malformed.json is not valid JSON'],
		[
			'CSV lines of unequal length',
			['--leads', `${LEADS}/ragged.csv`],
			'ragged.csv is not valid CSV at line 2 (record inconsistent columns)',
		],
		['a stray quote in CSV', ['--leads', `${LEADS}/quotes.csv`], 'quotes.csv is not valid CSV at line 2 (invalid opening quote)'],
		...['numbers.json', 'one-lead.json'].map((file): [string, string[], string] => [
			`${file}, which is not an array of leads`,
			['--leads', `${LEADS}/${file}`],
			`${file} is not an array of leads, such as [{"name": "…", "phone": "…"}]`,
		]),
		[
			'CSV without a phone column',
			['--leads', `${LEADS}/no-phone-column.csv`],
			'no-phone-column.csv has no phone column. Name a column phone, mobile or telephone in the first line',
		],
		[
			'JSON without a phone column',
			['--leads', `${LEADS}/no-phone-column.json`],
			'no-phone-column.json has no phone column. Name a column phone, mobile or telephone',
		],
	];

	it.each(refusals)('%s', (_title, args, line) => {
		expect(demo(args)).toEqual({ status: 2, stdout: '', stderr: `demo: ${line}\n` });
	});
});

describe('the demo', () => {
	it('explains every option on request', () => {
		const { status, stdout, stderr } = demo(['--help']);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		for (const option of ['--leads', '--preset', '--json', '--key', '--base-url']) expect(stdout).toContain(`  ${option} `);
	});

	it.each([
		['given as an option', ['--key', MADE_UP, '--preset', 'lenient'], {}],
		['given without its option', [MADE_UP], {}],
		['part of an invalid URL', ['--key', MADE_UP, '--base-url', `ftp://example.com/${MADE_UP}`], {}],
		['in the environment', ['--base-url', 'nowhere'], { IPQS_API_KEY: MADE_UP }],
	])('does not repeat a key that was %s', (_title, args, environment) => {
		const { status, stdout, stderr } = demo(args, environment);
		expect(status).toBe(2);
		expect(stdout + stderr).not.toContain(MADE_UP);
	});
});
