/** The body of a response as n8n's HTTP helper gives it, without threads or timers of its own. */
export class BodyStream implements AsyncIterable<Uint8Array> {
	private readonly chunks: Uint8Array[] = [];

	private state: 'open' | 'ended' | Error = 'open';

	private wake = (): void => undefined;

	push(chunk: Uint8Array): void {
		this.chunks.push(chunk);
		this.wake();
	}

	end(): void {
		if (this.state === 'open') this.state = 'ended';
		this.wake();
	}

	fail(error: Error): void {
		if (this.state === 'open') this.state = error;
		this.wake();
	}

	/** Like a stream of Node.js, a body that is destroyed before its end fails. */
	destroy(): void {
		this.fail(Object.assign(new Error('Premature close'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }));
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
		for (;;) {
			const chunk = this.chunks.shift();
			if (chunk !== undefined) yield chunk;
			else if (this.state === 'ended') return;
			else if (this.state !== 'open') throw this.state;
			else await new Promise<void>((resolve) => (this.wake = resolve));
		}
	}
}
