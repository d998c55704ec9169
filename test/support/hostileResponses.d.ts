/** What a server may do that no IPQS ever did, by its name among the stand-in's faults. */
export const HOSTILE: Record<string, unknown>;
