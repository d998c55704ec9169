/** Names of breaks whose file or text is no longer there. */
export function findStaleBreaks(): string[];
