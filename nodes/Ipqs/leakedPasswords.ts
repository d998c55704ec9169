import type { JsonObject } from '../shared/json';

/** An answer about a leak without what IPQS tells of the password, which no output shows. */
export const withoutPassword = (body: JsonObject): JsonObject => Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'plain_text_password'));
