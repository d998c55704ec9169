/**
 * Indentation and line length come from .editorconfig.
 *
 * @type {import('prettier').Config}
 */
export default { singleQuote: true, trailingComma: 'all' };
