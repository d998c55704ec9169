const simplified = (column) => column.toLowerCase().replace(/[\s._-]/g, '');

/**
 * The first column that goes by one of `names`, whatever its case, spaces, dots, dashes and underscores.
 *
 * @param {string[]} columns as the leads spell them
 * @param {string[]} names in lower case, the preferred one first
 * @returns {string | undefined}
 */
export const findColumn = (columns, names) =>
	names.map((name) => columns.find((column) => simplified(column) === name)).find((column) => column !== undefined);
