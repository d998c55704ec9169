/** A text without the link or identifier that a number is part of. */
export interface Unwrapped {
	readonly text: string;
	/** Whether it is from a link that always has the country code. */
	readonly fromLink: boolean;
}

const LINK = /(?:^|[ :])(?:[a-z][a-z0-9+.-]*:\/\/|(?:www\.)?(?:wa\.me|t\.me|api\.whatsapp\.com)\/)/;
const NUMBER_PARAMETER = /[?&](?:phone|number|tel)=([^&#]*)/;
const WHATSAPP_LINK = /wa\.me\/|whatsapp\.com\/|whatsapp:\/\//;
/** Identifiers of WhatsApp, with the device that sends: 12015550123:4@s.whatsapp.net */
const WHATSAPP_ID = /^(\+?\d+)(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/;
const SIP_ADDRESS = /^sips?:([^@;?]+)@/;
/** RFC 3966: the number may leave its first digits to the context. */
const CONTEXT = /;phone-context=([^;]*)/;
const PARAMETER_BEHIND = /;(?:isub|phone-context)=.*/;

function unwrapLink(link: string): Unwrapped {
	const parameter = NUMBER_PARAMETER.exec(link)?.[1];
	return { text: parameter ?? link.replace(/\?.*/, ''), fromLink: WHATSAPP_LINK.test(link) };
}

function unwrapIdentifier(text: string): Unwrapped {
	const id = WHATSAPP_ID.exec(text)?.[1];
	return { text: id ?? SIP_ADDRESS.exec(text)?.[1] ?? text, fromLink: id !== undefined };
}

/** `tel:555-0123;phone-context=+1-201` is +1 201 555 0123. */
function applyContext(text: string): string {
	const context = CONTEXT.exec(text)?.[1] ?? '';
	const number = text.replace(PARAMETER_BEHIND, '');
	return /^\+[\d().-]+$/.test(context) && !number.includes('+') ? `${context}${number.replace(/.*tel:/, '')}` : number;
}

/**
 * Takes a number out of `tel:`, WhatsApp and SIP links and identifiers.
 *
 * @param text in lower case
 */
export function unwrapPhone(text: string): Unwrapped {
	// Stryker disable next-line StringLiteral: only saves time
	if (text.includes('/') && LINK.test(text)) return unwrapLink(text);
	if (text.includes('@')) return unwrapIdentifier(text);
	// Stryker disable next-line StringLiteral: only saves time
	return { text: text.includes(';') ? applyContext(text) : text, fromLink: false };
}
