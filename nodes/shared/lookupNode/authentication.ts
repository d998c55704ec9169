/** What a property has that IPQS's custom integrations do not know: they take number, country and strictness alone. */
export const NEEDS_KEY = { displayOptions: { hide: { '/authentication': ['customIntegration'] } } };
