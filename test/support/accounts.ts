/** A key of the right shape that belongs to nobody. */
export const FICTIONAL_KEY = ['F1CT10NAL', 'NOBODYS', 'PASSWORD', '1234567'].join('');

export const CREDENTIALS = { ipqsApi: { apiKey: FICTIONAL_KEY } };

let accounts = 0;

/** A credential of an account of its own: what one test makes the process learn of an account, no other test meets. */
export const newAccount = (fields: object = {}): { ipqsApi: { apiKey: string } } => ({
	ipqsApi: { apiKey: `${FICTIONAL_KEY}${String(++accounts).padStart(4, '0')}`, ...fields },
});

/** What IPQS gives out to a user of a site: 128 characters, here of nobody. */
export const FICTIONAL_SECRET = 'n0B0dysS3cr3tW0rd'.repeat(8).slice(0, 128);

/** A custom integration with an account of its own, as `newAccount`. */
export const newIntegration = (
	fields: object = {},
): { ipqsCustomIntegrationApi: { integration: string; domain: string; secret: string } } => ({
	ipqsCustomIntegrationApi: {
		integration: 'ExampleCRM',
		domain: 'shop.example',
		secret: `${FICTIONAL_SECRET.slice(4)}${String(++accounts).padStart(4, '0')}`,
		...fields,
	},
});
