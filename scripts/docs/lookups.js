const { code, table } = require('./markdown');
const { defaultOf, describe, distinct, optionTable, parameterTable } = require('./parameters');

const listLabels = (labels) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(labels.map((label) => `'${label}'`));

const describeField = ({ description, choices }) => [description, ...(choices ? [`One of: ${choices.join(', ')}`] : [])].join('. ');

const fieldTable = (fields) =>
	table(
		['Field', 'Label', 'Type', 'Simplified', 'What it says'],
		fields.map((field) => [code(field.name), field.label, field.type, field.simplified ? 'yes' : '', describeField(field)]),
	);

const NAMED_FIELDS = 6;

/** What people look for first, the last one foremost. */
const HEADLINES = ['valid', 'fraud_chance', 'risk_score', 'fraud_score'];

/** The first simplified fields, and how many more there are. */
function summarizeFields({ fields, hasUnlistedFields }) {
	const headlinesFirst = [...fields].sort((one, other) => HEADLINES.indexOf(other.name) - HEADLINES.indexOf(one.name));
	const names = headlinesFirst
		.filter(({ simplified, name }) => simplified && !['success', 'message'].includes(name))
		.map(({ name }) => code(name));
	const shown = names.slice(0, NAMED_FIELDS).join(', ');
	if (hasUnlistedFields) return [shown, 'everything else IPQS sends'].filter(Boolean).join(', ');
	const more = names.length - NAMED_FIELDS;
	return more > 0 ? `${shown} and ${more} more` : shown || code('success');
}

/** A response with more fields than this is a record of any kind of lookup: only its simplified fields are listed. */
const MAX_LISTED_FIELDS = 80;

function operationFields({ title, fields }) {
	const isRecord = fields.length > MAX_LISTED_FIELDS;
	const listed = isRecord ? fields.filter(({ simplified }) => simplified) : fields;
	const more = isRecord ? '\n\nThe record also has every field of the lookup it is about.' : '';
	return `### Fields of ${title}\n\n${fieldTable(listed)}${more}`;
}

/** Blocks about the lookup nodes and their credentials. */
const lookupBlocks = ({
	credentialProperties,
	phoneProperties,
	phoneFields,
	operations,
	commonOptions,
	transactionGroups,
	failures,
	stopsNodeFor,
	reasonOfStatus,
}) => ({
	'api-key-credential': () => parameterTable(credentialProperties.apiKey),
	'custom-integration-credential': () => parameterTable(credentialProperties.customIntegration),
	'phone-parameters': () => parameterTable(phoneProperties),
	'phone-options': () => optionTable(phoneProperties),
	'phone-fields': () => fieldTable(phoneFields),
	operations: () =>
		table(
			['Operation', 'What it does', 'Inputs', 'Result', 'Credits'],
			operations.map((operation) => [
				operation.title,
				operation.description,
				distinct(operation.properties)
					.map(({ displayName }) => displayName)
					.join(', '),
				summarizeFields(operation),
				operation.costsCredit ? '1 per result' : 'none',
			]),
		),
	'common-operation-options': () =>
		[
			`Every operation has these options: ${listLabels(commonOptions.every)}.`,
			`Operations that cost credits also have ${listLabels(commonOptions.charged)}.`,
			'[Phone validation](phone-validation.md#options) explains them.',
		].join(' '),
	'operation-options': () =>
		table(
			['Operation', 'Option', 'Default', 'What it does'],
			operations.flatMap(({ title, options }) => options.map((option) => [title, option.displayName, defaultOf(option), describe(option)])),
		),
	'operation-fields': () => operations.map(operationFields).join('\n\n'),
	'transaction-inputs': () =>
		table(
			['Group', 'Field', 'IPQS parameter', 'Example', 'What it is'],
			transactionGroups.flatMap(({ label, inputs }) =>
				inputs.map((input) => [label, input.label, code(input.name), input.example.replace('e.g. ', ''), input.description ?? '']),
			),
		),
	failures: () =>
		table(
			['`lookup.reason`', 'What happened', 'What to do', 'Retried', 'Stops the account', 'Stops the node'],
			Object.entries(failures).map(([reason, { message, remedy, retry, stopsAccount }]) => [
				code(reason),
				message,
				remedy,
				retry ? 'yes' : 'no',
				stopsAccount ? 'yes' : 'no',
				stopsNodeFor(reason) ? 'yes' : 'no',
			]),
		),
	statuses: () =>
		table(
			['HTTP status', '`lookup.reason`', 'Retried'],
			[401, 402, 403, 404, 408, 429, 500, 502, 503, 504, 509, 418].map((status) => {
				const reason = reasonOfStatus(status);
				return [status === 418 ? 'any other 4xx' : status, code(reason), failures[reason].retry ? 'yes' : 'no'];
			}),
		),
});

module.exports = { lookupBlocks };
