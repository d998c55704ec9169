const { code, table } = require('./markdown');

/** Default of a parameter as the form shows it. */
function defaultOf({ type, default: value, options = [] }) {
	if (type === 'boolean') return value ? 'on' : 'off';
	if (type === 'options') return options.find((option) => option.value === value)?.name ?? value;
	if (value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)) return '';
	return code(String(value).replace(/\s+/g, ' '));
}

const withoutFullStop = (text) => text.replace(/\.$/, '');

/** Longer menus are not repeated in a table. */
const MAX_MENU = 5;

function describeMenu({ type, options = [] }) {
	if (type !== 'options' || options.length > MAX_MENU) return [];
	if (options.every(({ description }) => description === undefined)) return [`One of: ${options.map(({ name }) => name).join(', ')}`];
	return options.map(({ name, description }) => (description === undefined ? name : `${name}: ${description}`));
}

const describe = (property) => [property.description ?? '', ...describeMenu(property)].filter(Boolean).map(withoutFullStop).join('. ');

/** Parameters that share a name are one parameter under different conditions, each with its description. */
function distinct(properties) {
	const byName = new Map();
	for (const property of properties) {
		const { description } = byName.get(property.name) ?? property;
		const isOther = description !== property.description && description !== undefined;
		byName.set(property.name, isOther ? { ...property, description: `${description} ${property.description ?? ''}`.trim() } : property);
	}
	return [...byName.values()];
}

const parameterTable = (properties) =>
	table(
		['Parameter', 'Default', 'What it does'],
		distinct(properties)
			.filter(({ name, type }) => name !== 'options' && type !== 'notice')
			.map((property) => [property.displayName, defaultOf(property), describe(property)]),
	);

const named = (properties, name) => properties.find((property) => property.name === name);

/** The 'Options' of a form. */
const optionTable = (properties) => parameterTable(named(properties, 'options').options);

/** The rows of a collection, such as 'Rules'. */
const rowTable = (properties, name) => parameterTable(named(properties, name).options[0].values);

module.exports = {
	defaultOf,
	describe,
	distinct,
	optionTable,
	parameterTable,
	rowTable,
};
