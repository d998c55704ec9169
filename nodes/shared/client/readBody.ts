/** Bytes. IPQS's largest responses have some 100 kB. */
const MAX_BODY = 2_000_000;

type ByteStream = AsyncIterable<Uint8Array | string> & { destroy(): void };

const isByteStream = (body: unknown): body is ByteStream =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;

/**
 * Reads the body of a response as text (UTF-8).
 *
 * @param signal ends the reading, whatever the HTTP client makes of it
 * @returns undefined if it is larger than any IPQS response; the rest is then not read
 * @throws the stream's error, also when it was ended by the signal
 */
export async function readBody(body: unknown, signal?: AbortSignal): Promise<string | undefined> {
	if (!isByteStream(body)) return toText(body);
	const destroy = (): void => body.destroy();
	signal?.addEventListener('abort', destroy);
	if (signal?.aborted) destroy();
	const decoder = new TextDecoder();
	let text = '';
	let size = 0;
	try {
		for await (const chunk of body) {
			const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
			size += bytes.length;
			if (size > MAX_BODY) return undefined;
			text += decoder.decode(bytes, { stream: true });
		}
		return text + decoder.decode();
	} finally {
		signal?.removeEventListener('abort', destroy);
		destroy();
	}
}

/** A body that n8n has read already. */
function toText(body: unknown): string | undefined {
	const text = typeof body === 'string' ? body : body === undefined || body === null ? '' : JSON.stringify(body);
	return text.length > MAX_BODY ? undefined : text;
}
