/** The tables of the README that say what the code says. */

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head, rows) =>
	[head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const code = (text) => `\`${text}\``;

/** Default of a parameter as a person reads it. */
function defaultOf({ type, default: value, options = [] }) {
	if (type === 'boolean') return value ? 'on' : 'off';
	if (type === 'options') return options.find((option) => option.value === value)?.name ?? value;
	if (value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)) return '';
	return code(value);
}

const about = ({ description = '', options = [], type }) =>
	[description, ...(type === 'options' && options.length <= 3 ? options.map((option) => option.description && `${option.name}: ${option.description}`) : [])]
		.filter(Boolean)
		.join('. ');

/** Parameters that share a name are the same one under another condition. */
const distinct = (properties) => [...new Map(properties.map((property) => [property.name, property])).values()];

const parameterTable = (properties) =>
	table(
		['Parameter', 'Default', 'What it does'],
		distinct(properties)
			.filter(({ name }) => name !== 'options')
			.map((property) => [property.displayName, defaultOf(property), about(property)]),
	);

const optionTable = (properties) => parameterTable(properties.find(({ name }) => name === 'options').options);

const conditionText = ({ field, operator, value }) => {
	const operators = { greaterOrEqual: '≥', isTrue: 'is true', isFalse: 'is false', equals: 'is', notIn: 'is not' };
	const shown = value === 'threshold' ? 'S' : Array.isArray(value) ? value.join(' or ') : value;
	return [field, operators[operator] ?? operator, shown].filter((part) => part !== undefined).join(' ');
};

const rulesFor = (rules, action) =>
	rules
		.filter((rule) => rule.action === action)
		.map((rule) => rule.conditions.map(conditionText).join(' and '))
		.join('; ');

const NAMED_FIELDS = 6;

/** What people look for first, the last one foremost. */
const VERDICTS = ['valid', 'fraud_chance', 'risk_score', 'fraud_score'];

/** The first simplified fields, and how many more there are. */
function outputOf({ fields, partlyKnown }) {
	const verdictFirst = [...fields].sort((one, other) => VERDICTS.indexOf(other.name) - VERDICTS.indexOf(one.name));
	const names = verdictFirst.filter(({ simplified, name }) => simplified && !['success', 'message'].includes(name)).map(({ name }) => code(name));
	const more = names.length - NAMED_FIELDS;
	const shown = names.slice(0, NAMED_FIELDS).join(', ');
	if (partlyKnown) return [shown, 'all else that IPQS sends'].filter(Boolean).join(', ');
	return more > 0 ? `${shown} and ${more} more` : shown || code('success');
}

const labelsOf = (properties) => distinct(properties).map(({ displayName }) => displayName).join(', ');

const operations = (nodes) =>
	nodes('Ipqs/resources').RESOURCES.flatMap((resource) => resource.operations.map((operation) => ({ ...operation, title: `${resource.label}: ${operation.label}` })));

/** Test values of an operation, `nn` replaced where the digits matter. */
function testValues({ sandbox: { forms, cases, clean } }, { TEST_VALUE_FORMS }) {
	const written = forms.map((form) => code(TEST_VALUE_FORMS[form].writtenAs)).join(' or ');
	const told = cases.map(({ digits, shows }) => `${code(digits)} ${shows}`);
	return [written, told.length === 0 ? clean : [...told, `any other: ${clean}`].join('; ')];
}

/** Tables as Markdown by the name that marks their place; `nodes` loads a module below `nodes/`. */
const tables = (nodes) => ({
	parameters: () => parameterTable(nodes('IpqsPhoneValidation/description').properties),
	options: () => optionTable(nodes('IpqsPhoneValidation/description').properties),
	'criteria-parameters': () => parameterTable(nodes('IpqsCriteria/description/properties').properties),
	'criteria-options': () => optionTable(nodes('IpqsCriteria/description/properties').properties),
	fields: () =>
		table(
			['Field', 'Label', 'Type', 'Simplified', 'What it says'],
			nodes('shared/ipqs/phoneFields').PHONE_FIELDS.map(({ name, label, type, simplified, description }) => [code(name), label, type, simplified ? 'yes' : '', description]),
		),
	operations: () =>
		table(
			['Operation', 'What it does', 'Inputs', 'Result', 'Credits'],
			operations(nodes).map((operation) => [
				operation.title,
				operation.description,
				labelsOf(operation.properties),
				outputOf(operation),
				operation.charged ? '1 for an answer' : 'none',
			]),
		),
	'operation-options': () =>
		table(
			['Operation', 'Option', 'Default', 'What it does'],
			operations(nodes).flatMap(({ title, options }) => options.map((option) => [title, option.displayName, defaultOf(option), about(option)])),
		),
	'operation-sandbox': () =>
		table(
			['Operation', 'Test value', 'The digits `nn` choose'],
			operations(nodes).map((operation) => [operation.title, ...testValues(operation, nodes('shared/ipqs/sandbox/testValues'))]),
		),
	failures: () =>
		table(
			['`lookup.reason`', 'What happened', 'What to do', 'Tried again', 'Stops the account'],
			Object.entries(nodes('shared/ipqs/errors').FAILURES).map(([reason, { message, remedy, retry, stopsAccount }]) => [
				code(reason),
				message,
				remedy,
				retry ? 'yes' : 'no',
				stopsAccount ? 'yes' : 'no',
			]),
		),
	presets: () =>
		table(
			['Preset', 'S', 'Rejects', 'Sends to QA'],
			nodes('shared/criteria/presets').PRESETS.map(({ label, name, fraudThreshold, rules }) => [
				`${label} (${code(name)})`,
				fraudThreshold,
				rulesFor(rules, 'reject'),
				rulesFor(rules, 'qa'),
			]),
		),
	sandbox: () =>
		table(
			['Number ends in', 'Answer'],
			[
				...[...nodes('shared/ipqs/sandbox/phone').PHONE_SANDBOX.cases, ...nodes('shared/ipqs/sandbox/sandbox').SANDBOX_FAILURES].map(({ digits, shows }) => [code(`555 01${digits}`), shows]),
				['any other', nodes('shared/ipqs/sandbox/phone').PHONE_SANDBOX.clean],
			],
		),
});

const block = (name) => new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);

/**
 * A page with every table it marks made anew.
 *
 * @param {string} page Markdown
 * @param {(module: string) => object} nodes loads a module below `nodes/`, compiled or not
 */
const withTables = (page, nodes) =>
	Object.entries(tables(nodes)).reduce((text, [name, make]) => text.replace(block(name), (_, before, after) => `${before}${make()}\n${after}`), page);

module.exports = { withTables };
