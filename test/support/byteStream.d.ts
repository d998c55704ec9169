export interface ByteStream extends AsyncIterable<Uint8Array> {
	readonly destroyed: boolean;
	push(chunk: string | Uint8Array | null): boolean;
	destroy(error?: Error): void;
	listenerCount(event: string): number;
}
/** A stream as n8n's HTTP helper gives it, of these chunks. */
export function byteStream(chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>): ByteStream;
/** A stream that never ends and sends nothing but what it is given. */
export function silentStream(): ByteStream;
