const normalize = (column) => column.toLowerCase().replace(/[\s._-]/g, '');

/**
 * Finds a column by its name. Case, spaces, dots, dashes and underscores are ignored.
 *
 * @param {string[]} columns names as in the leads
 * @param {string[]} names in lower case, in order of preference
 * @returns {string | undefined}
 */
export const findColumn = (columns, names) =>
	names.map((name) => columns.find((column) => normalize(column) === name)).find((column) => column !== undefined);
