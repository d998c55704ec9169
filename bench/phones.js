const { COSTS } = require('./columns');
const { runSubject } = require('./subject');

const LEADS = 100_000;

const ROWS = {
	'As leads come': { subject: 'nodes', form: 'leads' },
	'As leads come, libphonenumber': { subject: 'libphonenumber', form: 'leads' },
	'With + and country code': { subject: 'nodes', form: 'plus' },
	'As the US writes them': { subject: 'nodes', form: 'us' },
	'As the US writes them, libphonenumber': { subject: 'libphonenumber', form: 'us' },
	'With three countries': { subject: 'nodes', form: 'us', countries: ['GB', 'US', 'CA'] },
	Unreadable: { subject: 'nodes', form: 'unreadable' },
};

async function measure() {
	const measured = [];
	for (const [name, parameters] of Object.entries(ROWS)) {
		const { milliseconds, numbers } = await runSubject('phone', { ...parameters, leads: LEADS });
		measured.push({ name, seconds: milliseconds / 1000, perLeadMicroseconds: (milliseconds * 1000) / LEADS, numbers });
	}
	return measured;
}

const { Seconds, ...RATES } = COSTS;

module.exports = [
	{
		id: 'm',
		title: '100,000 phone numbers read',
		columns: { 'CPU seconds': Seconds, ...RATES, Numbers: ({ numbers }) => numbers },
		measure,
	},
];
